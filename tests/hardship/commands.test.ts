import { beforeEach, describe, expect, it } from "vitest";
import { applyFor, applyMine, endApplication, withdrawMine } from "@/lib/hardship/application/commands";
import { recordDocuments, reportVisit, startVisit } from "@/lib/hardship/checks/commands";
import { agree, approve, propose, refuse, saveFacts, sendBack } from "@/lib/hardship/decisions/commands";
import { moveCase } from "@/lib/cases/commands";
import { listInbox } from "@/lib/cases/list/queries";
import { newId } from "@/lib/id";
import { publishNotice } from "@/lib/notices/commands";
import { db } from "@/prisma/client";
import { permit as permitOn } from "../cases/bureau";
import { aPerson } from "../people/bureau";
import {
  afterNotice,
  anApplication,
  applicationAt,
  at,
  caseRow,
  figures,
  fileRow,
  homeDay,
  monday,
  noticeDay,
  openUnion,
  permit,
  settle,
  visit,
  type HardshipCast,
} from "./bureau";

let cast: HardshipCast;
beforeEach(async () => {
  cast = await openUnion();
});

const inbox = async (who: keyof HardshipCast, on = monday) =>
  (await listInbox(permitOn(cast[who], "cases.view", on), "todo", {})).rows.map(({ id }) => id);

describe("an application", () => {
  it("is made by the worker on the phone: one file, ten working days for the home check, the story encrypted", async () => {
    const { personId: _, ...told } = anApplication(cast.worker.personId);
    const caseId = await applyMine(permit(cast.worker, "my.hardship"), told);
    const { file, assessment } = await fileRow(caseId);
    expect(await caseRow(caseId)).toMatchObject({
      stage: "APPLIED",
      stageTable: "hardship",
      confidentiality: "SENSITIVE",
      number: file.number,
      limitDays: 10,
    });
    expect(file).toMatchObject({ state: "APPLYING", headId: cast.worker.personId });
    expect(assessment).toMatchObject({ incomeFen: 6_024_000n, size: 4 });
    expect(assessment.storyCipher).not.toContain("扫马路");
    expect(await inbox("firstLiaison")).toEqual([caseId]);
    expect(await inbox("secondLiaison")).toEqual([]);
  });

  it("is one for two spouses, whoever applies, and the same form twice is one", async () => {
    const first = anApplication(cast.worker.personId);
    const caseId = await applyFor(permit(cast.firstLiaison, "hardship.apply"), first);
    expect(await applyFor(permit(cast.firstLiaison, "hardship.apply"), first)).toBe(caseId);
    const { file } = await fileRow(caseId);
    const spouse = await aPerson({ name: "配偶", householdId: file.householdId });
    const second = anApplication(spouse.id);
    await expect(applyFor(permit(cast.officer, "hardship.apply"), second)).rejects.toThrow("已经有申请正在办");
    expect(await db.hardshipFile.count()).toBe(1);
  });

  it("is refused for a worker of another unit and for who has left, and opens nothing", async () => {
    await expect(
      applyFor(permit(cast.secondLiaison, "hardship.apply"), anApplication(cast.worker.personId)),
    ).rejects.toThrow("没有找到");
    const left = await aPerson({ status: "LEFT" });
    await expect(applyFor(permit(cast.officer, "hardship.apply"), anApplication(left.id))).rejects.toThrow(
      "不在本单位",
    );
    expect([await db.hardshipFile.count(), await db.welfareCase.count()]).toEqual([0, 0]);
  });

  it("is taken back by the worker until the decision; a stranger's is not found", async () => {
    const caseId = await applicationAt(cast, "HOME_CHECK");
    await expect(withdrawMine(permit(cast.otherWorker, "my.hardship"), await at(caseId))).rejects.toThrow();
    expect((await fileRow(caseId)).file.state).toBe("APPLYING");
    await withdrawMine(permit(cast.worker, "my.hardship"), await at(caseId));
    expect([(await caseRow(caseId)).stage, (await fileRow(caseId)).file.state]).toEqual(["WITHDRAWN", "REFUSED"]);
  });

  it("is voided by the officer with the file put back; the general form cannot leave the file behind", async () => {
    const caseId = await applicationAt(cast, "APPLIED");
    const general = { ...(await at(caseId)), move: "void", note: "登记错了" };
    await expect(moveCase(permitOn(cast.officer, "cases.move"), general)).rejects.toThrow("打开档案页");
    expect((await caseRow(caseId)).stage).toBe("APPLIED");
    await endApplication(permit(cast.officer, "hardship.apply"), {
      ...(await at(caseId)),
      move: "void",
      note: "登记错了",
    });
    expect([(await caseRow(caseId)).status, (await fileRow(caseId)).file.state]).toEqual(["void", "REFUSED"]);
  });
});

