import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import {
  changeBank,
  changeBasic,
  changeCare,
  changeContact,
  changeHukou,
  changeUnion,
} from "@/lib/people/parts/actions";
import { readPart } from "@/lib/people/parts/queries";
import { formValue, partFields, type PartName } from "@/lib/people/parts/rules";
import { partWords } from "@/lib/people/parts/words";
import { VersionField } from "../../_components/version-field";
import { PartFields } from "./_components/part-fields";

export const metadata: Metadata = { title: "更改职工资料" };

const actions = {
  basic: changeBasic,
  hukou: changeHukou,
  contact: changeContact,
  bank: changeBank,
  union: changeUnion,
  care: changeCare,
} satisfies Record<PartName, unknown>;

const Asked = z.object({
  id: z.uuid(),
  part: z.enum(Object.keys(partFields) as [PartName, ...PartName[]]).catch("basic"),
});

export default async function EditPersonPage({ params, searchParams }: PageProps<"/people/[id]/edit">) {
  const permit = await authorise("people.change");
  const asked = Asked.safeParse({ ...(await params), ...(await searchParams) });
  if (!asked.success) notFound();
  const { id, part } = asked.data;
  const person = await readPart(permit, id, part);
  const values = Object.fromEntries(
    Object.entries(person.texts).map(([field, text]) => [field, formValue(field, text)]),
  );

  return (
    <>
      <PageHead
        title={`更改${partWords[part]}`}
        sub={`${person.name}（工号 ${person.staffNo}）`}
        crumbs={[{ label: "职工", href: "/people" }, { label: person.name, href: `/people/${id}` }, { label: "更改" }]}
      />
      <Form action={actions[part]} values={values} look="grid">
        <HiddenField name="id" value={id} />
        <VersionField value={person.version} />
        <PartFields part={part} idType={person.idType} hasCard={person.bankCardTail} />
        <FormActions>
          <SubmitButton>保存</SubmitButton>
          <TextLink href={`/people/${id}`}>不改了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
