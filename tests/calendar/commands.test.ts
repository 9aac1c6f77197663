import { beforeEach, describe, expect, test } from "vitest";
import { correctDay } from "@/lib/calendar/commands";
import { readCalendar } from "@/lib/calendar/queries";
import { isWorkingDay } from "@/lib/calendar/rules";
import { dayCorrection } from "@/lib/calendar/schema";
import { settleTask } from "@/lib/calendar/tasks/commands";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { ownerQuery, resetDatabase } from "../setup/database";
import { administrator, clock, officerOf, permitFor } from "./permits";
import { everything, plantCalendar, plantCase, plantReceptionDay } from "./plant";

const permit = () => permitFor("calendar.correct", administrator);
const off = (date: string) => ({ date, kind: "OFF" as const, name: "临时放假", reason: "市政府通知", seenId: "" });

beforeEach(async () => {
  await resetDatabase();
  await plantCalendar();
});

describe("correcting a day", () => {
  test("a weekday becomes a day off, with its history and one audit row, and counting follows", async () => {
    const changed = await correctDay(permit(), off("2026-10-22"));
    expect(changed).toEqual({ days: 1, tasks: 0 });
    const row = await db.calendarDay.findUniqueOrThrow({ where: { date: dateColumn("2026-10-22") } });
    expect(row).toMatchObject({ kind: "OFF", name: "临时放假", source: "STAFF", status: "OFFICIAL", updatedAt: clock });
    expect(isWorkingDay(await readCalendar(db), "2026-10-22")).toBe(false);
    const [change] = await db.calendarChange.findMany();
    expect(change).toMatchObject({ before: null, after: "放假（临时放假）", reason: "市政府通知" });
    const audit = await db.auditEvent.findMany();
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({ verb: "calendar.correct", outcome: "DONE", reason: "市政府通知" });
  });
  test("a seeded row gives way to the staff's, and a later seed does not bring it back", async () => {
    await correctDay(permit(), { ...off("2026-10-10"), name: "改为休息" });
    await db.calendarDay.createMany({
      data: [
        { date: dateColumn("2026-10-10"), kind: "WORK", name: "国庆节调休上班", source: "SEED", status: "OFFICIAL" },
      ],
      skipDuplicates: true,
    });
    expect(isWorkingDay(await readCalendar(db), "2026-10-10")).toBe(false);
    expect((await db.calendarChange.findMany())[0]?.before).toBe("上班（国庆节调休上班）");
  });
  test("a day of a year without notice stays provisional", async () => {
    await correctDay(permit(), off("2027-03-08"));
    const row = await db.calendarDay.findUniqueOrThrow({ where: { date: dateColumn("2027-03-08") } });
    expect(row.status).toBe("PROVISIONAL");
  });
  test("what is no change is refused, and nothing is written", async () => {
    const before = await everything();
    const same = { date: "2026-10-10", kind: "WORK" as const, name: "国庆节调休上班", reason: "核对", seenId: "" };
    await expect(correctDay(permit(), same)).rejects.toThrow("不用改");
    expect(await everything()).toBe(before);
  });
  test("an ordinary day that stays ordinary is no change either", async () => {
    const before = await everything();
    const same = { date: "2026-10-22", kind: "WORK" as const, name: "正常上班", reason: "核对", seenId: "" };
    await expect(correctDay(permit(), same)).rejects.toThrow("不用改");
    expect(await everything()).toBe(before);
  });
  test("a page that is no longer up to date is refused, and nothing is written", async () => {
    await correctDay(permit(), off("2026-10-22"));
    const before = await everything();
    await expect(correctDay(permit(), off("2026-10-23"))).rejects.toThrow("刚被别人处理过");
    expect(await everything()).toBe(before);
    const [seen] = await db.calendarChange.findMany();
    await correctDay(permit(), { ...off("2026-10-23"), seenId: seen?.id ?? "" });
    expect(await db.calendarChange.count()).toBe(2);
  });
  test("of ten who correct the same year at once one gets through", async () => {
    const days = Array.from({ length: 10 }, (_, i) => off(`2026-11-${String(9 + i).padStart(2, "0")}`));
    const results = await Promise.allSettled(days.map((day) => correctDay(permit(), day)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.calendarChange.count()).toBe(1);
    expect(await db.auditEvent.count()).toBe(1);
  });
  test("if the audit row cannot be written, the day stays as it was", async () => {
    const before = await everything();
    await ownerQuery("ALTER TABLE audit_event ADD CONSTRAINT closed CHECK (verb <> 'calendar.correct')");
    try {
      await expect(correctDay(permit(), off("2026-10-22"))).rejects.toThrow();
    } finally {
      await ownerQuery("ALTER TABLE audit_event DROP CONSTRAINT closed");
    }
    expect(await everything()).toBe(before);
  });
  test("the form names every field that is missing", () => {
    const parsed = dayCorrection.safeParse({ date: "2026-02-30" });
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["date", "日期不对，请从日历里选"],
      ["kind", "请选择放假还是上班"],
      ["name", "请填写名称，例如 国庆节"],
      ["reason", "请写明依据或原因"],
    ]);
  });
});

