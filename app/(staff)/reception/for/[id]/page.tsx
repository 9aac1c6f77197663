import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Card, Columns, Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Ticket } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { findTicket } from "@/lib/reception/bookings/queries";
import { bookingTopics } from "@/lib/reception/bookings/words";
import { idIn } from "../../query";
import { ForHead } from "../_components/for-head";
import { ticketTitle } from "../_components/ticket-words";
import { TicketActs } from "../_components/ticket-acts";

export const metadata = { title: "代约的时间" };

/** The ticket of somebody the liaison booked for. What a worker booked alone is not found here: it is not the unit's. */
export default async function TicketForPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("reception.bookFor");
  const ticket = await findTicket(permit, idIn((await params).id));
  if (!ticket?.isMine) notFound();
  const isLive = ticket.state === "live" || ticket.state === "held";

  return (
    <>
      <ForHead title={ticketTitle(ticket)} />
      <Columns
        main={
          <Stack>
            {ticket.changeNotice && <Notice tone="warn">{ticket.changeNotice}</Notice>}
            {ticket.outcome && <Notice>{ticket.outcome}</Notice>}
            <Ticket
              number={String(ticket.ticketNo).padStart(2, "0")}
              label={`${ticket.personName}的号`}
              state={isLive ? "live" : "off"}
              facts={[
                { label: "什么时候", value: `${ticket.dateSpoken} ${ticket.timeSpoken}` },
                { label: "在哪里", value: `${ticket.place} ${ticket.room}` },
                { label: "谁接待", value: `${ticket.leaderPost} ${ticket.leaderName}` },
                ...(ticket.topic ? [{ label: "哪方面的事", value: bookingTopics[ticket.topic].word }] : []),
              ]}
            />
          </Stack>
        }
        side={
          <Card title="接下来" tone={isLive ? "next" : undefined}>
            <Stack>
              {isLive && (
                <Button href={`/reception/slips/${ticket.id}`} tone="primary" icon="print">
                  打印预约条
                </Button>
              )}
              {isLive && <p className="text-ink-2">预约条交给本人，到时候给门口的人看。</p>}
              <TicketActs ticket={ticket} />
              <Button href="/reception/unit">看本单位预约</Button>
            </Stack>
          </Card>
        }
      />
    </>
  );
}
