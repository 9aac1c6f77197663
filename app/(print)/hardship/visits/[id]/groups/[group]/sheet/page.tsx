import { notFound } from "next/navigation";
import { z } from "zod";
import { SigningSheet } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { groupPaper } from "@/lib/hardship/visits/groups/papers/queries";
import { signingLedger } from "@/lib/hardship/visits/groups/papers/words";

export const metadata = { title: "慰问签领表" };

/** 签领表 of one group: what nobody has signed for yet, twenty rows a page, totals and the amount in capitals. */
export default async function GroupSheetPage({ params }: { params: Promise<{ id: string; group: string }> }) {
  const permit = await authorise("hardship.recordVisit");
  const of = z.object({ id: z.uuid(), group: z.uuid() }).safeParse(await params);
  if (!of.success) notFound();
  const { campaign, group, rows } = await groupPaper(permit, {
    campaignId: of.data.id,
    groupId: of.data.group,
    withAddress: false,
  });

  return (
    <>
      <PaperBar backHref="/hardship/visits/mine" />
      <SigningSheet
        ledger={signingLedger({ goods: campaign.goods, leader: group.leader })}
        rows={rows.filter(({ signedOn }) => signedOn === null)}
        subtitle={`${campaign.name} · ${group.name}`}
        unit=""
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