describe("the home check", () => {
  it("is made by two persons and goes on to the officer", async () => {
    const caseId = await applicationAt(cast, "HOME_CHECK");
    await reportVisit(permit(cast.firstLiaison, "hardship.check", homeDay), await visit(cast, caseId));
    expect((await caseRow(caseId)).stage).toBe("REVIEW");
    expect(await inbox("officer", homeDay)).toEqual([caseId]);
    const [check] = await db.homeVerification.findMany();
    expect(check?.visitorIds).toHaveLength(2);
    expect(check?.observedCipher).not.toContain("平房");
  });

  it.each([
    ["one person", async () => ({ visitors: cast.firstLiaison.loginName }), "两个人"],
    ["the same twice", async () => ({ visitors: `${cast.desk.loginName}，${cast.desk.loginName}` }), "两个人"],
    ["somebody unknown", async () => ({ visitors: `${cast.desk.loginName} 999999` }), "没有工号 999999"],
    ["the household itself", async () => ({ visitors: `${cast.desk.loginName} ${cast.worker.loginName}` }), "自己家"],
    ["a day to come", async () => ({ visitedOn: "2026-10-20" }), "不能晚于今天"],
    ["no signature", async () => ({ isSigned: undefined }), "签字"],
  ])("is refused for %s", async (_, given, sentence) => {
    const caseId = await applicationAt(cast, "HOME_CHECK");
    const report = await visit(cast, caseId, await given());
    await expect(reportVisit(permit(cast.firstLiaison, "hardship.check", homeDay), report)).rejects.toThrow(sentence);
    expect([(await caseRow(caseId)).stage, await db.homeVerification.count()]).toEqual(["HOME_CHECK", 0]);
  });

  it("is begun by the own unit, not by another", async () => {
    const caseId = await applicationAt(cast, "APPLIED");
    await expect(startVisit(permit(cast.secondLiaison, "hardship.check"), await at(caseId))).rejects.toThrow();
    expect((await caseRow(caseId)).stage).toBe("APPLIED");
    await startVisit(permit(cast.firstLiaison, "hardship.check"), await at(caseId));
    expect((await caseRow(caseId)).stage).toBe("HOME_CHECK");
  });

  it("ticks papers and originals once, and none after the decision", async () => {
    const caseId = await applicationAt(cast, "APPLIED");
    await recordDocuments(permit(cast.firstLiaison, "hardship.check"), {
      ...(await at(caseId)),
      received: ["ID_CARD"],
      seen: [],
    });
    await recordDocuments(permit(cast.officer, "hardship.check"), {
      ...(await at(caseId)),
      received: [],
      seen: ["ID_CARD"],
    });
    expect(await db.hardshipDocument.findMany()).toMatchObject([{ kind: "ID_CARD", originalSeen: true }]);
    await withdrawMine(permit(cast.worker, "my.hardship"), await at(caseId));
    const late = { ...(await at(caseId)), received: ["BANK_CARD" as const], seen: [] };
    await expect(recordDocuments(permit(cast.officer, "hardship.check"), late)).rejects.toThrow("已经办完");
    expect(await db.hardshipDocument.count()).toBe(1);
  });
});

