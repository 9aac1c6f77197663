import type { ReactNode } from "react";
import { Button } from "./button";

type PagerProps = {
  total: ReactNode;
  previousHref?: string | null;
  /** lists that only know the way forward offer their first page instead */
  previousLabel?: string;
  nextHref?: string | null;
};

/** The foot of a list: how many there are and how they are sorted, one page back, one page on. No page numbers. */
export function Pager({ total, previousHref, previousLabel = "上一页", nextHref }: PagerProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line px-[14px] py-2 text-ink-2">
      <span className="text-note num">{total}</span>
      {(previousHref || nextHref) && (
        <nav aria-label="翻页" className="no-print flex gap-2">
          {previousHref && (
            <Button href={previousHref} size="small">
              {previousLabel}
            </Button>
          )}
          {nextHref && (
            <Button href={nextHref} size="small">
              下一页
            </Button>
          )}
        </nav>
      )}
    </div>
  );
}

type KeysetPagerProps = {
  total: ReactNode;
  list: { next: string | null; hasBefore: boolean };
  firstHref: string;
  hrefOf: (after: string) => string;
};

/** The foot of a list that only knows the way forward: on, or back to its first page. */
export function KeysetPager({ total, list: { next, hasBefore }, firstHref, hrefOf }: KeysetPagerProps) {
  return (
    <Pager
      total={total}
      {...(hasBefore ? { previousHref: firstHref, previousLabel: "回到第一页" } : {})}
      nextHref={next ? hrefOf(next) : null}
    />
  );
}
