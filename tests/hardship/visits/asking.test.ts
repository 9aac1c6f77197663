import { beforeEach, describe, expect, it } from "vitest";
import { loadCase } from "@/lib/cases/queries";
import { answerReceipt, recordCheck } from "@/lib/hardship/visits/asking/commands";
import { askFigures, myAnswers, toAsk } from "@/lib/hardship/visits/asking/queries";
import { recordVisit } from "@/lib/hardship/visits/records/commands";
import { newId } from "@/lib/id";
import { db, transact } from "@/prisma/client";
import { countSql } from "../../setup/count-sql";
import { aVisit, openRound, permit, refusedUnchanged, signOffOf, type HardshipCast, type Round } from "./bureau";

let round: Round;
let cast: HardshipCast;
let signOffId: string;
beforeEach(async () => {
  round = await openRound();
  cast = round.cast;
  await share(100);
  await recordVisit(permit(cast.officer, "hardship.recordVisit"), await aVisit(round));
  signOffId = (await signOffOf(round.rows.wang)).id;
});

async function share(percent: number): Promise<void> {
  await db.parameter.create({
    data: {
      id: newId(),
      key: "hardship.askShare",
      value: percent,
      validFrom: new Date("2020-01-01"),
      revision: (await db.parameter.count()) + 1,
      reason: "测试",
    },
  });
}

const say = (answer: "yes" | "no", given: object = {}) =>
  answerReceipt(permit(cast.worker, "my.answerReceipt"), { requestKey: newId(), signOffId, answer, ...given });
const check = (who: keyof HardshipCast, result: "RECEIVED" | "NOT_RECEIVED" | "UNREACHED", given: object = {}) =>
  recordCheck(permit(cast[who], "hardship.askReceipt"), {
    requestKey: newId(),
    campaignId: round.campaignId,
    rowId: round.rows.wang,
    result,
    note: result === "NOT_RECEIVED" ? "家里说没有人来过" : undefined,
    ...given,
  });
const names = async (who: keyof HardshipCast) =>
  (await toAsk(permit(cast[who], "hardship.askReceipt"), round.campaignId, {})).rows.map(({ name }) => name);
const opens = (who: keyof HardshipCast, id: string) =>
  transact((tx) => loadCase(tx, permit(cast[who], "cases.view"), id)).then(
    () => true,
    () => false,
  );

describe("the household's own word", () => {
  it("收到了 is kept, and may still become 没收到", async () => {
    const answers = () => myAnswers(permit(cast.worker, "my.received"), [signOffId]);
    expect([...(await answers())]).toEqual([[signOffId, null]]);
    await say("yes");
    expect((await answers()).get(signOffId)).toMatchObject({ hasReceived: true, caseId: null });
    expect(await db.welfareCase.count()).toBe(0);
    await say("no");
    expect((await answers()).get(signOffId)?.hasReceived).toBe(false);
    await refusedUnchanged(() => say("yes"), "没收到");
  });

  it("没收到 opens a case that neither the givers nor the recorder find, and somebody else does", async () => {
    await say("no", { words: "我那天上班，没见到钱。" });
    const found = await db.welfareCase.findFirstOrThrow();
    expect(found).toMatchObject({
      programme: "hardship",
      topic: "走访慰问",
      personId: cast.worker.personId,
      source: "WORKER",
    });
    const seen = async (...who: (keyof HardshipCast)[]) => Promise.all(who.map((one) => opens(one, found.id)));
    expect(await seen("officer", "boss")).toEqual([false, false]);
    expect(await seen("otherOfficer", "manager", "deputy")).toEqual([true, true, true]);
    const answer = await db.receiptAnswer.findFirstOrThrow();
    expect(answer.wordsCipher).not.toContain("上班");
    expect(answer.caseId).toBe(found.id);
    expect(await db.auditEvent.count({ where: { verb: "my.answerReceipt", isNotable: true } })).toBe(1);
  });

  it("没收到 goes to 纪检 when every officer of hardship had a hand in it", async () => {
    await db.appointment.updateMany({
      where: { personId: { in: [cast.otherOfficer.personId, cast.manager.personId] } },
      data: { revokedAt: new Date() },
    });
    await say("no");
    expect(await db.welfareCase.findFirstOrThrow()).toMatchObject({ programme: "discipline" });
  });

  it("is one word when the button is pressed twice at once", async () => {
    const requestKey = newId();
    await Promise.all([say("no", { requestKey }), say("no", { requestKey })]);
    await say("no", { requestKey });
    expect([await db.receiptAnswer.count(), await db.welfareCase.count()]).toEqual([1, 1]);
  });

  it("is nobody else's, is not asked before it is signed for, nor after the campaign is filed", async () => {
    const foreign = permit(cast.otherWorker, "my.answerReceipt");
    await refusedUnchanged(() => answerReceipt(foreign, { requestKey: newId(), signOffId, answer: "no" }));
    expect((await myAnswers(permit(cast.otherWorker, "my.received"), [signOffId])).size).toBe(0);
    const unsigned = (await signOffOf(round.rows.zhang)).id;
    await refusedUnchanged(
      () => answerReceipt(foreign, { requestKey: newId(), signOffId: unsigned, answer: "no" }),
      "还没有签收",
    );
    await db.visitCampaign.update({ where: { id: round.campaignId }, data: { stage: "ARCHIVED" } });
    await refusedUnchanged(() => say("no"), "归档");
  });
});

