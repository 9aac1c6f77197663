import { z } from "zod";
import { FindPerson } from "@/components/case/find-person";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { HiddenField, RadioField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { openTransferAction } from "@/lib/insurance/transfers/actions";
import { pickedPerson, pickPeople } from "@/lib/people/queries";

export const metadata = { title: "登记转移" };

const Query = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
});

export default async function NewTransferPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.transfer");
  const { q, person: personId } = Query.parse(await searchParams);
  const person = personId ? await pickedPerson(permit, personId) : null;
  const head = (
    <PageHead title="登记转移" crumbs={[{ label: "转移接续", href: "/insurance/transfers" }, { label: "登记" }]} />
  );
  if (personId && !person)
    return <Empty title="没有找到这位职工" action={<Button href="/insurance/transfers/new">重新找人</Button>} />;
  if (!person)
    return (
      <>
        {head}
        <FindPerson page="/insurance/transfers/new" q={q} people={q ? await pickPeople(permit, q) : []} />
      </>
    );

  return (
    <>
      {head}
      <IdentityBar
        name={person.name}
        items={[person.unit, `工号 ${person.staffNo}`]}
        action={<TextLink href="/insurance/transfers/new">换一个人</TextLink>}
      />
      <Form action={openTransferAction} look="grid">
        <RequestKey />
        <HiddenField name="personId" value={person.id} />
        <RadioField
          name="scheme"
          label="转哪一险"
          options={[
            { value: "PENSION", label: "养老" },
            { value: "MEDICAL", label: "医疗" },
          ]}
          defaultValue="PENSION"
          look="row"
        />
        <TextField name="fromPlace" label="原参保地" placeholder="例如 河北省某县" />
        <TextField name="toPlace" label="转到哪里" defaultValue="本区" />
        <FormActions>
          <SubmitButton>登记</SubmitButton>
          <TextLink href="/insurance/transfers">不填了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
