import "server-only";
import type { Tx } from "@/prisma/client";
import { calendarOf, type Calendar } from "@/lib/calendar/rules";
import { fromDateColumn } from "@/lib/dates";

/**
 * The bureau's calendar as it stands, for every rule that counts days; two small statements, about 35 rows a year.
 * @param reader the transaction of the act, so that the act and its dates are of one moment; `db` for a page
 */
export async function readCalendar(reader: Pick<Tx, "calendarDay" | "calendarYear">): Promise<Calendar> {
  const days = await reader.calendarDay.findMany({ select: { date: true, kind: true, name: true } });
  const years = await reader.calendarYear.findMany({ where: { isOfficial: true }, select: { year: true } });

  return calendarOf(
    days.map((day) => ({ ...day, date: fromDateColumn(day.date) })),
    years.map(({ year }) => year),
  );
}