describe("what a changed day touches", () => {
  test("a published reception day and running deadlines get a task, and stay as they are", async () => {
    const dayId = await plantReceptionDay("OPEN");
    const openId = await plantCase({ number: "KN-2026-0001", dueOn: "2026-11-06" });
    const answeredId = await plantCase({ number: "KN-2026-0002", status: "answered", followUpBy: "2026-11-10" });
    const changed = await correctDay(permit(), off("2026-11-06"));
    expect(changed.tasks).toBe(3);
    const tasks = await db.calendarTask.findMany({ orderBy: { summary: "asc" } });
    expect(tasks.map(({ kind, objectId, programme, summary }) => [kind, objectId, programme, summary])).toEqual([
      [
        "RECEPTION_DAY",
        dayId,
        "reception",
        "2026年11月接待日（2026-11-06 周五）：11月6日 周五改为放假，请核对接待日期和预约截止时间",
      ],
      ["CASE_DUE", openId, "hardship", "KN-2026-0001 期限2026-11-06 周五，按新日历应为2026-11-09 周一"],
      ["CASE_DUE", answeredId, "hardship", "KN-2026-0002 回访期限2026-11-10 周二，按新日历应为2026-11-11 周三"],
    ]);
    const row = await db.welfareCase.findUniqueOrThrow({ where: { id: openId } });
    expect(row).toMatchObject({ dueOn: dateColumn("2026-11-06"), version: 1 });
    const day = await db.receptionDay.findUniqueOrThrow({ where: { id: dayId } });
    expect(day).toMatchObject({ actualOn: dateColumn("2026-11-06"), version: 1 });
  });
  test("the day before counts too: the end of booking was counted from it", async () => {
    await plantReceptionDay("OPEN");
    expect((await correctDay(permit(), off("2026-11-05"))).tasks).toBe(1);
  });
  test("drafts, held and cancelled days, stopped clocks, earlier and later deadlines and a mere new name do not", async () => {
    await plantReceptionDay("DRAFT");
    await plantReceptionDay("CANCELLED");
    await plantReceptionDay("HELD", "2026-10-09");
    await plantReceptionDay("OPEN", "2026-12-04");
    await plantCase({ number: "KN-2026-0001", status: "waiting" });
    await plantCase({ number: "KN-2026-0002", dueOn: "2026-11-05" });
    await plantCase({ number: "KN-2026-0003" });
    expect((await correctDay(permit(), off("2026-11-06"))).tasks).toBe(0);
    const [seen] = await db.calendarChange.findMany();
    const renamed = { ...off("2026-11-06"), name: "换个名称", seenId: seen?.id ?? "" };
    await plantCase({ number: "KN-2026-0004", dueOn: "2026-11-10" });
    expect(await correctDay(permit(), renamed)).toEqual({ days: 1, tasks: 0 });
  });
});

describe("settling a task", () => {
  async function aTask() {
    await plantCase({ number: "KN-2026-0001", dueOn: "2026-11-06" });
    await correctDay(permit(), off("2026-11-06"));
    const task = await db.calendarTask.findFirstOrThrow();

    return task.id;
  }
  test("the programme's officer says what was done", async () => {
    const id = await aTask();
    await settleTask(permitFor("calendar.settle", officerOf("hardship")), { id, note: "期限不变，提前办" });
    const task = await db.calendarTask.findUniqueOrThrow({ where: { id } });
    expect(task).toMatchObject({ settledAt: clock, note: "期限不变，提前办" });
    expect(await db.auditEvent.count({ where: { verb: "calendar.settle", objectId: id } })).toBe(1);
  });
  test("another programme's officer does not find it, and a second time is too late", async () => {
    const id = await aTask();
    const before = await everything();
    const stranger = permitFor("calendar.settle", officerOf("insurance"));
    await expect(settleTask(stranger, { id, note: "看过了" })).rejects.toThrow("没有找到");
    await expect(settleTask(stranger, { id: newId(), note: "看过了" })).rejects.toThrow("没有找到");
    expect(await everything()).toBe(before);
    const officer = permitFor("calendar.settle", officerOf("hardship"));
    await settleTask(officer, { id, note: "看过了" });
    const settled = await everything();
    await expect(settleTask(officer, { id, note: "又看了" })).rejects.toThrow("刚被别人处理过");
    expect(await everything()).toBe(settled);
  });
});
