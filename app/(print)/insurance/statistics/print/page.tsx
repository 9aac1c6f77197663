import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant, formatMonth } from "@/lib/dates";
import { unitTotals } from "@/lib/insurance/figures/queries";
import { coverageLedger, gapLedger } from "@/lib/insurance/ledgers/rules";
import { LedgerFilter } from "@/lib/insurance/ledgers/schema";

export const metadata = { title: "社保统计" };

/** ① and ② on paper: totals, no names of workers. */
export default async function StatisticsPrintPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.totals");
  const { no } = LedgerFilter.parse(await searchParams);

  return (
    <>
      <PaperBar backHref="/insurance/statistics" />
      <LedgerPaper
        ledger={no === "2" ? gapLedger : coverageLedger}
        rows={await unitTotals(permit)}
        subtitle={formatMonth(permit.today)}
        unit=""
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
