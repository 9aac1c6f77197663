import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { stayLedger } from "@/lib/dormitories/ledgers/queries";
import { wholeStays } from "@/lib/dormitories/list/queries";
import { StayFilter } from "@/lib/dormitories/list/schema";
import { printedUnit } from "../../unit";

export const metadata = { title: "入住登记台账" };

export default async function ResidentsPrintPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.view");
  const { site } = StayFilter.parse(await searchParams);
  const rows = await wholeStays(permit, { tab: "living", site });

  return (
    <>
      <PaperBar backHref="/dormitories/residents" />
      <LedgerPaper
        ledger={stayLedger}
        rows={rows}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
