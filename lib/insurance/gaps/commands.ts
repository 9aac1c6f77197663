import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { addDays, dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { insurableOf } from "@/lib/insurance/changes/queries";
import type { RecordReason, RecordTalk } from "@/lib/insurance/gaps/schema";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";

const daysBack = 92;

/**
 * Why somebody is not insured, who sees to it (who records it) and by when. A waiver's day is kept and closes nothing:
 * the gap is a query over the enrolments. Refused: an expected day that has passed, a waiver from the future.
 */
export async function recordReason(permit: Permit<"insurance.pursue">, input: RecordReason): Promise<void> {
  if (input.expectedOn < permit.today) throw new Refusal("预计解决的日期不能早于今天。", "expectedOn");
  if (input.waiverOn && input.waiverOn > permit.today) throw new Refusal("声明的日期不能晚于今天。", "waiverOn");
  await transact(async (tx) => {
    await insurableOf(tx, permit, input.personId);
    await writeNote(tx, permit, input);
    await recordAudit(tx, permit, {
      object: "gap_note",
      objectId: input.personId,
      subjectId: input.personId,
      detail: { step: "reason", waiver: input.waiverOn !== undefined },
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
  const waiverOn = input.waiverOn ? dateColumn(input.waiverOn) : null;
  const by = permit.actor.accountId;
  const updatedAt = permit.now;
  if (seen > 0) {
    const { count } = await tx.gapNote.updateMany({
      where: { personId, version: seen },
      data: { reason, note, expectedOn, waiverOn, ownerId: by, updatedById: by, updatedAt, version: seen + 1 },
    });
    if (count !== 1) throw actedMeanwhile();

    return;
  }
  const { bureauId } = permit.reach;
  try {
    await tx.gapNote.create({
      data: { personId, bureauId, reason, note, expectedOn, waiverOn, ownerId: by, updatedById: by, updatedAt },
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw actedMeanwhile();
    throw fault;
  }
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
