import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { BigButton, ChoiceButton, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { moveMineAction } from "@/lib/reception/bookings/actions";
import { findTicket, freeTimes } from "@/lib/reception/bookings/queries";
import { MyFrame } from "../../../frame";
import { BookQuery, timesShown } from "../../query";

export const metadata = { title: "换个时间" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> };

/** Another time: old and new change hands in one act, so nobody stands without a time in between. */
export default async function MoveTimePage({ params, searchParams }: Props) {
  const permit = await authorise("my.book");
  const id = z.uuid().safeParse((await params).id);
  const ticket = id.success ? await findTicket(permit, id.data) : null;
  if (!ticket?.mayMove) notFound();
  const { from } = BookQuery.parse(await searchParams);
  const times =
    (await freeTimes(permit, { dayId: ticket.dayId }))?.times.filter(({ slotId }) => slotId !== ticket.slotId) ?? [];

  return (
    <MyFrame back={`/my/book/${ticket.id}`}>
      <WorkerHead
        title="换到几点？"
        lead={`现在约的是 ${ticket.dateSpoken} ${ticket.timeSpoken}。点一个新的时间，马上就换好。`}
      />
      {times.length === 0 && <Says tone="warn">没有别的时间了，您现在的时间还留着。</Says>}
      <Form action={moveMineAction} id="move">
        <RequestKey />
        <HiddenField name="bookingId" value={ticket.id} />
        {times.slice(from, from + timesShown).map(({ slotId, timeSpoken, leaderPost, leaderName }) => (
          <ChoiceButton
            key={slotId}
            name="slotId"
            value={slotId}
            icon="clock"
            title={timeSpoken}
            sub={`${leaderPost} ${leaderName}`}
          />
        ))}
      </Form>
      {from + timesShown < times.length && (
        <BigButton href={`/my/book/${ticket.id}/time?from=${from + timesShown}`}>看后面的时间</BigButton>
      )}
    </MyFrame>
  );
}
