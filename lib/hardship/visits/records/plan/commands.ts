import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { grant, reverseInside } from "@/lib/cases/sign-offs/commands";
import { loadGranted } from "@/lib/cases/sign-offs/queries";
import { dateColumn } from "@/lib/dates";
import type { GrantAgain, PlanAgain, TakeOffRow } from "@/lib/hardship/visits/records/plan/schema";
import { loadRow, type LoadedRow } from "@/lib/hardship/visits/records/queries";
import { refuseAgain } from "@/lib/hardship/visits/records/rules";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

const tooLate = "这次慰问现在不在走访阶段，不能改这一户的安排。";

/** 改天再去: another day for a household that was not met. Refused: signed or taken off, a day past or too late. */
export async function planAgain(permit: Permit<"hardship.organiseVisits">, input: PlanAgain): Promise<void> {
  await transact(async (tx) => {
    const row = await openRow(tx, permit, input.rowId);
    const fault = refuseAgain(input.plannedAgainOn, row.finishBy, permit.today);
    if (fault) throw new Refusal(fault.sentence, fault.field);
    await change(tx, row, input.version, {
      plannedAgainOn: dateColumn(input.plannedAgainOn),
      takenOffAt: null,
      takenOffReason: null,
    });
    await recordAudit(tx, permit, {
      object: "visit_row",
      objectId: row.id,
      subjectId: row.personId,
      detail: { step: "planAgain", day: input.plannedAgainOn },
    });
  });
}

/**
 * 撤下: the household gets nothing this year, with the reason; what was granted is taken back in the same transaction, so
 * that it no longer counts against any cap. Refused: signed or taken off before, changed meanwhile.
 */
export async function takeOffRow(permit: Permit<"hardship.organiseVisits">, input: TakeOffRow): Promise<void> {
  await transact(async (tx) => {
    const row = await openRow(tx, permit, input.rowId);
    await change(tx, row, input.version, {
      takenOffAt: permit.now,
      takenOffReason: input.reason,
      plannedAgainOn: null,
    });
    const granted = row.signOffId ? await loadGranted(tx, permit, row.signOffId) : null;
    if (granted && !granted.isReversed)
      await reverseInside(tx, permit, { signOffId: granted.id, reason: `走访名单撤下：${input.reason}`.slice(0, 200) });
    await recordAudit(tx, permit, {
      object: "visit_row",
      objectId: row.id,
      subjectId: row.personId,
      reason: input.reason,
      detail: { step: "takeOff" },
    });
  });
}

/**
 * 重新发放: what was signed for by mistake has been taken back in the ledger (冲正); the household is granted the same again
 * and waits for its signature. Refused: nothing was taken back, not the time for visits.
 */
export async function grantAgain(permit: Permit<"hardship.organiseVisits">, input: GrantAgain): Promise<void> {
  await transact(async (tx) => {
    const row = await loadRow(tx, permit, input.rowId);
    if (row.stage !== "VISITING") throw new Refusal(tooLate);
    const before = row.signOffId ? await loadGranted(tx, permit, row.signOffId) : null;
    if (!before?.isReversed || row.takenOff) throw new Refusal("这一户的发放没有冲正过，不用重新发放。");
    const { id } = await grant(tx, permit, {
      personId: before.personId ?? undefined,
      householdId: before.householdId ?? undefined,
      programme: before.programme,
      campaignId: row.campaignId,
      kind: before.kind,
      what: before.what,
      quantity: before.quantity,
      amountFen: Number(before.amountFen),
      grantedOn: permit.today,
    });
    const { count } = await tx.visitRow.updateMany({
      where: { id: row.id, version: input.version, signOffId: before.id },
      data: { signOffId: id, signedOn: null, visitedOn: null, version: { increment: 1 } },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, {
      object: "visit_row",
      objectId: row.id,
      subjectId: row.personId,
      detail: { step: "grantAgain" },
    });
  });
}

async function openRow(tx: Tx, permit: Permit<"hardship.organiseVisits">, id: string): Promise<LoadedRow> {
  const row = await loadRow(tx, permit, id);
  if (row.stage !== "VISITING") throw new Refusal(tooLate);
  if (row.signedOn !== null) throw new Refusal(`这一户在 ${row.signedOn} 已经签领过了，不能再改安排。`);
  if (row.takenOff) throw new Refusal("这一户已经从名单上撤下了。");

  return row;
}

type Patch = { plannedAgainOn: Date | null; takenOffAt: Date | null; takenOffReason: string | null };

async function change(tx: Tx, row: LoadedRow, version: number, patch: Patch): Promise<void> {
  const { count } = await tx.visitRow.updateMany({
    where: { id: row.id, version, signedOn: null, takenOffAt: null },
    data: {
      plannedAgainOn: patch.plannedAgainOn,
      takenOffAt: patch.takenOffAt,
      takenOffReason: patch.takenOffReason,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw actedMeanwhile();
}
