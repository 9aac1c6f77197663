import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { applyMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { addDays, dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { insurableOf } from "@/lib/insurance/changes/queries";
import { waiverOwner } from "@/lib/insurance/gaps/rules";
import type { KeepWaiver, RecordReason, RecordTalk } from "@/lib/insurance/gaps/schema";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { readUpload, withUpload } from "@/lib/uploads";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";

const daysBack = 92;

/**
 * Why somebody is not insured, who sees to it (who records it) and by when. Refused: an expected day that has passed.
 */
export async function recordReason(permit: Permit<"insurance.pursue">, input: RecordReason): Promise<void> {
  if (input.expectedOn < permit.today) throw new Refusal("预计解决的日期不能早于今天。", "expectedOn");
  await transact(async (tx) => {
    await insurableOf(tx, permit, input.personId);
    await writeNote(tx, permit, input);
    await recordAudit(tx, permit, {
      object: "gap_note",
      objectId: input.personId,
      subjectId: input.personId,
      detail: { step: "reason" },
    });
    const found = await tx.welfareCase.findFirst({
      where: { personId: input.personId, stageTable: "insurance-gap", stage: "FOUND" },
      select: { id: true },
    });
    if (!found) return;
    const loaded = await loadCase(tx, permit, found.id, { isOwnTransaction: true });
    await applyMove(tx, permit, loaded, "lookInto", { note: input.note });
  });
}

async function writeNote(tx: Tx, permit: Permit, input: RecordReason): Promise<void> {
  const { reason, note = null, seen, personId } = input;
  const expectedOn = dateColumn(input.expectedOn);
  const by = permit.actor.accountId;
  const updatedAt = permit.now;
  if (seen > 0) {
    const { count } = await tx.gapNote.updateMany({
      where: { personId, version: seen },
      data: { reason, note, expectedOn, ownerId: by, updatedById: by, updatedAt, version: seen + 1 },
    });
    if (count !== 1) throw actedMeanwhile();

    return;
  }
  const { bureauId } = permit.reach;
  try {
    await tx.gapNote.create({
      data: { personId, bureauId, reason, note, expectedOn, ownerId: by, updatedById: by, updatedAt },
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw actedMeanwhile();
    throw fault;
  }
}

/**
 * Keeps a signed waiver with the gap. It is void (法释〔2025〕12号) and closes nothing: the gap is a query over the enrolments.
 * Refused: a day that lies ahead, what is no picture or PDF, somebody whose reason nobody has recorded.
 */
export async function keepWaiver(permit: Permit<"insurance.pursue">, input: KeepWaiver): Promise<void> {
  if (input.waiverOn > permit.today) throw new Refusal("声明的日期不能晚于今天。", "waiverOn");
  const upload = await readUpload(input.file);
  await withUpload(upload, (storedName) =>
    transact(async (tx) => {
      const { person } = await insurableOf(tx, permit, input.personId);
      const { count } = await tx.gapNote.updateMany({
        where: { personId: person.id },
        data: { waiverOn: dateColumn(input.waiverOn), version: { increment: 1 } },
      });
      if (count !== 1) throw new Refusal("请先登记没有参保的原因，再存放弃声明。");
      const of = { owner: waiverOwner, ownerId: person.id, programme: "insurance", kind: "WAIVER" as const };
      const paper = { ...of, personId: person.id, unitId: person.unitId };
      await recordAttachment(tx, permit, paper, { upload, storedName });
      await recordAudit(tx, permit, {
        object: "gap_note",
        objectId: person.id,
        subjectId: person.id,
        detail: { step: "waiver" },
      });
    }),
  );
}

/** 宣讲动员记录: who talked, when, with what result. Refused: a day that lies ahead or more than a quarter back. */
export async function recordTalk(permit: Permit<"insurance.pursue">, input: RecordTalk): Promise<void> {
  if (input.heldOn > permit.today) throw new Refusal("谈话日期不能晚于今天。", "heldOn");
  if (input.heldOn < addDays(permit.today, -daysBack)) throw new Refusal("一个季度以前的谈话不再补记。", "heldOn");
  await transact(async (tx) => {
    await insurableOf(tx, permit, input.personId);
    const id = newId();
    await tx.persuasionLog.create({
      data: {
        id,
        bureauId: permit.reach.bureauId,
        personId: input.personId,
        heldOn: dateColumn(input.heldOn),
        byName: input.byName,
        result: input.result,
        note: input.note,
        createdById: permit.actor.accountId,
        createdAt: permit.now,
      },
    });
    await recordAudit(tx, permit, {
      object: "persuasion_log",
      objectId: id,
      subjectId: input.personId,
      detail: { step: "talk" },
    });
  });
}
