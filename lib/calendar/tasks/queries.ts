import "server-only";
import { db } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";

export type TaskLine = {
  id: string;
  kind: "RECEPTION_DAY" | "CASE_DUE";
  objectId: string;
  programme: string;
  summary: string;
  /** The day that was changed, and why. */
  date: CivilDate;
  reason: string;
  settledAt: Date | null;
  note: string | null;
  /** Whether this person may settle it: an officer of the programme. */
  isOwn: boolean;
};

/**
 * What changed days touch, oldest first: an officer sees the own programmes, a leader all of them, nobody else any
 * (who corrects the calendar sees no welfare data).
 * @param isSettled the ones that somebody has dealt with, newest first, instead of the open ones
 */
export async function listTasks(permit: Permit<"calendar.view">, isSettled: boolean): Promise<TaskLine[]> {
  const rows = await db.calendarTask.findMany({
    where: { ...within(permit), settledAt: isSettled ? { not: null } : null },
    orderBy: isSettled ? { settledAt: "desc" } : { id: "asc" },
    take: 100,
    include: { change: { select: { date: true, reason: true } } },
  });

  return rows.map(({ id, kind, objectId, programme, summary, settledAt, note, change }) => ({
    id,
    kind,
    objectId,
    programme,
    summary,
    settledAt,
    note,
    date: fromDateColumn(change.date),
    reason: change.reason,
    isOwn: permit.reach.programmes.includes(programme),
  }));
}

/** How many of them are open for this person. */
export async function countTasks(permit: Permit<"calendar.view">): Promise<number> {
  return db.calendarTask.count({ where: { ...within(permit), settledAt: null } });
}

function within({ reach }: Permit<"calendar.view">): { programme?: { in: string[] } } {
  return reach.isLeader ? {} : { programme: { in: [...reach.programmes] } };
}
