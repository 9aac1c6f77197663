import { ForPerson } from "@/components/case/for-person";
import { HiddenField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { applyForAction } from "@/lib/hardship/application/actions";
import { causeWords } from "@/lib/hardship/words";
import { choosePerson } from "@/lib/people/choosing/queries";

export const metadata = { title: "代职工申请困难建档" };

const causes = optionsOf(causeWords);

/** For a worker who cannot or will not do it on the phone. */
export default async function NewHardshipPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("hardship.apply");
  const chosen = await choosePerson(permit, await searchParams);
  const head = (
    <PageHead title="代职工申请困难建档" crumbs={[{ label: "困难帮扶", href: "/hardship" }, { label: "申请" }]} />
  );

  return (
    <ForPerson page="/hardship/new" head={head} chosen={chosen}>
      {(person) => (
        <Form action={applyForAction} look="grid">
          <RequestKey />
          <HiddenField name="personId" value={person.id} />
          <SelectField name="mainCause" label="主要致困原因" options={causes} />
          <SelectField name="secondCause" label="次要致困原因" options={causes} optional />
          <TextField name="size" label="家里一共几口人" keypad="numeric" unit="人" width="short" />
          <TextField
            name="monthlyIncome"
            label="全家一个月大概挣多少"
            hint="所有人加起来，退休金也算；审核时再核实"
            keypad="decimal"
            unit="元"
            width="short"
          />
          <TextArea name="story" label="家里的情况" hint="加密保存，看的人要写明原因" rows={4} maxLength={1000} />
          <FormActions>
            <SubmitButton>提交申请</SubmitButton>
            <TextLink href="/hardship">不填了，返回</TextLink>
          </FormActions>
        </Form>
      )}
    </ForPerson>
  );
}
