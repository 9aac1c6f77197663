import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { surveyOf } from "@/lib/schooling/papers/queries";
import { surveyLedger } from "@/lib/schooling/papers/words";
import { printedUnit, yearAsked } from "../year";

export const metadata = { title: "入学需求摸底表" };

export default async function SurveyPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("schooling.print");
  const year = yearAsked(await searchParams, permit.today);

  return (
    <>
      <PaperBar backHref="/schooling/totals" />
      <LedgerPaper
        ledger={surveyLedger}
        rows={await surveyOf(permit, year)}
        subtitle={`${year} 年度`}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
