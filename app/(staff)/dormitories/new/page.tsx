import { ForPerson } from "@/components/case/for-person";
import { CheckboxField, HiddenField, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { applyForAction } from "@/lib/dormitories/application/actions";
import { sitesToWish } from "@/lib/dormitories/mine/queries";
import { reasonWords, shiftWords } from "@/lib/dormitories/words";
import { choosePerson } from "@/lib/people/choosing/queries";

export const metadata = { title: "代职工申请住宿" };

/** For a worker who cannot or will not do it on the phone. */
export default async function NewDormitoryPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.apply");
  const chosen = await choosePerson(permit, await searchParams);
  const head = (
    <PageHead title="代职工申请住宿" crumbs={[{ label: "职工宿舍", href: "/dormitories" }, { label: "申请" }]} />
  );
  const sites = chosen.person ? await sitesToWish(permit) : [];

  return (
    <ForPerson page="/dormitories/new" head={head} chosen={chosen}>
      {(person) => (
        <Form action={applyForAction} look="grid">
          <RequestKey />
          <HiddenField name="personId" value={person.id} />
          <RadioField name="reason" label="为什么要住宿舍" options={optionsOf(reasonWords)} look="row" />
          <RadioField
            name="shift"
            label="上什么班"
            hint="同屋的人作息一样"
            options={optionsOf(shiftWords)}
            look="row"
          />
          <SelectField name="siteId" label="最想住哪里" options={sites} blank="哪里有床住哪里" optional />
          <SelectField name="secondSiteId" label="第二想住哪里" options={sites} blank="不选" optional />
          <SelectField name="thirdSiteId" label="第三想住哪里" options={sites} blank="不选" optional />
          <TextField
            name="spouseNo"
            label="夫妻同住：配偶的工号"
            hint="两人都在本单位才能申请夫妻房"
            width="short"
            optional
          />
          <CheckboxField name="needLower" label="身体原因要睡下铺" hint="到年龄的自动安排下铺，不用勾" />
          <TextArea name="health" label="要睡下铺的身体原因" hint="加密保存" rows={2} maxLength={200} optional />
          <FormActions>
            <SubmitButton>提交申请</SubmitButton>
            <TextLink href="/dormitories">不填了，返回</TextLink>
          </FormActions>
        </Form>
      )}
    </ForPerson>
  );
}
