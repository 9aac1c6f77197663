import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { addWorkingDays } from "@/lib/calendar/rules";
import { applyMove } from "@/lib/cases/commands";
import { followSignatures } from "@/lib/cases/derived/commands";
import { passCaps } from "@/lib/cases/sign-offs/caps/commands";
import { grant } from "@/lib/cases/sign-offs/commands";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { yuan } from "@/lib/money";
import { parameterAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import type { Approve, Decline, GrantAgain, PayFirst } from "@/lib/relief/decisions/schema";
import { grantedRows, loadRelief, thresholdsOn, type UnderWay } from "@/lib/relief/files/queries";
import { audit, householdOfActor, nextLimit, refuseOwn, write } from "@/lib/relief/handling/commands";
import { refuseAmount, refusePayFirst } from "@/lib/relief/rules";
import { transact, type Tx } from "@/prisma/client";

/**
 * 批准: the money is granted in the same transaction and waits for a signature; what was paid first is part of it.
 * Refused: an amount above what this person decides, the committee's number missing, above a cap by who is no leader or
 * without a reason, the own household, who proposed it, somebody was faster.
 */
export async function approve(permit: Permit<"relief.decide">, input: Approve): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    const { loaded, relief } = underWay;
    refuseOwn(permit, underWay, await householdOfActor(tx, permit));
    // The move first: who may not make it learns nothing of amounts, and of two who come at once the second stops here.
    await applyMove(tx, permit, loaded, "approve", {
      note: input.note,
      limitDays: await parameterAt(tx, "relief.stepDays", permit.today),
    });
    const { sumFen } = await grantedRows(tx, permit, loaded.id);
    await demandAmount(tx, permit, underWay, { ...input, paidFen: sumFen });
    const restFen = input.amount - sumFen;
    const capReason =
      restFen > 0 ? await giveWithin(tx, permit, underWay, { ...input, restFen, paidFen: sumFen }) : null;
    await write(tx, permit, underWay, {
      grantedFen: BigInt(input.amount),
      approverId: permit.actor.personId,
      approvedOn: dateColumn(permit.today),
      opinion: input.note,
      committeeNo: input.committeeOn ? (input.committeeNo ?? null) : null,
      committeeOn: input.committeeNo && input.committeeOn ? dateColumn(input.committeeOn) : null,
      capReason: capReason ?? relief.capReason,
    });
    await audit(tx, permit, underWay, "approve", { reason: capReason ?? undefined, amountFen: input.amount });
    // Everything was paid first and signed for: nothing is left to wait for.
    await followSignatures(tx, permit, loaded.id);
  });
}

/** Above a cap a leader goes on with a reason, which comes back to be kept. */
async function giveWithin(
  tx: Tx,
  permit: Permit,
  underWay: UnderWay,
  { restFen, paidFen, capReason }: { restFen: number; paidFen: number; capReason?: string | undefined },
): Promise<string | null> {
  const passed = await passCaps(tx, permit, {
    personId: underWay.relief.personId,
    askedFen: restFen,
    sameTimeFen: paidFen,
    reason: capReason,
  });
  await give(tx, permit, underWay, restFen);

  return passed.capReason;
}

async function demandAmount(
  tx: Tx,
  permit: Permit,
  { loaded, relief }: UnderWay,
  input: Approve & { paidFen: number },
): Promise<void> {
  const refusal = refuseAmount(
    { grantedFen: input.amount, committeeNo: input.committeeNo, committeeOn: input.committeeOn },
    {
      decider: loaded.decider ?? null,
      proposedFen: Number(relief.proposedFen ?? 0),
      paidFirstFen: input.paidFen,
      isLeader: permit.reach.isLeader,
      today: permit.today,
    },
    await thresholdsOn(tx, permit),
  );
  if (refusal) throw new Refusal(refusal.sentence, refusal.field);
}

/** 不予救助 with the reason that the worker reads. Refused: money paid first that is neither signed for nor taken back. */
export async function refuse(permit: Permit<"relief.decide">, input: Decline): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    refuseOwn(permit, underWay, await householdOfActor(tx, permit));
    const { sumFen, isSigned } = await grantedRows(tx, permit, underWay.loaded.id);
    if (sumFen > 0 && !isSigned) throw new Refusal(`先行发放的 ${yuan(sumFen)} 元还没有签收，请先签收或冲正，再办。`);
    await applyMove(tx, permit, underWay.loaded, "refuse", { note: input.note });
    await audit(tx, permit, underWay, "refuse", { reason: input.note });
  });
}

