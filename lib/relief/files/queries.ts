import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { loadCase, type LoadedCase } from "@/lib/cases/queries";
import { parametersAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import type { Thresholds } from "@/lib/relief/rules";
import type { Tx } from "@/prisma/client";
import { Prisma, type EmergencyRelief } from "@/prisma/generated/client";

/**
 * The relief cases a permit reaches, as a condition on `welfare_case c` joined with `emergency_relief r`. Officer of
 * relief: all. Leader: lists and figures (masked) of all, see `openTo`. Liaison: what was reported by herself. Worker: own.
 */
export function reliefWithin({ actor, reach }: Permit): Prisma.Sql {
  const bureau = Prisma.sql`(r.bureau_id = ${reach.bureauId}::uuid
    and not exists (select 1 from case_recusal x where x.case_id = r.case_id and x.account_id = ${actor.accountId}::uuid))`;
  if (reach.kind === "self")
    return Prisma.sql`(${bureau} and c.status <> 'void' and r.person_id = ${reach.personId}::uuid)`;
  if (reach.isLeader || reach.programmes.includes("relief")) return bureau;
  if (reach.unitIds.length > 0) return Prisma.sql`(${bureau} and c.created_by_id = ${actor.accountId}::uuid)`;

  return Prisma.sql`false`;
}

/**
 * The same for the page of one case: a leader opens it while something is to be decided (pay first, approval) and what he
 * decided himself (domain.md §16: A by threshold).
 */
export function openTo(permit: Permit): Prisma.Sql {
  const { reach } = permit;
  if (!reach.isLeader || reach.programmes.includes("relief")) return reliefWithin(permit);

  return Prisma.sql`(${reliefWithin(permit)} and r.person_id <> ${reach.personId}::uuid
    and (c.stage in ('ACCEPTED', 'APPROVAL') or r.approver_id = ${reach.personId}::uuid
      or r.paid_first_by_id = ${reach.personId}::uuid))`;
}

/** A case with its relief, as the commands need it. */
export type UnderWay = { loaded: LoadedCase; relief: EmergencyRelief; householdId: string | null };

/**
 * Loads what a command touches, within the permit's reach; outside it is not found.
 * Refused: somebody changed the case since the version on the screen.
 */
export async function loadRelief(
  tx: Tx,
  permit: Permit,
  { caseId, version }: { caseId: string; version: number },
): Promise<UnderWay> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select c.id from welfare_case c join emergency_relief r on r.case_id = c.id
    where c.id = ${caseId}::uuid and ${openTo(permit)}`;
  if (!found) notFound();
  const { person, ...relief } = await tx.emergencyRelief.findUniqueOrThrow({
    where: { caseId },
    include: { person: { select: { householdId: true } } },
  });
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  if (loaded.version !== version) throw new Refusal("这件事刚被别人处理过，请刷新页面，看看现在的情况再办。");

  return { loaded, relief, householdId: person.householdId };
}

/** The dated amounts of who decides what. */
export async function thresholdsOn(tx: Tx, permit: Permit): Promise<Thresholds> {
  const keys = ["relief.chairMost", "relief.leaderMost", "relief.payFirstMost"] as const;
  const values = await parametersAt(tx, keys, permit.today);

  return {
    chairMost: values["relief.chairMost"],
    leaderMost: values["relief.leaderMost"],
    payFirstMost: values["relief.payFirstMost"],
  };
}

/** What was granted for a case and is not taken back, 分, and whether all of it is signed for. */
export async function grantedRows(
  tx: Tx,
  _permit: Permit,
  caseId: string,
): Promise<{ sumFen: number; isSigned: boolean; payers: string[] }> {
  const rows = await tx.signOff.findMany({
    where: { caseId, reversesId: null, reversedBy: null },
    select: { amountFen: true, signedOn: true, firstGiverId: true, secondGiverId: true },
  });

  return {
    sumFen: rows.reduce((sum, { amountFen }) => sum + Number(amountFen), 0),
    isSigned: rows.length > 0 && rows.every(({ signedOn }) => signedOn !== null),
    payers: rows
      .flatMap(({ firstGiverId, secondGiverId }) => [firstGiverId, secondGiverId])
      .filter((one) => one !== null),
  };
}

export type Twice = {
  caseId: string;
  number: string;
  event: EmergencyRelief["event"];
  happenedOn: Date;
  mayOpen: boolean;
};

/**
 * Cases of the same household that may be the same event: still open, or of about the same days. Number and day only, so
 * that the liaison of one unit learns nothing of what the spouse's unit wrote.
 */
export async function maybeTwice(
  tx: Tx,
  permit: Permit,
  of: { personId: string; happenedOn?: string | undefined },
): Promise<Twice[]> {
  const days = (await parametersAt(tx, ["relief.twiceDays"], permit.today))["relief.twiceDays"];

  return tx.$queryRaw<Twice[]>`
    select r.case_id as "caseId", c.number, r.event::text as event, r.happened_on as "happenedOn", ${openTo(permit)} as "mayOpen"
    from emergency_relief r join welfare_case c on c.id = r.case_id
      join person p on p.id = r.person_id join person own on own.id = ${of.personId}::uuid
    where r.bureau_id = ${permit.reach.bureauId}::uuid and c.status <> 'void' and c.stage <> 'WITHDRAWN'
      and (p.id = own.id or p.household_id = own.household_id)
      and (c.status in ('open', 'waiting')
        or abs(r.happened_on - ${of.happenedOn ?? permit.today}::date) <= ${days}::int)
    order by r.case_id desc limit 5`;
}
