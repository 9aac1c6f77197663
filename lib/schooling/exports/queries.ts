import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { yearOf } from "@/lib/dates";
import type { ExportList } from "@/lib/exports/rules";
import { ledgerCells } from "@/lib/ledger";
import { ExportFilter } from "@/lib/schooling/exports/schema";
import { schoolingFigures } from "@/lib/schooling/figures/queries";
import { countResults, resultsWithoutChild, surveyWithoutChild } from "@/lib/schooling/papers/queries";
import { exportLedger, exportSurvey } from "@/lib/schooling/papers/words";

type ExportPermit = Permit<"schooling.export">;

/** 解决情况台账 as a file: by parent and unit. The child stands in no column, not even masked, because a file travels. */
export const placementsExport: ExportList<ExportFilter> = {
  name: "schooling",
  home: "/schooling/totals",
  holds: "按家长和单位列，没有孩子的任何信息",
  title: exportLedger.title,
  verb: "schooling.export",
  columns: () => exportLedger.columns.map(({ label }) => ({ header: label, width: label === "协调过程" ? 40 : 16 })),
  parse: (filter) => ExportFilter.parse(filter),
  words: (permit, { year }) => Promise.resolve(`${year ?? yearOf(permit.today)} 年度`),
  isSensitive: () => true,
  count: (permit, { year }) => countResults(permit as ExportPermit, year ?? yearOf(permit.today)),
  async *read(permit, { year }) {
    const rows = await resultsWithoutChild(permit as ExportPermit, year ?? yearOf(permit.today));
    yield rows.map((row, index) => ledgerCells(exportLedger, row, index).slice(1, -1));
  },
};

/** 需求摸底表 as a file: by parent and unit, with what is still missing. */
export const surveyExport: ExportList<ExportFilter> = {
  ...placementsExport,
  name: "schooling-survey",
  title: exportSurvey.title,
  columns: () => exportSurvey.columns.map(({ label }) => ({ header: label, width: label === "材料缺项" ? 40 : 16 })),
  async *read(permit, { year }) {
    const rows = await surveyWithoutChild(permit as ExportPermit, year ?? yearOf(permit.today));
    yield rows.map((row, index) => ledgerCells(exportSurvey, row, index).slice(1, -1));
  },
};

const yearHeads = ["年度", "登记（人）", "符合条件（人）", "已入学（人）", "未解决（人）", "解决率"];

/** 年度统计 as a file: the very numbers of the page. */
export const yearsExport: ExportList<ExportFilter> = {
  ...placementsExport,
  name: "schooling-years",
  title: "随迁子女入学年度统计",
  holds: "只有各年度的数字",
  columns: () => yearHeads.map((header) => ({ header, width: 16 })),
  words: () => Promise.resolve("各年度"),
  count: async (permit) => (await schoolingFigures(permit as ExportPermit)).intakes.length,
  async *read(permit) {
    const { intakes } = await schoolingFigures(permit as ExportPermit);
    yield intakes.map(({ year, registered, eligible, placed, unresolved, rate }) => [
      ...[`${year} 年度`, registered.shown, eligible.shown, placed.shown, unresolved.shown, rate ?? "—"],
    ]);
  },
};
