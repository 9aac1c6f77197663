import { z } from "zod";
import { Card, Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { pickedPerson, pickPeople } from "@/lib/people/queries";
import { paperView } from "@/lib/reception/paper/queries";
import { idIn } from "../../query";
import { PaperTalkForm, PaperVisitForm } from "./_components/paper-forms";
import { ChooseVisitor, KeyedIn } from "./_components/paper-lists";

export const metadata = { title: "补录纸面" };

const Query = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  booking: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  stranger: z.literal("1").optional().catch(undefined),
  recorded: z.string().max(30).optional().catch(undefined),
  visit: z.uuid().optional().catch(undefined),
});
type Props = { params: Promise<{ day: string }>; searchParams: Promise<Record<string, string>> };

/** A morning that was kept on paper is keyed in row by row, with the times that stand on the sheet. */
export default async function PaperPage({ params, searchParams }: Props) {
  const permit = await authorise("reception.recordMatter");
  const query = Query.parse(await searchParams);
  const view = await paperView(permit, idIn((await params).day));
  const booking = view.bookings.find(({ id }) => id === query.booking);
  const person = query.person ? await pickedPerson(permit, query.person) : null;
  const visitor = booking?.name ?? person?.name ?? (query.stranger ? "花名册里没有的来访人" : null);
  const units = visitor ? await handlingUnits(permit) : [];
  const row = { dayId: view.id, bookingId: booking?.id, personId: person?.id, hosts: view.hosts };

  return (
    <>
      <PageHead
        title={`补录 ${view.dateWords}`}
        sub="照纸上的接待名单，一行一行录入；时间写纸上的时间"
        crumbs={[
          { label: "职工接待日", href: "/reception" },
          { label: view.dateWords, href: `/reception/${view.id}` },
          { label: "补录" },
        ]}
      />
      {query.recorded && <Notice tone="ok" live title="已录入，请录下一行" />}
      {!view.isOpen && (
        <Notice tone="warn" title="这天现在不能补录">
          要先「开始接待」；归档以后不能再补。
        </Notice>
      )}
      {view.isOpen && !visitor && (
        <ChooseVisitor view={view} q={query.q} people={query.q ? await pickPeople(permit, query.q) : []} />
      )}
      {view.isOpen && visitor && (
        <Stack>
          <Card title={`${visitor} 说的事`}>
            <PaperVisitForm row={row} units={units} isStranger={!booking && !person} />
          </Card>
          <PaperTalkForm row={row} isStranger={!booking && !person} />
        </Stack>
      )}
      <KeyedIn view={view} />
    </>
  );
}
