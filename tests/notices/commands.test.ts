import { beforeEach, describe, expect, test } from "vitest";
import { changeParameter } from "@/lib/parameters/commands";
import { draftNotice, publishNotice, voidNotice } from "@/lib/notices/commands";
import { draftByHand } from "@/lib/notices/drafts/commands";
import { checkObjection, objectMine, objectTo, settleObjection } from "@/lib/notices/objections/commands";
import { noticeFor } from "@/lib/notices/queries";
import { mayAct } from "@/lib/notices/rules";
import type { NewNotice } from "@/lib/notices/schema";
import type { CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db, transact } from "@/prisma/client";
import { anActor, officer, systemAdmin, type Staff } from "../people/bureau";
import { monday, openBureau, permit, type Cast } from "../cases/bureau";
import { ownerQuery } from "../setup/database";

let cast: Cast;
let helper: Staff;
let chair: Staff;
const objectId = newId();

beforeEach(async () => {
  cast = await openBureau();
  helper = await anActor("刘帮扶", [officer("hardship")]);
  chair = await anActor("陈主席", [{ ...officer("hardship"), isManager: true }]);
});

const aList = (given: Partial<NewNotice> = {}): NewNotice => ({
  matter: "hardship",
  objectId,
  title: "2027年春节走访慰问名单公示",
  text: "经本人申请、入户核查、审核，拟走访慰问下列职工。",
  place: "局机关一楼、各环卫所公示栏",
  phone: "022-0000 0000",
  entries: [
    { key: "a", maskedName: "王*国", unit: "环卫一所", amountFen: 50_000 },
    { key: "b", maskedName: "张*英", unit: "环卫一所", amountFen: 50_000 },
  ],
  ...given,
});
const draft = async (given: Partial<NewNotice> = {}, who = helper) =>
  (await transact((tx) => draftNotice(tx, permit(who, "notices.draft"), aList(given)))).id;
const publish = (noticeId: string, who: Staff = cast.boss, on: CivilDate = monday) =>
  publishNotice(permit(who, "notices.publish", on), { noticeId, version: 1 });
const standing = (on: CivilDate) =>
  transact((tx) => noticeFor(tx, permit(helper, "notices.view", on), { matter: "hardship", objectId }));
const entry = async (noticeId: string, key: string) =>
  (await db.noticeEntry.findFirstOrThrow({ where: { noticeId, key } })).id;

async function aRunningNotice(): Promise<string> {
  const id = await draft();
  await publish(id);

  return id;
}

async function anObjection(noticeId: string, key = "a", who: Staff = cast.firstLiaison): Promise<string> {
  return objectTo(permit(who, "notices.object"), {
    requestKey: newId(),
    noticeId,
    entryId: await entry(noticeId, key),
    channel: "LIAISON",
    content: "他家里有两套房子出租",
    objector: "李四海",
    contact: undefined,
  });
}

const everything = async () =>
  JSON.stringify(
    await ownerQuery(`select t::text as row from public_notice t union all select t::text from notice_entry t
      union all select t::text from objection t union all select id::text from audit_event
      union all select t::text from case_counter t order by 1`),
  );

async function expectRefused(run: () => Promise<unknown>, sentence: RegExp | string): Promise<void> {
  const before = await everything();
  await expect(run()).rejects.toThrow(sentence);
  expect(await everything()).toBe(before);
}