describe("assessment and decision", () => {
  it("keeps figures with the parameters of the day; a second hand is told", async () => {
    const caseId = await applicationAt(cast, "REVIEW");
    const stale = await figures(caseId, { income: 9_999_999 });
    await saveFacts(permit(cast.officer, "hardship.assess", homeDay), await figures(caseId));
    expect((await fileRow(caseId)).assessment).toMatchObject({
      perHeadFen: 76_333n,
      proposed: "DEEP",
      lineFen: 101_000n,
      multiple: 150,
    });
    await expect(saveFacts(permit(cast.otherOfficer, "hardship.assess", homeDay), stale)).rejects.toThrow("刚被别人");
    expect((await fileRow(caseId)).assessment.incomeFen).toBe(6_024_000n);
  });

  it("is not proposed with papers missing: the sentence names all of them, and no notice is drafted", async () => {
    const caseId = await applicationAt(cast, "REVIEW");
    await saveFacts(permit(cast.officer, "hardship.assess", homeDay), await figures(caseId));
    const proposal = { ...(await at(caseId)), level: "DEEP" as const, note: "情况属实" };
    await expect(propose(permit(cast.officer, "hardship.assess", homeDay), proposal)).rejects.toThrow("5.银行卡");
    expect([(await caseRow(caseId)).stage, await db.publicNotice.count()]).toEqual(["REVIEW", 0]);
  });

  it("drafts a notice with masked name and unit only, which the proposer can neither agree to nor publish", async () => {
    const caseId = await applicationAt(cast, "PROPOSED");
    const [entry] = await db.noticeEntry.findMany();
    expect(entry).toMatchObject({ key: caseId, maskedName: "王*国", amountFen: null, note: null });
    const opinion = { ...(await at(caseId)), note: "同意" };
    await expect(agree(permit(cast.officer, "hardship.agree", noticeDay), opinion)).rejects.toThrow("不能同意公示");
    await expect(agree(permit(cast.otherOfficer, "hardship.agree", noticeDay), opinion)).rejects.toThrow(
      "不能同意公示",
    );
    expect((await caseRow(caseId)).stage).toBe("PROPOSED");
    await agree(permit(cast.manager, "hardship.agree", noticeDay), opinion);
    expect(await caseRow(caseId)).toMatchObject({
      stage: "NOTICE",
      status: "waiting",
      dueOn: null,
      waitingReason: "NOTICE_PERIOD",
    });
    const notice = await db.publicNotice.findFirstOrThrow();
    expect([notice.publishedById, notice.draftedById]).toEqual([cast.manager.accountId, cast.officer.accountId]);
    expect(notice.endsOn?.toISOString().slice(0, 10)).toBe("2026-10-23");
    expect(await db.auditEvent.count({ where: { objectId: notice.id, verb: "hardship.agree" } })).toBe(1);
  });

  it("leaves the notice to another when who agrees has drafted it: the decision stands, the notice waits", async () => {
    const caseId = await applicationAt(cast, "PROPOSED");
    await db.publicNotice.updateMany({ data: { draftedById: cast.manager.accountId } });
    await agree(permit(cast.manager, "hardship.agree", noticeDay), { ...(await at(caseId)), note: "同意" });
    const notice = await db.publicNotice.findFirstOrThrow();
    expect([(await caseRow(caseId)).stage, notice.publishedOn]).toEqual(["NOTICE", null]);
    expect(await settle(cast, afterNotice ?? "")).toBe(0);
    const on = permitOn(cast.boss, "notices.publish", noticeDay);
    await publishNotice(on, { noticeId: notice.id, version: notice.version });
    expect(await settle(cast, afterNotice ?? "")).toBe(1);
  });

  it("goes to the leader by itself the day after the notice, no day earlier, and counts five working days", async () => {
    const caseId = await applicationAt(cast, "NOTICE");
    expect(await settle(cast, "2026-10-23")).toBe(0);
    expect((await caseRow(caseId)).stage).toBe("NOTICE");
    expect(await settle(cast, "2026-10-24")).toBe(1);
    const row = await caseRow(caseId);
    expect([row.stage, row.status, row.dueOn?.toISOString().slice(0, 10)]).toEqual(["APPROVAL", "open", "2026-10-30"]);
    const event = await db.caseEvent.findFirstOrThrow({ where: { caseId, kind: "noticeEnded" } });
    expect(event).toMatchObject({ actorId: null, actorName: "系统" });
    expect(await settle(cast, "2026-10-24")).toBe(0);
    expect(await inbox("boss", afterNotice)).toEqual([caseId]);
  });

  it("stays where it is while an objection to it is open", async () => {
    const caseId = await applicationAt(cast, "NOTICE");
    const entry = await db.noticeEntry.findFirstOrThrow({ where: { key: caseId } });
    await db.objection.create({
      data: {
        id: newId(),
        bureauId: cast.officer.bureauId,
        noticeId: entry.noticeId,
        entryId: entry.id,
        channel: "PHONE",
        contentCipher: "x",
        receivedOn: new Date("2026-10-20"),
        enteredById: cast.desk.accountId,
        requestKey: newId(),
      },
    });
    expect(await settle(cast, "2026-10-30")).toBe(0);
    const by = {
      checkedById: cast.officer.accountId,
      checkedAt: new Date(),
      settledById: cast.boss.accountId,
      settledAt: new Date(),
    };
    await db.objection.updateMany({ data: { outcome: "STRUCK", findings: "属实", reason: "异议成立", ...by } });
    expect(await settle(cast, "2026-10-30")).toBe(1);
    expect(await caseRow(caseId)).toMatchObject({ stage: "REVIEW", handlerId: null });
  });

  it("puts the household on file with level, review day and paper day", async () => {
    const caseId = await applicationAt(cast, "ON_FILE");
    const { file, assessment } = await fileRow(caseId);
    expect(file).toMatchObject({ state: "ON_FILE", level: "DEEP", mainCause: "LOW_INCOME" });
    expect(file.reviewDueOn?.toISOString().slice(0, 10)).toBe("2027-11-30");
    expect(assessment).toMatchObject({
      decided: "DEEP",
      leaderId: cast.boss.personId,
      managerId: cast.manager.personId,
    });
    expect(await caseRow(caseId)).toMatchObject({ stage: "ON_FILE", status: "closed", outcome: "RESOLVED" });
    await expect(applyFor(permit(cast.officer, "hardship.apply"), anApplication(cast.worker.personId))).rejects.toThrow(
      "已经在档",
    );
  });

  it("is not approved before the notice is over, nor of the leader's own household", async () => {
    const caseId = await applicationAt(cast, "NOTICE");
    const opinion = async () => ({ ...(await at(caseId)), note: "同意" });
    await expect(approve(permit(cast.boss, "hardship.approve", noticeDay), await opinion())).rejects.toThrow();
    await settle(cast, afterNotice ?? "");
    const { file } = await fileRow(caseId);
    await db.person.update({ where: { id: cast.boss.personId }, data: { householdId: file.householdId } });
    await expect(approve(permit(cast.boss, "hardship.approve", afterNotice), await opinion())).rejects.toThrow(
      "自己家",
    );
    expect([(await caseRow(caseId)).stage, (await fileRow(caseId)).file.state]).toEqual(["APPROVAL", "APPLYING"]);
    await approve(permit(cast.deputy, "hardship.approve", afterNotice), await opinion());
    expect((await fileRow(caseId)).file.state).toBe("ON_FILE");
  });

  it("is refused with a reason that the worker reads, and sent back by the head of the office", async () => {
    const caseId = await applicationAt(cast, "PROPOSED");
    await sendBack(permit(cast.manager, "hardship.agree", noticeDay), { ...(await at(caseId)), note: "收入再核一下" });
    expect(await caseRow(caseId)).toMatchObject({ stage: "REVIEW", handlerId: null });
    await refuse(permit(cast.officer, "hardship.assess", noticeDay), { ...(await at(caseId)), note: "收入超过标准" });
    expect(await caseRow(caseId)).toMatchObject({
      stage: "NOT_ELIGIBLE",
      status: "answered",
      outcome: "EXPLAINED",
      answer: "收入超过标准",
    });
    expect((await fileRow(caseId)).file.state).toBe("REFUSED");
  });
});
