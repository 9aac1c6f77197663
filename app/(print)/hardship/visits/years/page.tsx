import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { yearsLedger } from "@/lib/hardship/campaigns/ledger/words";
import { campaignYears } from "@/lib/hardship/visits/queries";

export const metadata = { title: "历年春节慰问情况统计" };

/** 历年慰问情况统计, oldest first as on paper. */
export default async function YearsPaperPage() {
  const permit = await authorise("hardship.view");
  const years = await campaignYears(permit);

  return (
    <>
      <PaperBar backHref="/hardship/visits" />
      <LedgerPaper
        ledger={yearsLedger}
        rows={years.reverse()}
        unit=""
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
