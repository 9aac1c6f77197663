import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { CheckboxField, DateField, HiddenField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/dates";
import { paperWords } from "@/lib/schooling/checklist/words";
import { keepPaperAction, recordPaperAction } from "@/lib/schooling/materials/actions";
import type { PlacementView } from "@/lib/schooling/view/queries";
import { materialStateWords } from "@/lib/schooling/words";
import { uploadAccept } from "@/lib/uploads";

const tones = {
  MISSING: "late",
  NEEDS_FIX: "warn",
  RECEIVED: "info",
  VERIFIED: "ok",
  NOT_APPLICABLE: "neutral",
} as const;

/** The list of papers with what is wrong with each, and the forms to keep them. */
export function PaperList({ view }: { view: PlacementView }) {
  const { lines, running, intake } = view;
  const mayKeep = running.isRunning && running.moves.length > 0;
  const missing = lines.filter(({ state }) => state === "MISSING" || state === "NEEDS_FIX").length;

  return (
    <Card
      title="材料清单"
      aside={missing > 0 ? <Tag tone="warn">{`还差 ${missing} 样`}</Tag> : <Tag tone="ok">齐了</Tag>}
    >
      <p className="mb-3 text-note text-ink-2">
        租房备案要从 {formatDate(intake.dates.windowFrom)} 到 {formatDate(intake.dates.windowTo)} 不断，社保从{" "}
        {formatDate(intake.dates.insuranceFrom)} 起连续缴，居住证要管到 {formatDate(intake.dates.secondCheck)} 以后。
      </p>
      <DataTable
        caption="材料清单"
        rows={lines}
        rowId={({ kind }) => kind}
        columns={[
          { label: "材料", cell: (row) => paperWords[row.kind] ?? row.kind },
          {
            label: "状态",
            nowrap: true,
            cell: (row) => (
              <Tag tone={tones[row.state]}>{row.state === "MISSING" ? "未交" : materialStateWords[row.state]}</Tag>
            ),
          },
          { label: "问题", cell: (row) => row.problem ?? "—" },
        ]}
      />
      {mayKeep && <KeepForms view={view} />}
    </Card>
  );
}

function KeepForms({ view }: { view: PlacementView }) {
  const options = view.lines.map(({ kind }) => ({ value: kind, label: paperWords[kind] ?? kind }));

  return (
    <div className="mt-4 grid gap-3">
      <FoldedForm summary="登记一样材料" look="button" action={recordPaperAction} id="paper">
        <HiddenField name="caseId" value={view.caseId} />
        <SelectField name="kind" label="哪样材料" options={options} />
        <RadioField
          name="state"
          label="情况"
          options={[
            { value: "VERIFIED", label: "看过原件" },
            { value: "RECEIVED", label: "收到了，没看原件" },
            { value: "NOT_APPLICABLE", label: "这家不用" },
          ]}
        />
        {view.asksBoth && <BothTick />}
        <DateField name="from" label="从哪天" hint="租房备案、社保要填" optional />
        <DateField name="to" label="到哪天" optional />
        <DateField name="from2" label="第二段从哪天" hint="续签的另填一段" optional />
        <DateField name="to2" label="第二段到哪天" optional />
        <DateField name="validUntil" label="有效到哪天" hint="居住证要填" optional />
        <TextField
          name="problem"
          label="别的问题"
          hint="例如地址和居住证不一样；不写孩子名字"
          optional
          maxLength={120}
        />
        <SubmitButton wide>保存</SubmitButton>
      </FoldedForm>
      <FoldedForm summary="上传材料照片" look="button" action={keepPaperAction} id="paper-photo">
        <HiddenField name="caseId" value={view.caseId} />
        <SelectField name="kind" label="哪样材料" options={options} />
        <FileField name="file" label="照片或 PDF" accept={uploadAccept} hint="10 MB 以内" />
        {view.asksBoth && <BothTick />}
        <SubmitButton wide>上传</SubmitButton>
      </FoldedForm>
    </div>
  );
}

function BothTick() {
  return <CheckboxField name="coversOther" label="另一方家长的也在" hint="户口簿、身份证、不动产查询要两个人的" />;
}
