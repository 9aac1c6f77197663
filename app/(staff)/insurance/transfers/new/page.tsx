import { ForPerson } from "@/components/case/for-person";
import { HiddenField, RadioField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { openTransferAction } from "@/lib/insurance/transfers/actions";
import { choosePerson } from "@/lib/people/choosing/queries";

export const metadata = { title: "登记转移" };

export default async function NewTransferPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.transfer");
  const chosen = await choosePerson(permit, await searchParams);
  const head = (
    <PageHead title="登记转移" crumbs={[{ label: "转移接续", href: "/insurance/transfers" }, { label: "登记" }]} />
  );

  return (
    <ForPerson page="/insurance/transfers/new" head={head} chosen={chosen}>
      {(person) => (
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
      )}
    </ForPerson>
  );
}
