import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { authorise } from "@/lib/auth/gate";
import { findTicket, freeTimes } from "@/lib/reception/bookings/queries";
import { openDay } from "@/lib/reception/days/queries";
import { moveForOtherAction } from "@/lib/reception/unit/actions";
import { idIn } from "../../../query";
import { ForHead } from "../../_components/for-head";
import { TimeCards, timeWords } from "../../_components/time-cards";

export const metadata = { title: "换个时间" };

/** Another time: old and new change hands in one act, so nobody stands without a time in between. */
export default async function MoveForPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("reception.bookFor");
  const ticket = await findTicket(permit, idIn((await params).id));
  if (!ticket?.isMine || !ticket.mayMove) notFound();
  // A booking on a cancelled day is moved to the next published one.
  const dayId = ticket.state === "dayCancelled" ? (await openDay(permit))?.id : ticket.dayId;
  const free = dayId ? await freeTimes(permit, { dayId, personId: ticket.personId }) : null;
  const times = free?.times.filter(({ slotId }) => slotId !== ticket.slotId) ?? [];
  const back = `/reception/for/${ticket.id}`;

  return (
    <>
      <ForHead
        title="换到几点？"
        sub={`${ticket.personName}现在约的是 ${ticket.dateWords} ${ticket.time}。点一个新的时间，马上换好`}
      />
      {times.length === 0 && (
        <Empty title="没有别的时间了，现在的时间还留着" action={<Button href={back}>返回</Button>} />
      )}
      <Form action={moveForOtherAction} id="move">
        <RequestKey />
        <HiddenField name="bookingId" value={ticket.id} />
        <TimeCards times={times}>
          {(time) => (
            <Button
              name="slotId"
              value={time.slotId}
              label={`${timeWords(time)} ${time.leaderPost} ${time.leaderName}`}
            >
              {timeWords(time)}
            </Button>
          )}
        </TimeCards>
      </Form>
    </>
  );
}
