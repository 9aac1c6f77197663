import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import type { YearView } from "@/lib/calendar/years/queries";

/** Which year it is, how certain, and the neighbours; `now` is the present year. */
export function YearHead({ view, now, mayCorrect }: { view: YearView; now: number; mayCorrect: boolean }) {
  return (
    <>
      <PageHead
        title="日历"
        sub={
          <>
            {view.year}年共{view.workingDays}个工作日{" "}
            {view.isOfficial ? <Tag tone="ok">按通知录入</Tag> : <Tag tone="warn">暂定</Tag>} {view.notice}
          </>
        }
        actions={
          <>
            <Button href="/calendar/preview">今后12个月的接待日</Button>
            {mayCorrect && <Button href={`/calendar/years/${view.year}`}>录入{view.year}年放假安排</Button>}
          </>
        }
      />
      <Tabs
        label="年份"
        items={[now - 1, now, now + 1].map((one) => ({
          href: `/calendar?year=${one}`,
          label: `${one}年`,
          current: one === view.year,
        }))}
      />
    </>
  );
}
