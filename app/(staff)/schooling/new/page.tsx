import { z } from "zod";
import { ForPerson } from "@/components/case/for-person";
import { DateField, HiddenField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { choosePerson } from "@/lib/people/choosing/queries";
import { registerForAction } from "@/lib/schooling/registration/actions";
import { uploadAccept } from "@/lib/uploads";
import { ChildFields } from "../_components/child-fields";

export const metadata = { title: "代家长登记孩子入学" };

const Query = z.object({ from: z.uuid().optional().catch(undefined) });

/** For a parent who cannot or will not do it on the phone; the guardian's signature comes first. */
export default async function NewSchoolingPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("schooling.register");
  const params = await searchParams;
  const { from } = Query.parse(params);
  const chosen = await choosePerson(permit, params);
  const head = (
    <PageHead title="代家长登记孩子入学" crumbs={[{ label: "随迁子女入学", href: "/schooling" }, { label: "登记" }]} />
  );

  return (
    <ForPerson page="/schooling/new" head={head} chosen={chosen}>
      {(person) => (
        <>
          <Notice tone="info" title="先签同意书，再填孩子的信息">
            请孩子的监护人看过并签好同意书，拍照上传。没有同意书，孩子的信息一个字也不保存。
          </Notice>
          <Form action={registerForAction} look="grid">
            <RequestKey />
            <HiddenField name="personId" value={person.id} />
            {from && <HiddenField name="sourceCaseId" value={from} />}
            <FileField
              name="consentFile"
              label="监护人签好的同意书"
              accept={uploadAccept}
              hint="照片或 PDF，10 MB 以内"
            />
            <DateField name="consentOn" label="哪天签的" max={permit.today} />
            <ChildFields />
            <FormActions>
              <SubmitButton>登记</SubmitButton>
              <TextLink href="/schooling">不填了，返回</TextLink>
            </FormActions>
          </Form>
        </>
      )}
    </ForPerson>
  );
}
