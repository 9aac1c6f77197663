import { CheckboxField, DateField, FieldGroup, HiddenField, RadioField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import { festivalCodes, festivals } from "@/lib/calendar/festivals/rules";
import { enterYearAction } from "@/lib/calendar/years/actions";
import type { YearForm } from "@/lib/calendar/years/queries";

/** The State Council's notice, one holiday after the other in its order. */
export function YearEntryForm({ form }: { form: YearForm }) {
  const { year } = form;
  return (
    <Form action={enterYearAction} look="grid">
      <HiddenField name="year" value={String(year)} />
      <HiddenField name="seenId" value={form.seenId} />
      <RadioField
        name="status"
        label="通知发布了吗"
        defaultValue={form.isOfficial ? "OFFICIAL" : null}
        options={[
          { value: "OFFICIAL", label: "已经发布，照通知录入", hint: "这一年的日期从此算正式的" },
          ...(form.isOfficial
            ? []
            : [{ value: "PROVISIONAL", label: "还没有发布，先录暂定的", hint: "这一年的日期继续标「暂定」" }]),
        ]}
      />
      <TextField
        name="notice"
        label="通知名称或文号"
        hint="例如 国办发明电〔2024〕12号；暂定的可以不填"
        defaultValue={form.notice}
        maxLength={100}
      />
      {festivalCodes.map((code) => (
        <FieldGroup key={code} title={festivals[code]} hint={hints[code]}>
          <DateField name={`blocks.${code}.from`} label="放假第一天" defaultValue={form.blocks[code]?.from ?? ""} />
          <DateField name={`blocks.${code}.to`} label="放假最后一天" defaultValue={form.blocks[code]?.to ?? ""} />
          <DateField
            name={`blocks.${code}.makeUpOne`}
            label="调休上班"
            optional
            defaultValue={form.blocks[code]?.makeUpOne ?? ""}
          />
          <DateField
            name={`blocks.${code}.makeUpTwo`}
            label="调休上班（第二天）"
            optional
            defaultValue={form.blocks[code]?.makeUpTwo ?? ""}
          />
        </FieldGroup>
      ))}
      <CheckboxField name="isChecked" label={`我已逐日核对${year}年的放假和调休日期`} />
      <FormActions>
        <SubmitButton>保存{year}年放假安排</SubmitButton>
        <TextLink href={`/calendar?year=${year}`}>不录了，返回</TextLink>
      </FormActions>
    </Form>
  );
}

const hints: Partial<Record<(typeof festivalCodes)[number], string>> = {
  NEW_YEAR: "可以从上一年12月底开始",
  MID_AUTUMN: "和国庆节合并放假的，只填国庆节",
};
