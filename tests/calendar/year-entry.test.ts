import { beforeEach, describe, expect, test } from "vitest";
import { correctDay } from "@/lib/calendar/commands";
import { proposedBlocks, type Blocks } from "@/lib/calendar/festivals/rules";
import { readCalendar } from "@/lib/calendar/queries";
import { addWorkingDays, isProvisional } from "@/lib/calendar/rules";
import { enterYear } from "@/lib/calendar/years/commands";
import { yearEntry } from "@/lib/calendar/years/schema";
import { dateColumn } from "@/lib/dates";
import { db } from "@/prisma/client";
import { resetDatabase } from "../setup/database";
import { administrator, permitFor } from "./permits";
import { everything, plantCalendar, plantCase, plantReceptionDay } from "./plant";

const permit = () => permitFor("calendar.correct", administrator, new Date("2026-11-20T09:00:00+08:00"));
const notice = "国办发明电〔2026〕9号（演示）";
/** An invented notice of 2027: 端午 and 中秋 as proposed, 春节 longer, with make-up days. */
const blocks2027: Blocks = {
  ...proposedBlocks(2027),
  SPRING: { from: "2027-02-05", to: "2027-02-13", makeUp: ["2027-01-31", "2027-02-20"] },
};
const entry = (change: object = {}) => ({
  year: 2027,
  isOfficial: true,
  notice,
  seenId: "",
  blocks: blocks2027,
  ...change,
});

beforeEach(async () => {
  await resetDatabase();
  await plantCalendar();
});

describe("entering a year", () => {
  test("the notice makes the year official, keeps a line for each different day and one audit row", async () => {
    const changed = await enterYear(permit(), entry());
    expect(changed).toEqual({ days: 3, tasks: 0 });
    const year = await db.calendarYear.findUniqueOrThrow({ where: { year: 2027 } });
    expect(year).toMatchObject({ isOfficial: true, notice, confirmedAt: new Date("2026-11-20T09:00:00+08:00") });
    const changes = await db.calendarChange.findMany({ orderBy: { date: "asc" } });
    expect(changes.map(({ before, after, reason }) => [before, after, reason])).toEqual([
      [null, "上班（春节调休上班）", notice],
      [null, "放假（春节）", notice],
      [null, "上班（春节调休上班）", notice],
    ]);
    const statuses = await db.calendarDay.groupBy({
      by: ["status"],
      where: { date: { gte: dateColumn("2027-01-01") } },
      _count: true,
    });
    expect(statuses.map(({ status }) => status)).toEqual(["OFFICIAL"]);
    const calendar = await readCalendar(db);
    expect(isProvisional(calendar, "2027-02-01")).toBe(false);
    expect(addWorkingDays(calendar, "2027-01-29", 1)).toBe("2027-01-31");
    const audit = await db.auditEvent.findMany();
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({ verb: "calendar.correct", object: "calendar_year", reason: notice });
  });
  test("a day that the entry leaves out becomes ordinary and keeps a row that says so", async () => {
    const shorter = { ...blocks2027, NATIONAL: { from: "2027-10-01", to: "2027-10-06", makeUp: [] } };
    await enterYear(permit(), entry({ blocks: shorter }));
    const row = await db.calendarDay.findUniqueOrThrow({ where: { date: dateColumn("2027-10-07") } });
    expect(row).toMatchObject({ kind: "WORK", name: "正常上班", source: "STAFF", status: "OFFICIAL" });
  });
  test("a day off that staff have added for another reason stays", async () => {
    const date = "2027-03-08";
    await correctDay(permit(), { date, kind: "OFF", name: "临时放假", reason: "市政府通知", seenId: "" });
    const [seen] = await db.calendarChange.findMany();
    await enterYear(permit(), entry({ seenId: seen?.id ?? "" }));
    const row = await db.calendarDay.findUniqueOrThrow({ where: { date: dateColumn(date) } });
    expect(row).toMatchObject({ kind: "OFF", name: "临时放假" });
  });
  test("before the notice the year can be entered for the time being", async () => {
    const changed = await enterYear(permit(), entry({ isOfficial: false, notice: "" }));
    expect(changed.days).toBe(3);
    expect(isProvisional(await readCalendar(db), "2027-02-01")).toBe(true);
    const [change] = await db.calendarChange.findMany();
    expect(change?.reason).toBe("2027年放假安排（暂定）");
  });
  test("the notice that agrees with what was expected changes no day but confirms the year", async () => {
    const changed = await enterYear(permit(), entry({ blocks: proposedBlocks(2027) }));
    expect(changed).toEqual({ days: 0, tasks: 0 });
    expect((await db.calendarYear.findUniqueOrThrow({ where: { year: 2027 } })).isOfficial).toBe(true);
    expect(await db.auditEvent.count()).toBe(1);
  });
  test("a deadline that was counted provisionally gets a task, however many days inside it have changed", async () => {
    const caseId = await plantCase({ number: "KN-2027-0001", dueOn: "2027-02-23" });
    const changed = await enterYear(permit(), entry());
    expect(changed).toEqual({ days: 3, tasks: 1 });
    const [task] = await db.calendarTask.findMany();
    expect(task).toMatchObject({
      objectId: caseId,
      summary: "KN-2027-0001 期限2027-02-23 周二，按新日历应为2027-02-20 周六",
    });
  });
  test("a reception day whose Friday the notice takes away gets a task and stays", async () => {
    const dayId = await plantReceptionDay("OPEN", "2027-02-19");
    const longer = { ...blocks2027, SPRING: { from: "2027-02-10", to: "2027-02-19", makeUp: [] } };
    await enterYear(permit(), entry({ blocks: longer }));
    const tasks = await db.calendarTask.findMany();
    expect(tasks.map(({ kind, objectId }) => [kind, objectId])).toEqual([["RECEPTION_DAY", dayId]]);
    const day = await db.receptionDay.findUniqueOrThrow({ where: { id: dayId } });
    expect(day.actualOn).toEqual(dateColumn("2027-02-19"));
  });
  test.each<[string, object, string]>([
    ["the same once more", {}, "没有改动"],
    ["back to provisional", { isOfficial: false }, "不能改回暂定"],
  ])("%s is refused, and nothing is written", async (_name, change, sentence) => {
    await enterYear(permit(), entry());
    const [seen] = await db.calendarChange.findMany({ orderBy: { id: "desc" }, take: 1 });
    const before = await everything();
    await expect(enterYear(permit(), entry({ seenId: seen?.id ?? "", ...change }))).rejects.toThrow(sentence);
    expect(await everything()).toBe(before);
  });
  test("a form that was opened before somebody else's entry is refused, and nothing is written", async () => {
    await enterYear(permit(), entry());
    const before = await everything();
    await expect(enterYear(permit(), entry({ notice: "另一份" }))).rejects.toThrow("刚被别人处理过");
    expect(await everything()).toBe(before);
  });
  test("of two who enter the year at once one gets through", async () => {
    const results = await Promise.allSettled([enterYear(permit(), entry()), enterYear(permit(), entry())]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.auditEvent.count()).toBe(1);
  });
});

