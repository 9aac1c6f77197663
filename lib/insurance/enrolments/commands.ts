import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, monthAfter, monthOf } from "@/lib/dates";
import { newId } from "@/lib/id";
import { refusePeriods } from "@/lib/insurance/enrolments/rules";
import { isIncrease } from "@/lib/insurance/changes/rules";
import { ratesOf } from "@/lib/insurance/rates/queries";
import { clampBase } from "@/lib/insurance/rules";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import type { Tx } from "@/prisma/client";
import type { Enrolment, InsuranceChange } from "@/prisma/generated/client";

/** Locks the person's insurance for this transaction: periods are compared and written under the lock. */
export async function lockEnrolments(tx: Tx, permit: Permit, personId: string): Promise<Enrolment[]> {
  await tx.$queryRaw`select id from person where id = ${personId}::uuid and bureau_id = ${permit.reach.bureauId}::uuid for update`;

  return tx.enrolment.findMany({ where: { personId }, orderBy: { startMonth: "asc" } });
}

/**
 * What an effective form does to the record: opens the periods of an increase, ends those of a decrease. The base that
 * was declared holds from the same month. Refused: a month that no longer fits the record.
 */
export async function putIntoEffect(tx: Tx, permit: Permit, change: InsuranceChange): Promise<void> {
  const periods = await lockEnrolments(tx, permit, change.personId);
  const refused = refusePeriods(change, periods);
  if (refused) throw new Refusal(refused);
  if (!isIncrease(change.code)) return endPeriods(tx, change, periods);
  await tx.enrolment.createMany({
    data: change.schemes.map((scheme) => ({
      id: newId(),
      bureauId: change.bureauId,
      personId: change.personId,
      scheme,
      payer: change.payer,
      startMonth: change.month,
      startCode: change.code,
      isGained: true,
      changeId: change.id,
      createdAt: permit.now,
    })),
  });
  await writeBases(tx, permit, change);
}

/**
 * The declared base from the first month on. Declared back (补缴), it is held anew by every floor and cap that came into
 * force since, so that each base year has its own row.
 */
async function writeBases(tx: Tx, permit: Permit, change: InsuranceChange): Promise<void> {
  if (change.baseFen === null || change.wageFen === null) return;
  const wage = Number(change.wageFen);
  const bases = [{ fromMonth: change.month, baseFen: Number(change.baseFen), clamp: change.clamp }];
  for (let month = monthAfter(change.month, 1); month <= monthOf(permit.today); month = monthAfter(month, 1)) {
    const next = clampBase(wage, (await ratesOf(tx, permit, month)).bounds);
    if (next.baseFen !== bases.at(-1)?.baseFen) bases.push({ fromMonth: month, ...next });
  }
  const { hireDate } = await tx.person.findUniqueOrThrow({
    where: { id: change.personId },
    select: { hireDate: true },
  });
  const isNew = hireDate !== null && fromDateColumn(hireDate).slice(0, 4) === change.month.slice(0, 4);
  await tx.contributionBase.createMany({
    data: bases.map(({ fromMonth, baseFen, clamp }) => ({
      id: newId(),
      bureauId: change.bureauId,
      personId: change.personId,
      fromMonth,
      wageFen: wage,
      // Last year's average is nobody's who was not here last year.
      source: isNew ? ("FIRST_MONTH" as const) : ("LAST_YEAR" as const),
      baseFen,
      clamp,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    })),
  });
}

async function endPeriods(tx: Tx, change: InsuranceChange, periods: readonly Enrolment[]): Promise<void> {
  const running = periods.filter(({ scheme, endMonth }) => endMonth === null && change.schemes.includes(scheme));
  const { count } = await tx.enrolment.updateMany({
    where: { id: { in: running.map(({ id }) => id) }, endMonth: null },
    data: { endMonth: change.month, endCode: change.code, endChangeId: change.id, version: { increment: 1 } },
  });
  if (count !== running.length) throw actedMeanwhile();
}
