import { notFound } from "next/navigation";
import { z } from "zod";
import { LedgerPaper } from "@/components/case/ledger";
import { PaperBar } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { spentBySource } from "@/lib/hardship/campaigns/budget/rules";
import { budgetLedger } from "@/lib/hardship/campaigns/ledger/words";
import { campaignFigures, namedCampaign } from "@/lib/hardship/campaigns/view/queries";

export const metadata = { title: "春节慰问经费表" };

/** 慰问经费预算表 before the visits, 决算表 from then on. */
export default async function BudgetPaperPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("hardship.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success || permit.reach.kind !== "bureau") notFound();
  const campaign = await namedCampaign(permit, id.data);
  const figures = await campaignFigures(permit, campaign.id);
  const isFinal = ["VISITING", "SETTLING", "RESULT_NOTICE", "ARCHIVED"].includes(campaign.stage);
  const spent = isFinal ? figures.signedFen : figures.plannedFen;

  return (
    <>
      <PaperBar backHref={`/hardship/visits/${campaign.id}`} />
      <LedgerPaper
        ledger={budgetLedger(campaign.standardFen, isFinal)}
        rows={spentBySource(campaign.funds, spent, campaign.standardFen)}
        subtitle={`${campaign.name}，${isFinal ? `签领 ${figures.signed}` : `计划 ${figures.planned}`} 户`}
        unit=""
        date={permit.today}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      />
    </>
  );
}
