import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/id";
import { bookSeat, cancelBooking } from "@/lib/reception/bookings/commands";
import { readPoster } from "@/lib/reception/paper/poster/queries";
import { readRegister, readYearLedger } from "@/lib/reception/paper/register/queries";
import { readDaySheet } from "@/lib/reception/paper/sheet/queries";
import { readSlip } from "@/lib/reception/paper/slips/queries";
import { anActor, liaisonOf, units } from "../../people/bureau";
import { ownerQuery } from "../../setup/database";
import { aDay, aWorker, bureau, cellAt, openBureau, permitAt, type Worker } from "../bureau";

let dayId: string;
let worker: Worker;

beforeEach(async () => {
  await openBureau();
  dayId = await aDay();
  worker = await aWorker("李扫街", { unitId: units.firstTeam });
});

const view = (who: Parameters<typeof permitAt>[0]) => permitAt(who, "reception.view");

async function bookedByWorker(isConfidential = false): Promise<string> {
  const { slotId } = await cellAt(dayId, "08:30");
  const input = { requestKey: newId(), slotId, topic: "PAY", isConfidential } as const;
  return (await bookSeat(permitAt(worker, "my.book"), input)).bookingId;
}

async function bookedByLiaison(): Promise<string> {
  const { slotId } = await cellAt(dayId, "08:45");
  const input = { requestKey: newId(), slotId, topic: "HOUSING", personId: worker.personId } as const;
  return (await bookSeat(permitAt(bureau().liaison, "reception.bookFor"), input)).bookingId;
}

async function prints(): Promise<{ object_id: string | null; subject_id: string | null; detail: unknown }[]> {
  return ownerQuery(`select object_id, subject_id, detail from audit_event where detail ? 'print' order by id`);
}

describe("the day sheet", () => {
  test("shows the desk time, number, name, unit and topic, and is in the log", async () => {
    await bookedByWorker();
    const sheet = await readDaySheet(view(bureau().desk), dayId);
    expect(sheet.rows).toEqual([
      expect.objectContaining({
        time: "08:30",
        ticketNo: "1",
        name: "李扫街",
        topic: "工资社保",
        arrived: "",
        open: [],
      }),
    ]);
    expect(await prints()).toEqual([{ object_id: dayId, subject_id: null, detail: { print: "sheet" } }]);
  });
  test("covers a confidential topic", async () => {
    await bookedByWorker(true);
    const { rows } = await readDaySheet(view(bureau().desk), dayId);
    expect(rows.map(({ topic }) => topic)).toEqual(["保密"]);
  });
  test("gives a leader the own lines only, and a liaison nothing, not even an audit row", async () => {
    await bookedByWorker();
    expect((await readDaySheet(view(bureau().boss), dayId)).rows).toHaveLength(1);
    expect((await readDaySheet(view(bureau().deputy), dayId)).rows).toEqual([]);
    const before = await prints();
    await expect(readDaySheet(view(bureau().liaison), dayId)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(await prints()).toEqual(before);
  });
  test("leaves out who gave the time back", async () => {
    const bookingId = await bookedByWorker();
    await cancelBooking(permitAt(worker, "my.cancelBooking"), { bookingId, reason: "OTHER" });
    expect((await readDaySheet(view(bureau().desk), dayId)).rows).toEqual([]);
  });
  test("is not found for a draft", async () => {
    const draft = await aDay({ actualOn: "2026-12-04", publish: false });
    await expect(readDaySheet(view(bureau().desk), draft)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});

describe("the slip", () => {
  test("says date and time in words, and the person can read who printed it", async () => {
    const bookingId = await bookedByLiaison();
    const slip = await readSlip(view(bureau().liaison), bookingId);
    expect(slip).toMatchObject({ name: "李扫街", dateWords: "11月6日 周五", timeSpoken: "上午8点45分", isLive: true });
    expect(await prints()).toEqual([{ object_id: bookingId, subject_id: worker.personId, detail: { print: "slip" } }]);
  });
  test("of a worker's own booking is for the desk, not for the unit", async () => {
    const bookingId = await bookedByWorker();
    expect((await readSlip(view(bureau().desk), bookingId)).name).toBe("李扫街");
    await expect(readSlip(view(bureau().liaison), bookingId)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
  test("of another unit is not found", async () => {
    const bookingId = await bookedByLiaison();
    const other = await anActor("联络员何平", [liaisonOf(units.second, units.secondTeam)], units.second);
    await expect(readSlip(view(other), bookingId)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(await prints()).toEqual([]);
  });
  test("of a cancelled booking says so", async () => {
    const bookingId = await bookedByLiaison();
    await cancelBooking(permitAt(bureau().liaison, "reception.bookFor"), { bookingId, reason: "SHIFT" });
    expect((await readSlip(view(bureau().liaison), bookingId)).isLive).toBe(false);
  });
});

describe("poster and registers", () => {
  test("the poster names leaders and the last hour, and no worker", async () => {
    await bookedByWorker();
    const poster = await readPoster(view(bureau().liaison), dayId);
    expect(poster.leaders).toEqual([expect.objectContaining({ name: "局长赵强", post: "局长" })]);
    expect(poster.closesWords).toBe("11月5日 周四 中午12点");
    expect(JSON.stringify(poster)).not.toContain("李扫街");
  });
  test("a register without matters is empty, and both leave their row in the log", async () => {
    const register = await readRegister(view(bureau().desk), dayId, "register");
    expect(register).toMatchObject({ month: "2026-11", lines: [], isOver: false });
    expect(await readYearLedger(view(bureau().desk), 2026)).toMatchObject({ lines: [], isCut: false });
    expect((await prints()).map(({ detail }) => detail)).toEqual([
      { print: "register" },
      { print: "ledger", year: 2026 },
    ]);
  });
});
