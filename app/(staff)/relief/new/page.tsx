import { ForPerson } from "@/components/case/for-person";
import { CheckboxField, DateField, HiddenField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { choosePerson } from "@/lib/people/choosing/queries";
import { mayBeTwice } from "@/lib/relief/mine/queries";
import { reportForAction } from "@/lib/relief/reports/actions";
import { eventWords } from "@/lib/relief/words";

export const metadata = { title: "报告急难" };

/** For a worker who cannot do it on the phone, or who is in hospital. */
export default async function NewReliefPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("relief.report");
  const chosen = await choosePerson(permit, await searchParams);
  const head = <PageHead title="报告急难" crumbs={[{ label: "临时救助", href: "/relief" }, { label: "报告" }]} />;
  const twice = chosen.person ? await mayBeTwice(permit, chosen.person.id) : [];

  return (
    <ForPerson page="/relief/new" head={head} chosen={chosen}>
      {(person) => (
        <>
          {twice.length > 0 && (
            <Notice tone="warn" title="这一户最近报告过，先看是不是同一件事">
              {twice.map((one) => `${one.number} ${one.event}（${one.happened}）`).join("；")}
            </Notice>
          )}
          <Form action={reportForAction} look="grid">
            <RequestKey />
            <HiddenField name="personId" value={person.id} />
            <SelectField name="event" label="出了什么事" options={optionsOf(eventWords)} />
            <DateField name="happenedOn" label="哪天出的事" hint="当天报告最好，晚了也要报" max={permit.today} />
            <TextField
              name="asked"
              label="大概需要多少钱"
              hint="说个大概，会有人去核实"
              keypad="decimal"
              unit="元"
              width="short"
            />
            <TextArea name="story" label="情况" hint="加密保存，看的人要写明原因" rows={4} maxLength={1000} />
            {twice.length > 0 && <CheckboxField name="isAnother" label="不是同一件事，是另一件事" />}
            <FormActions>
              <SubmitButton>报告</SubmitButton>
              <TextLink href="/relief">不填了，返回</TextLink>
            </FormActions>
          </Form>
        </>
      )}
    </ForPerson>
  );
}
