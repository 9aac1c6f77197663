import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { correctIdNoAction } from "@/lib/people/idno/actions";
import { readPart } from "@/lib/people/parts/queries";
import { idTypeWords } from "@/lib/people/words";

export const metadata: Metadata = { title: "更正证件号码" };

export default async function CorrectIdNoPage({ params }: PageProps<"/people/[id]/idno">) {
  const permit = await authorise("people.change");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const person = await readPart(permit, id.data, "basic");

  return (
    <>
      <PageHead
        title="更正证件号码"
        sub={`${person.name}（工号 ${person.staffNo}）。原号码留在历史里，仍能查到这个人；出生日期和性别随新号码更改。`}
        crumbs={[
          { label: "职工", href: "/people" },
          { label: person.name, href: `/people/${person.id}` },
          { label: "更正号码" },
        ]}
      />
      <Form action={correctIdNoAction} values={{ idType: person.idType }}>
        <HiddenField name="id" value={person.id} />
        <HiddenField name="version" value={String(person.version)} />
        <SelectField name="idType" label="证件类型" options={optionsOf(idTypeWords)} />
        <TextField name="idNo" label="新的证件号码" hint="对照证件原件填写" width="medium" maxLength={30} />
        <TextField name="reason" label="为什么更正" hint="例如：公安机关更正" maxLength={200} />
        <FormActions>
          <SubmitButton>保存新号码</SubmitButton>
          <TextLink href={`/people/${person.id}`}>不改了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
