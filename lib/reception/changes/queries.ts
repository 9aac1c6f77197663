import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { isProvisional, isWorkingDay } from "@/lib/calendar/rules";
import { formatDate, formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { planFor } from "@/lib/reception/grid/queries";
import { leadersInTurn, type LeaderInTurn } from "@/lib/reception/hosts/queries";

/** What a 改期 would do, before anybody confirms it. */
export type ReschedulePreview = {
  actualOn: CivilDate;
  dateWords: string;
  /** the sentence that refuses this date */
  refused: string | null;
  /** instants before and after, side by side */
  rows: { label: string; before: string; after: string }[];
  affected: number;
};

/** The instants of a day before and after a 改期, and how many bookings it touches. */
export async function previewReschedule(
  permit: Permit<"reception.reschedule">,
  dayId: string,
  actualOn: CivilDate,
): Promise<ReschedulePreview> {
  const day = await db.receptionDay.findFirst({ where: { id: dayId, bureauId: permit.reach.bureauId, state: "OPEN" } });
  if (!day) notFound();
  const plan = await planFor(db, permit, actualOn);
  const window = plan.window(day.opensAt ?? permit.now);
  const affected = await db.booking.count({ where: { dayId, releasedAt: null } });
  const before = fromDateColumn(day.actualOn);
  const words = (instant: Date | null) => (instant ? formatInstant(instant) : "—");
  return {
    actualOn,
    dateWords: formatDate(actualOn),
    refused: refusedWords(permit, before, actualOn, plan),
    rows: [
      { label: "日期", before: formatDate(before), after: formatDate(actualOn) },
      { label: "预留放开", before: words(day.reserveUntil), after: words(window.reserveUntil) },
      { label: "手机预约截止", before: words(day.closesAt), after: words(window.closesAt) },
      { label: "手机取消截止", before: words(day.cancelUntil), after: words(window.cancelUntil) },
    ],
    affected,
  };
}

function refusedWords(
  { today }: Permit,
  before: CivilDate,
  after: CivilDate,
  { calendar }: Awaited<ReturnType<typeof planFor>>,
): string | null {
  if (after === before) return "日期没有变，请选新的日期";
  if (after < today) return "不能改到已经过去的日子";
  if (!isWorkingDay(calendar, after)) return `${formatDate(after)}放假，请改到上班的日子`;
  return isProvisional(calendar, after) ? "那一年的放假安排还没有录入，不能改到那一天" : null;
}

/** Leaders who could stand in on a day: all but those who receive there, in the order of their turn (依次递补). */
export async function substitutesFor(
  permit: Permit<"reception.reschedule">,
  onDay: readonly string[],
): Promise<LeaderInTurn[]> {
  return (await leadersInTurn(db, permit)).filter(({ leaderId }) => !onDay.includes(leaderId));
}
