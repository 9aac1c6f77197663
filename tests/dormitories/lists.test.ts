import { beforeAll, describe, expect, it, vi } from "vitest";
import { readSheet, type SheetRow } from "@/lib/excel";
import { askExport, decideExport } from "@/lib/exports/commands";
import { takeApproved, takeNow } from "@/lib/exports/files/queries";
import { listCalled } from "@/lib/exports/lists/queries";
import type { ListName } from "@/lib/exports/rules";
import { siteLedger, stayLedger } from "@/lib/dormitories/ledgers/queries";
import { listStays, listWishes } from "@/lib/dormitories/list/queries";
import { reportFault } from "@/lib/dormitories/repairs/commands";
import { listRepairs } from "@/lib/dormitories/repairs/queries";
import { newId } from "@/lib/id";
import { ledgerHead } from "@/lib/ledger";
import { db } from "@/prisma/client";
import { countSql } from "../setup/count-sql";
import { aCleaner, openDormitory, permit, resident, tuesday, waiting, type Dormitory } from "./bureau";

// Fresh proof of identity has its own tests (tests/auth); here it is there.
vi.mock("@/lib/auth/credentials", async (original) => ({
  ...(await original<object>()),
  proveSelf: async () => undefined,
}));

let cast: Dormitory;
beforeAll(async () => {
  cast = await openDormitory();
  const { id } = await resident(cast, "住下铺", cast.beds.A);
  await resident(cast, "住上铺", cast.beds.B);
  await reportFault(permit({ ...cast.worker, personId: id }, "my.dormitory", tuesday), {
    requestKey: newId(),
    kind: "HEATING",
    text: "暖气不热",
  });
  await waiting(cast, (await aCleaner("排队")).id);
});

const form = (list: ListName) => ({ list, query: "", reason: "给后勤科核对", requestKey: newId() });

async function rowsOf(stream: AsyncIterable<Buffer>): Promise<SheetRow["cells"][]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const rows: SheetRow[] = [];
  for await (const piece of readSheet(new Uint8Array(Buffer.concat(chunks)))) rows.push(...piece.rows);

  return rows.slice(2).map(({ cells }) => cells);
}

describe("the ledgers as files", () => {
  it("have the columns of the paper; the houses leave at once", async () => {
    const by = permit(cast.officer, "dormitories.export", tuesday);
    const [head, line] = await rowsOf(
      (await takeNow(by, listCalled(by, "dormitory-sites"), form("dormitory-sites"))).stream,
    );
    expect(head).toEqual(ledgerHead(siteLedger));
    expect(line?.slice(1, 9)).toEqual([
      "测试宿舍",
      "和平路1号",
      "新建",
      { number: "200" },
      { number: "3" },
      { number: "6" },
      { number: "2" },
      { number: "4" },
    ]);
    const repairs = await takeNow(by, listCalled(by, "dormitory-repairs"), form("dormitory-repairs"));
    expect(repairs.rows).toBe(1);
    expect(JSON.stringify(await rowsOf(repairs.stream))).toContain("暖气不热");
  });

  it("need a second person where they say who lives where or who is in need", async () => {
    const by = permit(cast.officer, "dormitories.export", tuesday);
    for (const name of ["dormitory-residents", "dormitory-line"] as const)
      await expect(takeNow(by, listCalled(by, name), form(name))).rejects.toThrow("另一个人审批");
    const list = listCalled(by, "dormitory-residents");
    await askExport(by, list, form("dormitory-residents"));
    const { id } = await db.exportRequest.findFirstOrThrow({ orderBy: { id: "desc" } });
    await decideExport(permit(cast.boss, "exports.decide", tuesday), { id, decision: "APPROVED" });
    const [head, ...lines] = await rowsOf((await takeApproved(by, list, id)).stream);
    expect(head).toEqual(ledgerHead(stayLedger));
    expect(lines.map((cells) => cells[3])).toEqual(["住上铺", "住下铺"]);
  });
});

describe("the lists", () => {
  it("ask the database the same few times, however many rows there are", async () => {
    const view = permit(cast.officer, "dormitories.view", tuesday);
    const line = permit(cast.officer, "dormitories.line", tuesday);
    const asked = async (run: () => Promise<unknown>) => (await countSql(run)).statements.length;
    const counts = async () => [
      await asked(() => listStays(view, { tab: "living" })),
      await asked(() => listRepairs(view, { tab: "all" })),
      await asked(() => listWishes(line, { tab: "waiting" })),
    ];
    const before = await counts();
    expect(before).toEqual([3, 2, 2]);
    await waiting(cast, (await aCleaner("又一位")).id);
    expect(await counts()).toEqual(before);
  });

  it("go on page by page without leaving anybody out or telling anybody twice", async () => {
    const view = permit(cast.officer, "dormitories.view", tuesday);
    const first = await listStays(view, { tab: "living" }, 1);
    const second = await listStays(view, { tab: "living", after: first.next ?? "" }, 1);
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(["住上铺", "住下铺"]);
    expect([first.counts.living, second.next]).toEqual([2, null]);
  });
});
