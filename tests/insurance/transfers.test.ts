import { beforeEach, describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/calendar/rules";
import { newId } from "@/lib/id";
import { moveTransfer, openTransfer } from "@/lib/insurance/transfers/commands";
import { legsOf, legWords } from "@/lib/insurance/transfers/legs/rules";
import { listTransfers, viewTransfer } from "@/lib/insurance/transfers/queries";
import { TransferFilter } from "@/lib/insurance/transfers/schema";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { aSweeper, at, caseRow, monday, openInsurance, permit, type InsuranceCast } from "./bureau";

let cast: InsuranceCast;
let personId: string;
beforeEach(async () => {
  cast = await openInsurance();
  personId = (await aSweeper()).id;
});

const officer = (on = monday) => permit(cast.insurance, "insurance.transfer", on);
const open = (given: object = {}) =>
  openTransfer(officer(), {
    requestKey: newId(),
    personId,
    scheme: "PENSION",
    fromPlace: "河北省演示县",
    toPlace: "本区",
    ...given,
  });

describe("a transfer", () => {
  it("runs through its legs; our clock stands still while the outside offices work", async () => {
    const id = await open();
    const step = async (
      move: "accept" | "sendLetter" | "atOrigin" | "fundsIn" | "finish",
      on: string,
      amount?: number,
    ) => moveTransfer(officer(on), { ...(await at(id)), move, on, ...(amount ? { amount } : {}) });
    await step("accept", "2026-10-14");
    expect((await caseRow(id)).dueOn).not.toBeNull();
    await step("sendLetter", "2026-10-16");
    expect(await caseRow(id)).toMatchObject({ status: "waiting", waitingReason: "OUTSIDE_OFFICE", dueOn: null });
    const late = await viewTransfer(officer("2026-11-10"), id);
    expect(late.legs.map(({ state }) => state)).toEqual(["done", "running", "next"]);
    expect(late.legs[1]).toMatchObject({ dueOn: "2026-11-06", left: -2 });
    await step("atOrigin", "2026-11-10");
    await expect(step("fundsIn", "2026-11-12")).rejects.toThrow("到账金额");
    await step("fundsIn", "2026-11-12", 1_284_600);
    await step("finish", "2026-11-13");
    expect(await caseRow(id)).toMatchObject({ stage: "CLOSED", status: "closed", outcome: "RESOLVED" });
    expect((await listTransfers(officer(), TransferFilter.parse({ tab: "done" }))).rows).toMatchObject([
      { stage: "CLOSED" },
    ]);
    expect(await db.insuranceTransfer.findFirst()).toMatchObject({ amountFen: 1_284_600n });
  });

  it("refuses a day ahead or before the last step, a second one, and two officers at once", async () => {
    const id = await open();
    const seen = await at(id);
    await expect(moveTransfer(officer(), { ...seen, move: "accept", on: "2026-10-13" })).rejects.toThrow("晚于今天");
    await expect(moveTransfer(officer(), { ...seen, move: "accept", on: "2026-10-10" })).rejects.toThrow("早于上一步");
    await expect(open()).rejects.toThrow(Refusal);
    const race = await Promise.allSettled([
      moveTransfer(officer(), { ...seen, move: "accept", on: monday }),
      moveTransfer(permit(cast.other, "insurance.transfer"), { ...seen, move: "accept", on: monday }),
    ]);
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.caseEvent.count({ where: { caseId: id, kind: "accept" } })).toBe(1);
    expect(await db.insuranceTransfer.count()).toBe(1);
    expect(() => permit(cast.firstLiaison, "insurance.transfer")).toThrow();
  });

  it("says how each leg stands", () => {
    const calendar = calendarOf([], [2026]);
    const days = { appliedOn: "2026-11-02", letterOn: null, fundsOn: null, closedOn: null };
    expect(legsOf(days, calendar, "2026-11-23", 15).map(legWords)).toEqual(["今天到期", "还没到", "还没到"]);
    expect(legsOf(days, calendar, "2026-11-20", 15).map(legWords)[0]).toBe("还剩 1 个工作日");
    expect(legsOf({ ...days, letterOn: "2026-11-09" }, calendar, "2026-11-20", 15).map(legWords)[0]).toBe(
      "2026-11-09 完成",
    );
  });
});
