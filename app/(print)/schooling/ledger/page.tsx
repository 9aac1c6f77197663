import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { resultsOf } from "@/lib/schooling/papers/queries";
import { resultLedger } from "@/lib/schooling/papers/words";
import { printedUnit, yearAsked } from "../year";

export const metadata = { title: "入学解决情况台账" };

export default async function ResultsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("schooling.print");
  const year = yearAsked(await searchParams, permit.today);

  return (
    <>
      <PaperBar backHref="/schooling/totals" />
      <LedgerPaper
        ledger={resultLedger}
        rows={await resultsOf(permit, year)}
        subtitle={`${year} 年度`}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
