import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

const noticeLook = cva("keep flex gap-3 rounded-sheet border border-l-4 px-4 py-3", {
  variants: {
    tone: {
      neutral: "border-line border-l-line-strong bg-surface",
      info: "border-line border-l-info bg-info-wash",
      ok: "border-line border-l-ok bg-ok-wash",
      warn: "border-line border-l-warn bg-warn-wash",
      late: "border-line border-l-late bg-late-wash",
    } satisfies Record<Tone, string>,
  },
});
const inks = {
  neutral: "text-ink-2",
  info: "text-info",
  ok: "text-ok",
  warn: "text-warn",
  late: "text-late",
} satisfies Record<Tone, string>;
const icons = { neutral: "info", info: "info", ok: "done", warn: "warning", late: "warning" } satisfies Record<
  Tone,
  IconName
>;

type NoticeProps = { tone?: Tone; title?: string; children?: ReactNode; actions?: ReactNode; live?: boolean };

/** A message that stays: what is the case and what to do next. `live` has it read out when it appears. */
export function Notice({ tone = "info", title, children, actions, live }: NoticeProps) {
  return (
    <div className={noticeLook({ tone })} role={live ? "status" : undefined}>
      <span className={`pt-[2px] ${inks[tone]}`}>
        <Icon name={icons[tone]} />
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="font-bold">{title}</p>}
        {children && <div className={title ? "text-ink-2" : undefined}>{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}

/** Stands on every page of a demonstration, so that invented data is never taken for real. */
export function DemoBanner() {
  return (
    <aside aria-label="演示" className="no-print bg-info-wash px-4 py-1 text-center text-note text-info">
      <b className="font-bold">演示数据</b>　人和事都是编造的
    </aside>
  );
}
