import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { problemOf, withEnd, withPeriods, type Period } from "@/lib/schooling/checklist/rules";
import { paperWords } from "@/lib/schooling/checklist/words";
import { refuseChildsName } from "@/lib/schooling/children/queries";
import { mayRecord } from "@/lib/schooling/decisions/rules";
import { checklistOf, findPlacement, refuseSettled } from "@/lib/schooling/files/queries";
import type { ChangeDwelling, RecordPaper, SeePapers, SendPaper } from "@/lib/schooling/materials/schema";
import { dwellingOf } from "@/lib/schooling/rules";
import { nameless, readUpload, withUpload } from "@/lib/uploads";
import { transact, type Tx } from "@/prisma/client";
import type { SchoolPlacement } from "@/prisma/generated/client";
import type { AttachmentKind, MaterialState } from "@/prisma/generated/enums";

/**
 * Keeps one paper of the list: received, original seen, or not needed. What it covers is held against the intake's
 * windows, and a gap of one day makes it 需补正 with the days that are missing.
 * Refused: out of reach, a paper that is not on the list, a period that ends before it begins, missing days, a settled case.
 */
export async function recordPaper(permit: Permit<"schooling.collect">, input: RecordPaper): Promise<void> {
  const periods = periodsOf(input);
  await transact(async (tx) => {
    const placement = await findPlacement(tx, permit, input.caseId);
    refuseChildsName(permit, placement, input.problem, "problem");
    await demandListed(tx, permit, placement, input.kind);
    if (input.state !== "NOT_APPLICABLE") demandDays(input.kind, periods, input.validUntil);
    await keep(tx, permit, placement, { ...input, periods, coversOther: input.coversOther === "on" });
  });
}

/**
 * Several originals seen at one table. Refused as `recordPaper`, all of them together: papers that tell days are kept one by
 * one, because without the days nothing can be said about them.
 */
export async function seePapers(permit: Permit<"schooling.collect">, input: SeePapers): Promise<void> {
  await transact(async (tx) => {
    const placement = await findPlacement(tx, permit, input.caseId);
    for (const kind of new Set(input.kinds)) {
      await demandListed(tx, permit, placement, kind);
      demandDays(kind, [], undefined);
      await keep(tx, permit, placement, {
        kind,
        state: "VERIFIED",
        periods: [],
        coversOther: input.coversOther === "on",
      });
    }
  });
}

/** The days that decide about the paper. */
function demandDays(kind: AttachmentKind, periods: readonly Period[], validUntil: string | undefined): void {
  if (withPeriods.includes(kind) && periods.length === 0)
    throw new Refusal(`请填写${paperWords[kind] ?? ""}从哪天到哪天。`, "from");
  if (withEnd.includes(kind) && !validUntil)
    throw new Refusal(`请填写${paperWords[kind] ?? ""}到哪天有效。`, "validUntil");
}

function periodsOf({ from, to, from2, to2 }: Partial<RecordPaper>): Period[] {
  const pairs = [
    { from, to, field: "to" },
    { from: from2, to: to2, field: "to2" },
  ];

  return pairs.flatMap((pair) => {
    if (!pair.from && !pair.to) return [];
    if (!pair.from || !pair.to || pair.to < pair.from)
      throw new Refusal("请写全从哪天到哪天，后一个不能早。", pair.field);

    return [{ from: pair.from, to: pair.to }];
  });
}

async function demandListed(tx: Tx, permit: Permit, placement: SchoolPlacement, kind: AttachmentKind): Promise<void> {
  await refuseSettled(tx, permit, placement);
  if (!mayRecord(kind, permit.reach.programmes.includes("schooling")))
    throw new Refusal(`${paperWords[kind] ?? "这份材料"}由局工会开，您不用登记。`, "kind");
  const { lines } = await checklistOf(tx, permit, placement);
  if (!lines.some((line) => line.kind === kind)) throw new Refusal("这份材料不在清单里，请重新选择。", "kind");
}

