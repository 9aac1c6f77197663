import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { newId } from "@/lib/id";
import { peopleWithin } from "@/lib/people/reach/queries";
import { Refusal } from "@/lib/refusal";
import { currentIntake } from "@/lib/schooling/intakes/queries";
import { coming, told } from "@/lib/schooling/planner/queries";
import type { KnowReminder, RemindParents, TellParent } from "@/lib/schooling/reminders/schema";
import { transact, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

/** Families told with one press; the rest come with the next. */
const AT_ONCE = 2_000;

type Found = { memberId: string; householdId: string; personId: string };

/**
 * 提醒家长: a message to every family of the planner's list within reach that has had none for this intake. Pressed twice,
 * or by two people at once, nobody is told twice: the key of the child and the intake lets one row in. Refused: the list
 * of an intake that is over by now.
 * @returns how many families were told now
 */
export async function remindParents(permit: Permit<"schooling.plan">, { year, unit }: RemindParents): Promise<number> {
  const inUnit = unit
    ? Prisma.sql`p.unit_id in (select id from org_unit where ${unit}::uuid in (id, top_unit_id))`
    : Prisma.sql`true`;

  return transact(async (tx) => {
    const { year: now } = await currentIntake(permit, tx);
    if (year !== now) throw new Refusal(`现在提醒的是 ${now} 年入学的孩子，名单已经换了，请刷新再发。`);
    const found = await untold(tx, permit, inUnit);

    return tell(tx, permit, found, {});
  });
}

/**
 * 当面说了: the parent has no phone or does not read it. Kept as known, by whom; also when no message was sent before.
 * Refused: a child that is not on the list, another unit's.
 */
export async function tellParent(permit: Permit<"schooling.plan">, { memberId }: TellParent): Promise<void> {
  await transact(async (tx) => {
    const found = await untold(tx, permit, Prisma.sql`m.id = ${memberId}::uuid`, true);
    if (found.length === 0) notFound();
    const known = { knownAt: permit.now, toldById: permit.actor.accountId };
    await tell(tx, permit, found, known);
    await tx.schoolReminder.updateMany({
      where: { memberId, intakeYear: (await currentIntake(permit, tx)).year, knownAt: null },
      data: known,
    });
  });
}

/** 「知道了」 on the phone of somebody of the family. Anybody else's message is not found; pressed twice it stays as it was. */
export async function knowReminder(permit: Permit<"my.schooling">, { reminderId }: KnowReminder): Promise<void> {
  await transact(async (tx) => {
    const own = await tx.schoolReminder.findFirst({
      where: { id: reminderId, household: { persons: { some: { id: permit.reach.personId } } } },
      select: { id: true },
    });
    if (!own) notFound();
    const { count } = await tx.schoolReminder.updateMany({
      where: { id: reminderId, knownAt: null },
      data: { knownAt: permit.now },
    });
    if (count === 1)
      await recordAudit(tx, permit, {
        object: "school_reminder",
        objectId: reminderId,
        subjectId: permit.reach.personId,
        detail: { step: "known" },
      });
  });
}

async function untold(tx: Tx, permit: Permit, which: Prisma.Sql, isToldToo = false): Promise<Found[]> {
  const intake = await currentIntake(permit, tx);
  const open = isToldToo ? Prisma.sql`true` : Prisma.sql`not ${told(permit, intake)}`;

  return tx.$queryRaw<Found[]>`
    select m.id as "memberId", h.id as "householdId", p.id as "personId"
    from family_member m join household h on h.id = m.household_id join person p on p.id = h.head_id
    where ${peopleWithin(permit)} and ${coming(permit, intake)} and ${open} and ${which} order by m.id limit ${AT_ONCE}`;
}

async function tell(
  tx: Tx,
  permit: Permit,
  found: readonly Found[],
  known: { knownAt?: Date; toldById?: string },
): Promise<number> {
  const { year } = await currentIntake(permit, tx);
  const { count } = await tx.schoolReminder.createMany({
    data: found.map(({ memberId, householdId }) => ({
      id: newId(),
      bureauId: permit.reach.bureauId,
      householdId,
      memberId,
      intakeYear: year,
      sentById: permit.actor.accountId,
      sentAt: permit.now,
      knownAt: known.knownAt ?? null,
      toldById: known.toldById ?? null,
    })),
    skipDuplicates: true,
  });
  if (count > 0)
    await recordAudit(tx, permit, {
      object: "school_reminder",
      objectId: found[0]?.householdId ?? "",
      detail: { step: "remind", intake: year, families: count },
    });

  return count;
}
