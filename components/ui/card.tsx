import type { ReactNode } from "react";

type CardProps = {
  children: ReactNode;
  title?: ReactNode;
  aside?: ReactNode;
  tone?: "next" | "late";
  id?: string;
  as?: "section" | "aside";
};

const edges = { next: "border-t-4 border-t-signal", late: "border-t-4 border-t-late" } as const;

/** A white sheet with a heading. `tone="next"` marks the one sheet on which somebody must act. */
export function Card({ children, title, aside, tone, id, as: Element = "section" }: CardProps) {
  return (
    <Element
      id={id}
      aria-label={Element === "aside" && typeof title === "string" ? title : undefined}
      className={`rounded-sheet border border-line bg-surface px-[18px] py-4 max-phone:px-4 ${tone ? edges[tone] : ""}`}
    >
      {title && (
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-head">{title}</h2>
          {aside && <div className="text-note font-normal text-ink-3">{aside}</div>}
        </div>
      )}
      {children}
    </Element>
  );
}

/** What is read at the left, what is done at the right; on narrow screens and on paper what is done comes first. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 desk:grid-cols-[minmax(0,1fr)_16rem] desk:gap-5 print:block">
      <div className="order-2 grid min-w-0 grid-cols-1 gap-4 desk:order-1">{main}</div>
      <div className="order-1 grid min-w-0 grid-cols-1 gap-4 desk:order-2 print:mt-4">{side}</div>
    </div>
  );
}

const gaps = { tight: "gap-2", normal: "gap-3", wide: "gap-6" } as const;

/** Things under each other at an even distance. */
export function Stack({ children, gap = "normal" }: { children: ReactNode; gap?: keyof typeof gaps }) {
  return <div className={`grid grid-cols-1 ${gaps[gap]}`}>{children}</div>;
}