describe("drafting", () => {
  test("numbers the notices of a year and freezes the list in its order", async () => {
    const first = await draft();
    const second = await draft({ objectId: undefined });
    const rows = await db.publicNotice.findMany({ orderBy: { number: "asc" }, include: { entries: true } });
    expect(rows.map(({ id, number }) => [id, number])).toEqual([
      [first, "GS-2026-0001"],
      [second, "GS-2026-0002"],
    ]);
    expect(rows[0]?.entries.map(({ place, maskedName }) => `${place} ${maskedName}`).sort()).toEqual([
      "1 王*国",
      "2 张*英",
    ]);
  });
  test("is refused with an unmasked name, an empty list, a number of a person, and a second time for the same thing", async () => {
    const one = { key: "a", maskedName: "王*国", unit: "环卫一所" };
    await expectRefused(() => draft({ entries: [{ ...one, maskedName: "王建国" }] }), "unmasked name");
    await expectRefused(() => draft({ entries: [] }), "名单是空的");
    await expectRefused(() => draft({ text: "联系人手机 13800138000" }), "个人手机号");
    await expectRefused(() => draft({ entries: [{ ...one, note: "129900196804121011" }] }), "身份证号");
    await draft();
    await expectRefused(() => draft(), /nique/);
  });
  test("by hand takes names and units from the roster, masked", async () => {
    const lines = `${cast.worker.loginName} 500 慰问\n${cast.otherWorker.loginName}\t1,200.50`;
    const id = await draftByHand(permit(helper, "notices.draft"), { ...aList(), lines });
    const rows = await db.noticeEntry.findMany({ where: { noticeId: id }, orderBy: { place: "asc" } });
    expect(rows.map(({ maskedName, unit, amountFen, note }) => [maskedName, unit, amountFen, note])).toEqual([
      ["王*国", "环卫一所", 50_000n, "慰问"],
      ["张*英", "环卫一所", 120_050n, null],
    ]);
    expect(
      JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toMatch(/王建国|张秀英/);
  });
  test("by hand is refused for another programme and for a 工号 nobody has", async () => {
    const by = (given: object) =>
      draftByHand(permit(helper, "notices.draft"), { ...aList(), lines: "99999", ...given });
    await expectRefused(() => by({ matter: "insurance" }), "不归您管");
    await expectRefused(() => by({}), "没有工号 99999");
  });
});

describe("publishing", () => {
  test("starts five working days by a leader or the head of the office, and says so in the log", async () => {
    const id = await aRunningNotice();
    const row = await db.publicNotice.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ workingDays: 5, publishedById: cast.boss.accountId });
    expect(row.endsOn?.toISOString().slice(0, 10)).toBe("2026-10-19");
    expect(await standing("2026-10-19")).toMatchObject({
      state: "RUNNING",
      lastDay: "2026-10-19",
      isProvisional: false,
    });
    expect(await standing("2026-10-20")).toMatchObject({ state: "ENDED" });
    await publish(await draft({ objectId: newId() }), chair);
    expect(await db.auditEvent.count({ where: { verb: "notices.publish", objectId: id } })).toBe(1);
  });
  test("takes the parameter of the day, never less than five", async () => {
    const admin = await anActor("董系统", [systemAdmin]);
    const change = {
      key: "notices.workingDays",
      value: 7,
      validFrom: monday,
      reason: "局务会定的",
      isUnverified: false,
      seenId: "",
    } as const;
    await changeParameter(permit(admin, "parameters.change"), change);
    const id = await aRunningNotice();
    expect((await db.publicNotice.findUniqueOrThrow({ where: { id } })).endsOn?.toISOString().slice(0, 10)).toBe(
      "2026-10-21",
    );
    await expect(db.publicNotice.update({ where: { id }, data: { workingDays: 4 } })).rejects.toThrow(
      /public_notice_long_enough/,
    );
  });
  test("is refused to who drafted it, to an ordinary officer, to a liaison, twice, and outside the programme", async () => {
    const own = await draft({}, chair);
    await expectRefused(() => publish(own, chair), "起草的人不能自己发布");
    await expectRefused(() => publish(own, helper), "要由局领导或这个科室的负责人");
    await expectRefused(() => publish(own, cast.insurance), /404/);
    expect(() => permit(cast.firstLiaison, "notices.publish")).toThrow("may not");
    await publish(own);
    await expectRefused(() => publish(own), "已经发布");
  });
  test("is refused to a leader whose own name is on the list", async () => {
    const entries = [{ key: cast.boss.personId, maskedName: "赵*", unit: "局机关" }];
    const id = await draft({ entries });
    await expectRefused(() => publish(id), "名单里有您本人");
    await publish(id, cast.deputy);
  });
  test("by two at once happens once", async () => {
    const id = await draft();
    const tries = await Promise.allSettled([publish(id), publish(id, cast.deputy)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("taking back", () => {
  const drop = (who: Staff, noticeId: string, version: number) =>
    voidNotice(permit(who, "notices.void"), { noticeId, version, reason: "名单漏了一个班" });

  test("a draft goes by its officer, frees the object and never its number", async () => {
    await drop(helper, await draft(), 1);
    expect(await standing(monday)).toBeUndefined();
    const again = await draft();
    expect((await db.publicNotice.findUniqueOrThrow({ where: { id: again } })).number).toBe("GS-2026-0002");
  });
  test("what hangs goes by a leader only; then nothing moves by it", async () => {
    const id = await aRunningNotice();
    await expectRefused(() => drop(helper, id, 2), "只有局领导");
    await expectRefused(() => drop(cast.insurance, id, 2), "只有局领导");
    await drop(cast.boss, id, 2);
    expect(mayAct(await standing("2026-11-20"), "a", "2026-11-20")).toBe(false);
    await expectRefused(() => drop(cast.boss, id, 3), "已经作废");
  });
});

describe("an objection", () => {
  const check = (objectionId: string, who: Staff = helper) =>
    checkObjection(permit(who, "notices.check"), { objectionId, findings: "入户看过，房子是他哥哥的" });
  const settle = (objectionId: string, outcome: "KEPT" | "STRUCK", who: Staff = cast.boss) =>
    settleObjection(permit(who, "notices.settle"), { objectionId, outcome, reason: "情况属实，按办法办理" });

  test("freezes only its entry, until a leader keeps it", async () => {
    const id = await aRunningNotice();
    const objection = await anObjection(id);
    const after = "2026-10-20";
    const objected = await standing(after);
    expect(["a", "b"].map((key) => mayAct(objected, key, after))).toEqual([false, true]);
    await check(objection);
    await settle(objection, "KEPT");
    expect(mayAct(await standing(after), "a", after)).toBe(true);
  });
  test("struck, its entry never moves", async () => {
    const id = await aRunningNotice();
    const objection = await anObjection(id);
    await check(objection);
    await settle(objection, "STRUCK");
    const now = await standing("2026-12-01");
    expect(["a", "b"].map((key) => mayAct(now, key, "2026-12-01"))).toEqual([false, true]);
  });
  test("its text and who brought it are encrypted; a nameless one has no name anywhere", async () => {
    const id = await aRunningNotice();
    await anObjection(id);
    await objectMine(permit(cast.worker, "my.object"), {
      requestKey: newId(),
      noticeId: id,
      entryId: await entry(id, "b"),
      content: "她家并不困难",
      anonymous: "yes",
    });
    const rows = await ownerQuery<{ row: string }>("select o::text as row from objection o");
    expect(rows.map(({ row }) => row).join()).not.toMatch(/房子|李四海|困难|王建国/);
    const nameless = await db.objection.findFirstOrThrow({ where: { channel: "WORKER" } });
    expect(nameless.objectorCipher).toBeNull();
  });
  test("is refused before publication, after the last day and for an entry of another list", async () => {
    const id = await draft();
    await expectRefused(() => anObjection(id, "a", helper), "还没有贴出来");
    await expectRefused(() => anObjection(id), /404/);
    await publish(id);
    const other = await draft({ objectId: newId() });
    const input = { requestKey: newId(), noticeId: id, channel: "PHONE", content: "名单不对不对" } as const;
    const by = (entryId: string, on: CivilDate) =>
      objectTo(permit(helper, "notices.object", on), { ...input, entryId, objector: undefined, contact: undefined });
    const [mine, foreign] = [await entry(id, "a"), await entry(other, "a")];
    await expectRefused(() => by(foreign, monday), "名单上没有");
    await expectRefused(() => by(mine, "2026-10-20"), "公示期已经结束");
    expect(await by(mine, "2026-10-19")).toBeTruthy();
  });
  test("sent twice is one; a fourth from one phone is refused", async () => {
    const id = await aRunningNotice();
    const mine = {
      requestKey: newId(),
      noticeId: id,
      entryId: await entry(id, "b"),
      content: "她家并不困难",
      anonymous: "no",
    } as const;
    const say = (requestKey: string) => objectMine(permit(cast.worker, "my.object"), { ...mine, requestKey });
    expect(await say(mine.requestKey)).toBe(await say(mine.requestKey));
    await say(newId());
    await say(newId());
    await expectRefused(() => say(newId()), "已经提过三条");
    expect(await db.objection.count()).toBe(3);
  });
  test("is checked by the programme's officer once, and settled by a leader who did neither enter nor check it", async () => {
    const id = await aRunningNotice();
    const objection = await anObjection(id);
    await expectRefused(() => check(objection, cast.insurance), /404/);
    await expectRefused(() => settle(objection, "KEPT"), "还没有核实");
    await check(objection);
    await expectRefused(() => check(objection), "已经核实");
    await db.objection.update({ where: { id: objection }, data: { enteredById: cast.boss.accountId } });
    await expectRefused(() => settle(objection, "KEPT"), "不能自己定");
    await settle(objection, "KEPT", cast.deputy);
    await expectRefused(() => settle(objection, "STRUCK", cast.deputy), "已经处理");
  });
  test("settled by two leaders at once gets one answer", async () => {
    const objection = await anObjection(await aRunningNotice());
    await check(objection);
    const tries = await Promise.allSettled([settle(objection, "KEPT"), settle(objection, "STRUCK", cast.deputy)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.auditEvent.count({ where: { verb: "notices.settle" } })).toBe(1);
  });
});
