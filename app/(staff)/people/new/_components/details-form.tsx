import {
  CheckboxField,
  DateField,
  FieldGroup,
  HiddenField,
  RadioField,
  SelectField,
  TextField,
} from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { TextLink } from "@/components/ui/text-link";
import { createPersonAction } from "@/lib/people/records/actions";
import type { Draft, LikelyDuplicate } from "@/lib/people/records/queries";
import { hukouScopeWords, hukouTypeWords, mobileOwnerWords, politicalWords, sexWords } from "@/lib/people/words";
import { ContractFields, PostFields } from "../../_components/event-fields";

type Props = {
  draft: Draft;
  sealed: string;
  found: LikelyDuplicate[];
  proposalId: string | undefined;
  values: Record<string, unknown>;
};

/** Second step: work first, then origin, then the rest; everything else is added on the record itself. */
export function DetailsForm({ draft, sealed, found, proposalId, values }: Props) {
  const { identity } = draft;

  return (
    <Form action={createPersonAction} values={values} look="grid">
      <HiddenField name="draft" value={sealed} />
      <HiddenField name="compared" value={found.map(({ id }) => id).join(",")} />
      {proposalId && <HiddenField name="proposalId" value={proposalId} />}
      {found.length > 0 && (
        <FieldGroup title="核对结果">
          <CheckboxField name="isDistinct" label="确认不是同一人，继续新建" hint="这个确认会留在操作记录里" />
        </FieldGroup>
      )}
      <FieldGroup title="工号与入职">
        <TextField name="staffNo" label="工号" width="short" maxLength={16} />
        <DateField name="hireDate" label="入职日期" />
        {identity.idType === "OTHER" && (
          <>
            <RadioField name="sex" label="性别" options={optionsOf(sexWords)} look="row" />
            <DateField name="birthDate" label="出生日期" />
          </>
        )}
      </FieldGroup>
      <PostFields />
      <ContractFields />
      <FieldGroup title="户籍">
        <RadioField name="hukouScope" label="户籍" options={optionsOf(hukouScopeWords)} look="row" />
        <RadioField name="hukouType" label="户口性质" options={optionsOf(hukouTypeWords)} look="row" />
        <TextField name="hukouAddress" label="户籍地址" maxLength={100} optional />
      </FieldGroup>
      <FieldGroup title="其他">
        {identity.mobile && (
          <SelectField name="mobileOwner" label="手机号是谁的" options={optionsOf(mobileOwnerWords)} />
        )}
        <TextField name="address" label="现住址" maxLength={100} optional />
        <TextField name="ethnicity" label="民族" width="short" maxLength={20} optional />
        <SelectField name="politicalStatus" label="政治面貌" options={optionsOf(politicalWords)} />
      </FieldGroup>
      <FormActions>
        <SubmitButton>保存，建立档案</SubmitButton>
        <TextLink href="/people/new">回到第一步</TextLink>
      </FormActions>
    </Form>
  );
}
