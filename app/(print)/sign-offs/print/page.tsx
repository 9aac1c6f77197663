import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { wholeLedger } from "@/lib/cases/sign-offs/ledger/queries";
import { signOffLedger } from "@/lib/cases/sign-offs/ledger/words";
import { SignOffFilter } from "@/lib/cases/sign-offs/schema";
import { formatInstant, yearOf } from "@/lib/dates";
import { printedUnit, subtitleOf } from "../words";

export const metadata = { title: "发放签领台账" };

export default async function LedgerPrintPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("cases.viewSignOffs");
  const asked = SignOffFilter.parse(await searchParams);
  const filter = { ...asked, year: asked.year ?? String(yearOf(permit.today)) };
  const { rows, isCut } = await wholeLedger(permit, filter);

  return (
    <>
      <PaperBar backHref="/sign-offs" />
      <LedgerPaper
        ledger={signOffLedger}
        rows={rows}
        subtitle={subtitleOf(filter, isCut)}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
