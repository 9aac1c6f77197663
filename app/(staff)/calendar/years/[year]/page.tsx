import { notFound } from "next/navigation";
import { Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { viewYearForm } from "@/lib/calendar/years/queries";
import { yearQuery } from "@/lib/calendar/years/schema";
import { YearEntryForm } from "../../_components/year-entry-form";

export const metadata = { title: "录入放假安排" };

export default async function YearEntryPage({ params }: { params: Promise<{ year: string }> }) {
  const permit = await authorise("calendar.correct");
  const { year } = yearQuery.parse(await params);
  if (year === undefined) notFound();
  const form = await viewYearForm(permit, year);

  return (
    <>
      <PageHead
        title={`录入${year}年放假安排`}
        sub="照国务院办公厅通知，一个节日一栏"
        crumbs={[{ label: "日历", href: `/calendar?year=${year}` }, { label: `${year}年` }]}
      />
      <Stack>
        {form.isProposal && (
          <Notice tone="warn" title="下面的日期是按惯例推算的，不是通知">
            请对照通知逐日核对、改正，再补上调休上班的周六、周日。保存以前，什么都不会改变。
          </Notice>
        )}
        <YearEntryForm form={form} />
      </Stack>
    </>
  );
}
