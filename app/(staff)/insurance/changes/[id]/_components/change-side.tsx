import { Card } from "@/components/ui/card";
import { StageClock } from "@/components/case/stage-clock";
import { CheckboxGroup, DateField, HiddenField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { formatDay, type CivilDate } from "@/lib/dates";
import { moveCaseAction } from "@/lib/cases/actions";
import {
  approveChangeAction,
  editChangeAction,
  fileChangesAction,
  rejectChangeAction,
  submitChangeAction,
} from "@/lib/insurance/changes/actions";
import { codeOf, decreases, increases } from "@/lib/insurance/changes/rules";
import type { ChangeView } from "@/lib/insurance/changes/view/queries";
import { schemes } from "@/lib/insurance/rules";
import { schemeWords } from "@/lib/insurance/words";

type Props = { view: ChangeView; today: CivilDate };

/** The right column: how long there is and what this person may do; the way forward stands open. */
export function ChangeSide({ view, today }: Props) {
  return (
    <Card title={`下一步 · ${view.stage}`} tone="next" id="next">
      <ChangeClock view={view} />
      <p className="mb-3 text-ink-2">{view.turn}</p>
      <div className="grid gap-3">
        <Forward view={view} today={today} />
        <Backward view={view} today={today} />
      </div>
    </Card>
  );
}

function Which({ view: { loaded } }: { view: ChangeView }) {
  return (
    <>
      <HiddenField name="caseId" value={loaded.id} />
      <HiddenField name="version" value={String(loaded.version)} />
    </>
  );
}

function Forward({ view, today }: Props) {
  const { moves, loaded } = view;
  const plain = [
    { move: "complete", label: "材料已补齐" },
    { move: "archive", label: "归档" },
  ].filter(({ move }) => moves.includes(move));

  return (
    <>
      {moves.includes("submit") && (
        <Form action={submitChangeAction} id="submit">
          <Which view={view} />
          <SubmitButton wide>提交审核</SubmitButton>
        </Form>
      )}
      {moves.includes("file") && (
        <Form action={fileChangesAction} id="file">
          <HiddenField name="picked" value={`${loaded.id}|${loaded.version}`} />
          <TextField name="receiptNo" label="受理号" hint="经办机构回执上的号码" />
          <DateField name="filedOn" label="报送日期" defaultValue={today} max={today} />
          <SubmitButton wide>报送经办机构</SubmitButton>
        </Form>
      )}
      {moves.includes("approve") && (
        <Form action={approveChangeAction} id="approve">
          <Which view={view} />
          <DateField name="resultOn" label="核准日期" defaultValue={today} max={today} />
          <SubmitButton wide>经办机构已核准</SubmitButton>
        </Form>
      )}
      {plain.map(({ move, label }) => (
        <Form key={move} action={moveCaseAction} id={move}>
          <Which view={view} />
          <HiddenField name="move" value={move} />
          <SubmitButton wide>{label}</SubmitButton>
        </Form>
      ))}
    </>
  );
}

function Backward({ view, today }: Props) {
  const { moves } = view;

  return (
    <>
      {["DRAFT", "RETURNED", "REJECTED"].includes(view.loaded.stage) && <EditForm view={view} />}
      {moves.includes("reject") && (
        <FoldedForm summary="经办机构退回了" action={rejectChangeAction} id="reject">
          <Which view={view} />
          <DateField name="resultOn" label="退回日期" defaultValue={today} max={today} />
          <TextArea name="note" label="经办机构说缺什么" hint="一次写全" rows={3} />
          <SubmitButton tone="outline">登记退回</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("return") && (
        <FoldedForm summary="退回补正" action={moveCaseAction} id="return">
          <Which view={view} />
          <HiddenField name="move" value="return" />
          <TextArea name="note" label="还缺什么" hint="一次写全，单位和职工都看得到" rows={3} />
          <SubmitButton tone="outline">退回补正</SubmitButton>
        </FoldedForm>
      )}
      {(moves.includes("withdraw") || moves.includes("void")) && (
        <FoldedForm summary="撤回或作废" action={moveCaseAction} id="end">
          <Which view={view} />
          <SelectField
            name="move"
            label="怎么结束"
            options={[
              ...(moves.includes("withdraw") ? [{ value: "withdraw", label: "撤回，不办了" }] : []),
              ...(moves.includes("void") ? [{ value: "void", label: "填错了，作废" }] : []),
            ]}
          />
          <TextArea name="note" label="原因" rows={2} />
          <SubmitButton tone="danger">结束</SubmitButton>
        </FoldedForm>
      )}
    </>
  );
}

function EditForm({ view }: { view: ChangeView }) {
  const { change } = view;
  const codes = change.isIncrease ? increases : decreases;

  return (
    <FoldedForm summary="修改内容" look="button" action={editChangeAction} id="edit">
      <Which view={view} />
      <SelectField
        name="code"
        label={change.isIncrease ? "参保类型" : "停保原因"}
        options={codes.map((code) => ({ value: code, label: codeOf(code) }))}
        defaultValue={change.code}
      />
      <DateField name="month" type="month" label="月份" defaultValue={change.month} />
      <CheckboxGroup
        name="schemes"
        label="险种"
        options={schemes.map((scheme) => ({ value: scheme, label: schemeWords[scheme] }))}
        defaultValue={change.schemes}
      />
      {change.wageFen !== null && (
        <TextField
          name="wage"
          label="月工资"
          keypad="decimal"
          unit="元"
          defaultValue={(change.wageFen / 100).toFixed(2)}
        />
      )}
      <SubmitButton wide>保存修改</SubmitButton>
    </FoldedForm>
  );
}

function ChangeClock({ view: { clock, loaded, stage } }: { view: ChangeView }) {
  if (!clock) return null;

  return (
    <StageClock
      clock={clock}
      stopped={stage}
      note={loaded.dueOn ? `应于 ${formatDay(loaded.dueOn)} 前办` : undefined}
    />
  );
}
