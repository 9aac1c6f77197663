import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { changeMemberAction, removeMemberAction } from "@/lib/people/family/actions";
import { readHousehold } from "@/lib/people/family/queries";
import { formOf } from "@/lib/people/family/rules";
import { MemberFields } from "../_components/member-fields";

export const metadata: Metadata = { title: "更改家庭成员" };

const Asked = z.object({ id: z.uuid(), memberId: z.uuid() });

export default async function MemberPage({ params }: PageProps<"/people/[id]/family/[memberId]">) {
  const permit = await authorise("people.change");
  const asked = Asked.safeParse(await params);
  if (!asked.success) notFound();
  const { personId, personName, members } = await readHousehold(permit, asked.data.id);
  const member = members.find(({ id }) => id === asked.data.memberId);
  if (!member) notFound();
  const back = `/people/${personId}/family`;
  const target = (
    <>
      <HiddenField name="memberId" value={member.id} />
      <HiddenField name="version" value={String(member.version)} />
    </>
  );

  return (
    <>
      <PageHead
        title={`更改${member.name}`}
        sub={`${personName}的家庭`}
        crumbs={[{ label: personName, href: `/people/${personId}` }, { label: "家庭", href: back }, { label: "更改" }]}
      />
      <Form action={changeMemberAction} values={formOf(member)}>
        {target}
        <MemberFields personId={personId} hasIdNo={member.hasIdNo} />
        <FormActions>
          <SubmitButton>保存</SubmitButton>
          <TextLink href={back}>不改了，返回</TextLink>
        </FormActions>
      </Form>
      <div className="mt-6">
        <FoldedForm summary="移出本户" look="danger" action={removeMemberAction}>
          {target}
          <HiddenField name="personId" value={personId} />
          <TextField name="reason" label="原因" hint="例如：登记错误、去世、已分家" maxLength={200} />
          <SubmitButton tone="danger">移出本户</SubmitButton>
        </FoldedForm>
      </div>
    </>
  );
}
