import { beforeEach, describe, expect, it } from "vitest";
import { reverseSignOff, signOff } from "@/lib/cases/sign-offs/commands";
import { sumsGranted } from "@/lib/cases/sign-offs/sums/queries";
import { recordVisit } from "@/lib/hardship/visits/records/commands";
import { confirmGiving } from "@/lib/hardship/visits/records/giving/commands";
import { givingsToConfirm } from "@/lib/hardship/visits/records/giving/queries";
import { myHouseholds } from "@/lib/hardship/visits/records/mine/queries";
import { grantAgain, planAgain, takeOffRow } from "@/lib/hardship/visits/records/plan/commands";
import { viewRow } from "@/lib/hardship/visits/records/view/queries";
import { db } from "@/prisma/client";
import {
  aVisit,
  openRound,
  permit,
  refusedUnchanged,
  rowNow,
  signOffOf,
  type HardshipCast,
  type Round,
} from "./bureau";

let round: Round;
let cast: HardshipCast;
beforeEach(async () => {
  round = await openRound();
  cast = round.cast;
});

const recorder = (who: keyof HardshipCast) => permit(cast[who], "hardship.recordVisit");

describe("what was signed for in the ledger of sign-offs, from paper", () => {
  it("is signed for on the way too, and nobody signs again", async () => {
    const { id } = await signOffOf(round.rows.wang);
    await signOff(permit(cast.officer, "cases.signOff"), {
      signOffId: id,
      receivedBy: "王建国",
      mode: "TRANSFER",
      voucherNo: "ZZ-1",
      givenBy: [],
      signedOn: "2026-10-12",
    });
    const of = { campaignId: round.campaignId, rowId: round.rows.wang };
    expect((await viewRow(recorder("officer"), of)).state).toBe("signed");
    expect((await myHouseholds(recorder("boss"), { tab: "done" })).rows.map(({ name }) => name)).toEqual(["王建国"]);
    const visit = await aVisit(round);
    await refusedUnchanged(() => recordVisit(recorder("boss"), visit), "已经签领");
  });
});

describe("the second giver", () => {
  it("is asked under the own account, says yes once, and no with a reason that stands out", async () => {
    await recordVisit(recorder("officer"), await aVisit(round));
    await recordVisit(recorder("firstLiaison"), await aVisit(round, {}, "zhang"));
    const waiting = (who: keyof HardshipCast) => givingsToConfirm(permit(cast[who], "hardship.confirmGiving"));
    expect((await waiting("officer")).map(({ name }) => name)).toEqual(["张秀英"]);
    const [first, second] = await waiting("boss");
    expect([first?.name, second?.name]).toEqual(["王建国", "张秀英"]);
    const answer = (who: keyof HardshipCast, recordId: string | undefined, given: "yes" | "no" = "yes") =>
      confirmGiving(permit(cast[who], "hardship.confirmGiving"), {
        recordId: recordId ?? "",
        answer: given,
        reason: given === "no" ? "那天我没有去" : undefined,
      });
    await answer("boss", first?.recordId);
    await answer("boss", second?.recordId, "no");
    await refusedUnchanged(() => answer("boss", first?.recordId), "刚被别人处理过");
    await refusedUnchanged(() => answer("deputy", first?.recordId));
    expect(await waiting("boss")).toEqual([]);
    expect(await db.auditEvent.count({ where: { verb: "hardship.confirmGiving", isNotable: true } })).toBe(1);
    const { records } = await viewRow(recorder("officer"), { campaignId: round.campaignId, rowId: round.rows.zhang });
    expect(records[0]?.givers.find(({ name }) => name === "赵强")?.deniedReason).toBe("那天我没有去");
  });
});

describe("between the visits the officer", () => {
  const act = () => permit(cast.officer, "hardship.organiseVisits");
  const now = async () => ({ rowId: round.rows.wang, version: (await rowNow(round.rows.wang)).version });

  it("sets another day, not a past one", async () => {
    await planAgain(act(), { ...(await now()), plannedAgainOn: "2026-10-15" });
    expect((await rowNow(round.rows.wang)).plannedAgainOn).not.toBeNull();
    const late = { ...(await now()), plannedAgainOn: "2026-10-24" };
    await refusedUnchanged(() => planAgain(act(), late), "结束");
  });

  it("takes a household off with its reason, and what was granted counts against no cap any more", async () => {
    const { householdId } = await rowNow(round.rows.wang);
    const sums = () => sumsGranted(db, recorder("officer"), { householdId, year: 2026 });
    expect(await sums()).toEqual({ granted: 50_000, given: 0 });
    await takeOffRow(act(), { ...(await now()), reason: "本人去世，家里不要" });
    expect(await sums()).toEqual({ granted: 0, given: 0 });
    expect(await rowNow(round.rows.wang)).toMatchObject({ takenOffReason: "本人去世，家里不要" });
    const again = { ...(await now()), reason: "再撤一次看看" };
    await refusedUnchanged(() => takeOffRow(act(), again), "已经");
    const visit = await aVisit(round);
    await refusedUnchanged(() => recordVisit(recorder("officer"), visit), "撤下");
  });

  it("does not take off what is being signed for at the same moment", async () => {
    const [visit, off] = [await aVisit(round), { ...(await now()), reason: "家里说不要了" }];
    const outcomes = await Promise.allSettled([recordVisit(recorder("boss"), visit), takeOffRow(act(), off)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const row = await rowNow(round.rows.wang);
    expect(row.signedOn === null).toBe(row.takenOffAt !== null);
    expect((await signOffOf(round.rows.wang)).signedOn === null).toBe(row.signedOn === null);
  });

  it("grants again what was signed for by mistake and taken back, and only that", async () => {
    const early = await now();
    await refusedUnchanged(() => grantAgain(act(), early), "没有冲正");
    await recordVisit(recorder("officer"), await aVisit(round));
    const wrong = await signOffOf(round.rows.wang);
    await reverseSignOff(permit(cast.officer, "cases.reverseSignOff"), { signOffId: wrong.id, reason: "签错了户" });
    await grantAgain(act(), await now());
    expect((await rowNow(round.rows.wang)).signedOn).toBeNull();
    await recordVisit(recorder("officer"), await aVisit(round));
    expect((await signOffOf(round.rows.wang)).id).not.toBe(wrong.id);
  });
});
