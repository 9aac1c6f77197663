import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import type { Permit } from "@/lib/auth/permit";
import { formatDay } from "@/lib/dates";
import { changeCampaignAction, voidCampaignAction } from "@/lib/hardship/campaigns/actions";
import { stageAfter } from "@/lib/hardship/campaigns/rules";
import type { CampaignView } from "@/lib/hardship/campaigns/view/queries";
import { turnWords } from "@/lib/hardship/campaigns/words";
import { campaignWords } from "@/lib/hardship/visits/words";
import { ListForms } from "./list-forms";
import { MoneyForms } from "./money-forms";
import { Which } from "./which";

type Props = { view: CampaignView; permit: Permit };

/** The right column: whose turn it is, and the one form that leads on; what sends back is folded away. */
export function CampaignNext({ view, permit }: Props) {
  const { campaign, notice, result } = view;
  const isOfficer = permit.reach.programmes.includes("hardship");
  const href = `/hardship/visits/${campaign.id}`;

  return (
    <>
      <Card title={`下一步 · ${campaignWords[campaign.stage]}`} tone="next" id="next">
        <p className="mb-3 text-ink-2">{campaign.voidReason ?? turnWords[campaign.stage]}</p>
        {notice && (
          <p className="mb-3">
            <TextLink href={`/notices/${notice.id}`}>{`名单公示 ${notice.number}`}</TextLink>
            {notice.lastDay ? `，到 ${formatDay(notice.lastDay)} 止` : "，还没有发布，请工会主席或局领导发布"}
          </p>
        )}
        {result && (
          <p className="mb-3">
            <TextLink href={`/notices/${result.id}`}>{`结果公示 ${result.number}`}</TextLink>
            {result.lastDay ? `，到 ${formatDay(result.lastDay)} 止` : "，还没有发布，请工会主席或局领导发布"}
          </p>
        )}
        <div className="grid gap-3">
          <ListForms view={view} permit={permit} />
          <MoneyForms view={view} permit={permit} />
          {isOfficer && <Rare view={view} />}
        </div>
      </Card>
      {campaign.stage !== "DRAFT" && (
        <Card title="打印和导出">
          <Stack gap="tight">
            <TextLink href={`${href}/list`}>{isOfficer ? "名单（可导出）" : "名单"}</TextLink>
            {permit.reach.kind === "bureau" && <TextLink href={`${href}/roster`}>花名册</TextLink>}
            {permit.reach.kind === "bureau" && (
              <TextLink href={`${href}/roster?copy=public`}>花名册（公开，不含原因）</TextLink>
            )}
            {permit.reach.kind === "bureau" && view.funds.length > 0 && (
              <TextLink href={`${href}/budget`}>经费预算表、决算表</TextLink>
            )}
          </Stack>
        </Card>
      )}
    </>
  );
}

function Rare({ view }: { view: CampaignView }) {
  const { campaign } = view;

  return (
    <>
      {["DRAFT", "SURVEY"].includes(campaign.stage) && (
        <FoldedForm summary="改标准和慰问品" action={changeCampaignAction} id="change">
          <Which view={view} />
          <TextField
            name="standard"
            label="每户慰问金"
            keypad="decimal"
            unit="元"
            width="short"
            defaultValue={String(Number(campaign.standardFen) / 100)}
          />
          <TextField name="goods" label="慰问品" maxLength={60} defaultValue={campaign.goods ?? ""} optional />
          <SubmitButton tone="outline">保存</SubmitButton>
        </FoldedForm>
      )}
      {stageAfter(campaign.stage, "void") && (
        <FoldedForm summary="作废这次慰问" action={voidCampaignAction} id="void">
          <Which view={view} />
          <TextArea name="note" label="为什么作废" rows={2} />
          <SubmitButton tone="danger">作废</SubmitButton>
        </FoldedForm>
      )}
      {campaign.stage === "VISITING" && (
        <Button href={`/sign-offs/sheet?campaign=${campaign.id}`} wide>
          打印签领表
        </Button>
      )}
    </>
  );
}
