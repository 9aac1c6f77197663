import { DateField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { bookMineAction } from "@/lib/dormitories/visits/actions";
import { visitForm } from "@/lib/dormitories/visits/form/queries";
import { MyFrame } from "../../../frame";

export const metadata = { title: "订探亲房" };

/** A booking on one page, so that it works without scripts; who comes stands in no address. */
export default async function BookVisitPage() {
  const permit = await authorise("my.dormitory");
  const form = await visitForm(permit);

  return (
    <MyFrame back="/my/dormitory/visit">
      <WorkerHead title="订探亲房" lead={`一次最多住 ${form.most} 晚，一家一间，不收房费。`} />
      {form.sites.length === 0 ? (
        <Says title="现在没有探亲房">请问问宿舍管理员，或者打下面的电话。</Says>
      ) : (
        <Form action={bookMineAction} id="book">
          <RequestKey />
          <SelectField
            name="siteId"
            label="住哪个宿舍？"
            options={form.sites}
            {...(form.sites.length === 1 ? { defaultValue: form.sites[0]?.value } : {})}
          />
          <DateField name="fromOn" label="哪天来？" min={permit.today} />
          <SelectField name="nights" label="住几晚？" options={form.nights} defaultValue="1" />
          <RadioField name="relation" label="谁来？" options={form.relations} />
          <TextField name="relative" label="来的人叫什么？" hint="来好几个人的，写一个就行" maxLength={30} />
          <TextField name="guests" label="一共来几个人？" keypad="numeric" width="short" defaultValue="1" />
          <SubmitButton wide>订下来</SubmitButton>
        </Form>
      )}
    </MyFrame>
  );
}
