import { beforeEach, describe, expect, it, vi } from "vitest";
import { readSheet, type SheetRow } from "@/lib/excel";
import { askExport, decideExport } from "@/lib/exports/commands";
import { takeApproved, takeNow } from "@/lib/exports/files/queries";
import { listCalled } from "@/lib/exports/lists/queries";
import type { ListName } from "@/lib/exports/rules";
import { newId } from "@/lib/id";
import { listCases } from "@/lib/cases/list/queries";
import { grant } from "@/lib/cases/sign-offs/commands";
import { listFiles } from "@/lib/hardship/list/queries";
import { FileFilter } from "@/lib/hardship/list/schema";
import { db, transact } from "@/prisma/client";
import { aMatter, anAssignedCase } from "../cases/bureau";
import { applicationAt, openUnion, permit, type HardshipCast } from "../hardship/bureau";
import type { Staff } from "../people/bureau";

// Fresh proof of identity has its own tests (tests/auth); here it is there.
vi.mock("@/lib/auth/credentials", async (original) => ({
  ...(await original<object>()),
  proveSelf: async () => undefined,
}));

let cast: HardshipCast;
beforeEach(async () => {
  cast = await openUnion();
});

const verbs = {
  people: "people.export",
  cases: "cases.export",
  hardship: "hardship.export",
  "sign-offs": "cases.exportSignOffs",
  visits: "hardship.export",
  relief: "relief.export",
  schooling: "schooling.export",
  "schooling-survey": "schooling.export",
  "schooling-years": "schooling.export",
  "dormitory-sites": "dormitories.export",
  "dormitory-residents": "dormitories.export",
  "dormitory-line": "dormitories.export",
  "dormitory-stars": "dormitories.export",
  "dormitory-repairs": "dormitories.export",
  "dormitory-utilities": "dormitories.export",
  "insurance-coverage": "insurance.export",
  "insurance-gaps": "insurance.export",
  "insurance-forms": "insurance.export",
  "insurance-bases": "insurance.export",
  "insurance-payments": "insurance.export",
  "insurance-differences": "insurance.export",
} as const satisfies Record<ListName, string>;
const form = (list: ListName, query = "") => ({ list, query, reason: "给工会核对名单", requestKey: newId() });

/** The file as it leaves at once, or after another person agreed. */
async function fileOf(who: Staff, name: ListName, query = ""): Promise<SheetRow[]> {
  const by = permit(who, verbs[name]);
  const list = listCalled(by, name);
  await askExport(by, list, form(name, query));
  const { id } = await db.exportRequest.findFirstOrThrow({ orderBy: { id: "desc" } });
  const other = who === cast.boss ? cast.deputy : cast.boss;
  await decideExport(permit(other, "exports.decide"), { id, decision: "APPROVED" });

  return rowsOf((await takeApproved(by, list, id)).stream);
}

async function rowsOf(stream: AsyncIterable<Buffer>): Promise<SheetRow[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const rows: SheetRow[] = [];
  for await (const piece of readSheet(new Uint8Array(Buffer.concat(chunks)))) rows.push(...piece.rows);

  return rows;
}

const table = (rows: SheetRow[]) => rows.slice(2).map(({ cells }) => cells);

describe("the list of cases as a file", () => {
  it("holds what the screen shows: confidential ones by topic, their people masked", async () => {
    await anAssignedCase(cast);
    const secret = aMatter(cast.otherWorker.personId, { confidentiality: "SENSITIVE", title: "家里的事" });
    await anAssignedCase(cast, secret);
    const by = permit(cast.boss, "cases.export");
    const { stream, rows } = await takeNow(by, listCalled(by, "cases"), form("cases"));
    const [head, ...lines] = table(await rowsOf(stream));
    expect(head?.slice(0, 5)).toEqual(["序号", "编号", "项目", "事项", "职工"]);
    const seen = await listCases(permit(cast.boss, "cases.view"), {});
    expect(rows).toBe(2);
    expect(lines.map((cells) => cells[1])).toEqual(seen.rows.map(({ number }) => number));
    expect(lines.map((cells) => [cells[3], cells[4]])).toEqual(seen.rows.map(({ title, person }) => [title, person]));
    expect(JSON.stringify(lines)).not.toContain("家里的事");
    expect(JSON.stringify(lines)).toContain("张*英");
    const audit = await db.auditEvent.findFirstOrThrow({ where: { object: "export" } });
    expect(audit).toMatchObject({ verb: "cases.export", isNotable: true, reason: "给工会核对名单" });
  });

  it("needs a second person where the filter itself tells what the matter hides, and nothing leaves", async () => {
    await anAssignedCase(cast);
    const by = permit(cast.desk, "cases.export");
    const list = listCalled(by, "cases");
    for (const query of ["programme=hardship", "green=1"]) {
      await db.welfareCase.updateMany({
        data: { programme: "hardship", greenChannel: true, createdById: cast.desk.accountId },
      });
      await expect(takeNow(by, list, form("cases", query))).rejects.toThrow("另一个人审批");
    }
    expect(await db.auditEvent.count({ where: { object: "export" } })).toBe(0);
  });

  it("ends where the reach ends", async () => {
    await anAssignedCase(cast);
    const by = permit(cast.schooling, "cases.export");
    await expect(takeNow(by, listCalled(by, "cases"), form("cases"))).rejects.toThrow("没有符合条件");
  });
});

