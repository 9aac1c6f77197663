import { notFound } from "next/navigation";
import { Card, Columns, Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorise, may } from "@/lib/auth/gate";
import { viewDay } from "@/lib/calendar/queries";
import { savedQuery } from "@/lib/calendar/schema";
import { formatDate, yearOf } from "@/lib/dates";
import { Changes } from "../../_components/changes";
import { Correction } from "../../_components/correction";
import { DayFacts } from "../../_components/day-facts";

export const metadata = { title: "日历上的一天" };

type DayPageProps = { params: Promise<{ date: string }>; searchParams: Promise<Record<string, string>> };

export default async function DayPage({ params, searchParams }: DayPageProps) {
  const permit = await authorise("calendar.view");
  const view = await viewDay(permit, (await params).date);
  if (!view) notFound();
  const { tasks } = savedQuery.parse(await searchParams);
  const { date } = view;

  return (
    <>
      <PageHead
        title={formatDate(date)}
        crumbs={[{ label: "日历", href: `/calendar?year=${yearOf(date)}` }, { label: date }]}
      />
      <Stack>
        {tasks !== undefined && (
          <Notice tone="ok" live title="已保存">
            {tasks > 0 ? `涉及${tasks}个接待日或期限，已列给接待办和各项目干事核对` : "没有涉及已发布的接待日和期限"}
          </Notice>
        )}
        <Columns
          main={
            <>
              <DayFacts view={view} />
              <Card title="改动经过">
                <Changes changes={view.changes} />
              </Card>
            </>
          }
          side={(await may("calendar.correct")) && <Correction view={view} />}
        />
      </Stack>
    </>
  );
}
