import { Button } from "@/components/ui/button";
import { Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { YearView } from "@/lib/calendar/years/queries";

type YearNoticesProps = {
  view: YearView;
  mayCorrect: boolean;
  /** Objects that changed days touch and nobody has looked at. */
  tasks: number;
  /** What the last entry did, straight after it. */
  saved?: { days: number; tasks: number };
};

/** Everything about a year that somebody has to know or to do, above its months. */
export function YearNotices({ view, mayCorrect, tasks, saved }: YearNoticesProps) {
  const { year, missing, isOfficial } = view;
  return (
    <Stack>
      {saved && (
        <Notice tone="ok" live title={`已保存，${saved.days}天有变化`}>
          {saved.tasks > 0
            ? `涉及${saved.tasks}个接待日或期限，已列给接待办和各项目干事核对`
            : "没有涉及已发布的接待日和期限"}
        </Notice>
      )}
      {missing.map((one) => (
        <Notice
          key={one}
          tone="warn"
          title={`请录入${one}年放假安排`}
          actions={mayCorrect && <Button href={`/calendar/years/${one}`}>录入{one}年</Button>}
        >
          国务院办公厅通知一般在11月发布。录入以前，{one}年的接待日和期限都按暂定算。
          {mayCorrect ? "" : "由系统管理员录入。"}
        </Notice>
      ))}
      {!isOfficial && !missing.includes(year) && (
        <Notice tone="warn" title={`${year}年是暂定的`}>
          放假通知还没有录入，这一年算出来的日期都标「暂定」。
        </Notice>
      )}
      {tasks > 0 && (
        <Notice
          tone="warn"
          title={`有${tasks}个接待日或期限要核对`}
          actions={<Button href="/calendar/tasks">去核对</Button>}
        >
          日历改动过，已发布的日期不会自己变，要有人看一遍。
        </Notice>
      )}
    </Stack>
  );
}
