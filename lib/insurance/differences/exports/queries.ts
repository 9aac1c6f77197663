import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatMonth, monthOf } from "@/lib/dates";
import type { ExportList } from "@/lib/exports/rules";
import { countDifferences, listDifferences, type Difference } from "@/lib/insurance/differences/queries";
import { sidesOf } from "@/lib/insurance/differences/rules";
import { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { kindWords } from "@/lib/insurance/differences/words";

type ExportPermit = Permit<"insurance.export">;

const columns: { header: string; width: number; cell: (row: Difference) => string }[] = [
  { header: "姓名", width: 10, cell: ({ name }) => name },
  { header: "工号", width: 10, cell: ({ staffNo }) => staffNo ?? "" },
  { header: "单位", width: 18, cell: ({ unit }) => unit ?? "花名册里没有" },
  { header: "差异", width: 18, cell: ({ kind }) => kindWords[kind] },
  { header: "系统里", width: 34, cell: (row) => sidesOf(row).ours },
  { header: "经办机构", width: 34, cell: (row) => sidesOf(row).theirs },
];

const monthOfFilter = (permit: Permit, { month }: DifferenceFilter) => month ?? monthOf(permit.today);
const open = (filter: DifferenceFilter) => ({ ...filter, tab: "open" as const });

/** The differences nobody has decided yet, to be sent to the insurance office. They tell of bases: a second person agrees. */
export const differencesExport: ExportList<DifferenceFilter> = {
  name: "insurance-differences",
  home: "/insurance/differences",
  title: "经办机构名单差异表",
  verb: "insurance.export",
  columns: () => columns.map(({ header, width }) => ({ header, width })),
  parse: (filter) => DifferenceFilter.parse(filter),
  words: (permit, filter) => Promise.resolve(`${formatMonth(monthOfFilter(permit, filter))}，没有处理的`),
  isSensitive: () => true,
  count: async (permit, filter) =>
    (await countDifferences(permit as ExportPermit, monthOfFilter(permit, filter), filter)).open,
  async *read(permit, filter) {
    let after: string | undefined;
    do {
      const month = monthOfFilter(permit, filter);
      const page = await listDifferences(permit as ExportPermit, month, { ...open(filter), after });
      yield page.rows.map((row) => columns.map(({ cell }) => cell(row)));
      after = page.next ?? undefined;
    } while (after);
  },
};
