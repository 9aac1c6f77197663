import type { ReactNode } from "react";
import type { DueTone } from "./tone";

const looks = {
  late: "font-bold text-late",
  warn: "font-bold text-warn",
  calm: "text-ink-2",
  stopped: "text-ink-2",
} satisfies Record<DueTone, string>;

/** Days left in words (还剩 1 个工作日, 已超期 2 个工作日, 停钟 · 已等 3 天), never a bare date. */
export function Due({ tone, children }: { tone: DueTone; children: ReactNode }) {
  return <span className={`whitespace-nowrap ${looks[tone]}`}>{children}</span>;
}
