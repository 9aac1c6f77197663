import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { reliefLedger } from "@/lib/relief/ledger/words";
import { wholeRelief } from "@/lib/relief/list/queries";
import { reliefHref } from "@/lib/relief/list/rules";
import { ReliefFilter } from "@/lib/relief/list/schema";
import { tabWords } from "@/lib/relief/list/words";

export const metadata = { title: "临时救助台账" };

export default async function ReliefLedgerPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("relief.view");
  const filter = ReliefFilter.parse(await searchParams);
  const { rows, isCut } = await wholeRelief(permit, filter);
  const subtitle = [tabWords[filter.tab], filter.year && `${filter.year}年`, isCut && "只印前 3,000 条，请按年份分开印"]
    .filter(Boolean)
    .join("，");

  return (
    <>
      <PaperBar backHref={reliefHref(filter)} />
      <LedgerPaper
        ledger={reliefLedger}
        rows={rows}
        subtitle={subtitle}
        unit="区环卫局工会"
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
