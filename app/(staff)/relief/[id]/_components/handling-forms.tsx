import { DateField, HiddenField, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { moveCaseAction } from "@/lib/cases/actions";
import { satisfactionWords } from "@/lib/cases/words";
import { grantAgainAction } from "@/lib/relief/decisions/actions";
import {
  acceptAction,
  followUpAction,
  keepPaperAction,
  proposeAction,
  verifyAction,
} from "@/lib/relief/handling/actions";
import { endReliefAction, returnReportAction } from "@/lib/relief/reports/actions";
import type { ReliefView } from "@/lib/relief/view/queries";
import { fundWords } from "@/lib/cases/sign-offs/words";
import { payModeWords, reliefPapers } from "@/lib/relief/words";
import { uploadAccept } from "@/lib/uploads";
import { typed, Which } from "./which";

type Props = { view: ReliefView };

/** The forms of what this person may do now; the way forward stands open, the rest is folded away. */
export function HandlingForms({ view, isOfficer }: Props & { isOfficer: boolean }) {
  const { loaded, moves } = view.running;
  const may = (move: string) => moves.includes(move);
  const isMissing = view.relief.grantedFen !== null && view.given.sumFen < Number(view.relief.grantedFen);

  return (
    <>
      {may("accept") && (
        <Form action={acceptAction} id="accept">
          <Which view={view} />
          <SubmitButton wide>受理</SubmitButton>
        </Form>
      )}
      {may("verify") && <Verification view={view} />}
      {may("propose") && <Proposal view={view} />}
      {may("followUp") && <CallBack view={view} />}
      {loaded.stage === "PAYING" && isMissing && isOfficer && (
        <Form action={grantAgainAction} id="grant-again">
          <Which view={view} />
          <SubmitButton wide>冲正以后重新登记发放</SubmitButton>
        </Form>
      )}
      {(["complete", "archive"] as const).filter(may).map((move) => (
        <Form key={move} action={moveCaseAction} id={move}>
          <Which view={view} />
          <HiddenField name="move" value={move} />
          <SubmitButton wide>{move === "archive" ? "归档" : "材料已补齐"}</SubmitButton>
        </Form>
      ))}
      {isOfficer && ["open", "waiting"].includes(loaded.status) && <Paper view={view} />}
      <Undoing view={view} />
    </>
  );
}

function Verification({ view }: Props) {
  return (
    <FoldedForm summary="登记核实" look="button" action={verifyAction} id="verify">
      <Which view={view} />
      <TextField name="firstVerifier" label="核实人一的工号" keypad="numeric" width="short" maxLength={16} />
      <TextField
        name="secondVerifier"
        label="核实人二的工号"
        hint="要两个人，不能是这一户的人"
        keypad="numeric"
        width="short"
        maxLength={16}
      />
      <DateField name="verifiedOn" label="哪天核实的" />
      <TextArea name="found" label="核实到的情况" hint="加密保存" rows={4} maxLength={1000} />
      <SubmitButton wide>登记核实</SubmitButton>
    </FoldedForm>
  );
}

function Proposal({ view }: Props) {
  const { relief } = view;

  return (
    <Form action={proposeAction} id="propose">
      <Which view={view} />
      <TextField
        name="amount"
        label="提出救助多少"
        hint={relief.paidFirstFen > 0n ? "连先行发放的一起算" : undefined}
        keypad="decimal"
        unit="元"
        width="short"
        defaultValue={typed(relief.proposedFen ?? relief.askedFen)}
      />
      <SelectField
        name="payMode"
        label="怎么发"
        options={optionsOf(payModeWords)}
        defaultValue={relief.payMode ?? "CASH"}
      />
      <SelectField name="fund" label="资金来源" options={optionsOf(fundWords)} defaultValue={relief.fund ?? "UNION"} />
      <TextArea name="note" label="经办意见" rows={2} />
      <SubmitButton wide>提出救助</SubmitButton>
    </Form>
  );
}

function CallBack({ view }: Props) {
  return (
    <Form action={followUpAction} id="follow-up">
      <Which view={view} />
      <RadioField name="satisfaction" label="职工满意吗" options={optionsOf(satisfactionWords)} />
      <TextArea name="note" label="家里现在怎么样" rows={3} maxLength={500} />
      <SubmitButton wide>登记回访</SubmitButton>
    </Form>
  );
}

function Paper({ view }: Props) {
  return (
    <FoldedForm summary="上传材料照片" look="button" action={keepPaperAction} id="paper">
      <HiddenField name="caseId" value={view.relief.caseId} />
      <SelectField name="kind" label="哪样材料" options={optionsOf(reliefPapers)} />
      <FileField name="file" label="照片或 PDF" accept={uploadAccept} hint="10 MB 以内" />
      <SubmitButton wide>上传</SubmitButton>
    </FoldedForm>
  );
}

/** What sends back or ends: always with a reason. */
function Undoing({ view }: Props) {
  const { moves } = view.running;
  const ends = (["withdraw", "void"] as const).filter((move) => moves.includes(move));
  const words = { withdraw: "撤回：职工不申请了", void: "作废：登记错了" };

  return (
    <>
      {moves.includes("return") && view.relief.paidFirstFen === 0n && (
        <FoldedForm summary="退回补正" action={returnReportAction} id="return">
          <Which view={view} />
          <TextArea name="note" label="还缺什么" hint="一次写全，职工看得到" rows={3} />
          <SubmitButton tone="outline">退回补正</SubmitButton>
        </FoldedForm>
      )}
      {ends.length > 0 && (
        <FoldedForm
          summary={ends.length > 1 ? "撤回或作废" : ends[0] === "void" ? "作废" : "撤回"}
          action={endReliefAction}
          id="end"
        >
          <Which view={view} />
          <RadioField
            name="move"
            label="怎么处理"
            options={ends.map((value) => ({ value, label: words[value] }))}
            {...(ends.length === 1 && ends[0] ? { defaultValue: ends[0] } : {})}
          />
          <TextArea name="note" label="原因" rows={2} />
          <SubmitButton tone="danger">确定</SubmitButton>
        </FoldedForm>
      )}
    </>
  );
}