describe("the call back", () => {
  it("is for whoever had no hand in it; the list of the others does not show the household", async () => {
    expect(await names("otherOfficer")).toEqual(["王建国"]);
    expect(await names("officer")).toEqual([]);
    await refusedUnchanged(() => check("officer", "RECEIVED"), "没有经手的人");
    await check("otherOfficer", "RECEIVED");
    expect(await names("otherOfficer")).toEqual([]);
    await refusedUnchanged(() => check("manager", "RECEIVED"), "问过了");
  });

  it("goes on after nobody answered, and is reached once however many ring up at the same moment", async () => {
    await check("otherOfficer", "UNREACHED");
    expect(await names("manager")).toEqual(["王建国"]);
    const outcomes = await Promise.allSettled([check("otherOfficer", "RECEIVED"), check("manager", "NOT_RECEIVED")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.receiptCheck.count()).toBe(2);
  });

  it("没收到 opens the case, or stays with the one that the household's own word has opened", async () => {
    await say("no");
    await check("otherOfficer", "NOT_RECEIVED");
    expect(await db.welfareCase.count()).toBe(1);
    await recordVisit(permit(cast.officer, "hardship.recordVisit"), await aVisit(round, {}, "zhang"));
    await check("otherOfficer", "NOT_RECEIVED", { rowId: round.rows.zhang });
    expect(await db.welfareCase.count({ where: { source: "PHONE", programme: "hardship" } })).toBe(1);
  });

  it("draws the same households whoever looks, as many as the share says, and adds all who said 没收到", async () => {
    await recordVisit(permit(cast.officer, "hardship.recordVisit"), await aVisit(round, {}, "zhang"));
    await recordVisit(permit(cast.officer, "hardship.recordVisit"), await aVisit(round, {}, "zhao"));
    expect(await names("otherOfficer")).toHaveLength(3);
    await share(1);
    const drawn = await names("otherOfficer");
    expect(drawn).toHaveLength(1);
    expect(await names("manager")).toEqual(drawn);
    await say("no");
    expect((await names("manager")).sort()).toEqual([...new Set([...drawn, "王建国"])].sort());
    expect((await names("manager"))[0]).toBe("王建国");
  });

  it("adds up, and asks the database no more for more households", async () => {
    await say("yes");
    await check("otherOfficer", "UNREACHED");
    const look = () => askFigures(permit(cast.deputy, "hardship.view"), round.campaignId);
    expect(await look()).toEqual({
      signed: 1,
      drawn: 1,
      saidReceived: 1,
      saidNot: 0,
      received: 0,
      notReceived: 0,
      unreached: 1,
      open: 1,
    });
    const before = (await countSql(look)).statements.length;
    await recordVisit(permit(cast.officer, "hardship.recordVisit"), await aVisit(round, {}, "zhang"));
    expect((await countSql(look)).statements).toHaveLength(before);
    expect(before).toBeLessThanOrEqual(5);
  });
});

describe("what no program may write", () => {
  it.each([
    [`update visit_record set sign_off_id = null`, "visit_record_outcome"],
    [
      `update visit_visitor set confirmed_at = now(), denied_at = now(), denied_reason = 'x' where is_giver`,
      "visit_visitor_answer",
    ],
    [`update visit_visitor set is_giver = false, confirmed_at = now()`, "visit_visitor_giver"],
  ])("%s", async (sql, name) => {
    const { ownerQuery } = await import("../../setup/database");
    await expect(ownerQuery(sql)).rejects.toThrow(name);
  });

  it("keeps 没收到 with its case, and one answer of a household that was reached", async () => {
    const { ownerQuery } = await import("../../setup/database");
    await say("yes");
    await expect(ownerQuery("update receipt_answer set has_received = false")).rejects.toThrow("receipt_answer_case");
    await check("otherOfficer", "RECEIVED");
    const again = `insert into receipt_check select gen_random_uuid(), row_id, sign_off_id, gen_random_uuid(), result, null, null, asked_by_id, asked_at from receipt_check`;
    await expect(ownerQuery(again)).rejects.toThrow("receipt_check_reached");
  });
});
