import { Button } from "@/components/ui/button";
import { Stack } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { formatMonth, yearOf } from "@/lib/dates";
import { readStatistics } from "@/lib/reception/matters/statistics/queries";
import { YearQuery } from "../query";
import { TallyTable } from "./_components/tally-table";

export const metadata = { title: "接待日统计" };

/** 年度统计: every month leads to the ledger of its day, whose lines it counts. */
export default async function StatisticsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.view");
  const { year = yearOf(permit.today) } = YearQuery.parse(await searchParams);
  const { days, total, byCategory, byUnit } = await readStatistics(permit, year);
  const lines = days.map(({ id, month, date, ...day }) => ({
    ...day,
    key: id,
    name: <TextLink href={`/reception/${id}/ledger`}>{`${formatMonth(month)}（${date}）`}</TextLink>,
  }));

  return (
    <>
      <PageHead
        title={`${year}年接待日统计`}
        sub="作废的不计。按期：答复不晚于当时的期限，已超期没答复的算未按期；解决：结果是「已解决」；满意：回访到的人里满意和基本满意"
        crumbs={[{ label: "职工接待日", href: `/reception?year=${year}` }, { label: "统计" }]}
        actions={
          <>
            <Button href={`/reception/statistics?year=${year - 1}`}>{year - 1}年</Button>
            <PrintButton />
          </>
        }
      />
      {days.length === 0 ? (
        <Empty title={`${year}年还没有开过接待日`} action={<Button href={`/reception?year=${year}`}>返回</Button>} />
      ) : (
        <Stack>
          <TallyTable
            title="按月"
            first="月份"
            lines={lines}
            total={{ key: "total", name: "合计", ...total }}
            withVisits
          />
          <TallyTable title="按类别" first="类别" lines={byCategory} />
          <TallyTable title="按单位" first="来访人单位" lines={byUnit} />
        </Stack>
      )}
    </>
  );
}
