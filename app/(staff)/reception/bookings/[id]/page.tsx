import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Card, Columns, Stack } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Timeline } from "@/components/ui/timeline";
import { authorise } from "@/lib/auth/gate";
import { bookingHistory } from "@/lib/reception/bookings/history/queries";
import { freeForMoving } from "@/lib/reception/bookings/moving/queries";
import { findTicket } from "@/lib/reception/bookings/queries";
import { bookingTopics } from "@/lib/reception/bookings/words";
import { idIn } from "../../query";
import { BookingActs } from "./_components/booking-acts";
import { RevealTopic } from "./_components/reveal-topic";

export const metadata = { title: "预约" };

/** One booking at the desk: what it says, what may be done with it, what happened to it. */
export default async function BookingPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("reception.book");
  const ticket = await findTicket(permit, idIn((await params).id));
  if (!ticket) notFound();
  const [history, times] = [
    await bookingHistory(permit, ticket.id),
    ticket.mayMove ? await freeForMoving(permit, ticket.dayId) : [],
  ];
  const topic = ticket.topic ? bookingTopics[ticket.topic].word : null;

  return (
    <>
      <PageHead
        title={`${ticket.personName} ${ticket.dateWords} ${ticket.time}`}
        sub={`${ticket.ticketNo}号，${history.stateWord}`}
        crumbs={[
          { label: "职工接待日", href: "/reception" },
          { label: ticket.dateWords, href: `/reception/${ticket.dayId}` },
          { label: "预约" },
        ]}
        actions={
          ticket.state === "live" && (
            <Button href={`/reception/slips/${ticket.id}`} icon="print">
              打印预约单
            </Button>
          )
        }
      />
      {ticket.changeNotice && <Notice tone="warn" title={ticket.changeNotice} />}
      <Columns
        main={
          <Stack>
            <Card title="预约内容">
              <Facts
                columns={2}
                items={[
                  { label: "职工", value: ticket.personName, sub: history.unit },
                  { label: "时间", value: `${ticket.dateWords} ${ticket.time}` },
                  { label: "接待领导", value: `${ticket.leaderPost} ${ticket.leaderName}` },
                  { label: "地点", value: `${ticket.place} ${ticket.room}` },
                  {
                    label: "怎么约的",
                    value: history.channelWord,
                    sub: ticket.bookedBy && `${ticket.bookedBy} 代预约`,
                  },
                  { label: "联系电话", value: history.phone },
                  { label: "来访人", value: history.visitor },
                  { label: "需要帮忙", value: history.aids || "不需要" },
                  { label: "说哪方面的事", value: topic ?? "保密", sub: history.topicText },
                  { label: "顶岗", value: history.isCovered ? "班组已安排" : "班组还没有确认" },
                ]}
              />
              {ticket.isConfidential && <RevealTopic bookingId={ticket.id} />}
            </Card>
            <Card title="经过">
              <Timeline items={history.events} />
            </Card>
          </Stack>
        }
        side={<BookingActs ticket={ticket} times={times} />}
      />
    </>
  );
}
