import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { repairLedger } from "@/lib/dormitories/ledgers/queries";
import { RepairFilter } from "@/lib/dormitories/list/schema";
import { wholeRepairs } from "@/lib/dormitories/repairs/queries";
import { printedUnit } from "../../unit";

export const metadata = { title: "宿舍维修台账" };

export default async function RepairsPrintPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.view");
  const rows = await wholeRepairs(permit, RepairFilter.parse({ tab: "all", ...(await searchParams) }));

  return (
    <>
      <PaperBar backHref="/dormitories/repairs" />
      <LedgerPaper
        ledger={repairLedger}
        rows={rows}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
