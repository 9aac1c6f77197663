import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { viewDay } from "@/lib/reception/days/view/queries";
import { readLedger } from "@/lib/reception/matters/ledger/queries";
import { LedgerTable } from "../../_components/ledger-table";
import { idIn } from "../../query";

export const metadata = { title: "接待日台账" };

export default async function DayLedgerPage({ params }: { params: Promise<{ day: string }> }) {
  const permit = await authorise("reception.view");
  const day = await viewDay(permit, idIn((await params).day));
  const lines = await readLedger(permit, { dayId: day.id });

  return (
    <>
      <PageHead
        title={`接待日台账 ${day.dateWords}`}
        sub={`登记事项 ${lines.length} 件${day.closingNote ? `，${day.closingNote}` : ""}`}
        crumbs={[
          { label: "职工接待日", href: "/reception" },
          { label: day.dateWords, href: `/reception/${day.id}` },
          { label: "台账" },
        ]}
        actions={
          <>
            <Button href={`/reception/${day.id}/ledger/print`} icon="print">
              打印台账
            </Button>
            <Button href={`/reception/${day.id}/register`} icon="print">
              打印登记表
            </Button>
          </>
        }
      />
      <LedgerTable lines={lines} withDate={false} />
    </>
  );
}
