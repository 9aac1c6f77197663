import { notFound } from "next/navigation";
import { z } from "zod";
import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { printRows } from "@/lib/hardship/campaigns/ledger/queries";
import { publicLedger, rosterLedger } from "@/lib/hardship/campaigns/ledger/words";
import { RowFilter } from "@/lib/hardship/campaigns/list/schema";
import { namedCampaign } from "@/lib/hardship/campaigns/view/queries";

export const metadata = { title: "春节慰问花名册" };

const Query = z.object({ copy: z.enum(["public"]).optional().catch(undefined) });

/** 花名册 for the office, or with `copy=public` the one without 原因 that may hang on a wall. */
export default async function RosterPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const permit = await authorise("hardship.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const asked = await searchParams;
  const { copy } = Query.parse(asked);
  const campaign = await namedCampaign(permit, id.data);
  const rows = await printRows(permit, campaign.id, RowFilter.parse(asked));

  return (
    <>
      <PaperBar backHref={`/hardship/visits/${campaign.id}`} />
      <LedgerPaper
        ledger={copy === "public" ? publicLedger : rosterLedger(campaign.goods)}
        rows={rows}
        subtitle={campaign.name}
        unit=""
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
