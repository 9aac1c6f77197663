import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import type { Permit } from "@/lib/auth/permit";
import {
  approveBudgetAction,
  archiveCampaignAction,
  confirmAccountAction,
  draftListNoticeAction,
  sendBackAccountAction,
  sendBackBudgetAction,
  setBudgetAction,
  settleAction,
} from "@/lib/hardship/campaigns/actions";
import { fundSources, totalOf } from "@/lib/hardship/campaigns/budget/rules";
import { rowsHref } from "@/lib/hardship/campaigns/list/rules";
import type { CampaignView } from "@/lib/hardship/campaigns/view/queries";
import { fundWords } from "@/lib/cases/sign-offs/words";
import { yuan } from "@/lib/money";
import { Which } from "./which";

type Props = { view: CampaignView; permit: Permit };

/** From 预算审批 to 归档: the money, the notice and the account. */
export function MoneyForms({ view, permit }: Props) {
  const { campaign, notice } = view;
  const isOfficer = permit.reach.programmes.includes("hardship");
  switch (campaign.stage) {
    case "BUDGET":
      return (
        <>
          {isOfficer && <Budget view={view} />}
          {permit.reach.isLeader && <Approval view={view} permit={permit} />}
        </>
      );
    case "NOTICE":
      return isOfficer && !notice ? (
        <Form action={draftListNoticeAction} id="draft">
          <Which view={view} />
          <SubmitButton wide>起草名单公示</SubmitButton>
        </Form>
      ) : null;
    case "VISITING":
      return isOfficer ? <Account view={view} /> : null;
    case "SETTLING":
      return isOfficer || permit.reach.isLeader ? <Confirmation view={view} permit={permit} /> : null;
    case "RESULT_NOTICE":
      return isOfficer ? (
        <Form action={archiveCampaignAction} id="archive">
          <Which view={view} />
          <SubmitButton wide>归档</SubmitButton>
        </Form>
      ) : null;
    default:
      return null;
  }
}

const fieldOf = {
  UNION: "union",
  ADMINISTRATION: "administration",
  SUPERIOR: "superior",
  DONATION: "donation",
} as const;

function Budget({ view }: { view: CampaignView }) {
  const { funds, figures, campaign } = view;
  const whole = figures.plannedFen + BigInt(figures.leftOut) * campaign.standardFen;
  const of = (source: (typeof fundSources)[number]) => {
    const known = funds.find((fund) => fund.source === source);

    return known ? String(Number(known.amountFen) / 100) : source === "UNION" ? String(Number(whole) / 100) : "0";
  };

  return (
    <Form action={setBudgetAction} id="budget">
      <Which view={view} />
      <p className="text-ink-2">{`名单上 ${figures.planned + figures.leftOut} 户，一共要 ${yuan(whole)} 元。不够的，按次序排在后面的家庭这次安排不上。`}</p>
      {fundSources.map((source) => (
        <TextField
          key={source}
          name={fieldOf[source]}
          label={fundWords[source]}
          keypad="decimal"
          unit="元"
          width="medium"
          defaultValue={of(source)}
        />
      ))}
      <SubmitButton wide>{campaign.budgetById ? "重新提交预算" : "提交预算"}</SubmitButton>
    </Form>
  );
}

function Approval({ view, permit }: Props) {
  const { campaign, funds, over } = view;
  const hands = [campaign.submittedById, campaign.agreedById, campaign.budgetById];
  if (hands.includes(permit.actor.accountId))
    return <p className="text-ink-2">前面的步骤有您经手，预算要由另一位局领导批准。</p>;
  if (!campaign.budgetById) return <p className="text-ink-2">预算还没有提交，等帮扶专员写明资金来源。</p>;

  return (
    <>
      <Form action={approveBudgetAction} id="approve">
        <Which view={view} />
        <p className="text-ink-2">{`资金 ${yuan(totalOf(funds))} 元，慰问 ${view.figures.planned} 户，计划 ${yuan(view.figures.plannedFen)} 元。`}</p>
        <TextArea name="note" label="审批意见" rows={2} />
        {over.length > 0 && (
          <TextArea
            name="capReason"
            label="超过上限还要发的理由"
            hint="不少于 10 个字，记入日志"
            rows={2}
            maxLength={300}
          />
        )}
        <SubmitButton wide>批准预算</SubmitButton>
      </Form>
      <FoldedForm summary="退回，重新摸底" action={sendBackBudgetAction} id="send-back-budget">
        <Which view={view} />
        <TextArea name="note" label="为什么退回" rows={2} />
        <SubmitButton tone="outline">退回</SubmitButton>
      </FoldedForm>
    </>
  );
}

function Account({ view }: { view: CampaignView }) {
  const { figures, campaign } = view;
  if (figures.waiting > 0)
    return (
      <Button href={rowsHref(campaign.id, { state: "waiting" })} tone="primary" wide>
        {`还有 ${figures.waiting} 户没签领`}
      </Button>
    );

  return (
    <Form action={settleAction} id="settle">
      <Which view={view} />
      <p className="text-ink-2">{`签领 ${figures.signed} 户，${yuan(figures.signedFen)} 元。`}</p>
      <TextArea name="note" label="决算说明" rows={2} defaultValue="全部签领，账实相符。" />
      <SubmitButton wide>提交决算</SubmitButton>
    </Form>
  );
}

function Confirmation({ view, permit }: Props) {
  const { campaign, figures } = view;
  if (campaign.settledById === permit.actor.accountId)
    return <p className="text-ink-2">决算是您提交的，要由财务或另一个人核对。</p>;

  return (
    <>
      <Form action={confirmAccountAction} id="confirm">
        <Which view={view} />
        <p className="text-ink-2">{`签领 ${figures.signed} 户，${yuan(figures.signedFen)} 元。请和凭证核对。`}</p>
        <TextArea name="note" label="核对意见" rows={2} />
        <SubmitButton wide>核对无误，起草结果公示</SubmitButton>
      </Form>
      <FoldedForm summary="决算退回" action={sendBackAccountAction} id="send-back-account">
        <Which view={view} />
        <TextArea name="note" label="哪里不对" rows={2} />
        <SubmitButton tone="outline">退回</SubmitButton>
      </FoldedForm>
    </>
  );
}
