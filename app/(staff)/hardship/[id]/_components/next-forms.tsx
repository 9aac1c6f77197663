import { Button } from "@/components/ui/button";
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  HiddenField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { moveCaseAction } from "@/lib/cases/actions";
import { endApplicationAction } from "@/lib/hardship/application/actions";
import { recordDocumentsAction, reportVisitAction, startVisitAction } from "@/lib/hardship/checks/actions";
import {
  agreeAction,
  approveAction,
  declineAction,
  proposeAction,
  refuseAction,
  sendBackAction,
} from "@/lib/hardship/decisions/actions";
import { tellOnce } from "@/lib/hardship/decisions/rules";
import type { FileView } from "@/lib/hardship/files/view/queries";
import { keepPaperAction } from "@/lib/hardship/mine/actions";
import { confirmReviewAction, proposeReviewAction } from "@/lib/hardship/review/actions";
import { documentWords, levelWords } from "@/lib/hardship/words";
import { uploadAccept } from "@/lib/uploads";

const levels = optionsOf(levelWords);

/** The forms of what this person may do now; the way forward stands open, the rest is folded away. */
export function NextForms({ view }: { view: FileView }) {
  const { loaded, moves } = view.running;
  const may = (move: string) => moves.includes(move);
  const isReview = loaded.stageTable === "hardship-review";

  return (
    <div className="grid gap-3">
      {may("visit") && (
        <Form action={startVisitAction} id="visit">
          <Which view={view} />
          <SubmitButton wide>派人入户核查</SubmitButton>
        </Form>
      )}
      {may("report") && <Report view={view} />}
      {may("propose") && (
        <>
          <Button
            href={`/hardship/${view.file.id}/assess`}
            tone={view.reckoning?.isStored ? "outline" : "primary"}
            wide
          >
            填写核实的收入和条件
          </Button>
          <Proposal view={view} isReview={isReview} />
        </>
      )}
      {may("agree") && <Opinion view={view} action={agreeAction} button="同意公示" label="负责人意见" id="agree" />}
      {may("confirm") && (
        <Opinion view={view} action={confirmReviewAction} button="同意复核结果" label="负责人意见" id="confirm" />
      )}
      {may("approve") && (
        <Opinion view={view} action={approveAction} button="批准建档" label="审批意见（职工看得到）" id="approve" />
      )}
      {["open", "waiting"].includes(loaded.status) &&
        (may("report") || may("visit") || may("propose") || may("complete")) && <Papers view={view} />}
      <Undoing view={view} />
    </div>
  );
}

function Which({ view: { running } }: { view: FileView }) {
  return (
    <>
      <HiddenField name="caseId" value={running.loaded.id} />
      <HiddenField name="version" value={String(running.loaded.version)} />
    </>
  );
}

function Report({ view }: { view: FileView }) {
  return (
    <FoldedForm summary="登记核查结果" look="button" action={reportVisitAction} id="report">
      <Which view={view} />
      <DateField name="visitedOn" label="哪天去的" />
      <TextField name="visitors" label="去的两个人的工号" hint="用空格分开；不能是这一户的人" />
      <RadioField
        name="agrees"
        label="和申请说的"
        options={[
          { value: "yes", label: "一致" },
          { value: "no", label: "不一致" },
        ]}
        look="row"
      />
      <TextArea name="observed" label="看到的情况" hint="加密保存" rows={4} maxLength={1500} />
      <CheckboxField name="isSigned" label="户主已在核查表上签字或按手印" />
      <SubmitButton wide>登记核查结果</SubmitButton>
    </FoldedForm>
  );
}

function Proposal({ view, isReview }: { view: FileView; isReview: boolean }) {
  const proposed = view.reckoning?.level;

  return (
    <FoldedForm
      summary={isReview ? "提出复核结果" : "提出等级，送负责人公示"}
      look="button"
      action={isReview ? proposeReviewAction : proposeAction}
      id="propose"
    >
      <Which view={view} />
      {isReview && (
        <RadioField
          name="outcome"
          label="复核结果"
          options={[
            { value: "KEEP", label: "继续在档" },
            { value: "LIFT", label: "脱困" },
          ]}
          look="row"
        />
      )}
      <SelectField
        name="level"
        label="困难等级"
        options={levels}
        hint={`测算：${proposed ? levelWords[proposed] : "不符合"}`}
        {...(proposed ? { defaultValue: proposed } : {})}
      />
      <TextArea name="deviationReason" label="和测算不同的理由" rows={2} optional />
      <TextArea name="note" label="审核意见" rows={2} />
      <SubmitButton wide>{isReview ? "提出复核结果" : "提出公示"}</SubmitButton>
    </FoldedForm>
  );
}

