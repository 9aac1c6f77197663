import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { DueTone } from "./tone";

const looks = { late: "text-late", warn: "text-warn", calm: "text-ink", stopped: "text-ink-2" } satisfies Record<
  DueTone,
  string
>;

type ClockProps = { tone: DueTone; number?: number | string; words: string; note?: ReactNode };

/** The matter's clock: a large number of working days and what it means; without a number it is stopped. */
export function Clock({ tone, number, words, note }: ClockProps) {
  return (
    <p className="my-1 flex items-center gap-3 leading-[1.35]">
      <b className={`text-clock font-bold num ${looks[tone]}`}>
        {number ?? <Icon name={tone === "stopped" ? "pause" : "clock"} size="large" />}
      </b>
      <span>
        <span className={tone === "late" ? "font-bold text-late" : "font-medium"}>{words}</span>
        {note && <span className="block text-note text-ink-3">{note}</span>}
      </span>
    </p>
  );
}
