import { SigningSheet } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { wholeLedger } from "@/lib/cases/sign-offs/ledger/queries";
import { signingLedger } from "@/lib/cases/sign-offs/ledger/words";
import { SignOffFilter } from "@/lib/cases/sign-offs/schema";
import { formatInstant } from "@/lib/dates";
import { printedUnit, subtitleOf } from "../words";

export const metadata = { title: "发放签领表" };

/** What still waits for a signature, by unit, twenty rows a page: to be signed or thumb-printed in the yard. */
export default async function SigningSheetPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("cases.viewSignOffs");
  const filter = { ...SignOffFilter.parse(await searchParams), state: "waiting" as const };
  const { rows, isCut } = await wholeLedger(permit, filter);

  return (
    <>
      <PaperBar backHref="/sign-offs?state=waiting" />
      <SigningSheet
        ledger={signingLedger}
        rows={rows}
        subtitle={subtitleOf(filter, isCut)}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
