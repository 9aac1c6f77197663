import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { formatDate, formatMonth, fromDateColumn, monthAfter, monthOf, type CivilMonth } from "@/lib/dates";
import { parameterAt } from "@/lib/parameters/queries";
import { receptionDate } from "@/lib/reception/days/rules";
import { planFor } from "@/lib/reception/grid/queries";
import { leadersInTurn, recorders, type LeaderInTurn } from "@/lib/reception/hosts/queries";

/** What the form of a draft starts with: the rule's date, the parameters of that day, the leaders whose turn it is. */
export type DraftProposal = {
  month: CivilMonth;
  monthWord: string;
  dateWords: string;
  isProvisional: boolean;
  /** the sentence where the month has no day of its own */
  mergedWords: string | null;
  /** rows for leaders, as many as the bureau allows */
  rows: number[];
  leaders: (LeaderInTurn & { servedWords: string })[];
  recorders: { id: string; name: string }[];
  values: Record<string, string | undefined>;
  /** what stands in each row of leaders */
  hosts: { leaderId?: string; room?: string; field?: string }[];
};

/** A proposal for a month; without one for the next month that has no day yet. */
export async function proposeDay(
  permit: Permit<"reception.plan">,
  wanted: CivilMonth | undefined,
): Promise<DraftProposal> {
  const month = wanted ?? (await nextMonth(permit));
  const base = await baseOf(permit, month);
  const { plan, leaders } = base;
  const hosts = leaders
    .slice(0, Math.min(2, plan.hostsMost))
    .map(({ leaderId }, i) => ({ leaderId, room: `${i + 1}号接待室` }));
  return {
    ...base.shown,
    values: {
      actualOn: base.actual,
      place: plan.place,
      fromTime: plan.fromTime,
      toTime: plan.toTime,
      slotMinutes: String(plan.slotMinutes),
    },
    hosts: base.shown.rows.map((row) => hosts[row] ?? { room: `${row + 1}号接待室` }),
  };
}

/** An existing draft as its form shows it; anything else is not found. */
export async function draftOf(
  permit: Permit<"reception.plan">,
  dayId: string,
): Promise<DraftProposal & { dayId: string; version: number }> {
  const day = await db.receptionDay.findFirst({
    where: { id: dayId, bureauId: permit.reach.bureauId, state: "DRAFT" },
    include: { hosts: { where: { replacedAt: null }, orderBy: { dutyOrder: "asc" } } },
  });
  if (!day) notFound();
  const { shown, actual } = await baseOf(permit, day.month);
  const date = fromDateColumn(day.actualOn);
  return {
    ...shown,
    dayId: day.id,
    version: day.version,
    values: {
      actualOn: date,
      dateReason: date === actual ? undefined : (day.shiftReason ?? undefined),
      place: day.place,
      fromTime: day.fromTime,
      toTime: day.toTime,
      slotMinutes: String(day.slotMinutes),
      recorderId: day.recorderId ?? undefined,
    },
    hosts: day.hosts.map(({ leaderId, room, field }) => ({ leaderId, room, ...(field ? { field } : {}) })),
  };
}

async function baseOf(permit: Permit<"reception.plan">, month: CivilMonth) {
  const policy = await parameterAt(db, "reception.shiftPolicy", `${month}-01`);
  const { calendar } = await planFor(db, permit, `${month}-01`);
  const date = receptionDate(month, policy, calendar);
  const plan = await planFor(db, permit, date.actual);
  const leaders = await leadersInTurn(db, permit);
  const shown = {
    month,
    monthWord: formatMonth(month),
    dateWords: `按规则是 ${formatDate(date.actual)}${date.reason ? `：${date.reason}` : ""}`,
    isProvisional: date.provisional,
    mergedWords: date.mergedInto
      ? `${formatMonth(month)}的接待日与${formatMonth(date.mergedInto)}合并，不用单独安排`
      : null,
    rows: Array.from({ length: plan.hostsMost }, (_, i) => i),
    leaders: leaders.map((leader) => ({
      ...leader,
      servedWords: leader.lastServedOn ? `上次 ${leader.lastServedOn}` : "还没有接待过",
    })),
    recorders: await recorders(db, permit),
  };
  return { shown, plan, leaders, actual: date.actual };
}

async function nextMonth({ reach, today }: Permit): Promise<CivilMonth> {
  const rows = await db.receptionDay.findMany({
    where: { bureauId: reach.bureauId, state: { not: "CANCELLED" }, month: { gte: monthOf(today) } },
    select: { month: true },
  });
  const taken = new Set(rows.map(({ month }) => month));
  let month = monthOf(today);
  while (taken.has(month)) month = monthAfter(month, 1);
  return month;
}
