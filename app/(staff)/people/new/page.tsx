import type { Metadata } from "next";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { beginPersonAction } from "@/lib/people/records/actions";
import { listOpenUnits } from "@/lib/people/units/queries";
import { IdentityFields } from "../_components/identity-fields";

export const metadata: Metadata = { title: "新建职工" };

export default async function NewPersonPage() {
  const permit = await authorise("people.create");
  const units = await listOpenUnits(permit);

  return (
    <>
      <PageHead
        title="新建职工"
        sub="第一步：先查重。一个人只有一份档案，离职后再来、退休返聘都用原来的档案。"
        crumbs={[{ label: "职工", href: "/people" }, { label: "新建" }]}
      />
      <Form action={beginPersonAction}>
        <IdentityFields units={units} />
        <FormActions>
          <SubmitButton>查重，下一步</SubmitButton>
          <TextLink href="/people">不建了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