type Kept = {
  kind: AttachmentKind;
  state: MaterialState;
  periods: Period[];
  validUntil?: string | undefined;
  coversOther: boolean;
  problem?: string | undefined;
};

async function keep(tx: Tx, permit: Permit, placement: SchoolPlacement, paper: Kept): Promise<void> {
  const { intake } = await checklistOf(tx, permit, placement);
  const facts = { kind: paper.kind, periods: paper.periods, validUntil: paper.validUntil ?? null };
  const isWanted = paper.state !== "NOT_APPLICABLE";
  const found = isWanted ? (paper.problem ?? problemOf(facts, intake.dates, permit.today)) : null;
  const data = {
    state: found ? ("NEEDS_FIX" as const) : paper.state,
    periods: paper.periods,
    validUntil: paper.validUntil ? dateColumn(paper.validUntil) : null,
    coversOther: paper.coversOther,
    problem: paper.problem ?? null,
    recordedOn: dateColumn(permit.today),
    seenById: paper.state === "VERIFIED" ? permit.actor.accountId : null,
  };
  await tx.schoolMaterial.upsert({
    where: { placementId_kind: { placementId: placement.id, kind: paper.kind } },
    create: { id: newId(), placementId: placement.id, kind: paper.kind, ...data },
    update: { ...data, version: { increment: 1 } },
  });
  await recordAudit(tx, permit, {
    object: "school_placement",
    objectId: placement.id,
    subjectId: placement.parentId,
    detail: { step: "paper", kind: paper.kind, state: data.state },
  });
}

/**
 * Keeps the photo of a paper and notes the paper as received; somebody looks at the original later.
 * Refused: no picture or PDF, a paper that is not on the list, a settled case, out of reach.
 */
export async function sendPaper(
  permit: Permit<"my.schooling"> | Permit<"schooling.collect">,
  input: SendPaper,
): Promise<void> {
  const periods = periodsOf(input);
  const upload = nameless(await readUpload(input.file));
  await withUpload(upload, (storedName) =>
    transact(async (tx) => {
      const placement = await findPlacement(tx, permit, input.caseId);
      await demandListed(tx, permit, placement, input.kind);
      await recordAttachment(
        tx,
        permit,
        {
          owner: "school_placement",
          ownerId: placement.id,
          programme: "schooling",
          personId: placement.parentId,
          unitId: placement.unitId,
          kind: input.kind,
          hasConsent: true,
        },
        { upload, storedName },
      );
      const before = await tx.schoolMaterial.findUnique({
        where: { placementId_kind: { placementId: placement.id, kind: input.kind } },
      });
      const known = before && Array.isArray(before.periods) ? (before.periods as Period[]) : [];
      await keep(tx, permit, placement, {
        kind: input.kind,
        state: "RECEIVED",
        periods: periods.length > 0 ? periods : known,
        validUntil: input.validUntil,
        coversOther: input.coversOther === "on" || before?.coversOther === true,
      });
    }),
  );
}

/** Where the family lives decides the list of papers; the roster's dormitory decides over what is ticked. */
export async function changeDwelling(permit: Permit<"schooling.collect">, input: ChangeDwelling): Promise<void> {
  await transact(async (tx) => {
    const placement = await findPlacement(tx, permit, input.caseId);
    const { address } = await tx.person.findUniqueOrThrow({
      where: { id: placement.parentId },
      select: { address: true },
    });
    const dwelling = dwellingOf(input.dwelling, address);
    await tx.schoolPlacement.update({
      where: { id: placement.id },
      data: {
        dwelling,
        needsCoordination: dwelling === "DORMITORY",
        isApart: input.isApart === "on",
        version: { increment: 1 },
      },
    });
    await recordAudit(tx, permit, {
      object: "school_placement",
      objectId: placement.id,
      subjectId: placement.parentId,
      detail: { step: "dwelling", dwelling },
    });
  });
}
