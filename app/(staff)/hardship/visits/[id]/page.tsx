import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Columns } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { authorise } from "@/lib/auth/gate";
import { formatDay } from "@/lib/dates";
import { campaignLine } from "@/lib/hardship/campaigns/rules";
import { viewCampaign } from "@/lib/hardship/campaigns/view/queries";
import { isAsked } from "@/lib/hardship/visits/asking/rules";
import { mayForm } from "@/lib/hardship/visits/groups/rules";
import { campaignWords } from "@/lib/hardship/visits/words";
import { yuan } from "@/lib/money";
import { CampaignFacts } from "./_components/campaign-facts";
import { CampaignNext } from "./_components/campaign-next";
import { VisitProgressCard } from "./groups/_components/visit-progress";

export const metadata = { title: "春节走访慰问" };

/** One year's campaign: how far it is, what to do next, and every figure with its rows. */
export default async function CampaignPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("hardship.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewCampaign(permit, id.data);
  const { campaign } = view;
  const place = campaignLine.findIndex((stage) => stage === campaign.stage);

  return (
    <>
      <PageHead
        title={campaign.name}
        sub={[
          `每户 ${yuan(campaign.standardFen)} 元${campaign.goods ? `，${campaign.goods}` : ""}`,
          `${formatDay(view.finishBy)} 前走访完${view.isProvisional ? "（暂定）" : ""}`,
        ].join(" · ")}
        crumbs={[
          { label: "困难帮扶", href: "/hardship" },
          { label: "春节走访慰问", href: "/hardship/visits" },
          { label: `${campaign.year}年` },
        ]}
        actions={
          <>
            <Button href={`/hardship/visits/${campaign.id}/list`}>看名单</Button>
            {permit.reach.programmes.includes("hardship") && mayForm(campaign.stage) && (
              <Button href={`/hardship/visits/${campaign.id}/groups`}>走访组</Button>
            )}
          </>
        }
      />
      {place >= 0 && (
        <Steps
          label="办到哪一步"
          items={campaignLine.map((stage, index) => ({
            label: campaignWords[stage],
            state: index < place || campaign.stage === "ARCHIVED" ? "done" : index === place ? "now" : "next",
          }))}
        />
      )}
      <Columns
        main={
          <>
            <CampaignFacts view={view} permit={permit} />
            {isAsked(campaign.stage) && <VisitProgressCard permit={permit} campaignId={campaign.id} />}
          </>
        }
        side={<CampaignNext view={view} permit={permit} />}
      />
    </>
  );
}
