import { beforeAll, describe, expect, it } from "vitest";
import { moveCase } from "@/lib/cases/commands";
import { confirmMine, reopenMine, withdrawMine } from "@/lib/cases/mine/commands";
import { addNote, copyCase, editCase, superviseCase, urgeCase } from "@/lib/cases/notes/commands";
import { registerCase } from "@/lib/cases/registration/commands";
import { fromDateColumn } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { countAll, units } from "../people/bureau";
import { aMatter, anAssignedCase, answered, move, monday, openBureau, permit, row, type Cast } from "./bureau";

let cast: Cast;
beforeAll(async () => {
  cast = await openBureau();
});

/** The command is refused, and not one row of any table came or went, nor did the case change. */
async function expectRefused(
  id: string | null,
  act: () => Promise<unknown>,
  says: string | RegExp | typeof Refusal = Refusal,
) {
  const before = { counts: await countAll(), row: id && (await row(id)) };
  await expect(act()).rejects.toThrow(says);
  expect({ counts: await countAll(), row: id && (await row(id)) }).toEqual(before);
}

const notFound = /NEXT_HTTP_ERROR_FALLBACK;404/;

describe("登记一件事", () => {
  it("opens, accepts and assigns in one act, with number, due date, timeline and audit", async () => {
    const id = await anAssignedCase(cast);
    const opened = await row(id);
    expect(opened).toMatchObject({ stage: "ASSIGNED", status: "open", handlerUnitId: units.personnel, source: "DESK" });
    expect(opened.number).toMatch(/^SB-202610-\d{3}$/);
    expect(opened.dueOn && fromDateColumn(opened.dueOn)).toBe("2026-10-19");
    const events = await db.caseEvent.findMany({ where: { caseId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ kind }) => kind)).toEqual(["open", "accept", "assign"]);
    expect(await db.auditEvent.count({ where: { objectId: id, verb: "cases.open" } })).toBe(3);
  });

  it("gives every case its own number, also when ten are registered at once", async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => registerCase(permit(cast.desk, "cases.open"), aMatter(cast.worker.personId))),
    );
    const cases = await db.welfareCase.findMany({ where: { id: { in: ids } }, select: { number: true } });
    expect(new Set(cases.map(({ number }) => number)).size).toBe(10);
  });

  it("opens one case for a form that was sent twice", async () => {
    const matter = aMatter(cast.worker.personId);
    const first = await registerCase(permit(cast.desk, "cases.open"), matter);
    const counts = await countAll();
    expect(await registerCase(permit(cast.desk, "cases.open"), matter)).toBe(first);
    expect(await countAll()).toEqual(counts);
  });

  it("refuses a person of another unit to a liaison, and an unknown topic to everybody", async () => {
    const outside = aMatter(cast.worker.personId);
    await expectRefused(
      null,
      () => registerCase(permit(cast.secondLiaison, "cases.open"), outside),
      "没有找到这位职工",
    );
    const odd = aMatter(cast.worker.personId, { subject: "insurance|不存在" });
    await expectRefused(null, () => registerCase(permit(cast.desk, "cases.open"), odd), "事项");
  });
});

