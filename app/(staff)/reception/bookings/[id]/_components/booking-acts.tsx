import { Card, Stack } from "@/components/ui/card";
import { HiddenField, SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { type Option, optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { cancelAtDeskAction, moveAtDeskAction, undoAtDeskAction } from "@/lib/reception/bookings/actions";
import type { Ticket } from "@/lib/reception/bookings/queries";
import { cancelReasons } from "@/lib/reception/bookings/words";

const reasons = optionsOf(cancelReasons);

/** Moving comes first: who calls usually cannot come at that time, and still has something to say. */
export function BookingActs({ ticket, times }: { ticket: Ticket; times: Option[] }) {
  if (!ticket.mayMove && !ticket.mayCancel && !ticket.mayUndo && !ticket.movedToId) return null;
  return (
    <Card tone="next" title="下一步">
      <Stack>
        {ticket.mayMove && (
          <Form action={moveAtDeskAction}>
            <RequestKey />
            <HiddenField name="bookingId" value={ticket.id} />
            <SelectField name="slotId" label="改到" options={times} />
            <SubmitButton>改时间</SubmitButton>
          </Form>
        )}
        {ticket.mayCancel && (
          <FoldedForm summary="取消预约" look="danger" action={cancelAtDeskAction}>
            <HiddenField name="bookingId" value={ticket.id} />
            <SelectField name="reason" label="为什么取消" options={reasons} />
            <TextField name="note" label="备注" optional />
            <SubmitButton tone="danger">取消预约</SubmitButton>
          </FoldedForm>
        )}
        {ticket.mayUndo && (
          <Form action={undoAtDeskAction}>
            <HiddenField name="bookingId" value={ticket.id} />
            <SubmitButton tone="outline">恢复预约</SubmitButton>
          </Form>
        )}
        {ticket.movedToId && <TextLink href={`/reception/bookings/${ticket.movedToId}`}>看改到的预约</TextLink>}
      </Stack>
    </Card>
  );
}
