import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn } from "@/lib/dates";
import { maskName, maskPhone } from "@/lib/masks";
import { employmentWords, postWords } from "@/lib/people/words";
import { paperWords } from "@/lib/schooling/checklist/words";
import { openChild } from "@/lib/schooling/children/queries";
import { stillWanted } from "@/lib/schooling/decisions/rules";
import { findPlacement, linesOf } from "@/lib/schooling/files/queries";
import { intakeOf, type Intake } from "@/lib/schooling/intakes/queries";
import { resultOf, type ResultRow, type SurveyRow } from "@/lib/schooling/papers/rules";
import { dwellingWords, schoolStageWords } from "@/lib/schooling/words";
import { db, transact } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Children on one sheet; more than any year of the bureau has had. */
const MOST = 200;

/**
 * A parent as the two certificates name them; the number of the ID card is written in by hand on the original.
 * @param of whose: who registered, or the other parent when both work here (not found when they do not)
 */
export async function parentPaper(
  permit: Permit<"schooling.print">,
  caseId: string,
  of: "parent" | "other" = "parent",
) {
  return transact(async (tx) => {
    const placement = await findPlacement(tx, permit, caseId);
    await recordAudit(tx, permit, {
      object: "school_placement",
      objectId: placement.id,
      subjectId: placement.parentId,
      detail: { step: "certificate" },
    });
    const personId = of === "other" ? placement.otherParentId : placement.parentId;
    if (!personId) notFound();
    const parent = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      include: { unit: { select: { name: true, topUnitId: true } } },
    });
    const { number } = await tx.welfareCase.findUniqueOrThrow({
      where: { id: caseId },
      select: { number: true },
    });

    return {
      number,
      name: parent.name,
      unit: parent.unit.name,
      post: postWords[parent.postType],
      employment: employmentWords[parent.employmentType],
      hiredOn: parent.hireDate && fromDateColumn(parent.hireDate),
      contractEnd: parent.contractEnd && fromDateColumn(parent.contractEnd),
      address: parent.address,
      intakeYear: placement.intakeYear,
      needsCoordination: placement.needsCoordination,
    };
  });
}

/**
 * 需求摸底表 of an intake for the officer: the child's name masked, sex and birth as the form asks for them, one row of the
 * log for every child that is read.
 */
export async function surveyOf(permit: Permit<"schooling.print">, year: number): Promise<SurveyRow[]> {
  return transact(async (tx) => {
    const intake = await intakeOf(permit, year, tx);
    const rows = await tx.schoolPlacement.findMany({
      where: { bureauId: permit.reach.bureauId, intakeYear: year, isLiving: true },
      orderBy: [{ unitId: "asc" }, { id: "asc" }],
      take: MOST,
      include: surveyParts,
    });
    for (const row of rows)
      await recordAudit(tx, permit, {
        object: "school_placement",
        objectId: row.id,
        subjectId: row.parentId,
        fields: ["child"],
        detail: { sheet: "survey" },
      });

    return rows.map((row) => {
      const child = openChild(permit, row);

      return {
        ...surveyRow(permit, row, intake),
        child: child ? maskName(child.name) : "已清除",
        sex: child ? (child.sex === "MALE" ? "男" : "女") : "",
        birth: child?.birth ?? "",
      };
    });
  });
}

/** The same rows for a file: no child is read, so none can stand in it. */
export async function surveyWithoutChild(permit: Permit<"schooling.export">, year: number): Promise<SurveyRow[]> {
  const intake = await intakeOf(permit, year, db);
  const rows = await db.schoolPlacement.findMany({
    where: { bureauId: permit.reach.bureauId, intakeYear: year, isLiving: true },
    orderBy: [{ unitId: "asc" }, { id: "asc" }],
    take: MOST,
    include: surveyParts,
  });

  return rows.map((row) => ({ ...surveyRow(permit, row, intake), child: "", sex: "", birth: "" }));
}

const surveyParts = {
  materials: true,
  case: { select: { stage: true } },
  parent: { include: { unit: { select: { name: true } } } },
} as const;

type Surveyed = Prisma.SchoolPlacementGetPayload<{ include: typeof surveyParts }>;

function surveyRow(permit: Permit, row: Surveyed, intake: Intake): Omit<SurveyRow, "child" | "sex" | "birth"> {
  const missing = stillWanted(linesOf(permit, row, row.materials, intake), row.case.stage);

  return {
    unit: row.parent.unit.name,
    parent: row.parent.name,
    hukou: row.parent.hukouScope === "OUTSIDE" ? "外埠" : "本市",
    stage: schoolStageWords[row.schoolStage],
    dwelling: dwellingWords[row.dwelling],
    missing: missing.map(({ kind }) => paperWords[kind] ?? kind).join("、"),
    phone: row.parent.mobile ? maskPhone(row.parent.mobile) : "",
    isCoordinated: row.needsCoordination,
  };
}

/** 解决情况台账 of an intake, the child's name masked. */
export async function resultsOf(permit: Permit<"schooling.print">, year: number): Promise<ResultRow[]> {
  return transact(async (tx) => {
    const rows = await tx.schoolPlacement.findMany({
      where: { bureauId: permit.reach.bureauId, intakeYear: year, isLiving: true },
      orderBy: { id: "asc" },
      take: MOST,
      include: resultParts,
    });
    for (const row of rows)
      await recordAudit(tx, permit, {
        object: "school_placement",
        objectId: row.id,
        subjectId: row.parentId,
        fields: ["child"],
        detail: { sheet: "results" },
      });

    return rows.map((row) => {
      const child = openChild(permit, row);

      return resultOf(row, child ? maskName(child.name) : "已清除");
    });
  });
}

/** The same rows for a file: no child is read, so none can stand in it. */
export async function resultsWithoutChild(permit: Permit<"schooling.export">, year: number): Promise<ResultRow[]> {
  const rows = await db.schoolPlacement.findMany({
    where: { bureauId: permit.reach.bureauId, intakeYear: year, isLiving: true },
    orderBy: { id: "asc" },
    take: MOST,
    include: resultParts,
  });

  return rows.map((row) => resultOf(row, ""));
}

export async function countResults(permit: Permit<"schooling.export">, year: number): Promise<number> {
  return db.schoolPlacement.count({
    where: { bureauId: permit.reach.bureauId, intakeYear: year, isLiving: true },
  });
}

const resultParts = {
  case: { select: { stage: true, createdAt: true } },
  contacts: { orderBy: { id: "asc" } },
  parent: { select: { name: true, unit: { select: { name: true } } } },
} as const;
