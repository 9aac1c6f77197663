import type { Metadata } from "next";
import { z } from "zod";
import { DateField, FieldGroup, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { addUnitAction } from "@/lib/people/units/actions";
import { listOpenUnits } from "@/lib/people/units/queries";
import { parentOptions } from "@/lib/people/units/rules";
import { unitTypeWords } from "@/lib/people/units/words";
import { Particulars } from "../_components/fields";

export const metadata: Metadata = { title: "新设单位" };

const { BUREAU: _bureau, ...types } = unitTypeWords;

export default async function NewUnitPage({ searchParams }: PageProps<"/units/new">) {
  const permit = await authorise("people.changeUnits");
  const under = z.uuid().safeParse((await searchParams).under);
  const units = await listOpenUnits(permit);

  return (
    <>
      <PageHead title="新设单位" crumbs={[{ label: "单位", href: "/units" }, { label: "新设" }]} />
      <Form
        action={addUnitAction}
        values={{ validFrom: permit.today, ...(under.success ? { parentId: under.data } : {}) }}
        look="grid"
      >
        <SelectField name="parentId" label="上级单位" options={parentOptions(units)} />
        <SelectField name="type" label="类型" options={optionsOf(types)} />
        <TextField name="name" label="名称" width="medium" maxLength={40} />
        <TextField name="code" label="编码" hint="设好后不再改" width="short" maxLength={20} />
        <DateField name="validFrom" label="设立日期" />
        <FieldGroup title="其他">
          <Particulars />
        </FieldGroup>
        <FormActions>
          <SubmitButton>新设单位</SubmitButton>
          <TextLink href="/units">不设了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
