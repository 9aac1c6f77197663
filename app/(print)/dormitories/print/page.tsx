import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { listSites } from "@/lib/dormitories/board/queries";
import { siteLedger } from "@/lib/dormitories/ledgers/queries";
import { printedUnit } from "../unit";

export const metadata = { title: "宿舍基本情况一览表" };

export default async function SitesPrintPage() {
  const permit = await authorise("dormitories.view");
  const rows = await listSites(permit);

  return (
    <>
      <PaperBar backHref="/dormitories" />
      <LedgerPaper
        ledger={siteLedger}
        rows={rows}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
