import { notFound } from "next/navigation";
import { z } from "zod";
import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { starLedger } from "@/lib/dormitories/ledgers/queries";
import { viewStars } from "@/lib/dormitories/rating/queries";
import { printedUnit } from "../../../unit";

export const metadata = { title: "星级宿舍评比得分汇总表" };

export default async function StarsPrintPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { round, entries } = await viewStars(permit, id.data);

  return (
    <>
      <PaperBar backHref={`/dormitories/stars/${round.id}`} />
      <LedgerPaper
        ledger={starLedger}
        rows={entries}
        subtitle={`${round.year} 年`}
        unit={printedUnit}
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
