import { db } from "@/prisma/client";
import { seedCalendarDays } from "@/lib/calendar/seed/rules";
import { addDays, dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import type { DayState } from "@/prisma/generated/enums";
import { ownerQuery } from "../setup/database";
import { bureauId } from "./permits";

/** The calendar of a fresh installation. */
export async function plantCalendar(years: number[] = [2025, 2026, 2027]): Promise<void> {
  const seed = seedCalendarDays(years);
  await db.calendarDay.createMany({ data: seed.days });
  await db.calendarYear.createMany({ data: seed.years });
}

/** A reception Friday in that state, its window counted back two working days. */
export async function plantReceptionDay(state: DayState, actual: CivilDate = "2026-11-06"): Promise<string> {
  const id = newId();
  await db.receptionDay.create({
    data: {
      id,
      bureauId,
      month: actual.slice(0, 7),
      plannedOn: dateColumn(actual),
      actualOn: dateColumn(actual),
      policy: "NEXT_WORKING_FRIDAY",
      place: "一楼接待室",
      fromTime: "08:30",
      toTime: "11:30",
      slotMinutes: 15,
      closesAt: instantAt(addDays(actual, -1), "12:00"),
      reserveUntil: instantAt(addDays(actual, -2), "16:00"),
      state,
      createdById: newId(),
    },
  });

  return id;
}

type PlantedCase = {
  number: string;
  status?: "open" | "waiting" | "answered";
  programme?: string;
  dueOn?: CivilDate;
  followUpBy?: CivilDate;
};

/** A case whose clock began on 2026-10-16 (and that was answered that day, if it is). */
export async function plantCase({ number, status = "open", programme = "hardship", dueOn, followUpBy }: PlantedCase) {
  const unitId = newId();
  await db.orgUnit.create({
    data: {
      id: unitId,
      bureauId,
      code: number,
      name: "环卫一所",
      type: "STATION",
      sphere: "GRASSROOTS",
      validFrom: dateColumn("2020-01-01"),
    },
  });
  const id = newId();
  await db.welfareCase.create({
    data: {
      id,
      bureauId,
      number,
      programme,
      topic: "政策咨询",
      title: "演示",
      content: "演示",
      unitId,
      source: "DESK",
      stage: status === "answered" ? "ANSWERED" : "IN_PROGRESS",
      status,
      clockFrom: dateColumn("2026-10-16"),
      limitDays: 5,
      dueOn: dueOn ? dateColumn(dueOn) : null,
      waitingReason: status === "waiting" ? "OUTSIDE_OFFICE" : null,
      outcome: status === "answered" ? "RESOLVED" : null,
      answeredAt: status === "answered" ? instantAt("2026-10-16", "10:00") : null,
      followUpBy: followUpBy ? dateColumn(followUpBy) : null,
      createdById: newId(),
      requestKey: newId(),
    },
  });

  return id;
}

/** Everything a change of the calendar may write, as one text: to prove that a refused one wrote nothing. */
export async function everything(): Promise<string> {
  const tables = ["calendar_day", "calendar_year", "calendar_change", "calendar_task", "audit_event"];
  const rows = await Promise.all(tables.map((table) => ownerQuery(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)));

  return JSON.stringify(rows);
}
