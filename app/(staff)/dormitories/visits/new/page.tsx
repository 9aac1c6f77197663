import { z } from "zod";
import { DateField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { bookVisitAction } from "@/lib/dormitories/visits/actions";
import { visitForm } from "@/lib/dormitories/visits/form/queries";
import { CalendarFilter } from "@/lib/dormitories/visits/schema";

export const metadata = { title: "代职工订探亲房" };

const Query = CalendarFilter.extend({ room: z.uuid().optional().catch(undefined) });

export default async function NewVisitPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.visit");
  const { site, room, from = permit.today } = Query.parse(await searchParams);
  const form = await visitForm(permit);

  return (
    <>
      <PageHead
        title="代职工订探亲房"
        crumbs={[
          { label: "职工宿舍", href: "/dormitories" },
          { label: "探亲房", href: "/dormitories/visits" },
          { label: "订房" },
        ]}
        sub={`一次最多 ${form.most} 晚，最早提前 ${form.ahead} 天；住满 ${form.police} 晚的，要先到派出所登记。`}
      />
      <Form action={bookVisitAction} look="grid">
        <RequestKey />
        <TextField name="staffNo" label="职工的工号" width="short" />
        <SelectField
          name="siteId"
          label="住哪个宿舍"
          options={form.sites}
          {...(site ? { defaultValue: site } : form.sites.length === 1 ? { defaultValue: form.sites[0]?.value } : {})}
        />
        <SelectField
          name="roomId"
          label="哪一间"
          options={form.rooms}
          blank="哪间空住哪间"
          {...(room ? { defaultValue: room } : {})}
          optional
        />
        <DateField name="fromOn" label="哪天来" defaultValue={from} min={permit.today} />
        <SelectField name="nights" label="住几晚" options={form.nights} defaultValue="1" />
        <TextField name="guests" label="来几个人" keypad="numeric" width="short" defaultValue="1" />
        <TextField name="relative" label="来的人的姓名" hint="来好几个人的，写一个" width="medium" maxLength={30} />
        <RadioField name="relation" label="是职工的什么人" options={form.relations} look="row" />
        <FormActions>
          <SubmitButton>订房</SubmitButton>
          <TextLink href="/dormitories/visits">不订了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
