import { beforeEach, describe, expect, test } from "vitest";
import { dateColumn, instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { bookSeat } from "@/lib/reception/bookings/commands";
import { endDay, fileDay, startDay } from "@/lib/reception/course/commands";
import { finishVisit, recordMatter } from "@/lib/reception/matters/commands";
import { readLedger } from "@/lib/reception/matters/ledger/queries";
import { viewVisit } from "@/lib/reception/matters/queries";
import type { RecordMatter } from "@/lib/reception/matters/schema";
import { keyInTalk, keyInVisit } from "@/lib/reception/paper/commands";
import { arriveBooked, arriveWalkIn, callNext, leaveVisit, missCall, startVisit } from "@/lib/reception/queue/commands";
import { viewDesk } from "@/lib/reception/queue/desk/queries";
import { db } from "@/prisma/client";
import { aPerson, units } from "../../people/bureau";
import { aDay, aWorker, bureau, cellAt, everything, friday, morning, openBureau, permitAt } from "../bureau";

let dayId = "";
beforeEach(async () => {
  await openBureau();
  dayId = await aDay();
});

const receive = (at = morning) => permitAt(bureau().desk, "reception.receive", at);
const record = (at = morning) => permitAt(bureau().desk, "reception.recordMatter", at);
const close = (at = morning) => permitAt(bureau().desk, "reception.closeDay", at);

async function refused(run: () => Promise<unknown>): Promise<string> {
  const before = await everything();
  const fault: unknown = await run().then(
    () => expect.fail("was not refused"),
    (reason: unknown) => reason,
  );
  expect(await everything()).toBe(before);
  return fault instanceof Error ? fault.message : String(fault);
}

async function walkIn(personId: string | undefined, given: object = {}): Promise<string> {
  const form = {
    dayId,
    requestKey: newId(),
    personId,
    relation: "SELF" as const,
    partySize: 1,
    isGreen: false,
    ...given,
  };
  return (await arriveWalkIn(receive(), form)).visitId;
}

/** Somebody who sits with the leader. */
async function inside(): Promise<{ visitId: string; personId: string }> {
  await startDay(receive(), { dayId, version: 2 });
  const { id } = await aPerson({ name: "李扫街" });
  const visitId = await walkIn(id);
  await startVisit(receive(), { visitId, leaderId: bureau().boss.personId });
  return { visitId, personId: id };
}

const matter = (visitId: string, given: Partial<RecordMatter> = {}): RecordMatter => ({
  visitId,
  requestKey: newId(),
  category: "PAY",
  title: "高温补贴八月份没有发",
  content: "清扫一班八月份的高温补贴没有发到卡上",
  mode: "ASSIGN",
  complexity: "ORDINARY",
  confidentiality: "ORDINARY",
  handlerUnitId: units.personnel,
  then: "another",
  ...given,
});

describe("the queue at the desk", () => {
  test("nobody is refused on the day; a stranger, a relative and who is booked get numbers", async () => {
    const worker = await aWorker("王预约");
    const { slotId } = await cellAt(dayId, "08:30");
    const { bookingId } = await bookSeat(permitAt(worker, "my.book"), { requestKey: newId(), slotId, topic: "PAY" });
    expect(await refused(() => walkIn(undefined, { visitorName: "张三" }))).toContain("开始接待");
    await startDay(receive(), { dayId, version: 2 });
    await walkIn(undefined, { visitorName: "张三" });
    expect(await walkIn(worker.personId)).toBe((await arriveBooked(receive(), { dayId, bookingId })).visitId);
    const desk = await viewDesk(receive(), dayId);
    expect(desk.queue.map(({ queueNo, bookedTime }) => [queueNo, bookedTime])).toEqual([
      [2, "08:30"],
      [1, null],
    ]);
    expect(desk.expected).toEqual([]);
  });
  test("called, missed three times, parked behind the others; left", async () => {
    await startDay(receive(), { dayId, version: 2 });
    const [first, second] = [
      await walkIn(undefined, { visitorName: "张三" }),
      await walkIn(undefined, { visitorName: "李四" }),
    ];
    const door = { dayId, leaderId: bureau().boss.personId };
    for (let call = 0; call < 3; call += 1) {
      expect((await callNext(receive(), door)).visitId).toBe(first);
      await missCall(receive(), { visitId: first });
    }
    expect((await callNext(receive(), door)).visitId).toBe(second);
    await leaveVisit(receive(), { visitId: second });
    await refused(() => leaveVisit(receive(), { visitId: second }));
    expect((await callNext(receive(), door)).visitId).toBe(first);
  });
});

describe("matters of a talk", () => {
  test("交办: a case with number, clock, promise and handling unit, in one go with the end of the talk", async () => {
    const { visitId, personId } = await inside();
    const { caseId, number } = await recordMatter(
      record(),
      matter(visitId, { then: "finish", instruction: "三天内查清" }),
    );
    expect(number).toBe("JD-202611-001");
    const opened = await db.welfareCase.findUniqueOrThrow({ where: { id: caseId }, include: { matter: true } });
    expect(opened).toMatchObject({
      programme: "reception",
      topic: "工资待遇",
      personId,
      source: "RECEPTION",
      promisedById: bureau().boss.personId,
      stage: "ASSIGNED",
      handlerUnitId: units.personnel,
      clockFrom: dateColumn(friday),
      dueOn: dateColumn("2026-11-13"),
    });
    expect(opened.matter).toMatchObject({
      mode: "ASSIGN",
      category: "PAY",
      instruction: "三天内查清",
      attendanceId: visitId,
    });
    expect((await db.attendance.findUniqueOrThrow({ where: { id: visitId } })).state).toBe("DONE");
  });
  test("当场答复 is opened and answered at once, 告知途径 answered and not solved, 上报 accepted", async () => {
    const { visitId } = await inside();
    const answered = { answer: "下周一补发到卡上", outcome: "RESOLVED" as const };
    const spot = await recordMatter(record(), matter(visitId, { mode: "ON_SPOT", ...answered }));
    const told = await recordMatter(record(), matter(visitId, { mode: "TELL_WHERE", answer: "这事归社区管" }));
    const up = await recordMatter(record(), matter(visitId, { mode: "REPORT_UP" }));
    const rows = await db.welfareCase.findMany({
      orderBy: { number: "asc" },
      select: { id: true, stage: true, outcome: true, firstAnsweredOn: true },
    });
    expect(rows).toEqual([
      { id: spot.caseId, stage: "ANSWERED", outcome: "RESOLVED", firstAnsweredOn: dateColumn(friday) },
      { id: told.caseId, stage: "ANSWERED", outcome: "EXPLAINED", firstAnsweredOn: dateColumn(friday) },
      { id: up.caseId, stage: "ACCEPTED", outcome: null, firstAnsweredOn: null },
    ]);
    expect((await viewVisit(record(), visitId)).matters).toHaveLength(3);
  });
  test("a complaint about a person goes to 纪检 only and is out of the desk's sight", async () => {
    const { visitId } = await inside();
    const accused = await aPerson({ name: "钱段长", unitId: units.firstTeam });
    const complaint = matter(visitId, {
      category: "COMPLAINT",
      accusedStaffNo: accused.staffNo,
      handlerUnitId: units.first,
    });
    const { caseId, number } = await recordMatter(record(), complaint);
    expect(number).toMatch(/^JJ-2026-/);
    expect(await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
      programme: "discipline",
      isComplaint: true,
      confidentiality: "RESTRICTED",
      accusedId: accused.id,
      handlerUnitId: null,
      stage: "PENDING",
    });
    expect(await readLedger(permitAt(bureau().desk, "reception.view"), { dayId })).toEqual([]);
    expect((await viewVisit(record(), visitId)).matters[0]).toMatchObject({ title: "保密" });
  });
  test("a repeated form gives the same case; a return visit links the earlier one", async () => {
    const { visitId, personId } = await inside();
    const first = matter(visitId, { then: "finish" });
    const { caseId } = await recordMatter(record(), first);
    expect((await recordMatter(record(), first)).caseId).toBe(caseId);
    const again = await walkIn(personId);
    await startVisit(receive(), { visitId: again, leaderId: bureau().boss.personId });
    expect((await viewVisit(record(), again)).earlier).toEqual([expect.objectContaining({ caseId, isOpen: true })]);
    const linked = await recordMatter(record(), matter(again, { earlierCaseId: caseId }));
    expect(await db.welfareCase.findUniqueOrThrow({ where: { id: linked.caseId } })).toMatchObject({
      sourceCaseId: caseId,
    });
  });
  test("refused and nothing written: no unit, no answer, no accused, a visitor who is not inside", async () => {
    const { visitId } = await inside();
    const waiting = await walkIn(undefined, { visitorName: "张三" });
    const run =
      (given: Partial<RecordMatter>, at = visitId) =>
      () =>
        recordMatter(record(), matter(at, given));
    expect(await refused(run({ handlerUnitId: undefined }))).toContain("交给哪个单位");
    expect(await refused(run({ mode: "ON_SPOT" }))).toContain("怎么答复的");
    expect(await refused(run({ mode: "ON_SPOT", answer: "补发" }))).toContain("办理结果");
    expect(await refused(run({ category: "COMPLAINT" }))).toContain("被投诉人");
    expect(await refused(run({}, waiting))).toContain("请他进门");
  });
});

