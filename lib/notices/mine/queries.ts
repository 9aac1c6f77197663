import "server-only";
import { readCalendar } from "@/lib/calendar/queries";
import type { Permit } from "@/lib/auth/permit";
import { addDays, dateColumn, spokenDate } from "@/lib/dates";
import { noticesWithin } from "@/lib/notices/queries";
import { factsOf, isLastDayProvisional, lastDayOf, noticeStateOf } from "@/lib/notices/rules";
import { db } from "@/prisma/client";

/** A notice in the worker's list: what it is about, and until when one may say something. */
export type MyNoticeLine = { id: string; title: string; isRunning: boolean; until: string };

/** How long an ended notice stays in the worker's list. */
const daysShown = 60;

/** What hangs now, and what has ended in the last two months; running ones first. */
export async function myNotices(permit: Permit<"my.notices" | "my.home">): Promise<MyNoticeLine[]> {
  const rows = await db.publicNotice.findMany({
    where: {
      AND: [noticesWithin(permit), { voidedAt: null, endsOn: { gte: dateColumn(addDays(permit.today, -daysShown)) } }],
    },
    orderBy: { id: "desc" },
    take: 50,
  });
  const calendar = await readCalendar(db);
  const lines = rows.map((row) => {
    const facts = factsOf(row);
    const last = lastDayOf(facts, calendar);
    const isRunning = noticeStateOf(facts, permit.today, calendar) === "RUNNING";
    const tail = isLastDayProvisional(facts, calendar) ? "（暂定）" : "";

    return { id: row.id, title: row.title, isRunning, until: last ? `${spokenDate(last, permit.today)}${tail}` : "" };
  });

  return [...lines.filter(({ isRunning }) => isRunning), ...lines.filter(({ isRunning }) => !isRunning)];
}
