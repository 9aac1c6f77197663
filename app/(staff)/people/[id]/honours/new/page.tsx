import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { yearOf } from "@/lib/dates";
import { readPart } from "@/lib/people/parts/queries";
import { addHonourAction } from "@/lib/people/honours/actions";
import { honourLevelWords } from "@/lib/people/honours/words";

export const metadata: Metadata = { title: "登记荣誉" };

export default async function NewHonourPage({ params }: PageProps<"/people/[id]/honours/new">) {
  const permit = await authorise("people.change");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const person = await readPart(permit, id.data, "basic");

  return (
    <>
      <PageHead
        title="登记荣誉"
        sub={`${person.name}（工号 ${person.staffNo}）`}
        crumbs={[
          { label: "职工", href: "/people" },
          { label: person.name, href: `/people/${person.id}` },
          { label: "荣誉" },
        ]}
      />
      <Form action={addHonourAction} values={{ year: String(yearOf(permit.today)), level: "UNIT" }}>
        <HiddenField name="personId" value={person.id} />
        <TextField name="name" label="荣誉名称" hint="例如：岗位明星、优秀段组长、先进工作者" maxLength={60} />
        <TextField name="year" label="年度" keypad="numeric" width="short" />
        <SelectField name="level" label="级别" options={optionsOf(honourLevelWords)} />
        <TextField name="awardedBy" label="授予单位" maxLength={60} />
        <TextField name="certificate" label="证书编号" width="medium" maxLength={40} optional />
        <FormActions>
          <SubmitButton>保存</SubmitButton>
          <TextLink href={`/people/${person.id}`}>不填了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
