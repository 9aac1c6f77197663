import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/id";
import { addHonour, voidHonour } from "@/lib/people/honours/commands";
import { AddHonour } from "@/lib/people/honours/schema";
import { db } from "@/prisma/client";
import { resetDatabase } from "../../setup/database";
import { anActor, aPerson, countAll, officer, openUnits, permitOf, type Staff } from "../bureau";

let personnel: Staff;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  id = (await aPerson({ name: "李扫街" })).id;
});

const permit = () => permitOf(personnel, "people.change");
const add = (given: Record<string, unknown> = {}) =>
  addHonour(
    permit(),
    AddHonour.parse({ personId: id, name: "优秀段组长", level: "UNIT", year: "2025", awardedBy: "区环卫局", ...given }),
  );

test("an honour is entered once, with its audit row", async () => {
  await add();
  expect(await db.honour.findMany()).toMatchObject([{ name: "优秀段组长", year: 2025, voidedAt: null }]);
  expect(await db.auditEvent.count({ where: { object: "honour", subjectId: id } })).toBe(1);
  const counts = await countAll();
  await expect(add()).rejects.toThrow("已经登记过了");
  expect(await countAll()).toEqual(counts);
  await add({ year: "2024" });
});

test("two clerks with the same list enter one line", async () => {
  const both = await Promise.allSettled([add(), add()]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.honour.count()).toBe(1);
});

test("a year to come is refused, and an unknown person is not found", async () => {
  const counts = await countAll();
  await expect(add({ year: "2027" })).rejects.toThrow("年度不能晚于今年");
  await expect(add({ personId: newId() })).rejects.toThrow("NEXT_HTTP_ERROR");
  expect(await countAll()).toEqual(counts);
});

test("作废 keeps the row with the reason and makes room for the right one; it happens once", async () => {
  await add();
  const { id: honourId } = await db.honour.findFirstOrThrow();
  await voidHonour(permit(), { personId: id, honourId, reason: "录入错误" });
  expect(await db.honour.findFirstOrThrow()).toMatchObject({ voidReason: "录入错误" });
  const counts = await countAll();
  await expect(voidHonour(permit(), { personId: id, honourId, reason: "再来一次" })).rejects.toThrow("刚被别人处理过");
  const stranger = await aPerson({ name: "赵别人" });
  const act = voidHonour(permit(), { personId: stranger.id, honourId, reason: "不是本人" });
  await expect(act).rejects.toThrow("NEXT_HTTP_ERROR");
  expect((await countAll()).audit_event).toBe(counts.audit_event);
  await add();
});
