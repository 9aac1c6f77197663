import { HiddenField, RadioField, SelectField, TextArea } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { moveCaseAction } from "@/lib/cases/actions";
import {
  answerModeWords,
  complexityWords,
  moveWords,
  outcomeWords,
  satisfactionWords,
  waitingWords,
  type MoveName,
} from "@/lib/cases/words";
import type { ReactNode } from "react";

type MoveFormsProps = {
  caseId: string;
  version: number;
  /** moves this person may make now */
  moves: readonly string[];
  units: readonly { id: string; name: string }[];
  complexity: keyof typeof complexityWords;
};

/** From the way forward to what ends or undoes the case. */
const order: readonly MoveName[] = [
  "accept",
  "assign",
  "start",
  "answer",
  "resume",
  "conclude",
  "followUp",
  "close",
  "complete",
  "answerOnSpot",
  "hold",
  "return",
  "reopen",
  "escalate",
  "decline",
  "archive",
  "withdraw",
  "void",
];

/** The way forward; the first of these that may be made stands open. */
const forward: readonly MoveName[] = order.slice(0, order.indexOf("answerOnSpot"));
const undoing: readonly MoveName[] = ["decline", "withdraw", "void"];
const oneClick: readonly MoveName[] = ["accept", "start", "resume", "complete", "followUp", "archive"];

/** 不满意 is no way to close: it reopens, or goes to a leader. */
const reached = optionsOf(satisfactionWords).filter(({ value }) => value !== "DISSATISFIED");

/** The forms of all moves that this person may make, the first one open, the others folded. */
export function MoveForms({ moves, ...rest }: MoveFormsProps) {
  const possible = order.filter((move) => moves.includes(move));
  const first = possible.find((move) => forward.includes(move));
  const others = possible.filter((move) => move !== first);
  if (possible.length === 0) return null;

  return (
    <div className="grid gap-3">
      {first && <MoveForm move={first} tone="primary" {...rest} />}
      {others.map((move) =>
        oneClick.includes(move) ? (
          <MoveForm key={move} move={move} tone="outline" {...rest} />
        ) : (
          <FoldedForm
            key={move}
            summary={moveWords[move]}
            look={undoing.includes(move) ? "link" : "button"}
            name="moves"
            action={moveCaseAction}
            id={`move-${move}`}
          >
            <MoveFields move={move} tone={undoing.includes(move) ? "danger" : "primary"} {...rest} />
          </FoldedForm>
        ),
      )}
    </div>
  );
}

type OneMove = Omit<MoveFormsProps, "moves"> & { move: MoveName; tone: "primary" | "outline" | "danger" };

function MoveForm(one: OneMove) {
  return (
    <Form action={moveCaseAction} id={`move-${one.move}`}>
      <MoveFields {...one} />
    </Form>
  );
}

function MoveFields({ move, tone, caseId, version, units, complexity }: OneMove) {
  return (
    <>
      <HiddenField name="caseId" value={caseId} />
      <HiddenField name="version" value={String(version)} />
      <HiddenField name="move" value={move} />
      {fieldsOf(move, units, complexity)}
      <FormActions>
        <SubmitButton tone={tone} wide>
          {moveWords[move]}
        </SubmitButton>
      </FormActions>
    </>
  );
}

function fieldsOf(move: MoveName, units: MoveFormsProps["units"], complexity: MoveFormsProps["complexity"]): ReactNode {
  switch (move) {
    case "assign":
      return (
        <>
          <SelectField
            name="handlerUnitId"
            label="由谁办"
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioField
            name="complexity"
            label="难易"
            options={optionsOf(complexityWords)}
            defaultValue={complexity}
            look="row"
          />
          <TextArea name="note" label="交办意见" hint="给承办单位看，职工看不到" rows={2} optional />
        </>
      );
    case "answer":
    case "answerOnSpot":
      return (
        <>
          <TextArea name="note" label="怎么答复的" hint="职工在手机上看得到，请说大白话" rows={4} maxLength={1000} />
          <RadioField name="outcome" label="结果" options={optionsOf(outcomeWords)} look="row" />
          <RadioField name="answerMode" label="怎么告诉职工的" options={optionsOf(answerModeWords)} look="row" />
        </>
      );
    case "hold":
      return (
        <>
          <SelectField name="waitingReason" label="等什么" options={optionsOf(waitingWords)} />
          <TextArea name="note" label="为什么要等" hint="职工看得到" rows={2} />
        </>
      );
    case "close":
      return (
        <>
          <RadioField name="satisfaction" label="职工满意吗" options={reached} look="row" />
          <TextArea name="note" label="职工怎么说" rows={2} optional />
        </>
      );
    case "conclude":
      return (
        <>
          <TextArea name="note" label="复核结论" hint="职工看得到" rows={4} />
          <RadioField name="outcome" label="结果" options={optionsOf(outcomeWords)} look="row" />
        </>
      );
    case "return":
      return <TextArea name="note" label="还缺哪些材料" hint="一次写全，职工看得到" rows={3} />;
    case "decline":
      return <TextArea name="note" label="为什么不予受理" hint="写明可以找谁办，职工看得到" rows={3} />;
    case "reopen":
    case "escalate":
      return <TextArea name="note" label="哪里还没解决" rows={3} />;
    case "void":
      return <TextArea name="note" label="为什么作废" rows={2} />;
    default:
      return null;
  }
}