describe("a request for a list", () => {
  it("is not made for no rows, and nobody else's is fetched or decided out of the bureau", async () => {
    const by = permit(cast.officer, "hardship.export");
    const list = listCalled(by, "hardship");
    await expect(askExport(by, list, form("hardship"))).rejects.toThrow("没有什么可导出的");
    expect(await db.exportRequest.count()).toBe(0);
    await applicationAt(cast, "APPLIED");
    await askExport(by, list, form("hardship", "tab=all"));
    const { id } = await db.exportRequest.findFirstOrThrow();
    const other = permit(cast.otherOfficer, "hardship.export");
    await expect(takeApproved(other, list, id)).rejects.toThrow("只有申请人自己");
    await expect(takeApproved(by, listCalled(by, "people"), id)).rejects.toThrow("404");
    const foreign = permit(cast.boss, "exports.decide");
    const away = { ...foreign, reach: { ...foreign.reach, bureauId: newId() } };
    await expect(decideExport(away, { id, decision: "APPROVED" })).rejects.toThrow("404");
    const decline = { id, decision: "DECLINED" as const };
    await expect(decideExport(permit(cast.boss, "exports.decide"), decline)).rejects.toThrow("请写明原因");
    expect((await db.exportRequest.findFirstOrThrow()).state).toBe("ASKED");
  });
});

describe("the files of households as a file", () => {
  it("always needs a second person, and shows the officer 工号 and cause", async () => {
    await applicationAt(cast, "ON_FILE");
    const by = permit(cast.officer, "hardship.export");
    await expect(takeNow(by, listCalled(by, "hardship"), form("hardship"))).rejects.toThrow("另一个人审批");
    const [head, line] = table(await fileOf(cast.officer, "hardship"));
    expect(head).toEqual([
      "序号",
      "档案编号",
      "户主",
      "工号",
      "单位",
      "状态",
      "办到哪一步",
      "困难等级",
      "主要致困原因",
      "下次复核",
      "备注",
    ]);
    const [seen] = (await listFiles(permit(cast.officer, "hardship.view"), FileFilter.parse({}))).rows;
    expect(line?.slice(1, 4)).toEqual([seen?.number, "王建国", cast.worker.loginName]);
    expect(line?.[8]).toBe("收入低负担重");
  });

  it("shows a leader masked names, no 工号 and no cause, whatever the address asks for", async () => {
    await applicationAt(cast, "ON_FILE");
    const rows = await fileOf(cast.boss, "hardship", "cause=OWN_ILLNESS");
    const text = JSON.stringify(rows);
    expect(table(rows)[0]).not.toContain("主要致困原因");
    expect(table(rows)[1]?.[2]).toBe("王*国");
    for (const hidden of ["王建国", "收入低负担重", cast.worker.loginName]) expect(text).not.toContain(hidden);
  });
});

describe("the ledger of what was given as a file", () => {
  const given = async (programme: string) =>
    transact((tx) =>
      grant(tx, permit(cast.officer, "cases.grant"), {
        programme,
        personId: cast.worker.personId,
        kind: "MONEY",
        what: "慰问金",
        quantity: 1,
        amountFen: 50_050,
        grantedOn: "2026-10-12",
      }),
    );

  it("has the columns of the paper one, the money as a figure in yuan, within reach only", async () => {
    await given("hardship");
    const rows = table(await fileOf(cast.officer, "sign-offs", "programme=hardship"));
    expect(rows[0]).toEqual(["序号", "姓名", "单位", "服务项目", "发放内容", "金额（元）", "批准日期", "签领", "备注"]);
    expect(rows[1]).toEqual([
      { number: "1" },
      "王建国",
      "环卫一所",
      "困难帮扶",
      "慰问金",
      { number: "500.5" },
      "2026-10-12",
      "未签领",
    ]);
    const foreign = permit(cast.schooling, "cases.exportSignOffs");
    await expect(takeNow(foreign, listCalled(foreign, "sign-offs"), form("sign-offs"))).rejects.toThrow("没有符合条件");
  });

  it("needs a second person when it may tell who is in need", async () => {
    await given("hardship");
    const by = permit(cast.officer, "cases.exportSignOffs");
    for (const query of ["", "programme=hardship"])
      await expect(takeNow(by, listCalled(by, "sign-offs"), form("sign-offs", query))).rejects.toThrow("另一个人审批");
  });
});
