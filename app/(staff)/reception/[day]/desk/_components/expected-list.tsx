import { Card } from "@/components/ui/card";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { arriveBookedAction } from "@/lib/reception/queue/actions";
import type { DeskView } from "@/lib/reception/queue/desk/queries";

/** Who is booked and has not come: one press signs in and gives the number. */
export function ExpectedList({ desk }: { desk: DeskView }) {
  return (
    <Card title={`还没到的预约 ${desk.expected.length} 人`}>
      {desk.expected.length === 0 && <p className="text-ink-2">约好的都到了，或者没有预约。</p>}
      <ul className="grid gap-2">
        {desk.expected.map((one) => (
          <li
            key={one.bookingId}
            className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2"
          >
            <span>
              <strong className="num">{one.time}</strong> {one.name}{" "}
              <span className="text-note text-ink-2">
                {one.unit} · {one.ticketNo}号 · {one.leader}
              </span>{" "}
              {one.isGreen && <Tag tone="ok">绿色通道</Tag>}
            </span>
            {desk.day.state === "RUNNING" && (
              <Form action={arriveBookedAction} look="inline">
                <HiddenField name="dayId" value={desk.day.id} />
                <HiddenField name="bookingId" value={one.bookingId} />
                <SubmitButton small tone="outline" label={`${one.name} 签到`}>
                  签到
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
