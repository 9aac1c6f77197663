import { HiddenField } from "@/components/ui/field";
import type { CampaignView } from "@/lib/hardship/campaigns/view/queries";

/** The campaign and the version that was on the screen. */
export function Which({ view: { campaign } }: { view: CampaignView }) {
  return (
    <>
      <HiddenField name="campaignId" value={campaign.id} />
      <HiddenField name="version" value={String(campaign.version)} />
    </>
  );
}