type Action = typeof agreeAction;

function Opinion({
  view,
  action,
  button,
  label,
  id,
}: {
  view: FileView;
  action: Action;
  button: string;
  label: string;
  id: string;
}) {
  return (
    <Form action={action} id={id}>
      <Which view={view} />
      <TextArea name="note" label={label} rows={2} />
      <SubmitButton wide>{button}</SubmitButton>
    </Form>
  );
}

function Papers({ view }: { view: FileView }) {
  const { documents, current } = view;
  const options = [...new Set([...documents.wanted, ...documents.received.map(({ kind }) => kind)])].map((kind) => ({
    value: kind,
    label: documentWords[kind] ?? kind,
  }));
  const received = documents.received.map(({ kind }) => kind);
  const seen = documents.received.filter(({ originalSeen }) => originalSeen).map(({ kind }) => kind);

  return (
    <>
      <FoldedForm summary="登记收到的材料" look="button" action={recordDocumentsAction} id="papers">
        <Which view={view} />
        <CheckboxGroup name="received" label="收到的" options={options} defaultValue={received} optional />
        <CheckboxGroup name="seen" label="看过原件的" options={options} defaultValue={seen} optional />
        <SubmitButton wide>保存</SubmitButton>
      </FoldedForm>
      <FoldedForm summary="上传材料照片" look="button" action={keepPaperAction} id="paper-photo">
        <HiddenField name="assessmentId" value={current.id} />
        <SelectField name="kind" label="哪样材料" options={options} />
        <FileField name="file" label="照片或 PDF" accept={uploadAccept} hint="10 MB 以内" />
        <SubmitButton wide>上传</SubmitButton>
      </FoldedForm>
    </>
  );
}

/** What sends back, refuses or ends: always with a reason. */
function Undoing({ view }: { view: FileView }) {
  const { moves, loaded } = view.running;
  const missing = tellOnce(view.documents.missing.map((kind) => documentWords[kind] ?? kind));
  const isLeaders = loaded.stage === "APPROVAL";

  return (
    <>
      {moves.includes("complete") && (
        <Form action={moveCaseAction} id="complete">
          <Which view={view} />
          <HiddenField name="move" value="complete" />
          <SubmitButton wide>材料已补齐</SubmitButton>
        </Form>
      )}
      {moves.includes("return") && (
        <FoldedForm summary="退回补正" action={moveCaseAction} id="return">
          <Which view={view} />
          <HiddenField name="move" value="return" />
          <TextArea name="note" label="还缺什么" hint="一次写全，职工看得到" rows={4} defaultValue={missing} />
          <SubmitButton tone="outline">退回补正</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("sendBack") && (
        <FoldedForm summary="退回审核" action={sendBackAction} id="send-back">
          <Which view={view} />
          <TextArea name="note" label="为什么退回" rows={2} />
          <SubmitButton tone="outline">退回审核</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("refuse") && (
        <FoldedForm summary="不符合条件" action={isLeaders ? declineAction : refuseAction} id="refuse">
          <Which view={view} />
          <TextArea name="note" label="为什么不符合" hint="还能找谁帮也写上，职工看得到" rows={3} />
          <SubmitButton tone="danger">不符合条件</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("void") && (
        <FoldedForm summary="撤回或作废" action={endApplicationAction} id="end">
          <Which view={view} />
          <RadioField
            name="move"
            label="怎么结束"
            options={[
              ...(moves.includes("withdraw") ? [{ value: "withdraw", label: "职工不申请了" }] : []),
              { value: "void", label: "登记错了，作废" },
            ]}
          />
          <TextArea name="note" label="原因" rows={2} />
          <SubmitButton tone="danger">结束</SubmitButton>
        </FoldedForm>
      )}
    </>
  );
}
