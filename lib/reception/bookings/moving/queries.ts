import "server-only";
import { db } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, formatDay, formatTime, civilOf } from "@/lib/dates";

/** A free cell as the desk offers it on the telephone. */
export type MovingOption = { value: string; label: string };

/**
 * Free cells to which the desk may move bookings of a day: of that day, or of the other published ones where it is
 * cancelled. Walk-in cells are left out. One statement.
 */
export async function freeForMoving(
  permit: Permit<"reception.settleReview"> | Permit<"reception.book">,
  dayId: string,
): Promise<MovingOption[]> {
  const rows = await db.receptionSlot.findMany({
    where: {
      retiredAt: null,
      startsAt: { gt: permit.now },
      seats: { some: { retiredAt: null, lane: { not: "WALK_IN" }, bookings: { none: { releasedAt: null } } } },
      day: {
        bureauId: permit.reach.bureauId,
        state: { in: ["OPEN", "RUNNING"] },
        OR: [{ id: dayId }, { actualOn: { gte: dateColumn(permit.today) } }],
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 80,
    select: {
      id: true,
      leaderId: true,
      startsAt: true,
      day: { select: { hosts: { select: { leaderId: true, leaderName: true, leaderPost: true } } } },
    },
  });
  return rows.map(({ id, leaderId, startsAt, day }) => {
    const host = day.hosts.find((one) => one.leaderId === leaderId);
    return {
      value: id,
      label: `${formatDay(civilOf(startsAt))} ${formatTime(startsAt)} ${host?.leaderPost ?? ""} ${host?.leaderName ?? ""}`,
    };
  });
}
