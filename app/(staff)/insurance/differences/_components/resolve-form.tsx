import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { CheckboxGroup, HiddenField, RadioField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import type { CivilMonth } from "@/lib/dates";
import { resolveDifferencesAction } from "@/lib/insurance/differences/actions";
import { sidesOf, type Difference } from "@/lib/insurance/differences/queries";
import { kindWords, resolutionHints, resolutionWords } from "@/lib/insurance/differences/words";
import type { Resolution } from "@/prisma/generated/enums";

type Props = {
  rows: readonly Difference[];
  month: CivilMonth;
  /** given: one difference by itself, and the way back to the list */
  backHref?: string;
};

const keyOf = ({ key, decided }: Difference) => `${key}|${decided?.version ?? 0}`;

/** Decides one difference, or those of the page that are ticked. */
export function ResolveForm({ rows, month, backHref }: Props) {
  const [one] = rows;
  const isOne = backHref !== undefined && one !== undefined;
  // Whom the roster does not know has nothing that theirs could replace.
  const mayTakeTheirs = !isOne || one.personId !== null;
  const options = (Object.keys(resolutionWords) as Resolution[])
    .filter((value) => mayTakeTheirs || value !== "THEIRS")
    .map((value) => ({ value, label: resolutionWords[value], hint: resolutionHints[value] }));

  return (
    <Card
      title={isOne ? `处理：${one.name}，${kindWords[one.kind]}` : "勾选几条一起处理"}
      {...(isOne ? { tone: "next" as const } : {})}
      id="resolve"
    >
      {isOne && (
        <div className="mb-4">
          <Facts
            columns={2}
            items={[
              { label: "这边（系统里）", value: sidesOf(one).ours },
              { label: "那边（经办机构）", value: sidesOf(one).theirs },
            ]}
          />
        </div>
      )}
      <Form action={resolveDifferencesAction} id="resolving">
        <HiddenField name="month" value={month} />
        {isOne ? (
          <HiddenField name="picked" value={keyOf(one)} />
        ) : (
          <CheckboxGroup
            name="picked"
            label="哪几条"
            options={rows.map((row) => ({ value: keyOf(row), label: row.name, hint: kindWords[row.kind] }))}
          />
        )}
        <RadioField name="resolution" label="以哪边为准" options={options} />
        <TextField name="note" label="依据" hint="例如 函号、哪天和谁核对的" maxLength={200} />
        <FormActions>
          <SubmitButton>{isOne ? "确定" : "处理勾选的"}</SubmitButton>
          {backHref && <TextLink href={backHref}>先不处理</TextLink>}
        </FormActions>
      </Form>
    </Card>
  );
}
