import { CheckboxGroup, DateField, HiddenField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { draftChangeAction } from "@/lib/insurance/changes/actions";
import { codeOf, decreases, increases } from "@/lib/insurance/changes/rules";
import type { DraftOptions } from "@/lib/insurance/changes/view/options/queries";
import { schemes } from "@/lib/insurance/rules";
import { schemesText, schemeWords } from "@/lib/insurance/words";
import { yuan } from "@/lib/money";
import type { PickedPerson } from "@/lib/people/queries";
import type { InsuranceScheme } from "@/prisma/generated/enums";

type Props = {
  person: PickedPerson;
  options: DraftOptions;
  /** what a difference with the insurance office asks for */
  wanted: { schemes: InsuranceScheme[]; isIncrease: boolean } | null;
};

/** The form of one person. What the person lacks is ticked for an increase, what runs for a decrease. */
export function DraftForm({ person, options, wanted }: Props) {
  const isIn = wanted?.isIncrease ?? options.missing.length > 0;
  // Who has everything can only leave, who has nothing can only come.
  const mayCome = wanted?.isIncrease ?? (isIn || options.has.length === 0);
  const mayGo = wanted ? !wanted.isIncrease : options.has.length > 0;
  const codes = [
    ...(mayCome ? increases.map((code) => ({ value: code, label: `增员 ${codeOf(code)}` })) : []),
    ...(mayGo ? decreases.map((code) => ({ value: code, label: `减员 ${codeOf(code)}` })) : []),
  ];
  const { floorFen, capFen } = options.bounds;

  return (
    <>
      <IdentityBar
        name={person.name}
        items={[
          person.unit,
          `工号 ${person.staffNo}`,
          options.has.length > 0 ? `在保：${options.has.map((one) => schemeWords[one]).join("、")}` : "五险都没有办",
        ]}
        action={<TextLink href="/insurance/changes/new">换一个人</TextLink>}
      />
      {wanted && (
        <div className="mb-4">
          <Notice>{`按经办机构名单改：${wanted.isIncrease ? "增员" : "减员"} ${schemesText(wanted.schemes)}。核对类型和月份后提交。`}</Notice>
        </div>
      )}
      <Form action={draftChangeAction} look="grid">
        <RequestKey />
        <HiddenField name="personId" value={person.id} />
        <SelectField name="code" label="参保类型或停保原因" options={codes} />
        <DateField
          name="month"
          type="month"
          label="月份"
          hint={`增员填从哪个月开始缴，减员填最后缴到哪个月。每月 ${options.cutOffDay} 日截止`}
          defaultValue={options.month}
        />
        <CheckboxGroup
          name="schemes"
          label="险种"
          options={schemes.map((scheme) => ({ value: scheme, label: schemeWords[scheme] }))}
          defaultValue={wanted?.schemes ?? (isIn ? options.missing : options.has)}
        />
        <TextField
          name="wage"
          label="月工资"
          hint={`${mayGo ? "减员不用填。" : ""}基数不低于 ${yuan(floorFen)} 元、不高于 ${yuan(capFen)} 元，自动核定`}
          keypad="decimal"
          unit="元"
          width="short"
          {...(options.wageFen === null ? {} : { defaultValue: (options.wageFen / 100).toFixed(2) })}
          optional={mayGo}
        />
        <FormActions>
          <SubmitButton name="then" value="submit">
            提交审核
          </SubmitButton>
          <SubmitButton name="then" value="keep" tone="outline">
            保存草稿
          </SubmitButton>
          <TextLink href="/insurance/changes">不填了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
