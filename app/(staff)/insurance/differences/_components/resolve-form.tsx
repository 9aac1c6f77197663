import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { CheckboxGroup, HiddenField, RadioField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import type { CivilMonth } from "@/lib/dates";
import { resolveDifferencesAction } from "@/lib/insurance/differences/actions";
import type { Difference } from "@/lib/insurance/differences/queries";
import { sidesOf } from "@/lib/insurance/differences/rules";
import { kindWords, resolutionHints, resolutionWords } from "@/lib/insurance/differences/words";
import type { Resolution } from "@/prisma/generated/enums";

const keyOf = ({ key, decided }: Difference) => `${key}|${decided?.version ?? 0}`;

/** Decides one difference, both sides before the eyes. */
export function ResolveOne({ one, month, backHref }: { one: Difference; month: CivilMonth; backHref: string }) {
  const { ours, theirs } = sidesOf(one);

  return (
    <Card title={`处理：${one.name}，${kindWords[one.kind]}`} tone="next" id="resolve">
      <div className="mb-4">
        <Facts
          columns={2}
          items={[
            { label: "这边（系统里）", value: ours },
            { label: "那边（经办机构）", value: theirs },
          ]}
        />
      </div>
      <Form action={resolveDifferencesAction} id="resolving">
        <HiddenField name="picked" value={keyOf(one)} />
        <Decision month={month} mayTakeTheirs={one.personId !== null} />
        <FormActions>
          <SubmitButton>确定</SubmitButton>
          <TextLink href={backHref}>先不处理</TextLink>
        </FormActions>
      </Form>
    </Card>
  );
}

/** Decides those of the page that are ticked, in one go. */
export function ResolveMany({ rows, month }: { rows: readonly Difference[]; month: CivilMonth }) {
  return (
    <FoldedForm
      summary="勾选几条一起处理"
      look="button"
      formLook="grid"
      action={resolveDifferencesAction}
      id="resolving"
    >
      <CheckboxGroup
        name="picked"
        label="哪几条"
        look="row"
        options={rows.map((row) => ({ value: keyOf(row), label: row.name, hint: kindWords[row.kind] }))}
      />
      <Decision month={month} mayTakeTheirs />
      <FormActions>
        <SubmitButton>处理勾选的</SubmitButton>
      </FormActions>
    </FoldedForm>
  );
}

/** Whom the roster does not know has nothing that theirs could replace. */
function Decision({ month, mayTakeTheirs }: { month: CivilMonth; mayTakeTheirs: boolean }) {
  const options = (Object.keys(resolutionWords) as Resolution[])
    .filter((value) => mayTakeTheirs || value !== "THEIRS")
    .map((value) => ({ value, label: resolutionWords[value], hint: resolutionHints[value] }));

  return (
    <>
      <HiddenField name="month" value={month} />
      <RadioField name="resolution" label="以哪边为准" options={options} />
      <TextField name="note" label="依据" hint="例如 函号、哪天和谁核对的" maxLength={200} />
    </>
  );
}
