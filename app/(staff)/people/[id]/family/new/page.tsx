import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { addMemberAction } from "@/lib/people/family/actions";
import { readHousehold } from "@/lib/people/family/queries";
import { MemberFields } from "../_components/member-fields";

export const metadata: Metadata = { title: "登记家庭成员" };

export default async function NewMemberPage({ params }: PageProps<"/people/[id]/family/new">) {
  const permit = await authorise("people.change");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { personName, personId } = await readHousehold(permit, id.data);
  const back = `/people/${personId}/family`;

  return (
    <>
      <PageHead
        title="登记家庭成员"
        sub={`${personName}的家庭`}
        crumbs={[{ label: personName, href: `/people/${personId}` }, { label: "家庭", href: back }, { label: "登记" }]}
      />
      <Form action={addMemberAction}>
        <MemberFields personId={personId} />
        <FormActions>
          <SubmitButton>保存</SubmitButton>
          <TextLink href={back}>不填了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