describe("a case on its way", () => {
  it("goes from start to answer, call back and closing by three different people", async () => {
    const id = await anAssignedCase(cast);
    await move(cast.insurance, id, "start");
    await move(cast.insurance, id, "answer", answered, "2026-10-14");
    expect(await row(id)).toMatchObject({ stage: "ANSWERED", outcome: "RESOLVED", firstDaysUsed: 2, dueOn: null });
    await move(cast.desk, id, "followUp", {}, "2026-10-15");
    await move(cast.desk, id, "close", { satisfaction: "SATISFIED" }, "2026-10-15");
    expect(await row(id)).toMatchObject({
      stage: "CLOSED",
      followedById: cast.desk.accountId,
      satisfaction: "SATISFIED",
    });
  });

  it("does not let the one who answered call back", async () => {
    const id = await anAssignedCase(cast);
    await move(cast.insurance, id, "answer", answered);
    await expectRefused(id, () => move(cast.insurance, id, "followUp"));
  });

  it("stops the clock while it waits and leaves the rest of the time", async () => {
    const id = await anAssignedCase(cast);
    await move(cast.insurance, id, "start");
    await move(cast.insurance, id, "hold", { waitingReason: "OUTSIDE_OFFICE", note: "等社保中心" }, "2026-10-13");
    expect(await row(id)).toMatchObject({ status: "waiting", dueOn: null, daysLeft: 4 });
    await move(cast.insurance, id, "resume", {}, "2026-10-20");
    const resumed = await row(id);
    expect(resumed.dueOn && fromDateColumn(resumed.dueOn)).toBe("2026-10-26");
  });

  it("is not found by an officer of another programme, nor by the liaison of another unit", async () => {
    const id = await anAssignedCase(cast);
    await expectRefused(id, () => move(cast.schooling, id, "start"), notFound);
    await expectRefused(id, () => move(cast.secondLiaison, id, "start"), notFound);
  });

  it("tells the second of two people what the first one did", async () => {
    const id = await anAssignedCase(cast);
    const { version } = await row(id);
    await move(cast.insurance, id, "start");
    const late = { caseId: id, version, move: "answer", ...answered };
    await expectRefused(id, () => moveCase(permit(cast.insurance, "cases.move"), late), /吴丽 在 .*开始办理/);
  });

  it("is moved once when two people press at the same moment", async () => {
    const id = await anAssignedCase(cast);
    const { version } = await row(id);
    const press = () => moveCase(permit(cast.insurance, "cases.move"), { caseId: id, version, move: "start" });
    const ends = await Promise.allSettled([press(), press(), press(), press()]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.caseEvent.count({ where: { caseId: id, kind: "start" } })).toBe(1);
  });

  it("is voided with a reason and never without", async () => {
    const id = await anAssignedCase(cast);
    await expectRefused(id, () => move(cast.desk, id, "void"), "作废的原因");
    await move(cast.desk, id, "void", { note: "重复登记" });
    expect(await row(id)).toMatchObject({ status: "void", voidReason: "重复登记" });
    expect(await db.auditEvent.findFirst({ where: { objectId: id, reason: "重复登记" } })).not.toBeNull();
  });
});

describe("职工说了算", () => {
  async function anAnsweredCase(): Promise<{ id: string; version: number }> {
    const id = await anAssignedCase(cast);
    await move(cast.insurance, id, "answer", answered);

    return { id, version: (await row(id)).version };
  }

  it("confirms that it is solved", async () => {
    const { id, version } = await anAnsweredCase();
    await confirmMine(permit(cast.worker, "my.confirm"), { caseId: id, version, satisfaction: "FAIR" });
    expect(await row(id)).toMatchObject({ stage: "CLOSED", satisfaction: "FAIR" });
  });

  it("is taken up again once, and goes to a leader the second time", async () => {
    const { id, version } = await anAnsweredCase();
    await reopenMine(permit(cast.worker, "my.reopen"), { caseId: id, version, note: "还是查不到" });
    expect(await row(id)).toMatchObject({ stage: "REOPENED", reopenedCount: 1, outcome: null });
    await move(cast.insurance, id, "answer", answered);
    const again = (await row(id)).version;
    await reopenMine(permit(cast.worker, "my.reopen"), { caseId: id, version: again, note: "没有解决" });
    expect(await row(id)).toMatchObject({ stage: "LEADER_REVIEW", status: "open", reopenedCount: 1 });
    await move(cast.boss, id, "conclude", { note: "已当面说明并补办", outcome: "RESOLVED" });
    expect(await row(id)).toMatchObject({ stage: "CLOSED" });
  });

  it("is another worker's business for nobody else", async () => {
    const { id, version } = await anAnsweredCase();
    await expectRefused(
      id,
      () => confirmMine(permit(cast.otherWorker, "my.confirm"), { caseId: id, version, satisfaction: "SATISFIED" }),
      notFound,
    );
    await expectRefused(
      id,
      () => reopenMine(permit(cast.otherWorker, "my.reopen"), { caseId: id, version, note: "不是我的" }),
      notFound,
    );
    await expectRefused(id, () => withdrawMine(permit(cast.worker, "my.withdraw"), { caseId: id, version }));
  });

  it("may be withdrawn until it is decided", async () => {
    const id = await anAssignedCase(cast);
    await withdrawMine(permit(cast.worker, "my.withdraw"), { caseId: id, version: (await row(id)).version });
    expect(await row(id)).toMatchObject({ stage: "WITHDRAWN", status: "closed", dueOn: null });
  });
});

