import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { newId } from "@/lib/id";
import { overlaps } from "@/lib/insurance/rules";
import { isIncrease } from "@/lib/insurance/changes/rules";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import type { Tx } from "@/prisma/client";
import type { Enrolment, InsuranceChange } from "@/prisma/generated/client";

/** Locks the person's insurance for this transaction: periods are compared and written under the lock. */
export async function lockEnrolments(tx: Tx, permit: Permit, personId: string): Promise<Enrolment[]> {
  await tx.$queryRaw`select id from person where id = ${personId}::uuid and bureau_id = ${permit.reach.bureauId}::uuid for update`;

  return tx.enrolment.findMany({ where: { personId }, orderBy: { startMonth: "asc" } });
}

/** The sentence that refuses a form whose month does not fit the periods on record; undefined when it does. */
export function refusePeriods(
  form: Pick<InsuranceChange, "code" | "schemes" | "month">,
  periods: readonly Enrolment[],
): string | undefined {
  const ofScheme = periods.filter(({ scheme }) => form.schemes.includes(scheme));
  if (isIncrease(form.code)) {
    const clash = ofScheme.some((period) => overlaps(period, { startMonth: form.month, endMonth: null }));

    return clash ? "勾选的险种里有的已经在保，或者月份和以前的重叠。请核对险种和起始月份。" : undefined;
  }
  const running = form.schemes.filter((scheme) =>
    ofScheme.some((one) => one.scheme === scheme && one.endMonth === null && one.startMonth <= form.month),
  );

  return running.length < form.schemes.length ? "勾选的险种里有的没有在保，不能停。请核对险种和月份。" : undefined;
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
  if (change.baseFen === null || change.wageFen === null) return;
  await tx.contributionBase.createMany({
    data: {
      id: newId(),
      bureauId: change.bureauId,
      personId: change.personId,
      fromMonth: change.month,
      wageFen: change.wageFen,
      source: change.code === "FIRST" ? "FIRST_MONTH" : "LAST_YEAR",
      baseFen: change.baseFen,
      clamp: change.clamp,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
    skipDuplicates: true,
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
