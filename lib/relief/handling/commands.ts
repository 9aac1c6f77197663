import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { applyMove } from "@/lib/cases/commands";
import { capsFor } from "@/lib/cases/sign-offs/caps/queries";
import { encryptField } from "@/lib/crypto";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import { parameterAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { grantedRows, loadRelief, openTo, thresholdsOn, type UnderWay } from "@/lib/relief/files/queries";
import type { Accept, FollowUp, Propose, SendPaper, Verify } from "@/lib/relief/handling/schema";
import { deciderFor, refuseFollowUp, refuseVerifiers } from "@/lib/relief/rules";
import { readUpload, withUpload } from "@/lib/uploads";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** 受理. Refused: not reported any more, out of reach, somebody was faster. */
export async function accept(permit: Permit<"relief.handle">, input: Accept): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    await applyMove(tx, permit, underWay.loaded, "accept", {
      limitDays: await parameterAt(tx, "relief.verifyDays", permit.today),
    });
    await audit(tx, permit, underWay, "accept");
  });
}

/**
 * What two persons saw. Refused: the same or an unknown 工号, somebody of the household itself, a day to come or before the
 * event.
 */
export async function verify(permit: Permit<"relief.handle">, input: Verify): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    const { loaded, relief } = underWay;
    if (input.verifiedOn > permit.today) throw new Refusal("核实日期不能晚于今天。", "verifiedOn");
    if (input.verifiedOn < fromDateColumn(relief.happenedOn))
      throw new Refusal("核实日期不能早于出事的日期。", "verifiedOn");
    const verifierIds = await verifiersOf(tx, permit, underWay, input);
    await applyMove(tx, permit, loaded, "verify", await nextLimit(tx, permit, underWay));
    await write(tx, permit, underWay, {
      verifierIds,
      verifiedOn: dateColumn(input.verifiedOn),
      foundCipher: encryptField(input.found, {
        table: "emergency_relief",
        column: "found_cipher",
        rowId: relief.caseId,
      }),
    });
    await audit(tx, permit, underWay, "verify");
  });
}

async function verifiersOf(
  tx: Tx,
  permit: Permit,
  { relief, householdId }: UnderWay,
  input: Verify,
): Promise<string[]> {
  const people = await tx.person.findMany({
    where: {
      staffNo: { in: [input.firstVerifier, input.secondVerifier] },
      bureauId: permit.reach.bureauId,
      status: { in: ["ACTIVE", "OFF_POST", "RETIRED"] },
    },
    select: { id: true, staffNo: true, householdId: true },
  });
  const named = (field: "firstVerifier" | "secondVerifier") => {
    const person = people.find(({ staffNo }) => staffNo === input[field]);
    if (!person) throw new Refusal(`没有工号 ${input[field]} 的人，请核对。`, field);

    return { staffNo: person.staffNo, personId: person.id, householdId: person.householdId };
  };
  const [first, second] = [named("firstVerifier"), named("secondVerifier")];
  const refusal = refuseVerifiers([first, second], { personId: relief.personId, householdId });
  if (refusal) throw new Refusal(refusal.sentence, refusal.field);

  return [first.personId, second.personId];
}

/**
 * The officer proposes an amount; by it, and by the caps, it waits for the union chair or for a leader.
 * Refused: less than was paid first, the own household.
 */
export async function propose(permit: Permit<"relief.handle">, input: Propose): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    const { loaded, relief } = underWay;
    refuseOwn(permit, underWay, await householdOfActor(tx, permit));
    const paidFen = (await grantedRows(tx, permit, loaded.id)).sumFen;
    if (input.amount < paidFen) throw new Refusal("已经先行发放的比这个多，请写总共救助多少。", "amount");
    const caps = await capsFor(tx, permit, {
      personId: relief.personId,
      askedFen: input.amount - paidFen,
      sameTimeFen: paidFen,
    });
    await applyMove(tx, permit, loaded, "propose", {
      note: input.note,
      decider: deciderFor(input.amount, caps.state === "over", await thresholdsOn(tx, permit)),
      ...(await nextLimit(tx, permit, underWay)),
    });
    await write(tx, permit, underWay, {
      proposedFen: BigInt(input.amount),
      payMode: input.payMode,
      fund: input.fund,
      officerId: permit.actor.personId,
      officerOpinion: input.note,
    });
    await audit(tx, permit, underWay, "propose");
  });
}

