import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { yearOf } from "@/lib/dates";
import { readLedger } from "@/lib/reception/matters/ledger/queries";
import { LedgerTable } from "../_components/ledger-table";
import { YearQuery } from "../query";

export const metadata = { title: "接待日台账" };

export default async function YearLedgerPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.view");
  const { year = yearOf(permit.today) } = YearQuery.parse(await searchParams);
  const lines = await readLedger(permit, { year });

  return (
    <>
      <PageHead
        title={`${year}年接待日台账`}
        sub={`登记事项 ${lines.length} 件，已答复 ${lines.filter(({ answeredOn }) => answeredOn).length} 件`}
        crumbs={[{ label: "职工接待日", href: `/reception?year=${year}` }, { label: "台账" }]}
        actions={
          <>
            <Button href={`/reception/ledger?year=${year - 1}`}>{year - 1}年</Button>
            <Button href={`/reception/ledger/print?year=${year}`} icon="print">
              打印全册
            </Button>
          </>
        }
      />
      <LedgerTable lines={lines} withDate />
    </>
  );
}