describe("notes, reminders, copies and corrections", () => {
  it("leave their event and their audit row", async () => {
    const id = await anAssignedCase(cast);
    await addNote(permit(cast.insurance, "cases.note"), { caseId: id, text: "已电话联系社保中心" });
    await urgeCase(permit(cast.desk, "cases.urge"), { caseId: id });
    await superviseCase(permit(cast.boss, "cases.supervise"), { caseId: id, text: "请本周办结" });
    await copyCase(permit(cast.desk, "cases.copy"), { caseId: id, loginName: cast.schooling.loginName });
    const edit = {
      caseId: id,
      version: (await row(id)).version,
      title: "入职三个月，社保还没办",
      content: "说了三次。",
    };
    await editCase(permit(cast.desk, "cases.edit"), edit);
    expect(await row(id)).toMatchObject({ title: edit.title, supervisedById: cast.boss.accountId });
    const events = await db.caseEvent.findMany({ where: { caseId: id }, orderBy: { id: "asc" }, skip: 3 });
    expect(events.map(({ kind }) => kind)).toEqual(["note", "urge", "supervise", "copy", "edit"]);
    const kept = await db.auditEvent.findFirstOrThrow({ where: { objectId: id, verb: "cases.edit" } });
    expect(kept.valuesCipher).not.toContain("入职两个月");
  });

  it("open the case to the one who got the copy, and to nobody else", async () => {
    const id = await anAssignedCase(cast);
    const note = { caseId: id, text: "看到了，入学那边没有问题" };
    await expectRefused(id, () => addNote(permit(cast.schooling, "cases.note"), note), notFound);
    await copyCase(permit(cast.desk, "cases.copy"), { caseId: id, loginName: cast.schooling.loginName });
    await addNote(permit(cast.schooling, "cases.note"), note);
    expect(await db.caseEvent.count({ where: { caseId: id, kind: "note" } })).toBe(1);
  });

  it("are refused where they make no sense", async () => {
    const id = await anAssignedCase(cast);
    await superviseCase(permit(cast.boss, "cases.supervise"), { caseId: id });
    await expectRefused(id, () => superviseCase(permit(cast.deputy, "cases.supervise"), { caseId: id }), "已经在督办");
    await expectRefused(
      id,
      () => copyCase(permit(cast.desk, "cases.copy"), { caseId: id, loginName: "000" }),
      "没有找到",
    );
    await move(cast.insurance, id, "answer", answered);
    await expectRefused(id, () => urgeCase(permit(cast.desk, "cases.urge"), { caseId: id }), "不用催");
    const edit = { caseId: id, version: (await row(id)).version, title: "改一改", content: "改一改" };
    await expectRefused(id, () => editCase(permit(cast.desk, "cases.edit"), edit), "不能再改");
    await move(cast.desk, id, "void", { note: "测试作废" }, monday);
    await expectRefused(id, () => addNote(permit(cast.desk, "cases.note"), { caseId: id, text: "补一句" }), "作废");
  });
});
