import { beforeEach, describe, expect, it } from "vitest";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { ledgerCells, ledgerHead } from "@/lib/ledger";
import { reliefExport } from "@/lib/relief/exports/queries";
import { reliefFigures } from "@/lib/relief/figures/queries";
import { reliefLedger } from "@/lib/relief/ledger/words";
import { listRelief, wholeRelief } from "@/lib/relief/list/queries";
import { ReliefFilter } from "@/lib/relief/list/schema";
import { mayBeTwice, myReliefs } from "@/lib/relief/mine/queries";
import { reportFor } from "@/lib/relief/reports/commands";
import { revealRelief } from "@/lib/relief/reveal/commands";
import { viewRelief } from "@/lib/relief/view/queries";
import { db } from "@/prisma/client";
import { aPerson, bureauId, type Staff } from "../people/bureau";
import { aReport, monday, openUnion, permit, reliefAt, type ReliefCast } from "./bureau";

let cast: ReliefCast;
beforeEach(async () => {
  cast = await openUnion();
});
const list = async (who: Staff, given: object = {}) =>
  (await listRelief(permit(who, "relief.view"), ReliefFilter.parse({ tab: "all", ...given }))).rows;

describe("who sees what", () => {
  it("lists within reach: officer all, liaison what she reported, a leader masked and closed unless to be decided", async () => {
    const mine = await reliefAt(cast, "APPROVAL", 200_000);
    const other = await reportFor(permit(cast.officer, "relief.report"), aReport(cast.otherWorker.personId));
    expect((await list(cast.officer)).map(({ caseId }) => caseId)).toEqual([other, mine]);
    expect((await list(cast.firstLiaison)).map(({ caseId }) => caseId)).toEqual([mine]);
    expect(await list(cast.secondLiaison)).toEqual([]);
    expect(await list(cast.boss)).toMatchObject([
      { caseId: other, name: "张*英", mayOpen: false },
      { caseId: mine, name: "王*国", mayOpen: true },
    ]);
  });

  it("opens a case to no other unit, to a leader only when there is something to decide, and writes who looked", async () => {
    const caseId = await reliefAt(cast, "REPORTED");
    const view = (who: Staff) => viewRelief(permit(who, "relief.view"), caseId);
    for (const who of [cast.boss, cast.secondLiaison]) await expect(view(who)).rejects.toThrow();
    expect((await view(cast.officer)).running.moves).toContain("accept");
    expect((await view(cast.firstLiaison)).running.moves).toEqual(["withdraw"]);
    expect(await db.auditEvent.count({ where: { verb: "relief.view", objectId: caseId } })).toBe(2);
    await expect(viewRelief(permit(cast.officer, "relief.view"), newId())).rejects.toThrow();
  });

  it("tells the story with a reason and a marked row; out of reach leaves none", async () => {
    const caseId = await reliefAt(cast, "VERIFIED");
    const ask = { caseId, field: "story", reason: "核对报告内容" } as const;
    expect(await revealRelief(permit(cast.officer, "relief.reveal"), ask)).toContain("着火");
    expect(await revealRelief(permit(cast.officer, "relief.reveal"), { ...ask, field: "found" })).toContain("烧毁");
    await expect(revealRelief(permit(cast.officer, "relief.reveal"), { ...ask, caseId: newId() })).rejects.toThrow();
    const rows = await db.auditEvent.findMany({ where: { verb: "relief.reveal" } });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ reason: ask.reason, subjectId: cast.worker.personId, isNotable: true });
  });

  it("shows a worker the own reports and nobody else's, and asks the liaison whether it is the same event", async () => {
    await reliefAt(cast, "PAYING");
    expect(await myReliefs(permit(cast.worker, "my.relief"))).toMatchObject([
      { title: "火灾", short: "批下来了", grantedFen: 100_000, mayWithdraw: false },
    ]);
    expect(await myReliefs(permit(cast.otherWorker, "my.relief"))).toEqual([]);
    const twice = await mayBeTwice(permit(cast.firstLiaison, "relief.report"), cast.worker.personId);
    expect(twice).toEqual([{ number: "LJ-2026-0001", event: "火灾", happened: "2026-10-11" }]);
    expect(await mayBeTwice(permit(cast.officer, "relief.report"), cast.otherWorker.personId)).toEqual([]);
  });
});

