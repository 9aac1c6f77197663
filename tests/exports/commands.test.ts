import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Permit } from "@/lib/auth/permit";
import { readSheet, type SheetRow } from "@/lib/excel";
import { askExport, decideExport } from "@/lib/exports/commands";
import { takeApproved, takeNow, type ExportFile } from "@/lib/exports/files/queries";
import { listCalled } from "@/lib/exports/lists/queries";
import { listRequests } from "@/lib/exports/queries";
import type { AskExport } from "@/lib/exports/schema";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { anActor, aPerson, leader, officer, openUnits, permitOf, units, type Staff } from "../people/bureau";
import { ownerQuery, resetDatabase } from "../setup/database";

// Fresh proof of identity has its own tests (tests/auth); here it is there.
vi.mock("@/lib/auth/credentials", async (original) => ({
  ...(await original<object>()),
  proveSelf: async () => undefined,
}));

let personnel: Staff;
let permit: Permit<"people.export">;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  permit = permitOf(personnel, "people.export");
});

const people = () => listCalled(permit, "people");
const asked = (query = "", given: Partial<AskExport> = {}): AskExport => ({
  list: "people",
  query,
  reason: "给工会核对名单",
  requestKey: newId(),
  ...given,
});

async function rowsOf({ stream }: ExportFile): Promise<SheetRow[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const rows: SheetRow[] = [];
  for await (const piece of readSheet(new Uint8Array(Buffer.concat(chunks)))) rows.push(...piece.rows);

  return rows;
}

async function crowd(count: number): Promise<void> {
  await ownerQuery(
    `insert into person (id, bureau_id, unit_id, staff_no, name, pinyin, hukou_scope, hukou_type, employment_type, post_type)
     select gen_random_uuid(), bureau_id, unit_id, 'C' || n, '群' || n, 'qun' || n, hukou_scope, hukou_type, employment_type, post_type
     from person, generate_series(1, ${count}) n where staff_no = $1`,
    [(await aPerson()).staffNo],
  );
}

async function ask(query = ""): Promise<string> {
  await askExport(permit, people(), asked(query));

  return (await db.exportRequest.findFirstOrThrow({ orderBy: { askedAt: "desc" } })).id;
}

const exported = () => db.auditEvent.findMany({ where: { object: "export" } });

describe("a short list", () => {
  test("is what the screen shows, under the same filter, with who, when and why; audited with count and hash", async () => {
    await aPerson({ name: "=王大力", mobile: "13812345678", idNo: "129900196804121011", unitId: units.secondTeam });
    await aPerson({ name: "李四" });
    const file = await takeNow(permit, people(), asked(`unit=${units.second}&tab=all`));
    const [title, mark, head, ...rows] = await rowsOf(file);
    expect(title?.cells[0]).toBe("职工名册");
    expect(mark?.cells[0]).toMatch(
      /导出人：\d+ 孙人事　导出时间：2026-10-10 09:00　条件：全部，环卫二所　用途：给工会核对名单/,
    );
    expect(head?.cells.slice(0, 5)).toEqual(["序号", "单位", "班组", "工号", "姓名"]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells[4]).toBe("=王大力");
    expect(JSON.stringify(rows)).not.toMatch(/1381234|129900/);
    const [audit] = await exported();
    expect(audit).toMatchObject({ verb: "people.export", reason: "给工会核对名单", isNotable: true });
    expect(audit?.detail).toMatchObject({ rows: 1, sha256: file.sha256 });
  });

  test("is refused when it is long, sensitive or empty: no file, no audit row of one", async () => {
    await expect(takeNow(permit, people(), asked("q=没有这个人"))).rejects.toThrow("没有符合条件的行");
    await aPerson({ needsGreenChannel: true });
    await expect(takeNow(permit, people(), asked("green=1"))).rejects.toThrow("另一个人审批");
    await crowd(201);
    await expect(takeNow(permit, people(), asked())).rejects.toThrow("另一个人审批");
    expect(await exported()).toEqual([]);
  });
});

describe("a long list needs a second person", () => {
  beforeEach(() => crowd(250));

  test("asked, approved by a leader, fetched once", async () => {
    const id = await ask("post=SWEEPER");
    const boss = permitOf(await anActor("司马局长", [leader]), "exports.decide");
    await decideExport(boss, { id, decision: "APPROVED" });
    const file = await takeApproved(permit, people(), id);
    expect(await rowsOf(file)).toHaveLength(251 + 3);
    expect(await exported()).toHaveLength(1);
    await expect(takeApproved(permit, people(), id)).rejects.toThrow("已经下载过一次");
    expect(await exported()).toHaveLength(1);
  });

  test("of two fetches at once one gets the file", async () => {
    const id = await ask();
    await decideExport(permitOf(await anActor("司马局长", [leader]), "exports.decide"), { id, decision: "APPROVED" });
    const both = await Promise.allSettled([takeApproved(permit, people(), id), takeApproved(permit, people(), id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const one of both) if (one.status === "fulfilled") one.value.stream.destroy();
    expect(await exported()).toHaveLength(1);
  });

  test("nobody agrees to an own request, nor an officer without the right to that list; a refusal needs a reason", async () => {
    const id = await ask();
    const decide = (who: Staff, decision: "APPROVED" | "DECLINED" = "APPROVED") =>
      decideExport(permitOf(who, "exports.decide"), { id, decision });
    await expect(decide(personnel)).rejects.toThrow("由另一个人审批");
    await expect(decide(await anActor("钱工会", [officer("hardship")]))).rejects.toThrow("没有导出这种清单的权限");
    await expect(decide(await anActor("司马局长", [leader]), "DECLINED")).rejects.toThrow("请写明原因");
    expect(await db.exportRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "ASKED" });
    await expect(takeApproved(permit, people(), id)).rejects.toThrow("还没有审批通过");
    await decide(await anActor("周人事", [officer("people")]));
    await expect(decide(await anActor("吴局长", [leader]))).rejects.toThrow("已经有人处理过了");
  });

  test("an approval ends after a day, and is no use to anybody else", async () => {
    const id = await ask();
    await decideExport(permitOf(await anActor("司马局长", [leader]), "exports.decide"), { id, decision: "APPROVED" });
    const other = permitOf(await anActor("周人事", [officer("people")]), "people.export");
    await expect(takeApproved(other, people(), id)).rejects.toThrow("只有申请人自己能下载");
    const late = permitOf(personnel, "people.export", "2026-10-12");
    await expect(takeApproved(late, people(), id)).rejects.toThrow("已经过了下载期限");
    expect(await exported()).toEqual([]);
  });

  test("the page of requests shows each only whom it concerns", async () => {
    await ask();
    const seen = async (who: Staff) => (await listRequests(permitOf(who, "exports.view"))).length;
    expect(await seen(personnel)).toBe(1);
    expect(await seen(await anActor("司马局长", [leader]))).toBe(1);
    expect(await seen(await anActor("钱工会", [officer("hardship")]))).toBe(0);
  });

  test("the same form sent twice asks once", async () => {
    const form = asked();
    await askExport(permit, people(), form);
    await askExport(permit, people(), form);
    expect(await db.exportRequest.count()).toBe(1);
  });
});

test("who may not export gets no permit", async () => {
  const union = await anActor("钱工会", [officer("hardship")]);
  expect(() => permitOf(union, "people.export")).toThrow("may not");
  expect(() => permitOf({ ...personnel, grants: [leader] }, "people.export")).toThrow("may not");
});
