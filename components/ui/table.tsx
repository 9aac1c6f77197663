import { AppLink } from "./app-link";
import type { ReactNode } from "react";

/** The white sheet under a table; a table wider than the page scrolls inside it. With a `label` the sheet can be reached and
 * scrolled by keyboard, which a table without links needs. */
export function Sheet({ children, label }: { children: ReactNode; label?: string }) {
  const scroller = label ? { tabIndex: 0, role: "region", "aria-label": label } : {};
  return (
    <div
      {...scroller}
      className="overflow-x-auto rounded-sheet border border-line bg-surface print:overflow-visible print:border-0"
    >
      {children}
    </div>
  );
}

/** `caption` is read aloud before the table; `stack` turns each row into a card on phones. */
export function Table({ caption, children, stack }: { caption: string; children: ReactNode; stack?: boolean }) {
  return (
    <table className={`w-full border-collapse bg-surface ${stack ? "max-phone:block" : ""}`}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

type ThProps = {
  children?: ReactNode;
  align?: "right";
  sort?: { href: string; direction?: "ascending" | "descending" };
  hideLabel?: boolean;
};

const arrows = { ascending: "↑", descending: "↓" } as const;

export function Th({ children, align, sort, hideLabel }: ThProps) {
  const label = hideLabel ? <span className="sr-only">{children}</span> : children;
  return (
    <th
      scope="col"
      aria-sort={sort?.direction}
      className={`bg-tint px-[14px] py-2 text-note font-medium whitespace-nowrap text-ink-2 ${hideLabel ? "print:hidden" : ""} ${align === "right" ? "text-right" : "text-left"}`}
    >
      {sort ? (
        <AppLink href={sort.href} className="text-ink-2">
          {label}
          {sort.direction && <span aria-hidden="true"> {arrows[sort.direction]}</span>}
        </AppLink>
      ) : (
        label
      )}
    </th>
  );
}

type TdProps = {
  children: ReactNode;
  align?: "right";
  nowrap?: boolean;
  label?: string;
  first?: boolean;
  stack?: boolean;
  strong?: boolean;
};

/** A cell. `label` names it when the row is a card on a phone; `first` makes it the header of its row. */
export function Td({ children, align, nowrap, label, first, stack, strong }: TdProps) {
  const Element = first ? "th" : "td";
  const stacked = stack
    ? `max-phone:flex max-phone:gap-3 max-phone:border-0 max-phone:px-4 max-phone:py-[3px] max-phone:text-left ${label ? "max-phone:before:w-20 max-phone:before:flex-none max-phone:before:text-note max-phone:before:leading-[inherit] max-phone:before:text-ink-3 max-phone:before:content-[attr(data-label)]" : ""}`
    : "";
  return (
    <Element
      scope={first ? "row" : undefined}
      data-label={label}
      className={`border-t border-line px-[14px] py-[9px] align-top ${strong ? "font-bold" : "font-normal"} ${align === "right" ? "text-right num" : "text-left"} ${nowrap ? "whitespace-nowrap" : ""} ${stacked}`}
    >
      {stack ? <div className="min-w-0">{children}</div> : children}
    </Element>
  );
}

/** The first column: the name is the link to the record, its number and unit are a second quiet line. */
export function RowLink({ href, children, sub }: { href: string; children: ReactNode; sub?: ReactNode }) {
  return (
    <>
      <AppLink href={href} className="max-phone:font-bold">
        {children}
      </AppLink>
      {sub && <Sub>{sub}</Sub>}
    </>
  );
}

export function Sub({ children }: { children: ReactNode }) {
  return <span className="block text-note font-normal text-ink-3 num">{children}</span>;
}