describe("the form", () => {
  const typed = {
    year: 2027,
    status: "OFFICIAL",
    notice,
    isChecked: true,
    blocks: {
      NEW_YEAR: { from: "2027-01-01", to: "2027-01-03" },
      SPRING: { from: "2027-02-05", to: "2027-02-13", makeUpOne: "2027-01-31", makeUpTwo: "2027-02-20" },
      QINGMING: { from: "2027-04-03", to: "2027-04-05" },
      LABOUR: { from: "2027-05-01", to: "2027-05-05" },
      DRAGON_BOAT: { from: "2027-06-09", to: "2027-06-09" },
      MID_AUTUMN: { from: "2027-09-15", to: "2027-09-15" },
      NATIONAL: { from: "2027-10-01", to: "2027-10-07" },
    },
  };
  test("reads what was typed", () => {
    expect(yearEntry.parse(typed)).toEqual(entry());
  });
  test("complains about everything at once, each at its field", () => {
    const parsed = yearEntry.safeParse({ year: 2027, status: "OFFICIAL", blocks: { LABOUR: { from: "2027-05-01" } } });
    expect(parsed.error?.issues.map(({ path }) => path.join(".")).sort()).toEqual([
      "blocks.DRAGON_BOAT.from",
      "blocks.LABOUR.to",
      "blocks.MID_AUTUMN.from",
      "blocks.NATIONAL.from",
      "blocks.NEW_YEAR.from",
      "blocks.QINGMING.from",
      "blocks.SPRING.from",
      "isChecked",
      "notice",
    ]);
  });
  test("a proposal that nobody has checked is not taken over", () => {
    const parsed = yearEntry.safeParse({ ...typed, isChecked: false });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(["请逐日核对后打勾"]);
  });
});
