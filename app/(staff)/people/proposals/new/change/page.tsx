import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import {
  CheckboxGroup,
  DateField,
  FieldGroup,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
} from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { readEmployment } from "@/lib/people/employment/queries";
import { proposeChangeAction } from "@/lib/people/proposals/actions";
import { aidWords, mobileOwnerWords } from "@/lib/people/words";

export const metadata: Metadata = { title: "申报更改资料" };

export default async function ProposeChangePage({ searchParams }: PageProps<"/people/proposals/new/change">) {
  const permit = await authorise("people.propose");
  const id = z.uuid().safeParse((await searchParams).person);
  if (!id.success) notFound();
  const person = await readEmployment(permit, id.data);

  return (
    <>
      <PageHead
        title="申报更改资料"
        sub={`${person.name}（工号 ${person.staffNo}）。只填要更改的，没变的空着；人事科核对后生效。`}
        crumbs={[{ label: person.name, href: `/people/${person.id}` }, { label: "申报更改" }]}
      />
      <Form action={proposeChangeAction}>
        <RequestKey />
        <HiddenField name="personId" value={person.id} />
        <TextField name="mobile" label="新手机号" type="tel" keypad="tel" width="medium" optional />
        <SelectField
          name="mobileOwner"
          label="手机号是谁的"
          options={optionsOf(mobileOwnerWords)}
          hint="填了手机号就要选"
          optional
        />
        <TextField name="address" label="新住址" maxLength={100} optional />
        <CheckboxGroup name="literacyAids" label="需要协助" options={optionsOf(aidWords)} optional />
        <FieldGroup title="居住证">
          <TextField name="residencePermitNo" label="新居住证号" width="medium" maxLength={30} optional />
          <DateField name="residencePermitExpiry" label="新到期日" optional />
        </FieldGroup>
        <TextArea name="note" label="说明" rows={2} maxLength={200} optional />
        <FormActions>
          <SubmitButton>提交给人事科</SubmitButton>
          <TextLink href={`/people/${person.id}`}>不报了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
