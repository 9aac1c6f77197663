import { Card, Stack } from "@/components/ui/card";
import { authorise, may } from "@/lib/auth/gate";
import { pageCalendar } from "@/lib/calendar/queries";
import { countTasks } from "@/lib/calendar/tasks/queries";
import { viewYear } from "@/lib/calendar/years/queries";
import { yearQuery } from "@/lib/calendar/years/schema";
import { yearOf } from "@/lib/dates";
import { currentValue } from "@/lib/parameters/queries";
import { Changes } from "./_components/changes";
import { Legend, MonthGrid } from "./_components/month-grid";
import { proposedDays } from "./_components/proposed-days";
import { YearHead } from "./_components/year-head";
import { YearNotices } from "./_components/year-notices";

export const metadata = { title: "日历" };

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("calendar.view");
  const { year = yearOf(permit.today), days, tasks } = yearQuery.parse(await searchParams);
  const [view, open, mayCorrect] = await Promise.all([
    viewYear(permit, year),
    countTasks(permit),
    may("calendar.correct"),
  ]);
  const policy = await currentValue(permit, "reception.shiftPolicy");
  const proposals = proposedDays(view, policy, await pageCalendar(), permit.today);

  return (
    <>
      <YearHead view={view} now={yearOf(permit.today)} mayCorrect={mayCorrect} />
      <Stack>
        <YearNotices
          view={view}
          mayCorrect={mayCorrect}
          tasks={open}
          {...(days === undefined ? {} : { saved: { days, tasks: tasks ?? 0 } })}
        />
        <Legend />
        <div className="grid gap-3 phone:grid-cols-2 desk:grid-cols-3">
          {view.months.map((month) => (
            <MonthGrid key={month.month} month={month} today={permit.today} proposal={proposals.get(month.month)} />
          ))}
        </div>
        <Card title={`${year}年的改动`}>
          <Changes changes={view.changes} withDate />
        </Card>
      </Stack>
    </>
  );
}
