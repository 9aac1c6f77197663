import type { Metadata } from "next";
import { DateField, FieldGroup, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { proposePersonAction } from "@/lib/people/proposals/actions";
import { listOpenUnits } from "@/lib/people/units/queries";
import { employmentWords, hukouScopeWords, hukouTypeWords, mobileOwnerWords, postWords } from "@/lib/people/words";
import { IdentityFields } from "../../_components/identity-fields";

export const metadata: Metadata = { title: "申报新增人员" };

export default async function ProposePersonPage() {
  const permit = await authorise("people.propose");
  const units = await listOpenUnits(permit);

  return (
    <>
      <PageHead
        title="申报新增人员"
        sub="提交后由人事科查重、编工号、建档。提交后证件号码不再显示。"
        crumbs={[{ label: "职工变动", href: "/people/proposals" }, { label: "新增" }]}
      />
      <Form action={proposePersonAction}>
        <RequestKey />
        <IdentityFields units={units} />
        <SelectField
          name="mobileOwner"
          label="手机号是谁的"
          options={optionsOf(mobileOwnerWords)}
          hint="填了手机号就要选"
          optional
        />
        <FieldGroup title="工作">
          <SelectField name="postType" label="岗位" options={optionsOf(postWords)} />
          <SelectField name="employmentType" label="用工形式" options={optionsOf(employmentWords)} />
          <TextField name="agencyName" label="派遣单位" hint="只有劳务派遣填写" maxLength={60} optional />
          <DateField name="hireDate" label="入职日期" />
        </FieldGroup>
        <FieldGroup title="户籍">
          <RadioField name="hukouScope" label="户籍" options={optionsOf(hukouScopeWords)} look="row" />
          <RadioField name="hukouType" label="户口性质" options={optionsOf(hukouTypeWords)} look="row" />
        </FieldGroup>
        <TextArea name="note" label="说明" rows={2} maxLength={200} optional />
        <FormActions>
          <SubmitButton>提交给人事科</SubmitButton>
          <TextLink href="/people/proposals">不报了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
