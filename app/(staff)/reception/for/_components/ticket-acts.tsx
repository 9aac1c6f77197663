import { Button } from "@/components/ui/button";
import { HiddenField, SelectField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { cancelForOtherAction } from "@/lib/reception/bookings/actions";
import type { Ticket } from "@/lib/reception/bookings/queries";
import { cancelReasonsOfWorker } from "@/lib/reception/bookings/words";
import { undoForOtherAction } from "@/lib/reception/unit/actions";

const reasons = optionsOf(cancelReasonsOfWorker);

/** What may still be done with the ticket: another time, give it back, take that back within ten minutes. */
export function TicketActs({ ticket }: { ticket: Ticket }) {
  return (
    <>
      {ticket.movedToId && <Button href={`/reception/for/${ticket.movedToId}`}>看新的时间</Button>}
      {ticket.mayMove && <Button href={`/reception/for/${ticket.id}/time`}>换个时间</Button>}
      {ticket.mayCancel && (
        <FoldedForm summary="取消预约" look="button" action={cancelForOtherAction} id="cancel">
          <HiddenField name="bookingId" value={ticket.id} />
          <SelectField name="reason" label="为什么取消" options={reasons} defaultValue="OTHER" />
          <p className="text-note text-ink-2">{ticket.cancelSpoken}。取消后十分钟内可以恢复。</p>
          <SubmitButton tone="danger">取消这个预约</SubmitButton>
        </FoldedForm>
      )}
      {ticket.mayUndo && (
        <Form action={undoForOtherAction} id="undo">
          <HiddenField name="bookingId" value={ticket.id} />
          <SubmitButton>点错了，恢复预约</SubmitButton>
        </Form>
      )}
      {ticket.state === "cancelled" && (
        <Button href={`/reception/for/topic?person=${ticket.personId}`}>重新约时间</Button>
      )}
    </>
  );
}
