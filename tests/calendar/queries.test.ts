import { beforeEach, describe, expect, test } from "vitest";
import { correctDay } from "@/lib/calendar/commands";
import { viewDay } from "@/lib/calendar/queries";
import { countTasks, listTasks } from "@/lib/calendar/tasks/queries";
import { settleTask } from "@/lib/calendar/tasks/commands";
import { viewYear, viewYearForm } from "@/lib/calendar/years/queries";
import { yearEntry } from "@/lib/calendar/years/schema";
import { resetDatabase } from "../setup/database";
import { administrator, clock, leader, officerOf, permitFor } from "./permits";
import { plantCalendar, plantCase, plantReceptionDay } from "./plant";

const view = (grant = leader, at = clock) => permitFor("calendar.view", grant, at);
const correct = () => permitFor("calendar.correct", administrator);
const dayOff = (date: string) => ({ date, kind: "OFF" as const, name: "临时放假", reason: "市政府通知", seenId: "" });

beforeEach(async () => {
  await resetDatabase();
  await plantCalendar();
});

describe("a year", () => {
  test("shows holidays, make-up days and published reception days, and counts the working days", async () => {
    await plantReceptionDay("OPEN");
    await plantReceptionDay("DRAFT", "2026-12-04");
    const year = await viewYear(view(), 2026);
    expect(year).toMatchObject({ isOfficial: true, missing: [] });
    const days = new Map(year.months.flatMap(({ days }) => days).map((day) => [day.date, day]));
    expect(days.size).toBe(365);
    expect(days.get("2026-10-01")).toEqual({ date: "2026-10-01", mark: "off", name: "国庆节" });
    expect(days.get("2026-10-10")).toEqual({ date: "2026-10-10", mark: "makeUp", name: "国庆节调休上班" });
    expect(days.get("2026-10-11")).toEqual({ date: "2026-10-11", mark: "weekend" });
    expect(days.get("2026-11-06")).toEqual({ date: "2026-11-06", mark: "work", reception: "2026-11" });
    expect(days.get("2026-12-04")?.reception).toBeUndefined();
    expect(year.months.map(({ workingDays }) => workingDays)[9]).toBe(18);
    expect(year.workingDays).toBe(248);
  });
  test("an administrator sees the calendar without the reception days", async () => {
    await plantReceptionDay("OPEN");
    const year = await viewYear(view(administrator), 2026);
    expect(year.months.flatMap(({ days }) => days).some(({ reception }) => reception)).toBe(false);
  });
  test("says which years are to be entered, and shows the latest changes", async () => {
    await correctDay(correct(), dayOff("2026-10-22"));
    const year = await viewYear(view(leader, new Date("2026-11-20T09:00:00+08:00")), 2026);
    expect(year.missing).toEqual([2027]);
    expect(year.changes.map(({ date, after, reason, by }) => [date, after, reason, by])).toEqual([
      ["2026-10-22", "放假（临时放假）", "市政府通知", "系统管理员"],
    ]);
    expect((await viewYear(view(), 2027)).isOfficial).toBe(false);
  });
});

describe("a day", () => {
  test("an ordinary one, a seeded one and a corrected one", async () => {
    expect(await viewDay(view(), "2026-10-22")).toMatchObject({
      works: true,
      changes: [],
      seenId: "",
      isOfficialYear: true,
    });
    const seeded = await viewDay(view(), "2026-10-10");
    expect(seeded).toMatchObject({ works: true, entry: { kind: "WORK", source: "SEED", status: "OFFICIAL" } });
    await plantCase({ number: "KN-2026-0001", dueOn: "2026-10-23" });
    await correctDay(correct(), dayOff("2026-10-22"));
    const corrected = await viewDay(view(), "2026-10-22");
    expect(corrected).toMatchObject({ works: false, entry: { name: "临时放假", source: "STAFF" } });
    expect(corrected?.changes[0]).toMatchObject({ before: null, tasks: 1, openTasks: 1 });
    expect(corrected?.seenId).toBe(corrected?.changes[0]?.id);
  });
  test("a hand-made address is not found", async () => {
    expect(await viewDay(view(), "2026-02-30")).toBeUndefined();
  });
});

describe("the tasks of changed days", () => {
  test("an officer sees the own programme, a leader all, an administrator and a liaison none", async () => {
    await plantReceptionDay("OPEN");
    await plantCase({ number: "KN-2026-0001", dueOn: "2026-11-06" });
    await correctDay(correct(), dayOff("2026-11-06"));
    const kinds = async (permit: ReturnType<typeof view>) => (await listTasks(permit, false)).map(({ kind }) => kind);
    expect(await kinds(view(officerOf("hardship")))).toEqual(["CASE_DUE"]);
    expect((await kinds(view(leader))).sort()).toEqual(["CASE_DUE", "RECEPTION_DAY"]);
    expect(await kinds(view(administrator))).toEqual([]);
    expect(await kinds(view({ role: "LIAISON", programme: "", unitIds: [] }))).toEqual([]);
    expect(await countTasks(view(officerOf("reception")))).toBe(1);
    const [task] = await listTasks(view(officerOf("hardship")), false);
    expect(task).toMatchObject({ isOwn: true, date: "2026-11-06", reason: "市政府通知" });
    expect((await listTasks(view(leader), false)).some(({ isOwn }) => isOwn)).toBe(false);
  });
  test("a settled one moves to the other list", async () => {
    await plantCase({ number: "KN-2026-0001", dueOn: "2026-11-06" });
    await correctDay(correct(), dayOff("2026-11-06"));
    const officer = view(officerOf("hardship"));
    const [task] = await listTasks(officer, false);
    const settle = permitFor("calendar.settle", officerOf("hardship"));
    await settleTask(settle, { id: task?.id ?? "", note: "期限不变" });
    expect(await listTasks(officer, false)).toEqual([]);
    expect((await listTasks(officer, true)).map(({ note, settledAt }) => [note, settledAt])).toEqual([
      ["期限不变", clock],
    ]);
  });
});

describe("the entry form", () => {
  test("of a year that nobody has entered holds the proposal", async () => {
    const form = await viewYearForm(correct(), 2027);
    expect(form).toMatchObject({ isProposal: true, isOfficial: false, notice: "" });
    expect(form.blocks["SPRING"]).toEqual({ from: "2027-02-05", to: "2027-02-12" });
    expect(await viewYearForm(correct(), 2028)).toMatchObject({ isProposal: true });
  });
  test("of an entered year holds what is there, and passes its own checks", async () => {
    const form = await viewYearForm(correct(), 2026);
    expect(form).toMatchObject({ isProposal: false, isOfficial: true });
    expect(form.blocks["NATIONAL"]).toEqual({
      from: "2026-10-01",
      to: "2026-10-07",
      makeUpOne: "2026-09-20",
      makeUpTwo: "2026-10-10",
    });
    const typed = { year: 2026, status: "OFFICIAL", notice: form.notice, isChecked: true, blocks: form.blocks };
    expect(yearEntry.safeParse(typed).success).toBe(true);
  });
});
