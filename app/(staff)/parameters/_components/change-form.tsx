import { Card } from "@/components/ui/card";
import { CheckboxField, DateField, HiddenField, RadioField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import type { CivilDate } from "@/lib/dates";
import { changeParameterAction } from "@/lib/parameters/actions";
import type { ParameterView } from "@/lib/parameters/queries";
import { definitionOf } from "@/lib/parameters/rules";

/** A value that counts from a day on; what is there stays in the history. */
export function ChangeForm({ view, today }: { view: ParameterView; today: CivilDate }) {
  return (
    <Card title="改这个数" tone="next">
      <Form action={changeParameterAction}>
        <HiddenField name="key" value={view.key} />
        <HiddenField name="seenId" value={view.seenId} />
        <ValueField view={view} />
        <DateField name="validFrom" label="从哪天起" hint="今天或以后" min={today} defaultValue={today} />
        <TextArea
          name="reason"
          label="依据或原因"
          hint="例如 局长办公会决定、文件名称和文号"
          rows={2}
          maxLength={200}
        />
        <CheckboxField name="isUnverified" label="还没有核对文件，先用着" hint="列表里标「未核实」" />
        <FormActions>
          <SubmitButton>保存</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function ValueField({ view }: { view: ParameterView }) {
  const { kind, unit, options } = definitionOf(view.key);
  const common = { name: "value", label: "改成", defaultValue: view.stored };
  if (kind === "choice") {
    const choices = Object.entries(options ?? {}).map(([value, word]) => ({
      value,
      label: unit ? `${word} ${unit}` : word,
    }));
    return <RadioField {...common} options={choices} />;
  }
  if (kind === "time") return <DateField {...common} type="time" />;
  if (kind === "number") return <TextField {...common} width="short" keypad="numeric" {...(unit ? { unit } : {})} />;
  return <TextField {...common} maxLength={60} />;
}
