import { z } from "zod";
import { PaperBar, PaperSheet } from "@/components/ui/paper";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant, yearOf } from "@/lib/dates";
import { readYearLedger } from "@/lib/reception/paper/register/queries";
import { LedgerPaper } from "../../_components/ledger-paper";

export const metadata = { title: "接待日台账" };

const Query = z.object({ year: z.coerce.number().int().min(2013).max(2100).optional().catch(undefined) });

/** 接待日台账 of a year, with its totals; nothing is typed here that another page holds. */
export default async function YearLedgerPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.view");
  const { year = yearOf(permit.today) } = Query.parse(await searchParams);
  const ledger = await readYearLedger(permit, year);

  return (
    <>
      <PaperBar backHref={`/reception/ledger?year=${year}`} />
      <nav aria-label="年份" className="no-print mb-4 flex justify-center gap-4">
        <TextLink href={`/reception/ledger/print?year=${year - 1}`}>{`${year - 1}年`}</TextLink>
        <b aria-current="page">{year}年</b>
        <TextLink href={`/reception/ledger/print?year=${year + 1}`}>{`${year + 1}年`}</TextLink>
      </nav>
      {ledger.isCut && (
        <Notice tone="warn" title={`这一年的事项太多，只列了前 ${ledger.lines.length} 件`}>
          其余的请按接待日逐天打印登记表。
        </Notice>
      )}
      <PaperSheet
        title={`${year}年职工接待日台账`}
        landscape
        unit={ledger.unitName}
        date={formatDate(permit.today)}
        printed={{ number: `JDR-${year}`, at: formatInstant(permit.now), by: permit.actor.name }}
      >
        <LedgerPaper lines={ledger.lines} />
        {ledger.lines.length === 0 && <p className="mt-2">{year}年还没有接待日登记的事项。</p>}
      </PaperSheet>
    </>
  );
}
