import type { ReactNode } from "react";
import type { Tone } from "./tone";

type TimelineItem = {
  id: string;
  at: string;
  iso?: string;
  who?: string;
  title: ReactNode;
  body?: ReactNode;
  tone?: Tone;
};

const dots = {
  neutral: "bg-line-strong",
  info: "bg-info",
  ok: "bg-ok",
  warn: "bg-warn",
  late: "bg-late",
} satisfies Record<Tone, string>;

/** Who did what and when, newest first. `at` is the time as it is read; `iso` the same for machines. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="ml-[5px]">
      {items.map((item, index) => (
        <li
          key={item.id}
          className={`keep relative border-l-2 pl-[18px] ${index === items.length - 1 ? "border-transparent" : "border-line pb-4"}`}
        >
          <span
            aria-hidden="true"
            className={`absolute top-[7px] left-[-6px] h-[10px] w-[10px] rounded-full worker:top-[9px] ${dots[item.tone ?? "neutral"]}`}
          />
          <p className="text-note text-ink-3">
            <time dateTime={item.iso}>{item.at}</time>
            {item.who && <span> · {item.who}</span>}
          </p>
          <p>{item.title}</p>
          {item.body && <div className="mt-1 text-ink-2">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}