describe("the ledger", () => {
  it("has the twelve columns of the paper between number and remark, and its print is in the log", async () => {
    await reliefAt(cast, "SIGNED");
    const { rows } = await wholeRelief(permit(cast.officer, "relief.view"), ReliefFilter.parse({ tab: "paid" }));
    expect(ledgerHead(reliefLedger).join(" ")).toBe(
      "序号 编号 日期 单位 姓名 事由 核实人 申请金额 批准金额 审批人 发放日期 签收 资金来源 备注",
    );
    const [line] = rows;
    expect(line && ledgerCells(reliefLedger, line, 0)).toEqual([
      "1",
      "LJ-2026-0001",
      "2026-10-12",
      "环卫一所",
      "王建国",
      "火灾",
      "孙洁、刘立",
      "1,000.00",
      "1,000.00",
      "工会主席",
      "2026-10-12",
      "2026-10-12",
      "工会经费",
      "签收",
    ]);
    expect(await db.auditEvent.count({ where: { object: "emergency_relief", verb: "relief.view" } })).toBe(1);
  });

  it("leaves as a file with the same rows, always after another person's word", async () => {
    await reliefAt(cast, "SIGNED");
    const by = permit(cast.officer, "relief.export");
    const filter = reliefExport.parse({ tab: "paid" });
    expect([reliefExport.isSensitive(filter), await reliefExport.count(by, filter)]).toEqual([true, 1]);
    const lines: (readonly (string | number)[])[] = [];
    for await (const page of reliefExport.read(by, filter)) lines.push(...page);
    expect(lines[0]?.slice(0, 8)).toEqual([
      "LJ-2026-0001",
      "2026-10-12",
      "环卫一所",
      "王建国",
      "火灾",
      "孙洁、刘立",
      1000,
      1000,
    ]);
    expect(reliefExport.columns(by)).toHaveLength(12);
  });

  it("counts for the dashboard what its links open", async () => {
    await reliefAt(cast, "SIGNED");
    await reliefAt(cast, "ACCEPTED", 0, { isAnother: "on" });
    const figures = await reliefFigures(permit(cast.officer, "relief.view"));
    expect(figures).toMatchObject({ open: { count: 1 }, papersLate: { count: 0 }, paid: { count: 1, fen: 100_000 } });
    expect(figures.paid.days).toBe(0);
    for (const { count, filter } of [figures.open, figures.paid])
      expect(await list(cast.officer, filter)).toHaveLength(count);
  });
});

describe("the relief order", () => {
  it("is need, worker before leader, grass roots before office, retired first, then who came first", async () => {
    const report = async (given: object, level?: "DEEP" | "RELATIVE") => {
      const person = await aPerson(given);
      if (level) await onFile(person.id, level);
      const caseId = await reportFor(permit(cast.officer, "relief.report"), aReport(person.id));

      return { person, caseId };
    };
    const plain = await report({ name: "甲" });
    const leading = await report({ name: "乙", isLeader: true });
    const relative = await report({ name: "丙" }, "RELATIVE");
    const deepLeader = await report({ name: "丁", isLeader: true }, "DEEP");
    const retired = await report({ name: "戊", status: "RETIRED" });
    const later = await report({ name: "己" });
    const order = (await list(cast.officer, { order: "need" })).map(({ caseId }) => caseId);
    expect(order).toEqual([deepLeader, relative, retired, plain, later, leading].map(({ caseId }) => caseId));
    expect((await list(cast.officer, { order: "need" }))[0]?.needWord).toBe("深度困难 · 领导 · 基层 · 在职");
  });

  async function onFile(personId: string, level: "DEEP" | "RELATIVE"): Promise<void> {
    const householdId = newId();
    await db.household.create({ data: { id: householdId, bureauId, headId: personId } });
    await db.person.update({ where: { id: personId }, data: { householdId } });
    const { unitId } = await db.person.findUniqueOrThrow({ where: { id: personId } });
    await db.hardshipFile.create({
      data: {
        id: newId(),
        bureauId,
        householdId,
        headId: personId,
        unitId,
        number: `KN-${personId}`,
        state: "ON_FILE",
        level,
        onFileSince: dateColumn(monday),
        createdById: cast.officer.accountId,
      },
    });
  }

  it("goes on page by page without leaving anybody out or showing anybody twice", async () => {
    for (let i = 0; i < 55; i += 1) {
      const person = await aPerson({
        name: `职工${i}`,
        isLeader: i % 3 === 0,
        status: i % 4 === 0 ? "RETIRED" : "ACTIVE",
      });
      await reportFor(permit(cast.officer, "relief.report"), aReport(person.id));
    }
    for (const order of ["need", undefined]) {
      const filter = ReliefFilter.parse({ tab: "open", order });
      const first = await listRelief(permit(cast.officer, "relief.view"), filter);
      const second = await listRelief(permit(cast.officer, "relief.view"), { ...filter, after: first.next ?? "" });
      const seen = [...first.rows, ...second.rows].map(({ caseId }) => caseId);
      expect([seen.length, new Set(seen).size, second.next, first.total]).toEqual([55, 55, null, 55]);
    }
  });
});
