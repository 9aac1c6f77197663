import { Button } from "@/components/ui/button";
import { Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { yearOf } from "@/lib/dates";
import { openDay } from "@/lib/reception/days/queries";
import { listYear } from "@/lib/reception/days/year/queries";
import { NextDay } from "./_components/next-day";
import { YearTable } from "./_components/year-table";
import { YearQuery } from "./query";

export const metadata = { title: "职工接待日" };

/** The year: one line per month, proposed or planned; the coming day stands above it. */
export default async function ReceptionPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.view");
  const { year = yearOf(permit.today) } = YearQuery.parse(await searchParams);
  const [next, months, mayPlan] = [await openDay(permit), await listYear(permit, year), await may("reception.plan")];
  const open = months.filter(({ day }) => (day?.openTalks ?? 0) > 0 || (day?.unsettled ?? 0) > 0);

  return (
    <>
      <PageHead
        title="职工接待日"
        sub="每月第一个周五上午，局领导当面听职工说事"
        actions={
          <>
            <Button href={`/reception/statistics?year=${year}`}>统计</Button>
            <Button href={`/reception/ledger?year=${year}`} icon="print">
              {year}年台账
            </Button>
            {mayPlan && (
              <Button href="/reception/new" tone="primary">
                安排接待日
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {next && (
          <NextDay day={next} line={months.find(({ day }) => day?.id === next.id)?.day ?? null} mayPlan={mayPlan} />
        )}
        {mayPlan && open.length > 0 && (
          <Notice tone="warn" title="有没办完的收尾">
            {open.map(({ month, actualWords, day }) => (
              <p key={month}>
                <TextLink href={`/reception/${day?.id ?? ""}`}>{actualWords}</TextLink>：
                {day && day.openTalks > 0 && `${day.openTalks}次接待没有登记结果；`}
                {day && day.unsettled > 0 && `${day.unsettled}个预约待处理`}
              </p>
            ))}
          </Notice>
        )}
        <YearTable year={year} months={months} mayPlan={mayPlan} today={permit.today} />
      </Stack>
    </>
  );
}
