import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { yearOf } from "@/lib/dates";
import type { ExportList } from "@/lib/exports/rules";
import { ledgerCells } from "@/lib/ledger";
import { ExportFilter } from "@/lib/schooling/exports/schema";
import { countResults, resultsWithoutChild } from "@/lib/schooling/papers/queries";
import { exportLedger } from "@/lib/schooling/papers/words";

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
