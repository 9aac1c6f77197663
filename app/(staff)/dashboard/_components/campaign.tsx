import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Tile, Tiles } from "@/components/ui/tiles";
import { formatDay, fromDateColumn } from "@/lib/dates";
import { rowsHref } from "@/lib/hardship/campaigns/list/rules";
import type { RowState } from "@/lib/hardship/campaigns/list/schema";
import type { runningCampaign } from "@/lib/hardship/campaigns/view/queries";
import { campaignWords } from "@/lib/hardship/visits/words";
import { yuan } from "@/lib/money";

/** How far the visits of the coming Spring Festival are; every number opens its rows. Nothing between two campaigns. */
export function CampaignTiles({ running }: { running: Awaited<ReturnType<typeof runningCampaign>> }) {
  if (!running) return null;
  const { campaign, figures } = running;
  const tile = (state: RowState, label: string, value: number | string, unit: string) => (
    <Tile label={label} value={value} unit={unit} href={rowsHref(campaign.id, { state })} />
  );

  return (
    <Card
      title={<TextLink href={`/hardship/visits/${campaign.id}`}>{campaign.name}</TextLink>}
      aside={`${campaignWords[campaign.stage]}，${formatDay(fromDateColumn(campaign.finishBy))} 前走访完`}
    >
      <Tiles label={campaign.name}>
        {tile("planned", "计划慰问", figures.planned, "户")}
        {tile("visited", "已走访", figures.visited, "户")}
        {tile("signed", "已签领", figures.signed, "户")}
        {tile("signed", "已签领金额", yuan(figures.signedFen).replace(/\.00$/, ""), "元")}
      </Tiles>
    </Card>
  );
}
