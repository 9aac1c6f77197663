import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { applyMove, openCase } from "@/lib/cases/commands";
import { caseOfRequest } from "@/lib/cases/queries";
import { personConcerned } from "@/lib/cases/registration/commands";
import { encryptField } from "@/lib/crypto";
import { dateColumn } from "@/lib/dates";
import { parameterAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import { grantedRows, loadRelief, maybeTwice } from "@/lib/relief/files/queries";
import type { EndRelief, ReportFor, ReportMine, ReturnReport, WithdrawMine } from "@/lib/relief/reports/schema";
import { eventWords, paperOf } from "@/lib/relief/words";
import { readUpload, withUpload, type Upload } from "@/lib/uploads";
import { transact, type Tx } from "@/prisma/client";
import type { CaseSource, ReliefEvent } from "@/prisma/generated/enums";

type Reporting = Permit<"relief.report"> | Permit<"my.relief">;
type Report = Omit<ReportFor, "personId"> & { personId: string };
type Picture = { upload: Upload; storedName: string };

/** 「遇上急事」 on the phone, with the photo of a paper if there is one. Refused as `openReport`. @returns the case id */
export async function reportMine(permit: Permit<"my.relief">, { file, ...input }: ReportMine): Promise<string> {
  const report = { ...input, personId: permit.reach.personId };
  if (!file || file.size === 0) return transact((tx) => openReport(tx, permit, report, "WORKER"));
  const upload = await readUpload(file);

  return withUpload(upload, (storedName) =>
    transact((tx) => openReport(tx, permit, report, "WORKER", { upload, storedName })),
  );
}

/** The liaison of the unit or the officer reports for a worker, also for one who died. @returns the case id */
export async function reportFor(permit: Permit<"relief.report">, input: ReportFor): Promise<string> {
  return transact((tx) => openReport(tx, permit, input, permit.reach.kind === "units" ? "LIAISON" : "DESK"));
}

/**
 * Opens the case of an event. The same form sent twice gives the same case.
 * Refused: a person out of reach or who left the bureau, a day to come, and while another case may be of the same event of
 * that household, unless it is said to be another one.
 */
async function openReport(
  tx: Tx,
  permit: Reporting,
  input: Report,
  source: CaseSource,
  picture?: Picture,
): Promise<string> {
  const already = await caseOfRequest(tx, permit, input.requestKey);
  if (already) return already;
  if (input.happenedOn > permit.today) throw new Refusal("出事的日期不能晚于今天。", "happenedOn");
  const person = await personConcerned(tx, permit, input.personId);
  await refuseTwice(tx, permit, input);
  const loaded = await openCase(tx, permit, {
    requestKey: input.requestKey,
    programme: "relief",
    table: "relief",
    topic: eventWords[input.event],
    title: `临时救助（${eventWords[input.event]}）`,
    content: "家里遇上急事，申请临时救助。情况在救助记录里。",
    personId: person.id,
    unitId: person.unitId,
    source,
    complexity: "SIMPLE",
    confidentiality: "SENSITIVE",
    greenChannel: true,
    limitDays: await parameterAt(tx, "relief.acceptDays", permit.today),
  });
  await tellOf(tx, permit, { caseId: loaded.id, unitId: person.unitId }, input);
  if (picture) await keepPicture(tx, permit, { caseId: loaded.id, ...person, event: input.event }, picture);
  await recordAudit(tx, permit, {
    object: "emergency_relief",
    objectId: loaded.id,
    subjectId: person.id,
    detail: { step: "report", event: input.event },
  });

  return loaded.id;
}

async function tellOf(
  tx: Tx,
  permit: Reporting,
  { caseId, unitId }: { caseId: string; unitId: string },
  input: Report,
): Promise<void> {
  await tx.emergencyRelief.create({
    data: {
      caseId,
      bureauId: permit.reach.bureauId,
      personId: input.personId,
      unitId,
      event: input.event,
      happenedOn: dateColumn(input.happenedOn),
      storyCipher: encryptField(input.story, { table: "emergency_relief", column: "story_cipher", rowId: caseId }),
      askedFen: BigInt(input.asked),
      isAnother: input.isAnother === "on",
      verifierIds: [],
    },
  });
}

/** The household's row is held, so that worker and liaison who report at one moment do not both find nothing. */
async function refuseTwice(tx: Tx, permit: Reporting, { personId, happenedOn, isAnother }: Report): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { status: true, householdId: true },
  });
  if (["LEFT", "TRANSFERRED_OUT"].includes(person.status))
    throw new Refusal("这位职工已经不在本单位了，不能申请。", "personId");
  await tx.$queryRaw`select p.id from person p where p.id = ${personId}::uuid
    or p.household_id = ${person.householdId}::uuid order by p.id for update`;
  if (isAnother === "on") return;
  const [twice] = await maybeTwice(tx, permit, { personId, happenedOn });
  if (twice)
    throw new Refusal(
      `这一户已经报告过（${twice.number}），可能是同一件事。是另一件事的，请勾选「不是同一件事」再交。`,
      "isAnother",
    );
}

async function keepPicture(
  tx: Tx,
  permit: Reporting,
  of: { caseId: string; id: string; unitId: string; event: ReliefEvent },
  picture: Picture,
): Promise<void> {
  await recordAttachment(
    tx,
    permit,
    {
      owner: "emergency_relief",
      ownerId: of.caseId,
      programme: "relief",
      personId: of.id,
      unitId: of.unitId,
      kind: paperOf[of.event],
      hasConsent: true,
    },
    picture,
  );
}

/** 退回补正 with everything that is missing. Refused: money was already paid, so that its papers cannot be put off. */
export async function returnReport(permit: Permit<"relief.handle">, input: ReturnReport): Promise<void> {
  await transact(async (tx) => {
    const { loaded, relief } = await loadRelief(tx, permit, input);
    if (relief.paidFirstFen > 0n) throw new Refusal("钱已经先发了，手续由经办人按期补齐，不能退回。");
    await applyMove(tx, permit, loaded, "return", {
      note: input.note,
      limitDays: await parameterAt(tx, "relief.verifyDays", permit.today),
    });
    await recordAudit(tx, permit, {
      object: "emergency_relief",
      objectId: loaded.id,
      subjectId: relief.personId,
      detail: { step: "return" },
    });
  });
}

/** 撤回 or 作废 by who reported or the office. Refused: money that nobody has taken back, after the decision, out of reach. */
export async function endRelief(permit: Permit<"relief.report">, input: EndRelief): Promise<void> {
  await endIt(permit, input, input.move, input.note);
}

/** 「不申请了」 on the phone, until it is decided. */
export async function withdrawMine(permit: Permit<"my.relief">, input: WithdrawMine): Promise<void> {
  await endIt(permit, input, "withdraw");
}

async function endIt(permit: Reporting, at: WithdrawMine, move: "withdraw" | "void", note?: string): Promise<void> {
  await transact(async (tx) => {
    const { loaded, relief } = await loadRelief(tx, permit, at);
    const { sumFen } = await grantedRows(tx, permit, loaded.id);
    if (sumFen > 0) throw new Refusal("已经有发放记录，请先到发放签领里冲正，再撤回或作废。");
    await applyMove(tx, permit, loaded, move, { note });
    await recordAudit(tx, permit, {
      object: "emergency_relief",
      objectId: loaded.id,
      subjectId: relief.personId,
      ...(note ? { reason: note } : {}),
      detail: { step: move },
    });
  });
}