describe("no talk without an outcome", () => {
  test("a talk ends with a matter or a coded reason; the day is filed when none is open", async () => {
    const { visitId } = await inside();
    expect(await refused(() => finishVisit(record(), { visitId }))).toContain("还没有登记事项");
    const waiting = await walkIn(undefined, { visitorName: "张三" });
    expect(await refused(() => endDay(close(), { dayId, version: 3 }))).toContain("还有1个人在等");
    await leaveVisit(receive(), { visitId: waiting });
    await endDay(close(), { dayId, version: 3 });
    expect(await refused(() => fileDay(close(), { dayId, version: 4 }))).toContain("还有1次接待没有结果");
    await finishVisit(record(), { visitId, noMatterReason: "EXPLAINED" });
    await fileDay(close(), { dayId, version: 4 });
    await refused(() => recordMatter(record(), matter(visitId)));
  });
});

describe("补录 of a morning on paper", () => {
  const later = instantAt("2026-11-09", "09:00");
  const paper = (given: object = {}) => ({
    dayId,
    relation: "SELF" as const,
    partySize: 1,
    leaderId: bureau().boss.personId,
    startedAt: "08:40",
    endedAt: "08:55",
    ...given,
  });

  test("with the paper's times, channel PAPER, and a clock that runs from the talk", async () => {
    const worker = await aWorker("王预约");
    const { slotId } = await cellAt(dayId, "08:30");
    const { bookingId } = await bookSeat(permitAt(worker, "my.book"), { requestKey: newId(), slotId, topic: "PAY" });
    await startDay(receive(later), { dayId, version: 2 });
    await endDay(close(later), { dayId, version: 3 });
    const spot = matter("", { mode: "ON_SPOT", answer: "当场讲清", outcome: "EXPLAINED" });
    const { visitId, number } = await keyInVisit(record(later), { ...spot, ...paper({ bookingId }) });
    expect(number).toBe("JD-202611-001");
    expect(await db.attendance.findUniqueOrThrow({ where: { id: visitId } })).toMatchObject({
      state: "DONE",
      channel: "PAPER",
      queueNo: 1,
      startedAt: instantAt(friday, "08:40"),
      endedAt: instantAt(friday, "08:55"),
    });
    const [opened] = await db.welfareCase.findMany({ where: { number } });
    expect(opened).toMatchObject({
      firstAnsweredOn: dateColumn(friday),
      answeredAt: instantAt(friday, "08:55"),
      clockFrom: dateColumn(friday),
    });
    expect(
      await refused(() => keyInVisit(record(later), { ...spot, requestKey: newId(), ...paper({ bookingId }) })),
    ).toContain("补录过了");
  });
  test("a talk without a matter, once; not before it is over, not with a leader who was not there", async () => {
    await startDay(receive(), { dayId, version: 2 });
    const talk = { ...paper({ visitorName: "张三" }), requestKey: newId(), noMatterReason: "EXPLAINED" as const };
    expect(await refused(() => keyInTalk(record(morning), talk))).toContain("还没有到");
    expect(await refused(() => keyInTalk(record(later), { ...talk, leaderId: bureau().third.personId }))).toContain(
      "没有接待",
    );
    await keyInTalk(record(later), talk);
    expect(await refused(() => keyInTalk(record(later), talk))).toContain("补录过了");
  });
});
