import { OtherParentFields } from "@/components/schooling/other-parent-fields";
import { Button } from "@/components/ui/button";
import { CheckboxField, HiddenField, RadioField, SelectField, TextArea } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { moveCaseAction } from "@/lib/cases/actions";
import { tellOnce } from "@/lib/schooling/checklist/rules";
import { paperWords } from "@/lib/schooling/checklist/words";
import {
  giveUpAction,
  passUnionAction,
  passUnitAction,
  prepareAction,
  submitAction,
  unionSendBackAction,
  unitSendBackAction,
} from "@/lib/schooling/decisions/actions";
import { wantedBack } from "@/lib/schooling/decisions/rules";
import { changeDwellingAction } from "@/lib/schooling/materials/actions";
import { recordOtherAction } from "@/lib/schooling/parents/actions";
import { endPlacementAction } from "@/lib/schooling/registration/actions";
import type { PlacementView } from "@/lib/schooling/view/queries";
import { dwellingWords, unresolvedWords } from "@/lib/schooling/words";
import { BureauForms } from "./bureau-forms";

/** The forms of what this person may do now; the way forward stands open, the rest is folded away. */
export function NextForms({ view, isOfficer }: { view: PlacementView; isOfficer: boolean }) {
  const { loaded, moves } = view.running;
  const may = (move: string) => moves.includes(move);
  const isUnit = loaded.stage === "UNIT_CHECK";
  const isLetterOut = view.letters.some(({ state }) => state === "WAITING" || state === "APPROVED");

  return (
    <div className="grid gap-3">
      {may("prepare") && (
        <Form action={prepareAction} id="prepare">
          <Which view={view} />
          <SubmitButton wide>和家长说好了，开始备材料</SubmitButton>
        </Form>
      )}
      {view.running.isRunning && moves.length > 0 && <Other view={view} />}
      {["submit", "resubmit", "refile", "refileSecond"].some(may) && (
        <Form action={submitAction} id="submit">
          <Which view={view} />
          <SubmitButton wide>材料备齐了，往下交</SubmitButton>
        </Form>
      )}
      {may("pass") && (
        <Form action={isUnit ? passUnitAction : passUnionAction} id="pass">
          <Which view={view} />
          <SubmitButton wide>{isUnit ? "单位初审通过" : "工会审核通过"}</SubmitButton>
          {isUnit && <p className="text-note text-ink-2">通过以后交给局工会，您这里就看不到了。</p>}
        </Form>
      )}
      {may("letterSent") && !isLetterOut && (
        <Button href="/schooling/letters/new" tone="primary" wide>
          起草协调函
        </Button>
      )}
      {isOfficer && <BureauForms view={view} />}
      {may("archive") && (
        <Form action={moveCaseAction} id="archive">
          <Which view={view} />
          <HiddenField name="move" value="archive" />
          <SubmitButton wide tone="outline">
            归档
          </SubmitButton>
        </Form>
      )}
      {loaded.stage === "UNRESOLVED" && (
        <Button href={`/schooling/new?person=${view.parent.id}&from=${view.caseId}`} wide>
          今年接着办
        </Button>
      )}
      <Undoing view={view} />
    </div>
  );
}

function Which({ view: { running } }: { view: PlacementView }) {
  return (
    <>
      <HiddenField name="caseId" value={running.loaded.id} />
      <HiddenField name="version" value={String(running.loaded.version)} />
    </>
  );
}

/** 另一方家长: asked for until it is known, then out of the way. */
function Other({ view: { caseId, other } }: { view: PlacementView }) {
  const isUnknown = other.kind === null;

  return (
    <FoldedForm
      key={other.text}
      summary={isUnknown ? "登记另一方家长" : "改另一方家长"}
      look={isUnknown ? "button" : "link"}
      action={recordOtherAction}
      id="other"
    >
      <HiddenField name="caseId" value={caseId} />
      <OtherParentFields kind={other.kind} />
      <SubmitButton tone="outline">保存</SubmitButton>
    </FoldedForm>
  );
}

/** What sends back, changes or ends: always with a reason. */
function Undoing({ view }: { view: PlacementView }) {
  const { moves, loaded, isRunning } = view.running;
  const isUnit = loaded.stage === "UNIT_CHECK";
  const missing = tellOnce(wantedBack(view.lines, loaded.stage), paperWords);

  return (
    <>
      {moves.includes("return") && (
        <FoldedForm summary="退回补正" action={isUnit ? unitSendBackAction : unionSendBackAction} id="return">
          <Which view={view} />
          <TextArea name="note" label="还缺什么" hint="一次写全，职工看得到" rows={5} defaultValue={missing} />
          <SubmitButton tone="outline">退回补正</SubmitButton>
        </FoldedForm>
      )}
      {isRunning && moves.length > 0 && (
        <FoldedForm summary="居住情况变了" action={changeDwellingAction} id="dwelling">
          <HiddenField name="caseId" value={view.caseId} />
          <RadioField
            name="dwelling"
            label="住在哪里"
            options={optionsOf(dwellingWords)}
            defaultValue={view.facts.dwelling}
          />
          <CheckboxField name="isApart" label="孩子和家长不在一本户口簿" defaultChecked={view.facts.isApart} />
          <SubmitButton tone="outline">保存</SubmitButton>
        </FoldedForm>
      )}
      {moves.includes("giveUp") && (
        <FoldedForm summary="登记未解决" action={giveUpAction} id="give-up">
          <Which view={view} />
          <SelectField name="reason" label="为什么没解决" options={optionsOf(unresolvedWords)} />
          <TextArea name="note" label="情况说明" hint="明年怎么办也写上，职工看得到" rows={3} />
          <SubmitButton tone="danger">登记未解决</SubmitButton>
        </FoldedForm>
      )}
      {moves.some((move) => move === "void" || move === "withdraw") && (
        <FoldedForm summary="撤回或作废" action={endPlacementAction} id="end">
          <Which view={view} />
          <RadioField
            name="move"
            label="怎么结束"
            options={[
              ...(moves.includes("withdraw") ? [{ value: "withdraw", label: "家长不办了" }] : []),
              ...(moves.includes("void") ? [{ value: "void", label: "登记错了，作废" }] : []),
            ]}
          />
          <TextArea name="note" label="原因" rows={2} />
          <SubmitButton tone="danger">结束</SubmitButton>
        </FoldedForm>
      )}
    </>
  );
}
