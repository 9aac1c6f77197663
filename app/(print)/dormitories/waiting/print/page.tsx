import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { lineLedger } from "@/lib/dormitories/ledgers/queries";
import { viewLine } from "@/lib/dormitories/view/queries";
import { printedUnit } from "../../unit";

export const metadata = { title: "职工宿舍轮候名单" };

export default async function WaitingPrintPage() {
  const permit = await authorise("dormitories.line");
  const rows = await viewLine(permit);

  return (
    <>
      <PaperBar backHref="/dormitories/applications" />
      <LedgerPaper
        ledger={lineLedger}
        rows={rows}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
