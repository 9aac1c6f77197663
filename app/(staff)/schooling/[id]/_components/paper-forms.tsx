import { CheckboxField, CheckboxGroup, DateField, HiddenField, RadioField, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import { withEnd, withPeriods } from "@/lib/schooling/checklist/rules";
import { paperWords } from "@/lib/schooling/checklist/words";
import { mayRecord, notYet } from "@/lib/schooling/decisions/rules";
import { keepPaperAction, recordPaperAction, seePapersAction } from "@/lib/schooling/materials/actions";
import { ofBoth } from "@/lib/schooling/parents/rules";
import type { PlacementView } from "@/lib/schooling/view/queries";
import { uploadAccept } from "@/lib/uploads";
import type { AttachmentKind } from "@/prisma/generated/enums";

/** One paper: only what this kind of paper tells is asked for. */
export function KeepPaper({ view, kind }: { view: PlacementView; kind: AttachmentKind }) {
  const word = paperWords[kind] ?? kind;
  const known = view.papers.find((paper) => paper.kind === kind);
  const [first, second] = known?.periods ?? [];
  const asksBoth = view.asksBoth && ofBoth.includes(kind);

  return (
    <section id="keep-paper" className="mb-4 rounded-sheet border border-line p-4" aria-label={`登记${word}`}>
      <h3 className="mb-3 font-semibold">{word}</h3>
      <Form action={recordPaperAction} look="grid" id="paper">
        <HiddenField name="caseId" value={view.caseId} />
        <HiddenField name="kind" value={kind} />
        <RadioField
          name="state"
          label="情况"
          options={[
            { value: "VERIFIED", label: "看过原件" },
            { value: "RECEIVED", label: "收到了，没看原件" },
            { value: "NOT_APPLICABLE", label: "这家不用" },
          ]}
        />
        {asksBoth && <BothTick isTicked={known?.coversOther ?? false} />}
        {withPeriods.includes(kind) && (
          <>
            <DateField name="from" label="从哪天" defaultValue={first?.from ?? ""} />
            <DateField name="to" label="到哪天" defaultValue={first?.to ?? ""} />
            <DateField name="from2" label="第二段从哪天" hint="续签的填" defaultValue={second?.from ?? ""} optional />
            <DateField name="to2" label="第二段到哪天" defaultValue={second?.to ?? ""} optional />
          </>
        )}
        {withEnd.includes(kind) && (
          <DateField name="validUntil" label="有效到哪天" defaultValue={known?.validUntil ?? ""} />
        )}
        <TextField
          name="problem"
          label="别的问题"
          hint="例如地址和居住证不一样；不写孩子名字"
          optional
          maxLength={120}
        />
        <FormActions>
          <SubmitButton>保存</SubmitButton>
          <TextLink href={`/schooling/${view.caseId}`}>收起</TextLink>
        </FormActions>
      </Form>
      <FoldedForm summary="上传照片" action={keepPaperAction} id="paper-photo">
        <HiddenField name="caseId" value={view.caseId} />
        <HiddenField name="kind" value={kind} />
        <FileField name="file" label="照片或 PDF" accept={uploadAccept} hint="10 MB 以内" />
        {asksBoth && <BothTick isTicked={known?.coversOther ?? false} />}
        <SubmitButton tone="outline">上传</SubmitButton>
      </FoldedForm>
    </section>
  );
}

function BothTick({ isTicked }: { isTicked: boolean }) {
  return <CheckboxField name="coversOther" label="另一方家长的也在" defaultChecked={isTicked} />;
}

/** The parent has laid several originals on the table: one tick each. Papers that tell days have their own form. */
export function SeeSeveral({ view, isOfficer }: { view: PlacementView; isOfficer: boolean }) {
  const { stage } = view.running.loaded;
  const options = view.lines
    .filter(({ kind, state }) => state !== "VERIFIED" && state !== "NOT_APPLICABLE" && mayRecord(kind, isOfficer))
    .filter(({ kind }) => !withPeriods.includes(kind) && !withEnd.includes(kind) && notYet(kind, stage) === null)
    .map(({ kind }) => ({ value: kind, label: paperWords[kind] ?? kind }));
  if (options.length < 2) return null;

  return (
    <div className="mt-4">
      <FoldedForm summary="一次登记几样，都看过原件" look="button" action={seePapersAction} id="papers">
        <HiddenField name="caseId" value={view.caseId} />
        <CheckboxGroup name="kinds" label="看过哪几样的原件" options={options} />
        {view.asksBoth && (
          <CheckboxField name="coversOther" label="另一方家长的也都在" hint="户口簿、身份证、不动产查询要两个人的" />
        )}
        <SubmitButton wide>保存</SubmitButton>
      </FoldedForm>
    </div>
  );
}
