import { beforeEach, describe, expect, it } from "vitest";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { comingChildren, ownMessage } from "@/lib/schooling/planner/queries";
import { knowReminder, remindParents, tellParent } from "@/lib/schooling/reminders/commands";
import { registerMine } from "@/lib/schooling/registration/commands";
import { db } from "@/prisma/client";
import { bureauId } from "../people/bureau";
import { aChild, canary, openSchool, permit, type SchoolCast } from "./bureau";

let cast: SchoolCast;
beforeEach(async () => {
  cast = await openSchool();
});

/** A family of a migrant worker with a child who starts school next year; gives the child's row. */
async function aFamily(personId: string, birth = "2021-03-08"): Promise<string> {
  const [household, member] = [newId(), newId()];
  await db.household.create({ data: { id: household, bureauId, headId: personId } });
  await db.person.update({ where: { id: personId }, data: { householdId: household, hukouScope: "OUTSIDE" } });
  await db.familyMember.create({
    data: { id: member, householdId: household, name: canary, relation: "SON", birthDate: dateColumn(birth) },
  });

  return member;
}

const plan = (who: "officer" | "firstLiaison" | "secondLiaison") => permit(cast[who], "schooling.plan");

describe("the reminder of autumn", () => {
  it("reaches the family's phone once, however often and by whomever it is sent", async () => {
    await aFamily(cast.worker.personId);
    const mine = permit(cast.worker, "my.schooling");
    expect(await ownMessage(mine)).toBeNull();
    const told = await Promise.all([
      remindParents(plan("officer"), { year: 2027 }),
      remindParents(plan("firstLiaison"), { year: 2027 }),
    ]);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await remindParents(plan("officer"), { year: 2027 })).toBe(0);
    await expect(remindParents(plan("officer"), { year: 2026 })).rejects.toThrow("请刷新再发");
    expect(await db.schoolReminder.count()).toBe(1);
    const message = await ownMessage(mine);
    expect(message).toMatchObject({ year: 2027, sentOn: "2026-10-12" });
    expect(JSON.stringify(message)).not.toContain(canary);
    expect(await ownMessage(permit(cast.otherWorker, "my.home"))).toBeNull();
  });

  it("is answered by the family alone, and the planner shows it", async () => {
    await aFamily(cast.worker.personId);
    await remindParents(plan("officer"), { year: 2027 });
    const { id: reminderId } = await db.schoolReminder.findFirstOrThrow();
    const line = async () => (await comingChildren(plan("officer"), {})).rows[0];
    expect(await line()).toMatchObject({ remindedOn: "2026-10-12", isKnown: false });
    await expect(knowReminder(permit(cast.otherWorker, "my.schooling"), { reminderId })).rejects.toThrow();
    expect(await line()).toMatchObject({ isKnown: false });
    await knowReminder(permit(cast.worker, "my.schooling"), { reminderId });
    await knowReminder(permit(cast.worker, "my.schooling"), { reminderId });
    expect(await line()).toMatchObject({ isKnown: true });
    expect(await ownMessage(permit(cast.worker, "my.home"))).toBeNull();
  });

  it("may be given face to face by the own unit's liaison, not by another's", async () => {
    const memberId = await aFamily(cast.worker.personId);
    await expect(tellParent(plan("secondLiaison"), { memberId })).rejects.toThrow();
    expect(await remindParents(plan("secondLiaison"), { year: 2027 })).toBe(0);
    expect(await db.schoolReminder.count()).toBe(0);
    await tellParent(plan("firstLiaison"), { memberId });
    expect(await db.schoolReminder.findMany()).toMatchObject([{ toldById: cast.firstLiaison.accountId }]);
    expect((await comingChildren(plan("officer"), {})).untold).toBe(0);
  });

  it("goes to nobody who is too young, and is over when the child is registered", async () => {
    await aFamily(cast.otherWorker.personId, "2021-09-01");
    await aFamily(cast.worker.personId);
    expect(await remindParents(plan("officer"), { year: 2027 })).toBe(1);
    await registerMine(permit(cast.worker, "my.schooling"), aChild());
    expect(await ownMessage(permit(cast.worker, "my.home"))).toBeNull();
  });
});
