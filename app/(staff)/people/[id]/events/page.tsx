import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { HiddenField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { recordEventAction } from "@/lib/people/employment/actions";
import { readEmployment } from "@/lib/people/employment/queries";
import { employmentMovesOf } from "@/lib/people/employment/rules";
import { recordableKinds } from "@/lib/people/employment/schema";
import { eventHints, eventWords } from "@/lib/people/employment/words";
import { personStatusWords } from "@/lib/people/words";
import { EventFields, eventValues } from "../../_components/event-fields";

export const metadata: Metadata = { title: "登记人员变动" };

const Asked = z.object({ id: z.uuid(), kind: z.enum(recordableKinds).optional().catch(undefined) });

export default async function EventsPage({ params, searchParams }: PageProps<"/people/[id]/events">) {
  const permit = await authorise("people.change");
  const asked = Asked.safeParse({ ...(await searchParams), ...(await params) });
  if (!asked.success) notFound();
  const { id } = asked.data;
  const person = await readEmployment(permit, id);
  const kinds = recordableKinds.filter((one) => employmentMovesOf(person.status).includes(one));
  const kind = kinds.find((one) => one === asked.data.kind);

  return (
    <>
      <PageHead
        title={kind ? `登记${eventWords[kind]}` : "登记人员变动"}
        sub={`${person.name}（工号 ${person.staffNo}），现在：${personStatusWords[person.status]}`}
        crumbs={[{ label: "职工", href: "/people" }, { label: person.name, href: `/people/${id}` }, { label: "变动" }]}
      />
      {kinds.length === 0 && <Notice title="按现在的人员状态，没有可以登记的变动" />}
      {kind ? (
        <Form action={recordEventAction} values={eventValues(person)} look="grid">
          <HiddenField name="id" value={id} />
          <HiddenField name="version" value={String(person.version)} />
          <HiddenField name="kind" value={kind} />
          {eventHints[kind] && <Notice tone="info">{eventHints[kind]}</Notice>}
          <EventFields kind={kind} person={person} today={permit.today} />
          <FormActions>
            <SubmitButton>登记{eventWords[kind]}</SubmitButton>
            <TextLink href={`/people/${id}/events`}>换一种变动</TextLink>
          </FormActions>
        </Form>
      ) : (
        <Card title="登记哪一种变动？">
          <div className="flex flex-wrap gap-2">
            {kinds.map((one) => (
              <Button key={one} href={`/people/${id}/events?kind=${one}`}>
                {eventWords[one]}
              </Button>
            ))}
          </div>
        </Card>
      )}
    </>
  );
}
