import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatMonth, monthOf } from "@/lib/dates";
import type { ExportList, ListName } from "@/lib/exports/rules";
import { unitTotals } from "@/lib/insurance/figures/queries";
import { countForms, countMoney, wholeForm, wholeMoney } from "@/lib/insurance/ledgers/queries";
import { baseLedger, coverageLedger, formLedger, gapLedger, paymentLedger } from "@/lib/insurance/ledgers/rules";
import { LedgerFilter } from "@/lib/insurance/ledgers/schema";
import { ledgerCells, type Ledger } from "@/lib/ledger";

type ExportPermit = Permit<"insurance.export">;
type Source<Row> = {
  name: ListName;
  ledger: Ledger<Row>;
  count: (permit: ExportPermit, filter: LedgerFilter) => Promise<number>;
  whole: (permit: ExportPermit, filter: LedgerFilter) => Promise<readonly Row[]>;
  /** totals by unit tell nothing of one person */
  isTotal?: true;
};

/** A ledger as a file, from the very columns of the screen and the paper. One that names people tells of class 2: a second person agrees. */
function fileOf<Row>({ name, ledger, count, whole, isTotal }: Source<Row>): ExportList<LedgerFilter> {
  return {
    name,
    home: isTotal ? "/insurance/statistics" : "/insurance/ledgers",
    ...(isTotal ? {} : { holds: "和交给经办机构的表一样，身份证号、工资是全的" }),
    title: ledger.title,
    verb: "insurance.export",
    columns: () => ledger.columns.map(({ label, width }) => ({ header: label, width: width === "wide" ? 22 : 14 })),
    parse: (filter) => LedgerFilter.parse(filter),
    words: (permit, { month }) => Promise.resolve(formatMonth(month ?? monthOf(permit.today))),
    isSensitive: () => !isTotal,
    count: (permit, filter) => count(permit as ExportPermit, filter),
    async *read(permit, filter) {
      const rows = await whole(permit as ExportPermit, filter);
      yield rows.map((row, index) => ledgerCells(ledger, row, index).slice(1, -1));
    },
  };
}

const units = (permit: ExportPermit) => unitTotals(permit);
const countUnits = async (permit: ExportPermit) => (await unitTotals(permit)).length;

/** ① */
export const coverageExport = fileOf({
  name: "insurance-coverage",
  ledger: coverageLedger,
  count: countUnits,
  whole: units,
  isTotal: true,
});

/** ② */
export const gapsExport = fileOf({
  name: "insurance-gaps",
  ledger: gapLedger,
  count: countUnits,
  whole: units,
  isTotal: true,
});

/** ③ as the insurance office takes it, ID numbers in clear. */
export const formsExport = fileOf({ name: "insurance-forms", ledger: formLedger, count: countForms, whole: wholeForm });

/** ④ */
export const basesExport = fileOf({
  name: "insurance-bases",
  ledger: baseLedger,
  count: countMoney,
  whole: async (permit, filter) => (await wholeMoney(permit, { ...filter, no: "4" })).bases,
});

/** ⑤ */
export const paymentsExport = fileOf({
  name: "insurance-payments",
  ledger: paymentLedger,
  count: countMoney,
  whole: async (permit, filter) => (await wholeMoney(permit, { ...filter, no: "5" })).payments,
});
