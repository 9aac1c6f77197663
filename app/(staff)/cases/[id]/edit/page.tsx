import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { editCaseAction } from "@/lib/cases/notes/actions";
import { caseText } from "@/lib/cases/notes/queries";

export const metadata = { title: "更改内容" };

export default async function EditCasePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("cases.edit");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const text = await caseText(permit, id.data);

  return (
    <>
      <PageHead
        title="更改内容"
        sub="改动会记在经过里，原来的文字留在审计日志中"
        crumbs={[{ label: text.number, href: `/cases/${text.id}` }, { label: "更改内容" }]}
      />
      <Form action={editCaseAction} values={{ title: text.title, content: text.content, demand: text.demand ?? "" }}>
        <HiddenField name="caseId" value={text.id} />
        <HiddenField name="version" value={String(text.version)} />
        <TextField name="title" label="是什么事" width="full" maxLength={60} />
        <TextArea name="content" label="说的情况" rows={6} maxLength={2000} />
        <TextField name="demand" label="想怎么解决" width="full" optional />
        <FormActions>
          <SubmitButton>保存</SubmitButton>
          <TextLink href={`/cases/${text.id}`}>不改了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
