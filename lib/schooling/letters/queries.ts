import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { maskName } from "@/lib/masks";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { openChild } from "@/lib/schooling/children/queries";
import { stageWords } from "@/lib/schooling/stages/words";
import { dwellingWords, schoolStageWords } from "@/lib/schooling/words";
import { db, transact, type Tx } from "@/prisma/client";
import type { LetterState } from "@/prisma/generated/enums";

type LetterLine = {
  id: string;
  number: string;
  intakeYear: number;
  state: LetterState;
  children: number;
  draftedAt: string;
  sentOn: CivilDate | null;
};

/** The letters of the bureau, newest first: numbers only, so that a leader may see them too. */
export async function listLetters(
  permit: Permit<"schooling.totals">,
  { after, state }: { after?: string | undefined; state?: LetterState | undefined } = {},
): Promise<Page<LetterLine>> {
  const [from] = decodeCursor(after, 1) ?? [];
  const rows = await db.schoolLetter.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      ...(from ? { id: { lt: from } } : {}),
      ...(state ? { state } : {}),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    include: { _count: { select: { entries: true } } },
  });
  const page = pageOf(rows, ({ id }) => [id], { cursor: after });

  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      number: row.number,
      intakeYear: row.intakeYear,
      state: row.state,
      children: row._count.entries,
      draftedAt: formatInstant(row.draftedAt),
      sentOn: row.sentOn && fromDateColumn(row.sentOn),
    })),
  };
}

export type LetterView = Awaited<ReturnType<typeof viewLetter>>;

/** One letter with its children by case, unit and parent; a leader reads the parent masked, nobody reads the child here. */
export async function viewLetter(permit: Permit<"schooling.totals">, id: string) {
  const letter = await db.schoolLetter.findFirst({
    where: { id, bureauId: permit.reach.bureauId },
    include: {
      entries: {
        orderBy: { place: "asc" },
        include: {
          placement: {
            include: {
              parent: { select: { name: true, unit: { select: { name: true } } } },
              case: { select: { number: true, stage: true } },
            },
          },
        },
      },
    },
  });
  if (!letter) notFound();
  const isOfficer = permit.reach.programmes.includes("schooling");
  const names = await namesOf(db, permit, [letter.draftedById, letter.decidedById]);

  return {
    id: letter.id,
    number: letter.number,
    intakeYear: letter.intakeYear,
    state: letter.state,
    version: letter.version,
    opinion: letter.opinion,
    draftedBy: names.get(letter.draftedById) ?? "",
    draftedAt: formatInstant(letter.draftedAt),
    decidedBy: letter.decidedById ? (names.get(letter.decidedById) ?? "") : null,
    decidedAt: letter.decidedAt ? formatInstant(letter.decidedAt) : null,
    sentOn: letter.sentOn && fromDateColumn(letter.sentOn),
    isDrafter: letter.draftedById === permit.actor.accountId,
    isOfficer,
    entries: letter.entries.map(({ place, placement }) => ({
      place,
      caseId: placement.caseId,
      number: placement.case.number,
      stage: stageWords[placement.case.stage as keyof typeof stageWords],
      parent: isOfficer ? placement.parent.name : maskName(placement.parent.name),
      unit: placement.parent.unit.name,
      schoolStage: schoolStageWords[placement.schoolStage],
      dwelling: dwellingWords[placement.dwelling],
      needsCoordination: placement.needsCoordination,
    })),
  };
}

async function namesOf(
  tx: Pick<Tx, "account">,
  _permit: Permit,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const accounts = await tx.account.findMany({
    where: { id: { in: ids.filter((one) => one !== null) } },
    select: { id: true, person: { select: { name: true } } },
  });

  return new Map(accounts.map(({ id, person }) => [id, person.name]));
}

/**
 * The list that goes with the letter, with the children's names in clear, because the education bureau finds them by
 * name: for the officer only, and one row of the log for every child before it is read.
 */
export async function letterPaper(permit: Permit<"schooling.print">, id: string) {
  return transact(async (tx) => {
    const letter = await tx.schoolLetter.findFirst({
      where: { id, bureauId: permit.reach.bureauId },
      include: {
        entries: {
          orderBy: { place: "asc" },
          include: {
            placement: { include: { parent: { select: { name: true, unit: { select: { name: true } } } } } },
          },
        },
      },
    });
    if (!letter) notFound();
    for (const { placement } of letter.entries)
      await recordAudit(tx, permit, {
        object: "school_placement",
        objectId: placement.id,
        subjectId: placement.parentId,
        fields: ["child"],
        detail: { letter: letter.number },
        isNotable: true,
      });
    const names = await namesOf(tx, permit, [letter.decidedById]);

    return {
      number: letter.number,
      intakeYear: letter.intakeYear,
      state: letter.state,
      sentOn: letter.sentOn && fromDateColumn(letter.sentOn),
      decidedBy: letter.decidedById ? (names.get(letter.decidedById) ?? "") : null,
      rows: letter.entries.map(({ placement }) => {
        const child = openChild(permit, placement);

        return {
          child: child?.name ?? "已清除",
          sex: child ? (child.sex === "MALE" ? "男" : "女") : "",
          birth: child?.birth ?? "",
          parent: placement.parent.name,
          unit: placement.parent.unit.name,
          stage: schoolStageWords[placement.schoolStage],
          dwelling: dwellingWords[placement.dwelling],
        };
      }),
    };
  });
}
