import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { Qr } from "@/components/ui/qr";
import { BigButton, Says, Ticket, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { env } from "@/lib/env";
import { cancelMineAction, undoMineAction } from "@/lib/reception/bookings/actions";
import { findTicket, type Ticket as TicketView } from "@/lib/reception/bookings/queries";
import { MyFrame } from "../../frame";

export const metadata = { title: "我约的时间" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> };

/** The ticket: a big number, the date in words, a code for the desk; given back with one tap until the published hour. */
export default async function TicketPage({ params, searchParams }: Props) {
  const permit = await authorise("my.book");
  const id = z.uuid().safeParse((await params).id);
  const ticket = id.success ? await findTicket(permit, id.data) : null;
  if (!ticket) notFound();
  const isLive = ticket.state === "live" || ticket.state === "held";
  const isAgain = (await searchParams)["already"] === "1";

  return (
    <MyFrame back="/my">
      <WorkerHead
        title={
          isLive ? (isAgain ? "您已经约好了" : "约好了") : ticket.state === "moved" ? "已经改了时间" : "这个时间取消了"
        }
        lead={isLive ? "到时候把这个号给门口的人看。" : undefined}
      />
      {ticket.changeNotice && <Says tone="warn">{ticket.changeNotice}</Says>}
      {ticket.outcome && <Says tone="ok">{ticket.outcome}</Says>}
      <Ticket
        number={String(ticket.ticketNo).padStart(2, "0")}
        label="您的号"
        state={isLive ? "live" : "off"}
        facts={[
          { label: "什么时候", value: `${ticket.dateSpoken} ${ticket.timeSpoken}` },
          { label: "在哪里", value: `${ticket.place} ${ticket.room}` },
          { label: "谁接待", value: `${ticket.leaderPost} ${ticket.leaderName}` },
        ]}
      >
        {isLive && (
          <Qr text={`${env.PORTAL_URL}/my/book/${ticket.id}`} label={`${ticket.ticketNo} 号的二维码，给门口的人扫`} />
        )}
      </Ticket>
      {ticket.bookedBy && <p className="mb-3">是 {ticket.bookedBy} 替您约的。</p>}
      <TicketActs ticket={ticket} />
    </MyFrame>
  );
}

function TicketActs({ ticket }: { ticket: TicketView }) {
  return (
    <div className="grid gap-3">
      {ticket.movedToId && <BigButton href={`/my/book/${ticket.movedToId}`}>看新的时间</BigButton>}
      {ticket.mayMove && <BigButton href={`/my/book/${ticket.id}/time`}>换个时间</BigButton>}
      {ticket.mayCancel && (
        <Form action={cancelMineAction} id="cancel">
          <HiddenField name="bookingId" value={ticket.id} />
          <HiddenField name="reason" value="OTHER" />
          <p className="text-note text-ink-2">您不来的话，这个时间可以给别的工友。{ticket.cancelSpoken}。</p>
          <SubmitButton tone="outline" wide>
            撤销预约
          </SubmitButton>
        </Form>
      )}
      {ticket.mayUndo && (
        <Form action={undoMineAction} id="undo">
          <HiddenField name="bookingId" value={ticket.id} />
          <SubmitButton wide>点错了，还要这个时间</SubmitButton>
        </Form>
      )}
      {ticket.state !== "live" && !ticket.movedToId && <BigButton href="/my/book">重新约时间</BigButton>}
    </div>
  );
}
