import { beforeEach, describe, expect, it } from "vitest";
import { listEntity } from "@/lib/insurance/import/commands";
import { resolveDifferences } from "@/lib/insurance/differences/commands";
import { listDifferences } from "@/lib/insurance/differences/queries";
import { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { startImport, undoImport } from "@/lib/imports/commands";
import { findBatch } from "@/lib/imports/queries";
import { templateOf } from "@/lib/imports/sheets/queries";
import { readSheet } from "@/lib/excel";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { ownerQuery } from "../setup/database";
import { idNoOf, nameOf } from "../people/import/rows";
import { confirm, reportOf, upload } from "../people/import/sheet";
import { openInsurance, permit, type InsuranceCast } from "./bureau";
import { aLine } from "./list-rows";
import { bringIn, importing, takeList } from "./office-list";

let cast: InsuranceCast;
beforeEach(async () => {
  cast = await openInsurance();
});

const living = () => db.officeListLine.findMany({ where: { takenBackAt: null }, orderBy: { name: "asc" } });
const fault = async (batch: Awaited<ReturnType<typeof takeList>>, place = 0) =>
  (await reportOf(importing(cast), batch))[place]?.faults[0]?.sentence;

describe("the insurance office's list of a month", () => {
  it("is checked without writing, comes in whole, and keeps of a number only mask and index", async () => {
    const batch = await takeList(
      cast,
      aLine(idNoOf(1)),
      aLine(idNoOf(2), { 1: "周小琴", 4: null, 9: null, 3: "5,800" }),
    );
    expect(batch).toMatchObject({ state: "CHECKED", counts: { NEW: 2, CHANGED: 0, SAME: 0, WRONG: 0 } });
    expect(await db.officeListLine.count()).toBe(0);
    expect((await reportOf(importing(cast), batch))[0]?.who).toBe("马桂兰 1****************" + idNoOf(1).slice(-1));
    expect(await confirm(importing(cast), listEntity, { id: batch.id })).toMatchObject({
      state: "DONE",
      rowsWritten: 2,
    });
    expect(await living()).toMatchObject([
      {
        name: "周小琴",
        month: "2026-09",
        payer: "BUREAU",
        baseFen: 580_000n,
        schemes: ["MEDICAL", "UNEMPLOYMENT", "INJURY", "MATERNITY"],
      },
      { name: "马桂兰", payer: "AGENCY", baseFen: 501_300n },
    ]);
    const kept = await ownerQuery<{ text: string }>("select row_to_json(l)::text as text from office_list_line l");
    for (const { text } of kept) expect(text).not.toMatch(/\d{17}[\dX]/);
    const audit = await ownerQuery<{ verb: string }>("select verb from audit_event where object = 'import_batch'");
    expect(audit.map(({ verb }) => verb)).toEqual(["insurance.import", "insurance.import"]);
  });

  it("sent again says what is new, the same and put right; taken back, each says again what it said", async () => {
    await bringIn(cast, aLine(idNoOf(1)), aLine(idNoOf(2)));
    const again = await takeList(cast, aLine(idNoOf(1)), aLine(idNoOf(2), { 3: 6_000 }), aLine(idNoOf(3)));
    expect(again.counts).toEqual({ NEW: 1, CHANGED: 1, SAME: 1, WRONG: 0 });
    expect((await reportOf(importing(cast), again))[1]?.differences).toEqual([
      { header: "缴费基数", before: "5,013.00", after: "6,000.00" },
    ]);
    await confirm(importing(cast), listEntity, { id: again.id });
    expect((await living()).map(({ baseFen }) => baseFen).sort()).toEqual([501_300n, 501_300n, 600_000n]);
    await undoImport(importing(cast), listEntity, { batchId: again.id, reason: "上传错了" });
    expect((await living()).map(({ baseFen }) => baseFen)).toEqual([501_300n, 501_300n]);
    await expect(undoImport(importing(cast), listEntity, { batchId: again.id, reason: "再撤一次" })).rejects.toThrow(
      "撤销过",
    );
  });

  it("a line on the strength of which a difference was decided stays", async () => {
    const { id } = await bringIn(cast, aLine(idNoOf(1)), aLine(idNoOf(2)));
    const compare = permit(cast.insurance, "insurance.compare");
    const [one] = (await listDifferences(compare, "2026-09", { ...DifferenceFilter.parse({}), tab: "open" })).rows;
    await resolveDifferences(compare, {
      month: "2026-09",
      picked: [`${one?.key ?? ""}|0`],
      resolution: "OURS",
      note: "核对过",
    });
    await undoImport(importing(cast), listEntity, { batchId: id, reason: "换一张" });
    expect(await findBatch(importing(cast), id)).toMatchObject({ state: "UNDONE", kept: 1, takenBack: 1 });
    expect(await living()).toHaveLength(1);
  });

  it("refuses rows that cannot be, each with its reason, and writes the right ones only when told so", async () => {
    const batch = await takeList(
      cast,
      aLine(idNoOf(1)),
      aLine(idNoOf(7).slice(0, 17) + (idNoOf(7).endsWith("1") ? "2" : "1")),
      aLine(idNoOf(2), { 0: "2026-08" }),
      aLine(idNoOf(1)),
      aLine(idNoOf(3), { 3: 5_013.5 }),
      aLine(idNoOf(4), { 4: "×", 5: null, 6: null, 7: null, 8: "否" }),
      aLine(idNoOf(5), { 0: "2026-11" }),
      aLine(idNoOf(6), { 2: { formula: "A1", result: "1" } }),
    );
    expect(batch.counts).toEqual({ NEW: 1, CHANGED: 0, SAME: 0, WRONG: 7 });
    const faults = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((place) => fault(batch, place)));
    expect(faults[0]).toContain("校验位");
    expect(faults[1]).toContain("只能是一个月的");
    expect(faults[2]).toContain("同一个号码");
    expect(faults[3]).toContain("整元");
    expect(faults[4]).toContain("一项都没有");
    expect(faults[5]).toContain("还没有到");
    expect(faults[6]).toContain("公式");
    await expect(confirm(importing(cast), listEntity, { id: batch.id })).rejects.toThrow("还有 7 行有错误");
    expect(await db.officeListLine.count()).toBe(0);
    await confirm(importing(cast), listEntity, { id: batch.id, mode: "correct" });
    expect(await living()).toHaveLength(1);
  });

  it("refuses what is no sheet, takes one form once, and is nobody's but the office's", async () => {
    const bytes = new TextEncoder().encode("<html><table><tr><td>身份证号</td></tr></table></html>");
    expect(await upload(importing(cast), listEntity, bytes)).toMatchObject({ state: "FAILED" });
    const form = { bytes, fileName: "名单.xlsx", requestKey: newId() };
    const [first, second] = [
      await startImport(importing(cast), listEntity, form),
      await startImport(importing(cast), listEntity, form),
    ];
    expect([first.isNew, second]).toEqual([true, { id: first.id, isNew: false }]);
    expect(() => permit(cast.firstLiaison, "insurance.import")).toThrow();
    expect(() => permit(cast.boss, "insurance.import")).toThrow();
  });

  it("two who confirm the same list at once write it once", async () => {
    const batch = await takeList(cast, aLine(idNoOf(1)));
    const both = await Promise.allSettled([
      confirm(importing(cast), listEntity, { id: batch.id }),
      confirm(permit(cast.other, "insurance.import"), listEntity, { id: batch.id }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await living()).toHaveLength(1);
  });

  it("has a template that it takes itself, samples left out", async () => {
    const template = await templateOf(importing(cast), listEntity);
    const rows: string[] = [];
    for await (const { rows: read } of readSheet(new Uint8Array(template), { sheet: listEntity.sheet }))
      rows.push(...read.map(({ cells }) => cells.map((cell) => (typeof cell === "string" ? cell : "")).join("|")));
    expect(rows.some((row) => row.includes("费款所属期"))).toBe(true);
    expect(await upload(importing(cast), listEntity, new Uint8Array(template))).toMatchObject({ state: "FAILED" });
  });

  it("five thousand lines are checked and written within bounds", async () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => aLine(idNoOf(n + 10), { 1: nameOf(n) }));
    const begun = performance.now();
    const batch = await takeList(cast, ...lines);
    expect(batch.counts).toEqual({ NEW: 5_000, CHANGED: 0, SAME: 0, WRONG: 0 });
    const checked = performance.now();
    expect(await confirm(importing(cast), listEntity, { id: batch.id })).toMatchObject({ rowsWritten: 5_000 });
    // generous: this machine is shared
    expect(checked - begun).toBeLessThan(40_000);
    expect(performance.now() - checked).toBeLessThan(20_000);
  }, 90_000);
});
