import { DateField, HiddenField, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { logContactAction, recordCheckAction } from "@/lib/schooling/coordination/actions";
import { enrolAction } from "@/lib/schooling/decisions/actions";
import type { PlacementView } from "@/lib/schooling/view/queries";
import { outcomeWords, partyWords } from "@/lib/schooling/words";
import { uploadAccept } from "@/lib/uploads";

const parties = optionsOf(partyWords);
const outcomes = Object.entries(outcomeWords)
  .filter(([value]) => value !== "UNRESOLVED")
  .map(([value, label]) => ({ value, label }));

/** What the officer records of the union, the education bureau and the school. */
export function BureauForms({ view }: { view: PlacementView }) {
  const { loaded, moves, isRunning } = view.running;
  const isSecond = loaded.stage === "EDU_SECOND";

  return (
    <>
      {(moves.includes("passed") || moves.includes("assigned")) && <Check view={view} isSecond={isSecond} />}
      {moves.includes("enrol") && (
        <FoldedForm summary="登记入学" look="button" action={enrolAction} id="enrol">
          <Which view={view} />
          <SelectField name="outcome" label="结果" options={outcomes} defaultValue="PUBLIC" />
          <TextField name="schoolName" label="学校" defaultValue={view.facts.schoolName ?? ""} maxLength={60} />
          <TextField name="className" label="班级" optional maxLength={30} />
          <DateField name="enrolledOn" label="哪天入学" />
          <SubmitButton wide>登记入学</SubmitButton>
        </FoldedForm>
      )}
      {isRunning && loaded.stage !== "REGISTERED" && (
        <FoldedForm summary="登记一次协调" action={logContactAction} id="contact">
          <Which view={view} />
          <RadioField name="party" label="和谁联系的" options={parties} look="row" />
          <DateField name="madeOn" label="哪天" />
          <TextArea name="content" label="说了什么" hint="不写孩子名字" rows={2} />
          <TextField name="result" label="结果" maxLength={300} />
          <SubmitButton tone="outline">保存</SubmitButton>
        </FoldedForm>
      )}
    </>
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

function Check({ view, isSecond }: { view: PlacementView; isSecond: boolean }) {
  const name = isSecond ? "复审" : "初审";

  return (
    <FoldedForm summary={`登记${name}结果`} look="button" action={recordCheckAction} id="check">
      <Which view={view} />
      <RadioField
        name="result"
        label="结果"
        options={[
          { value: "passed", label: isSecond ? "通过，已安排学校" : "通过" },
          { value: "failed", label: "没通过，再去协调" },
          { value: "failedReturn", label: "没通过，退回家长补材料" },
        ]}
      />
      <DateField name="checkedOn" label="哪天审的" />
      {isSecond && <TextField name="schoolName" label="安排的学校" hint="通过才填" optional maxLength={60} />}
      <TextArea name="note" label="没通过的原因" hint="没通过要写，职工看得到" rows={2} optional />
      <FileField name="file" label="审核结果" accept={uploadAccept} hint="照片或 PDF" />
      <SubmitButton wide>{`登记${name}结果`}</SubmitButton>
    </FoldedForm>
  );
}
