import { LedgerTable } from "@/components/case/ledger";
import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { PageHead } from "@/components/ui/page-head";
import { authorise, may } from "@/lib/auth/gate";
import { formatMonth } from "@/lib/dates";
import { exportHref } from "@/lib/exports/rules";
import { insuranceMovements, unitTotals } from "@/lib/insurance/figures/queries";
import { sumTotals, type UnitTotals } from "@/lib/insurance/figures/rules";
import { coverageLedger, gapLedger, ledgerHref, rateText } from "@/lib/insurance/ledgers/rules";
import { peopleHref } from "@/lib/insurance/list/rules";
import { SectionTabs } from "../_components/section-tabs";

export const metadata = { title: "社保统计" };

/** ① and ② of this month: totals by unit; whoever may see names opens them from here. */
export default async function InsuranceStatisticsPage() {
  const permit = await authorise("insurance.totals");
  const [rows, { months }, mayName, mayExport] = await Promise.all([
    unitTotals(permit),
    insuranceMovements(permit),
    may("insurance.view"),
    may("insurance.export"),
  ]);
  const total = sumTotals(rows);
  const href = (tab: "owed" | "gap") => (row: UnitTotals) => peopleHref({ tab, unit: row.unitId });

  return (
    <>
      <PageHead
        title="社保统计"
        sub={`应参保 ${total.owed} 人，五险齐全 ${total.full} 人，缺口 ${total.gap} 人，参保率 ${rateText(total.full, total.owed)}`}
        actions={
          <>
            <Button href={ledgerHref("/insurance/statistics/print", { no: "1" })} icon="print">
              打印统计表
            </Button>
            <Button href={ledgerHref("/insurance/statistics/print", { no: "2" })} icon="print">
              打印缺口分析表
            </Button>
            {mayExport && <Button href={exportHref("insurance-coverage", {})}>导出统计表</Button>}
            {mayExport && <Button href={exportHref("insurance-gaps", {})}>导出缺口表</Button>}
          </>
        }
      />
      {mayName && <SectionTabs current="/insurance/statistics" />}
      <Stack>
        <Card title={coverageLedger.title} id="coverage">
          <LedgerTable
            ledger={named(coverageLedger, mayName)}
            rows={rows}
            summed={rows}
            rowId={({ unitId }) => unitId}
            href={href("owed")}
          />
        </Card>
        <Card title={gapLedger.title} id="gaps">
          <LedgerTable
            ledger={named(gapLedger, mayName)}
            rows={rows}
            summed={rows}
            rowId={({ unitId }) => unitId}
            href={href("gap")}
          />
        </Card>
        <Card title="近 12 个月增减" aside="按养老保险的起止月算" id="months">
          <DataTable
            caption="近 12 个月增减"
            rows={[...months].reverse()}
            rowId={({ month }) => month}
            columns={[
              { label: "月份", cell: ({ month }) => formatMonth(month) },
              { label: "增员", align: "right", cell: ({ came }) => `${came} 人` },
              { label: "减员", align: "right", cell: ({ went }) => `${went} 人` },
            ]}
          />
        </Card>
      </Stack>
    </>
  );
}

/** Without names there is nothing behind a row. */
function named(ledger: typeof coverageLedger, mayName: boolean): typeof coverageLedger {
  return mayName ? ledger : { ...ledger, columns: ledger.columns.map(({ isLink: _, ...column }) => column) };
}
