import { BarChart } from "@/components/chart/bars";
import { TrendChart } from "@/components/chart/trend";
import { caseListHref } from "@/components/case/case-filters";
import { Card, Stack } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { authorise, permitIf } from "@/lib/auth/gate";
import { pageCalendar } from "@/lib/calendar/queries";
import { workingDaysBetween } from "@/lib/calendar/rules";
import { listInbox } from "@/lib/cases/list/queries";
import { nextOwnDay, readDashboard } from "@/lib/dashboard/queries";
import { rateOf } from "@/lib/cases/rates/rules";
import { formatDay, formatTime } from "@/lib/dates";
import { lettersToDecide } from "@/lib/schooling/letters/waiting/queries";
import { programmeWord } from "@/lib/programmes";
import { FigureTable, Figures } from "./_components/figures";
import { ProgrammeTiles } from "./_components/programmes";
import { Today } from "./_components/today";
import { TrendTable } from "./_components/trend-table";

export const metadata = { title: "看板" };

export default async function DashboardPage() {
  const permit = await authorise("dashboard.view");
  const inbox = await authorise("cases.view");
  const leader = await permitIf("schooling.approveLetter");
  const [figures, list, day, calendar, letters] = await Promise.all([
    readDashboard(permit),
    listInbox(inbox, "todo", {}),
    nextOwnDay(permit),
    pageCalendar(),
    leader ? lettersToDecide(leader) : [],
  ]);
  const { span, total, programmes, units, months } = figures;
  const rates = months.map(({ month, onTime, due }) => ({
    label: `${Number(month.slice(5))}月`,
    value: rateOf(onTime, due),
  }));
  const last = rates.at(-1)?.value;
  const lowest = Math.min(100, ...rates.map(({ value }) => value ?? 100));

  return (
    <>
      <PageHead
        title="看板"
        sub={`截至 ${formatDay(permit.today)} ${formatTime(permit.now)} · 每个数字都可以点开名单`}
        actions={<PrintButton />}
      />
      <Stack>
        <Today
          list={list}
          letters={letters}
          day={day}
          daysAhead={day ? workingDaysBetween(calendar, permit.today, day.date) : 0}
        />
        <Figures total={total} span={span} />
        <div className="grid grid-cols-1 gap-4 desk:grid-cols-[3fr_2fr]">
          <Card title="按期办结率，近 12 个月">
            <TrendChart
              title="按期办结率，近 12 个月"
              points={rates}
              unit="%"
              from={lowest >= 80 ? 80 : lowest >= 60 ? 60 : 0}
              to={100}
              summary={`近 12 个月按期办结率${last === null || last === undefined ? "" : `，本月 ${last}%`}`}
            />
            <TrendTable months={months} />
          </Card>
          <Card title="各单位未办结">
            <BarChart
              size="narrow"
              title="各单位未办结"
              unit="件"
              summary="各单位未办结事项，其中超期"
              rows={units.map(({ key, name, counts }) => ({
                label: name,
                value: counts.unsettled,
                late: counts.overdue,
                href: caseListHref("/cases", { status: "unsettled", unit: key }),
              }))}
            />
          </Card>
        </div>
        <ProgrammeTiles />
        <Card title="按项目">
          <FigureTable
            caption="各项目的数字"
            label="项目"
            lines={programmes.map((line) => ({ ...line, name: programmeWord(line.key) }))}
            span={span}
            whereOf={(programme) => ({ programme })}
          />
        </Card>
        <Card title="按单位">
          <FigureTable caption="各单位的数字" label="单位" lines={units} span={span} whereOf={(unit) => ({ unit })} />
        </Card>
      </Stack>
    </>
  );
}
