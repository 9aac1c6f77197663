import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { HiddenField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { readEmployment } from "@/lib/people/employment/queries";
import { employmentMovesOf } from "@/lib/people/employment/rules";
import { recordableKinds } from "@/lib/people/employment/schema";
import { eventWords } from "@/lib/people/employment/words";
import { proposeEventAction } from "@/lib/people/proposals/actions";
import { EventFields, eventValues } from "../../../_components/event-fields";

export const metadata: Metadata = { title: "申报人员变动" };

const Asked = z.object({ person: z.uuid(), kind: z.enum(recordableKinds).optional().catch(undefined) });

export default async function ProposeEventPage({ searchParams }: PageProps<"/people/proposals/new/event">) {
  const permit = await authorise("people.propose");
  const asked = Asked.safeParse(await searchParams);
  if (!asked.success) notFound();
  const { person: id } = asked.data;
  const person = await readEmployment(permit, id);
  const kinds = recordableKinds.filter((one) => employmentMovesOf(person.status).includes(one));
  const kind = kinds.find((one) => one === asked.data.kind);
  const here = `/people/proposals/new/event?person=${id}`;

  return (
    <>
      <PageHead
        title={kind ? `申报${eventWords[kind]}` : "申报人员变动"}
        sub={`${person.name}（工号 ${person.staffNo}），人事科核对后生效`}
        crumbs={[{ label: person.name, href: `/people/${id}` }, { label: "申报变动" }]}
      />
      {kind ? (
        <Form action={proposeEventAction} values={eventValues(person)} look="grid">
          <RequestKey />
          <HiddenField name="id" value={id} />
          <HiddenField name="kind" value={kind} />
          <EventFields kind={kind} person={person} today={permit.today} />
          <FormActions>
            <SubmitButton>提交给人事科</SubmitButton>
            <TextLink href={here}>换一种变动</TextLink>
          </FormActions>
        </Form>
      ) : (
        <Card title="申报哪一种变动？">
          <div className="flex flex-wrap gap-2">
            {kinds.map((one) => (
              <Button key={one} href={`${here}&kind=${one}`}>
                {eventWords[one]}
              </Button>
            ))}
          </div>
        </Card>
      )}
    </>
  );
}
