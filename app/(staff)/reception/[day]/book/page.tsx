import { z } from "zod";
import { Card } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { pickedPerson, pickPeople } from "@/lib/people/queries";
import { freeTimes } from "@/lib/reception/bookings/queries";
import { viewDay } from "@/lib/reception/days/view/queries";
import { FindPerson, PersonTags } from "../../_components/find-person";
import { TimeList } from "../../_components/time-list";
import { idIn } from "../../query";
import { DeskBookingForm } from "./_components/desk-booking-form";

export const metadata = { title: "替人预约" };

const Query = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  slot: z.uuid().optional().catch(undefined),
});
type Props = { params: Promise<{ day: string }>; searchParams: Promise<Record<string, string>> };

/** 窗口、电话预约: who, when, what about. A full cell that was picked on purpose offers 加号. */
export default async function DeskBookPage({ params, searchParams }: Props) {
  const permit = await authorise("reception.book");
  const day = await viewDay(permit, idIn((await params).day));
  const { q, person: personId, slot } = Query.parse(await searchParams);
  const here = `/reception/${day.id}/book`;
  const person = personId ? await pickedPerson(permit, personId) : null;
  const free = person ? await freeTimes(permit, { dayId: day.id, personId: person.id }) : null;
  const cell = day.seats.filter(({ slotId }) => slotId === slot);
  const time = free?.times.find(({ slotId }) => slotId === slot);
  const crumbs = [
    { label: "职工接待日", href: "/reception" },
    { label: day.dateWords, href: `/reception/${day.id}` },
    { label: "预约" },
  ];

  return (
    <>
      <PageHead title={`替人预约 ${day.dateWords}`} sub={free?.day.place} crumbs={crumbs} />
      {!person && (
        <FindPerson
          action={here}
          q={q}
          people={q ? await pickPeople(permit, q) : []}
          keep={{ slot }}
          hrefOf={({ id }) => `${here}?person=${id}${slot ? `&slot=${slot}` : ""}`}
        />
      )}
      {person && (
        <IdentityBar
          name={person.name}
          items={[person.unit, `工号 ${person.staffNo}`, <PersonTags key="tags" person={person} />]}
          action={<TextLink href={here}>换个人</TextLink>}
        />
      )}
      {person && !free && <Notice tone="warn" title="这天现在不能预约，或者这位职工不能预约" />}
      {person && free?.existing && (
        <Notice tone="warn" title={`已经约了 ${free.existing.time}，${free.existing.ticketNo}号`}>
          一天只能约一次。<TextLink href={`/reception/bookings/${free.existing.id}`}>打开这个预约，可以改时间</TextLink>
        </Notice>
      )}
      {person && free && !free.existing && cell.length === 0 && (
        <Card title="选时间">
          <TimeList times={free.times} hrefOf={({ slotId }) => `${here}?person=${person.id}&slot=${slotId}`} />
        </Card>
      )}
      {person && free && !free.existing && cell.length > 0 && (
        <DeskBookingForm day={day} person={person} cell={cell} time={time} back={`${here}?person=${person.id}`} />
      )}
    </>
  );
}
