import "server-only";
import type { Tx } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import type { Waiting } from "@/lib/reception/queue/rules";

type Reader = Pick<Tx, "attendance">;

/** Who waits on a day, for the rule that orders them. One statement. */
export async function waitingOf(reader: Reader, permit: Permit, dayId: string): Promise<Waiting[]> {
  const rows = await reader.attendance.findMany({
    where: { dayId, state: "ARRIVED", day: { bureauId: permit.reach.bureauId } },
    select: {
      id: true,
      queueNo: true,
      green: true,
      arrivedAt: true,
      missedCalls: true,
      booking: { select: { seat: { select: { slot: { select: { startsAt: true, leaderId: true } } } } } },
    },
  });
  return rows.map(({ id, queueNo, green, arrivedAt, missedCalls, booking }) => ({
    id,
    queueNo: queueNo ?? 0,
    isGreen: green,
    arrivedAt: arrivedAt ?? permit.now,
    bookedAt: booking?.seat.slot.startsAt ?? null,
    bookedWith: booking?.seat.slot.leaderId ?? null,
    missedCalls,
  }));
}
