import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { coverShiftAction } from "@/lib/reception/unit/actions";
import type { UnitBooking } from "@/lib/reception/unit/queries";

/** Whether somebody takes over the shift; one button says so. Once the visit is over, there is nothing left to cover. */
export function Cover({ booking }: { booking: UnitBooking }) {
  if (booking.isCovered) return <Tag tone="ok">已安排顶岗</Tag>;
  if (booking.visit !== null) return <Tag>没有登记</Tag>;
  return (
    <Form action={coverShiftAction} id={`cover-${booking.id}`} look="inline">
      <HiddenField name="bookingId" value={booking.id} />
      <SubmitButton small tone="outline" label={`${booking.name} ${booking.time} 已安排顶岗`}>
        已安排顶岗
      </SubmitButton>
    </Form>
  );
}
