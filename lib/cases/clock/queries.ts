import "server-only";
import type { Calendar } from "@/lib/calendar/rules";
import { readCalendar } from "@/lib/calendar/queries";
import type { Limits } from "@/lib/cases/clock/rules";
import type { CivilDate } from "@/lib/dates";
import { parametersAt } from "@/lib/parameters/queries";
import type { Tx } from "@/prisma/client";

const limitKeys = [
  "cases.assignDays",
  "cases.greenAcceptDays",
  "cases.simpleDays",
  "cases.ordinaryDays",
  "cases.complexDays",
  "cases.extensionDays",
  "cases.followUpDays",
  "cases.reopenDays",
] as const;

/** Calendar and time limits of one day, for everything that reckons a deadline; two statements. */
export async function readClockworks(
  reader: Pick<Tx, "parameter" | "calendarDay" | "calendarYear">,
  on: CivilDate,
): Promise<{ calendar: Calendar; limits: Limits }> {
  const [calendar, values] = [await readCalendar(reader), await parametersAt(reader, limitKeys, on)];

  return {
    calendar,
    limits: {
      accept: values["cases.assignDays"],
      greenAccept: values["cases.greenAcceptDays"],
      simple: values["cases.simpleDays"],
      ordinary: values["cases.ordinaryDays"],
      complex: values["cases.complexDays"],
      extension: values["cases.extensionDays"],
      followUp: values["cases.followUpDays"],
      reopen: values["cases.reopenDays"],
    },
  };
}
