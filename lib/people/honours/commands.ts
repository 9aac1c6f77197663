import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { yearOf } from "@/lib/dates";
import { newId } from "@/lib/id";
import type { AddHonour, VoidHonour } from "@/lib/people/honours/schema";
import { personWithin } from "@/lib/people/reach/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact } from "@/prisma/client";

/** 登记荣誉. Refused: a year to come, and the same honour of the same year twice. */
export async function addHonour(permit: Permit<"people.change">, input: AddHonour): Promise<void> {
  if (input.year > yearOf(permit.today)) throw new Refusal("年度不能晚于今年", "year");
  await transact(async (tx) => {
    // The person's row is the lock: of two clerks with the same list only one enters the line.
    const held = await tx.person.updateMany({
      where: { id: input.personId, ...personWithin(permit) },
      data: { updatedAt: permit.now },
    });
    if (held.count === 0) notFound();
    const { personId, name, level, year, awardedBy } = input;
    const twin = await tx.honour.count({ where: { personId, name, level, year, voidedAt: null } });
    if (twin > 0) throw new Refusal("这项荣誉已经登记过了。", "name");
    const id = newId();
    await tx.honour.create({
      data: {
        id,
        personId,
        name,
        level,
        year,
        awardedBy,
        certificate: input.certificate ?? null,
        createdById: permit.actor.accountId,
        createdAt: permit.now,
      },
    });
    await recordAudit(tx, permit, { object: "honour", objectId: id, subjectId: personId, detail: { level, year } });
  });
}

/** 作废 an honour that was entered by mistake; the row stays with the reason. */
export async function voidHonour(
  permit: Permit<"people.change">,
  { personId, honourId, reason }: VoidHonour,
): Promise<void> {
  await transact(async (tx) => {
    const honour = await tx.honour.findFirst({
      where: { id: honourId, personId, person: personWithin(permit) },
      select: { id: true },
    });
    if (!honour) notFound();
    const { count } = await tx.honour.updateMany({
      where: { id: honour.id, voidedAt: null },
      data: { voidedAt: permit.now, voidReason: reason },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, { object: "honour", objectId: honour.id, subjectId: personId, reason });
  });
}
