import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant, formatMonth, monthOf } from "@/lib/dates";
import { mostPrinted, printedForm, wholeMoney } from "@/lib/insurance/ledgers/queries";
import { baseLedger, formLedger, ledgerHref, paymentLedger } from "@/lib/insurance/ledgers/rules";
import { LedgerFilter } from "@/lib/insurance/ledgers/schema";
import { OpenNumbersForm } from "./_components/open-numbers-form";

export const metadata = { title: "社保台账" };

/** ③ ④ ⑤ on paper, for the insurance office and the file; money and ID numbers in clear leave an audit row. */
export default async function LedgersPrintPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.export");
  const asked = LedgerFilter.parse(await searchParams);
  const filter = { ...asked, month: asked.month ?? monthOf(permit.today), after: undefined };
  const head = {
    unit: "",
    date: permit.today,
    printed: { at: formatInstant(permit.now), by: permit.actor.name },
  };
  const subtitle = (count: number) =>
    `${formatMonth(filter.month)}${count >= mostPrinted ? ` · （只印前 ${mostPrinted} 人，请按单位分开印）` : ""}`;
  const bar = <PaperBar backHref={ledgerHref("/insurance/ledgers", filter)} />;
  if (filter.no === "4" || filter.no === "5") {
    const { bases, payments } = await wholeMoney(permit, filter);

    return (
      <>
        {bar}
        {filter.no === "4" ? (
          <LedgerPaper ledger={baseLedger} rows={bases} subtitle={subtitle(bases.length)} {...head} />
        ) : (
          <LedgerPaper ledger={paymentLedger} rows={payments} subtitle={subtitle(payments.length)} {...head} />
        )}
      </>
    );
  }
  const { rows, isClear } = await printedForm(permit, filter);

  return (
    <>
      {bar}
      {!isClear && rows.length > 0 && <OpenNumbersForm month={filter.month} unit={filter.unit} />}
      <LedgerPaper ledger={formLedger} rows={rows} subtitle={subtitle(rows.length)} {...head} />
    </>
  );
}
