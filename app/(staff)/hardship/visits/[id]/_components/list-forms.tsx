import { Button } from "@/components/ui/button";
import { CheckboxField, HiddenField, TextArea } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import type { Permit } from "@/lib/auth/permit";
import {
  agreeListAction,
  openSurveyAction,
  sendBackListAction,
  submitListAction,
} from "@/lib/hardship/campaigns/actions";
import { reportUnitAction } from "@/lib/hardship/campaigns/rows/actions";
import type { CampaignView } from "@/lib/hardship/campaigns/view/queries";
import { Which } from "./which";

type Props = { view: CampaignView; permit: Permit };

/** 草稿, 摸底 and 名单审核: what brings the list together. */
export function ListForms({ view, permit }: Props) {
  const { campaign } = view;
  const { reach, actor } = permit;
  const isOfficer = reach.programmes.includes("hardship");
  if (campaign.stage === "DRAFT" && isOfficer)
    return (
      <Form action={openSurveyAction} id="open">
        <Which view={view} />
        <SubmitButton wide>开始摸底</SubmitButton>
      </Form>
    );
  if (campaign.stage === "SURVEY") return <Survey view={view} permit={permit} />;
  if (campaign.stage !== "LIST_REVIEW" || !reach.manages.includes("hardship")) return null;
  if (campaign.submittedById === actor.accountId) return <p>名单是您提交的，要由另一个人审核。</p>;

  return (
    <>
      <Form action={agreeListAction} id="agree">
        <Which view={view} />
        <TextArea name="note" label="审核意见" rows={2} />
        <SubmitButton wide>同意名单</SubmitButton>
      </Form>
      <FoldedForm summary="退回摸底" action={sendBackListAction} id="send-back">
        <Which view={view} />
        <TextArea name="note" label="为什么退回" rows={2} />
        <SubmitButton tone="outline">退回摸底</SubmitButton>
      </FoldedForm>
    </>
  );
}

function Survey({ view, permit: { reach } }: Props) {
  const { campaign, reports } = view;
  const isOfficer = reach.programmes.includes("hardship");
  const isLiaison = reach.unitIds.length > 0;
  const missing = reports.filter(({ at }) => at === null).length;

  return (
    <>
      {(isOfficer || isLiaison) && (
        <Button href={`/hardship/visits/${campaign.id}/add`} wide>
          加一户
        </Button>
      )}
      {isLiaison && reports.length > 0 && (
        <Form action={reportUnitAction} id="report">
          <HiddenField name="campaignId" value={campaign.id} />
          <TextArea name="note" label="有什么要说明的" rows={2} maxLength={200} optional />
          <SubmitButton wide tone={missing > 0 ? "primary" : "outline"}>
            {missing > 0 ? "本单位已摸底" : "再报一次"}
          </SubmitButton>
        </Form>
      )}
      {isOfficer && (
        <Form action={submitListAction} id="submit">
          <Which view={view} />
          {missing > 0 && <CheckboxField name="withoutReports" label={`不等没报的 ${missing} 个单位`} />}
          <SubmitButton wide>提交名单</SubmitButton>
        </Form>
      )}
    </>
  );
}
