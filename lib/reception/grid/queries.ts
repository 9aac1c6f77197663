import "server-only";
import { db, type Tx } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { isProvisional, isWorkingDay, type Calendar } from "@/lib/calendar/rules";
import { formatInstant, type CivilDate } from "@/lib/dates";
import { parametersAt } from "@/lib/parameters/queries";
import { refuseTogether } from "@/lib/parameters/values/rules";
import { windowOf, type Reserve, type Window } from "@/lib/reception/grid/rules";
import { Refusal } from "@/lib/refusal";

type Reader = Pick<Tx, "parameter" | "calendarDay" | "calendarYear">;

export type DayPlan = {
  calendar: Calendar;
  place: string;
  fromTime: string;
  toTime: string;
  slotMinutes: number;
  hostsMost: number;
  publishDaysBefore: number;
  reserve: Reserve;
  /** The instants of a day published at `opensAt`, with the parameters of that day. */
  window: (opensAt: Date) => Window;
  /** The sentence that refuses these times; undefined if a day can be published with them. */
  refuseTimes: (times: { fromTime: string; toTime: string; slotMinutes: number }) => string | undefined;
};

const keys = [
  "reception.place",
  "reception.fromTime",
  "reception.toTime",
  "reception.slotMinutes",
  "reception.hostsMost",
  "reception.publishDaysBefore",
  "reception.walkInReserve",
  "reception.greenReserve",
  "reception.staffReserve",
  "reception.closesDaysBefore",
  "reception.closesTime",
  "reception.reserveDaysBefore",
  "reception.reserveTime",
] as const;

/** Calendar and parameters as they stand for a day; read at drafting, publishing and 改期, never for a published day. */
export async function planFor(reader: Reader, _permit: Permit, date: CivilDate): Promise<DayPlan> {
  const calendar = await readCalendar(reader);
  const values = await parametersAt(reader, keys, date);
  const closes = { workingDays: values["reception.closesDaysBefore"], time: values["reception.closesTime"] };
  const reserve = { workingDays: values["reception.reserveDaysBefore"], time: values["reception.reserveTime"] };
  return {
    calendar,
    place: values["reception.place"],
    fromTime: values["reception.fromTime"],
    toTime: values["reception.toTime"],
    slotMinutes: values["reception.slotMinutes"],
    hostsMost: values["reception.hostsMost"],
    publishDaysBefore: values["reception.publishDaysBefore"],
    reserve: {
      walkIn: values["reception.walkInReserve"],
      green: values["reception.greenReserve"],
      staff: values["reception.staffReserve"],
    },
    window: (opensAt) => windowOf(date, opensAt, { closes, reserve }, calendar),
    refuseTimes: ({ fromTime, toTime, slotMinutes }) =>
      refuseTogether({
        ...values,
        "reception.fromTime": fromTime,
        "reception.toTime": toTime,
        "reception.slotMinutes": slotMinutes,
      }),
  };
}

/** Refuses a date on which no reception day may be published: off in the calendar, or in a year without notice. */
export function refuseDate(_permit: Permit, calendar: Calendar, planned: CivilDate, actual: CivilDate): void {
  if (!isWorkingDay(calendar, actual)) throw new Refusal(`${actual} 放假，请改到上班的日子。`, "actualOn");
  if (isProvisional(calendar, planned, actual)) {
    throw new Refusal(
      `${actual.slice(0, 4)}年的放假安排还没有录入，日期只是暂定，不能发布。请先请系统管理员录入放假安排。`,
    );
  }
}

/** The refusal of a leader or room that is taken at one of these times; names the other cell. */
export async function clashAmong(
  permit: Permit,
  planned: readonly { leaderId: string; room: string; startsAt: Date }[],
  ownDayId: string,
): Promise<Refusal> {
  const [first] = planned;
  if (!first) return new Refusal("这位领导或接待室在这个时间已经有安排，请换一个。");
  const taken = await db.receptionSlot.findFirst({
    where: {
      retiredAt: null,
      dayId: { not: ownDayId },
      startsAt: { in: planned.map(({ startsAt }) => startsAt) },
      OR: [
        { leaderId: { in: planned.map(({ leaderId }) => leaderId) } },
        { room: { in: planned.map(({ room }) => room) }, day: { bureauId: permit.reach.bureauId } },
      ],
    },
    orderBy: { startsAt: "asc" },
    select: {
      leaderId: true,
      room: true,
      startsAt: true,
      day: { select: { hosts: { select: { leaderId: true, leaderName: true } } } },
    },
  });
  if (!taken) return new Refusal("这位领导或接待室刚被别的接待日占用，请再试一次。");
  const name = taken.day.hosts.find(({ leaderId }) => leaderId === taken.leaderId)?.leaderName ?? "";
  return new Refusal(`${formatInstant(taken.startsAt)} ${taken.room}已经排了${name}接待，请换领导、接待室或时间。`);
}