/** 回访 by an officer who neither proposed nor paid. Refused: too early, who gave the money or took the signature. */
export async function followUp(permit: Permit<"relief.followUp">, input: FollowUp): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadRelief(tx, permit, input);
    const { loaded } = underWay;
    const { payers } = await grantedRows(tx, permit, loaded.id);
    const { followUpBy } = await tx.welfareCase.findUniqueOrThrow({
      where: { id: loaded.id },
      select: { followUpBy: true },
    });
    const sentence = refuseFollowUp(
      { followUpFrom: followUpBy && fromDateColumn(followUpBy), payers },
      { personId: permit.actor.personId, today: permit.today },
    );
    if (sentence && loaded.stage === "SIGNED") throw new Refusal(sentence);
    await applyMove(tx, permit, loaded, "followUp", { note: input.note, satisfaction: input.satisfaction });
    await audit(tx, permit, underWay, "followUp");
  });
}

/** Keeps the photo of a paper. Refused: what is no picture or PDF, a case that is settled, out of reach. */
export async function sendPaper(
  permit: Permit<"my.relief"> | Permit<"relief.handle">,
  input: SendPaper,
): Promise<void> {
  const upload = await readUpload(input.file);
  await withUpload(upload, (storedName) =>
    transact(async (tx) => {
      const [found] = await tx.$queryRaw<{ personId: string; unitId: string; status: string }[]>`
        select r.person_id as "personId", r.unit_id as "unitId", c.status::text as status
        from emergency_relief r join welfare_case c on c.id = r.case_id
        where r.case_id = ${input.caseId}::uuid and ${openTo(permit)}`;
      if (!found) notFound();
      if (!["open", "waiting"].includes(found.status)) throw new Refusal("这件事已经办完了，不用再交材料。");
      await recordAttachment(
        tx,
        permit,
        {
          owner: "emergency_relief",
          ownerId: input.caseId,
          programme: "relief",
          personId: found.personId,
          unitId: found.unitId,
          kind: input.kind,
          hasConsent: true,
        },
        { upload, storedName },
      );
    }),
  );
}

/** Working days for the next step; once money is paid the papers' own day stays. */
export async function nextLimit(tx: Tx, permit: Permit, { relief }: UnderWay): Promise<{ limitDays?: number }> {
  if (relief.paidFirstFen > 0n && relief.approvedOn === null) return {};

  return { limitDays: await parameterAt(tx, "relief.stepDays", permit.today) };
}

/** 回避: nobody decides or proposes for the own household. */
export function refuseOwn(permit: Permit, { relief, householdId }: UnderWay, own: string | null): void {
  if (relief.personId === permit.actor.personId || (own !== null && own === householdId))
    throw new Refusal("这是您自己家的事，要由别人办理。");
}

export async function householdOfActor(tx: Tx, { actor }: Permit): Promise<string | null> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: actor.personId }, select: { householdId: true } });

  return person.householdId;
}

/** Writes beside the move; the relief's own version keeps two hands apart. */
export async function write(
  tx: Tx,
  _permit: Permit,
  { relief }: UnderWay,
  established: Prisma.EmergencyReliefUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.emergencyRelief.updateMany({
    where: { caseId: relief.caseId, version: relief.version },
    data: { ...established, version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
}

export async function audit(
  tx: Tx,
  permit: Permit,
  { loaded, relief }: UnderWay,
  step: string,
  given: { reason?: string | undefined; amountFen?: number } = {},
): Promise<void> {
  await recordAudit(tx, permit, {
    object: "emergency_relief",
    objectId: loaded.id,
    subjectId: relief.personId,
    ...(given.reason ? { reason: given.reason } : {}),
    detail: { step, ...(given.amountFen === undefined ? {} : { amountFen: given.amountFen }) },
  });
}
