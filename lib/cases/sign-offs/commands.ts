import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { followSignatures } from "@/lib/cases/derived/commands";
import { loadSignOff, type LoadedSignOff } from "@/lib/cases/sign-offs/queries";
import { refuseSignature, type Signature } from "@/lib/cases/sign-offs/rules";
import type { NewGrant, ReverseSignOff } from "@/lib/cases/sign-offs/schema";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { personWithin } from "@/lib/people/reach/queries";
import { programmeOf } from "@/lib/programmes";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Writes down that something is granted, in the transaction of the act that grants it. It waits for a signature and
 * counts as granted at once (caps), as given only when signed.
 * Refused: nobody named, a person or household out of reach, a deceased person, no amount of money, a day to come.
 * @param input amountFen in 分; grantedOn the day of the approval
 */
export async function grant(
  tx: Tx,
  permit: Permit,
  input: NewGrant,
): Promise<{ id: string; unitId: string; householdId: string | null }> {
  if (!programmeOf(input.programme)) throw new Refusal("没有这个服务项目，请重新选择。", "programme");
  if (input.grantedOn > permit.today) throw new Refusal("发放的批准日期不能晚于今天。", "grantedOn");
  if (input.kind === "MONEY" && input.amountFen <= 0) throw new Refusal("钱款要写明金额。", "amount");
  const to = await receiverOf(tx, permit, input);
  const id = newId();
  await tx.signOff.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      personId: input.personId ?? null,
      householdId: to.householdId,
      unitId: to.unitId,
      programme: input.programme,
      caseId: input.caseId ?? null,
      campaignId: input.campaignId ?? null,
      kind: input.kind,
      what: input.what,
      quantity: input.quantity,
      amountFen: BigInt(input.amountFen),
      grantedOn: dateColumn(input.grantedOn),
      grantedAt: permit.now,
      grantedById: permit.actor.accountId,
    },
  });
  await recordAudit(tx, permit, {
    object: "sign_off",
    objectId: id,
    subjectId: to.subjectId,
    detail: { step: "grant", kind: input.kind, programme: input.programme, amountFen: input.amountFen },
  });

  return { id, unitId: to.unitId, householdId: to.householdId };
}

/** 登记签领 of one row: the whole command. Refused as `signInside`. */
export async function signOff(
  permit: Permit<"cases.signOff">,
  { signOffId, ...given }: Signature & { signOffId: string },
): Promise<void> {
  await transact((tx) => signInside(tx, permit, signOffId, given));
}

/**
 * Writes the signature inside the caller's transaction; from now on the row counts as given.
 * Refused: out of reach, already signed or taken back, a day that is not between the grant and today, a proxy without
 * relation, a paper without picture, a transfer without voucher, cash that did not go through two other pairs of hands,
 * a giver who does not work here.
 */
export async function signInside(tx: Tx, permit: Permit, signOffId: string, given: Signature): Promise<void> {
  await signLoaded(tx, permit, await loadSignOff(tx, permit, signOffId), given);
}

