import { z } from "zod";
import { FindPerson } from "@/components/case/find-person";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { HiddenField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { applyForAction } from "@/lib/hardship/application/actions";
import { causeWords } from "@/lib/hardship/words";
import { pickedPerson, pickPeople } from "@/lib/people/queries";

export const metadata = { title: "代职工申请困难建档" };

const Query = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
});
const causes = Object.entries(causeWords).map(([value, label]) => ({ value, label }));

/** For a worker who cannot or will not do it on the phone. */
export default async function NewHardshipPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("hardship.apply");
  const { q, person: personId } = Query.parse(await searchParams);
  const person = personId ? await pickedPerson(permit, personId) : null;
  const head = (
    <PageHead title="代职工申请困难建档" crumbs={[{ label: "困难帮扶", href: "/hardship" }, { label: "申请" }]} />
  );
  if (personId && !person)
    return <Empty title="没有找到这位职工" action={<Button href="/hardship/new">重新找人</Button>} />;
  if (!person)
    return (
      <>
        {head}
        <FindPerson page="/hardship/new" q={q} people={q ? await pickPeople(permit, q) : []} />
      </>
    );

  return (
    <>
      {head}
      <IdentityBar
        name={person.name}
        items={[person.unit, `工号 ${person.staffNo}`]}
        action={<TextLink href="/hardship/new">换一个人</TextLink>}
      />
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
    </>
  );
}
