import { formatDay } from "@/lib/dates";
import { actsFrom } from "@/lib/notices/rules";
import type { NoticeView } from "@/lib/notices/view/queries";

type Step = { label: string; sub?: string; state: "done" | "now" | "next" | "stopped" };

const reached = { WAITING: 0, RUNNING: 1, ENDED: 3, VOID: -1 } as const;

/** 起草 → 公示 → 处理异议 → 可以发放, as far as it has come. */
export function stepsOf(notice: NoticeView): Step[] {
  const open = notice.entries.some(({ state }) => state === "OBJECTED");
  const at = notice.state === "ENDED" && open ? 2 : reached[notice.state];
  const from = actsFrom(notice);
  const labels = [
    { label: "起草", sub: notice.draftedBy },
    { label: "公示", sub: notice.lastDay ? `到 ${formatDay(notice.lastDay)}` : "等领导或负责人发布" },
    { label: "处理异议", sub: open ? "有异议待处理" : "没有待处理的异议" },
    { label: "可以发放", sub: from ? `${formatDay(from)} 起` : undefined },
  ];

  return labels.map(({ label, sub }, place) => ({
    label,
    ...(sub ? { sub } : {}),
    state: at < 0 ? "stopped" : place < at ? "done" : place === at ? "now" : "next",
  }));
}
