import { notFound } from "next/navigation";
import { Card, Columns } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { viewDay } from "@/lib/calendar/queries";
import { ordinaryDay } from "@/lib/calendar/rules";
import { savedQuery } from "@/lib/calendar/schema";
import { kinds, sources, statuses } from "@/lib/calendar/words";
import { formatDate, yearOf } from "@/lib/dates";
import { Changes } from "../../_components/changes";
import { Correction } from "../../_components/correction";

export const metadata = { title: "日历上的一天" };

type DayPageProps = { params: Promise<{ date: string }>; searchParams: Promise<Record<string, string>> };

export default async function DayPage({ params, searchParams }: DayPageProps) {
  const permit = await authorise("calendar.view");
  const view = await viewDay(permit, (await params).date);
  if (!view) notFound();
  const { tasks } = savedQuery.parse(await searchParams);
  const { date, entry, works } = view;
  const facts = [
    { label: "这一天", value: <Tag tone={works ? "neutral" : "late"}>{works ? kinds.WORK : entry ? kinds.OFF : "休息"}</Tag> },
    { label: "名称", value: entry?.name ?? ordinaryDay(date).name },
    { label: "来源", value: entry ? sources[entry.source] : "平常的周一到周五" },
    { label: "状态", value: view.isOfficialYear || !entry ? statuses[view.isOfficialYear ? "OFFICIAL" : "PROVISIONAL"] : statuses[entry.status] },
  ];

  return (
    <>
      <PageHead
        title={formatDate(date)}
        crumbs={[{ label: "日历", href: `/calendar?year=${yearOf(date)}` }, { label: date }]}
      />
      {tasks !== undefined && (
        <Notice tone="ok" live title="已保存">
          {tasks > 0 ? `涉及${tasks}个接待日或期限，已列给接待办和各项目干事核对` : "没有涉及已发布的接待日和期限"}
        </Notice>
      )}
      <Columns
        main={
          <>
            <Card title="现在的安排">
              <Facts items={facts} />
            </Card>
            <Card title="改动经过">
              <Changes changes={view.changes} />
            </Card>
          </>
        }
        side={(await may("calendar.correct")) && <Correction view={view} />}
      />
    </>
  );
}