/** The same for a programme that has found the row within its own reach. */
export async function signLoaded(tx: Tx, permit: Permit, row: LoadedSignOff, given: Signature): Promise<void> {
  const fault = refuseSignature(row, given, row, permit.today);
  if (fault) throw new Refusal(fault.sentence, fault.field);
  const givers = given.mode === "TRANSFER" || row.kind !== "MONEY" ? [] : [...new Set(given.givenBy)].slice(0, 2);
  const known = await tx.person.count({
    where: { id: { in: givers }, bureauId: row.bureauId, status: { in: ["ACTIVE", "OFF_POST"] } },
  });
  if (known !== givers.length) throw new Refusal("发放人要是本单位在职的工作人员，请核对工号。", "givenBy");
  const isProxy = given.relation !== undefined;
  const { count } = await tx.signOff.updateMany({
    where: { id: row.id, version: row.version, signedOn: null },
    data: {
      signedOn: dateColumn(given.signedOn),
      signedAt: permit.now,
      signedById: permit.actor.accountId,
      receivedBy: given.receivedBy,
      relation: given.relation ?? null,
      mode: given.mode,
      voucherNo: given.voucherNo ?? null,
      firstGiverId: givers[0] ?? null,
      secondGiverId: givers[1] ?? null,
      signatureId: given.signatureAttachmentId ?? null,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw actedMeanwhile();
  await recordAudit(tx, permit, {
    object: "sign_off",
    objectId: row.id,
    subjectId: row.personId,
    detail: { step: "sign", mode: given.mode, isProxy },
  });
  if (row.caseId) await followSignatures(tx, permit, row.caseId);
}

/**
 * 冲正: takes a row back by another one that says why; both stay. Sums and caps lose the amount, in the year in which it
 * was granted. Refused: out of reach, already taken back, itself a reversal.
 * @returns the id of the reversing row
 */
export async function reverseSignOff(permit: Permit<"cases.reverseSignOff">, input: ReverseSignOff): Promise<string> {
  return transact((tx) => reverseInside(tx, permit, input));
}

/** The same inside the caller's transaction: a programme takes back what it granted and nobody has signed for. */
export async function reverseInside(tx: Tx, permit: Permit, input: ReverseSignOff): Promise<string> {
  const id = newId();
  const row = await loadSignOff(tx, permit, input.signOffId);
  if (row.isReversal) throw new Refusal("这条本身就是冲正，不能再冲正；请重新登记一条。");
  if (row.isReversed) throw new Refusal("这条已经冲正过了。");
  // Raised first: of a signature and a correction at the same moment, one finds the row changed.
  const { count } = await tx.signOff.updateMany({
    where: { id: row.id, version: row.version },
    data: { version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
  await tx.signOff.create({ data: reversalOf(permit, row, { id, reason: input.reason }) });
  await recordAudit(tx, permit, {
    object: "sign_off",
    objectId: row.id,
    subjectId: row.personId,
    reason: input.reason,
    detail: { step: "reverse", by: id },
  });
  if (row.caseId && row.signedOn) await followSignatures(tx, permit, row.caseId);

  return id;
}

function reversalOf(
  permit: Permit,
  row: LoadedSignOff,
  { id, reason }: { id: string; reason: string },
): Prisma.SignOffUncheckedCreateInput {
  return {
    id,
    bureauId: row.bureauId,
    personId: row.personId,
    householdId: row.householdId,
    unitId: row.unitId,
    programme: row.programme,
    caseId: row.caseId,
    campaignId: row.campaignId,
    kind: row.kind,
    what: row.what,
    quantity: -row.quantity,
    amountFen: -row.amountFen,
    grantedOn: dateColumn(row.grantedOn),
    grantedAt: permit.now,
    grantedById: permit.actor.accountId,
    reversesId: row.id,
    reason,
    signedOn: row.signedOn ? dateColumn(permit.today) : null,
  };
}

/** Unit and household of whom it is for, as they are on that day. */
async function receiverOf(
  tx: Tx,
  permit: Permit,
  { personId, householdId, isReached }: NewGrant,
): Promise<{ unitId: string; householdId: string | null; subjectId: string }> {
  if (!personId && !householdId) throw new Error("a grant without person and household");
  const household = householdId
    ? await tx.household.findFirst({
        where: { id: householdId, bureauId: permit.reach.bureauId, persons: { some: personWithin(permit) } },
        select: { id: true, head: { select: { id: true, unitId: true } } },
      })
    : null;
  if (householdId && !household) notFound();
  const person = personId
    ? await tx.person.findFirst({
        where: {
          id: personId,
          ...(isReached ? { bureauId: permit.reach.bureauId, voidedAt: null } : personWithin(permit)),
        },
        select: { id: true, unitId: true, householdId: true, status: true },
      })
    : null;
  if (personId && !person) notFound();
  if (person?.status === "DECEASED") throw new Refusal("这位职工已经去世，请发给他的家庭（户）。", "staffNo");
  if (person && household && person.householdId !== household.id) throw new Refusal("这位职工不在这一户里，请核对。");
  const to = person ?? household?.head;
  if (!to) notFound();

  return { unitId: to.unitId, householdId: household?.id ?? person?.householdId ?? null, subjectId: to.id };
}
