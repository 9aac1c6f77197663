import { DateField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { yuan } from "@/lib/money";
import { approveAction, payFirstAction, refuseAction, sendBackAction } from "@/lib/relief/decisions/actions";
import type { ReliefView } from "@/lib/relief/view/queries";
import { fundWords } from "@/lib/cases/sign-offs/words";
import { payModeWords } from "@/lib/relief/words";
import { typed, Which } from "./which";

type Props = { view: ReliefView; isLeader: boolean };

/** Approval by the amount, or money before the papers; who may not decide sees nothing. */
export function DecisionForms({ view, isLeader }: Props) {
  const { moves } = view.running;

  return (
    <>
      {moves.includes("approve") && <Approval view={view} isLeader={isLeader} />}
      {moves.includes("sendBack") && (
        <FoldedForm summary="退回核实" action={sendBackAction} id="send-back">
          <Which view={view} />
          <TextArea name="note" label="为什么退回" rows={2} />
          <SubmitButton tone="outline">退回核实</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("refuse") && (
        <FoldedForm summary="不予救助" action={refuseAction} id="refuse">
          <Which view={view} />
          <TextArea name="note" label="为什么不予救助" hint="还能找谁帮也写上，职工看得到" rows={3} />
          <SubmitButton tone="danger">不予救助</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("payFirst") && view.relief.paidFirstFen === 0n && <PayFirst view={view} isLeader={isLeader} />}
    </>
  );
}

function Approval({ view, isLeader }: Props) {
  const { relief, thresholds, caps } = view;
  const proposedFen = Number(relief.proposedFen ?? 0);
  const isCommittees = proposedFen > thresholds.leaderMost * 100;

  return (
    <Form action={approveAction} id="approve">
      <Which view={view} />
      <TextField
        name="amount"
        label="批准多少"
        hint={`工会主席批到 ${yuan(thresholds.chairMost * 100)} 元，局领导批到 ${yuan(thresholds.leaderMost * 100)} 元`}
        keypad="decimal"
        unit="元"
        width="short"
        defaultValue={typed(proposedFen)}
      />
      <TextArea name="note" label="审批意见" rows={2} />
      {isCommittees && (
        <>
          <TextField name="committeeNo" label="党委会会议纪要编号" maxLength={40} />
          <DateField name="committeeOn" label="党委会日期" />
        </>
      )}
      {isLeader && caps.state === "over" && (
        <TextArea name="capReason" label="超过限额仍要批的理由" hint={caps.sentences.join("；")} rows={2} />
      )}
      <SubmitButton wide>批准救助</SubmitButton>
    </Form>
  );
}

/** The cap field stands there from the start only where it may be wanted: a thousand yuan is rarely the last of a year. */
function PayFirst({ view, isLeader }: Props) {
  return (
    <FoldedForm summary="先行发放（急用）" look="button" action={payFirstAction} id="pay-first">
      <Which view={view} />
      <TextField
        name="amount"
        label="先发多少"
        hint={`最多 ${yuan(view.thresholds.payFirstMost * 100)} 元，手续随后补齐`}
        keypad="decimal"
        unit="元"
        width="short"
      />
      <SelectField name="payMode" label="怎么发" options={optionsOf(payModeWords)} defaultValue="CASH" />
      <SelectField name="fund" label="资金来源" options={optionsOf(fundWords)} defaultValue="UNION" />
      <TextArea name="note" label="为什么要先发" rows={2} />
      {isLeader && view.caps.isOverYear && (
        <TextArea
          name="capReason"
          label="超过限额仍要发的理由"
          hint={view.caps.sentences.join("；")}
          rows={2}
          optional
        />
      )}
      <SubmitButton wide>先行发放</SubmitButton>
    </FoldedForm>
  );
}
