import { Sheet, Table, Td, Th } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { channelWords, laneWords } from "@/lib/reception/bookings/words";
import type { DayView, SeatView } from "@/lib/reception/days/view/queries";
import { visitWords } from "@/lib/reception/queue/words";
import { causeWords } from "@/lib/reception/reviews/words";

/** Times down, leaders across: the rota as it hangs on the office wall. */
export function SeatGrid({ day, isDesk }: { day: DayView; isDesk: boolean }) {
  const [first] = day.grid;
  if (!first) return <Empty title="发布以后才有时段">草稿发布时，按开始、结束时间和时段长度排好每位领导的座位。</Empty>;
  return (
    <Sheet label="时段和座位">
      <Table caption="时段和座位">
        <thead>
          <tr>
            <Th>时间</Th>
            {first.cells.map(({ host }) => (
              <Th key={host.leaderId}>
                {host.post} {host.name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {day.grid.map(({ time, cells }) => (
            <tr key={time}>
              <Td first nowrap>
                {time}
              </Td>
              {cells.map(({ host, seats }) => (
                <Td key={host.leaderId}>
                  <span className="grid gap-1">
                    {seats.map((seat) => (
                      <Seat key={seat.seatId} seat={seat} dayId={day.id} isDesk={isDesk} />
                    ))}
                  </span>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Sheet>
  );
}

function Seat({ seat, dayId, isDesk }: { seat: SeatView; dayId: string; isDesk: boolean }) {
  const number = <span className="num text-ink-3">{seat.ticketNo}号</span>;
  if (seat.booking) return <Booked seat={seat} booking={seat.booking} isDesk={isDesk} />;
  if (seat.retiredReason !== null) return <span className="text-ink-3">{number} 已取消</span>;
  const isFree = isDesk && !seat.isOver;
  return (
    <span className="flex flex-wrap items-center gap-1">
      {number}
      {isFree ? (
        <TextLink href={`/reception/${dayId}/book?slot=${seat.slotId}`} quiet>
          空
        </TextLink>
      ) : (
        <span className="text-ink-3">空</span>
      )}
      {seat.lane !== "ANY" && <Tag tone={seat.lane === "GREEN" ? "ok" : "neutral"}>{laneWords[seat.lane]}</Tag>}
      {seat.allottedTo && <Tag>留给{seat.allottedTo}</Tag>}
    </span>
  );
}

function Booked({
  seat,
  booking,
  isDesk,
}: {
  seat: SeatView;
  booking: NonNullable<SeatView["booking"]>;
  isDesk: boolean;
}) {
  const name = booking.name ?? "已约";
  return (
    <span className="flex flex-wrap items-center gap-1">
      <span className="num text-ink-3">{seat.ticketNo}号</span>
      {isDesk ? (
        <TextLink href={`/reception/bookings/${booking.id}`}>{name}</TextLink>
      ) : (
        <strong className="font-bold">{name}</strong>
      )}
      {booking.unit && <span className="text-note text-ink-2">{booking.unit}</span>}
      {booking.topic && <span className="text-note text-ink-2">{booking.topic}</span>}
      {booking.name && booking.isGreen && <Tag tone="ok">绿色通道</Tag>}
      {booking.name && booking.channel === "LIAISON" && <Tag>{channelWords.LIAISON}</Tag>}
      {seat.isAdded && <Tag>加号</Tag>}
      {booking.visit && <Tag tone={booking.visit === "NO_SHOW" ? "late" : "info"}>{visitWords[booking.visit]}</Tag>}
      {booking.cause && <Tag tone="warn">{causeWords[booking.cause]}</Tag>}
      {seat.retiredReason !== null && <Tag tone="late">时段已取消</Tag>}
    </span>
  );
}