/** 退回核实 to the officer, with the reason. */
export async function sendBack(permit: Permit<"relief.decide">, input: Decline): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    refuseOwn(permit, underWay, await householdOfActor(tx, permit));
    await applyMove(tx, permit, underWay.loaded, "sendBack", {
      note: input.note,
      ...(await nextLimit(tx, permit, underWay)),
    });
    await audit(tx, permit, underWay, "sendBack", { reason: input.note });
  });
}

/**
 * 先行发放: money before the papers, decided by the head of the office or a leader who did not report it; the papers have
 * a day by which they must be there. Refused: more than may be paid first, a second time, above a cap, the own household.
 */
export async function payFirst(permit: Permit<"relief.decide">, input: PayFirst): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    const { loaded, relief } = underWay;
    refuseOwn(permit, underWay, await householdOfActor(tx, permit));
    const refusal = refusePayFirst(input.amount, Number(relief.paidFirstFen), await thresholdsOn(tx, permit));
    if (refusal) throw new Refusal(refusal.sentence, refusal.field);
    const days = await parameterAt(tx, "relief.paperworkDays", permit.today);
    await applyMove(tx, permit, loaded, "payFirst", { note: input.note, limitDays: days });
    const capReason = await giveWithin(tx, permit, underWay, { ...input, restFen: input.amount, paidFen: 0 });
    await write(tx, permit, underWay, {
      paidFirstFen: BigInt(input.amount),
      paidFirstOn: dateColumn(permit.today),
      paidFirstById: permit.actor.personId,
      paperworkDueOn: dateColumn(addWorkingDays(await readCalendar(tx), permit.today, days)),
      payMode: input.payMode,
      fund: input.fund,
      capReason,
    });
    await audit(tx, permit, underWay, "payFirst", { reason: input.note, amountFen: input.amount });
  });
}

/** What was taken back by a correction is granted once more, the same amount in all. Refused: nothing is missing. */
export async function grantAgain(permit: Permit<"relief.handle">, input: GrantAgain): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    const { loaded, relief } = underWay;
    refuseOwn(permit, underWay, await householdOfActor(tx, permit));
    if (loaded.stage !== "PAYING" || relief.grantedFen === null || relief.approvedOn === null)
      throw new Refusal("现在不在发放环节，不用重新登记。");
    const restFen = Number(relief.grantedFen) - (await grantedRows(tx, permit, loaded.id)).sumFen;
    if (restFen <= 0) throw new Refusal("批准的钱都已经登记发放了，不用重新登记。");
    await give(tx, permit, underWay, restFen);
    await write(tx, permit, underWay, {});
    await audit(tx, permit, underWay, "grantAgain", { amountFen: restFen });
  });
}

/** The row in the ledger of sign-offs; who died cannot sign, so that it is the family's as a household. */
async function give(tx: Tx, permit: Permit, { loaded, relief }: UnderWay, amountFen: number): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: relief.personId },
    select: { status: true, householdId: true },
  });
  const isFamily = person.status === "DECEASED";
  const householdId = isFamily ? (person.householdId ?? (await openHousehold(tx, permit, relief.personId))) : undefined;
  await grant(tx, permit, {
    ...(isFamily ? { householdId } : { personId: relief.personId }),
    programme: "relief",
    caseId: loaded.id,
    kind: "MONEY",
    what: "临时救助金",
    quantity: 1,
    amountFen,
    grantedOn: permit.today,
  });
}

/** Who lived alone on record has a household now: somebody of the family receives. */
async function openHousehold(tx: Tx, permit: Permit, personId: string): Promise<string> {
  const { id } = await tx.household.upsert({
    where: { headId: personId },
    create: { id: newId(), bureauId: permit.reach.bureauId, headId: personId, createdAt: permit.now },
    update: {},
    select: { id: true },
  });
  await tx.person.update({ where: { id: personId }, data: { householdId: id } });

  return id;
}
