import { now } from "@/lib/clock";
import { formatInstant } from "@/lib/dates";
import type { ReactNode } from "react";
import { TextLink } from "./text-link";

type Crumb = { label: string; href?: string };

type PageHeadProps = { title: string; sub?: ReactNode; crumbs?: Crumb[]; actions?: ReactNode };

/** The head of a staff page: where one is, what it is, what can be done with all of it. `actions` are not printed. */
export function PageHead({ title, sub, crumbs, actions }: PageHeadProps) {
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-60">
        {crumbs && <Breadcrumb items={crumbs} />}
        <h1 className="text-title">{title}</h1>
        {sub && <div className="mt-1 text-ink-2">{sub}</div>}
      </div>
      <p className="only-print text-note">打印时间 {formatInstant(now())}</p>
      {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

/** The way back, one link per level; the last entry is the page itself. */
export function Breadcrumb({ items }: { items: Crumb[] }) {
  return (
    <nav aria-label="当前位置" className="no-print mb-1 text-note text-ink-3">
      <ol className="flex flex-wrap gap-x-2">
        {items.map((item, index) => (
          <li key={item.label} className="flex gap-x-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            {item.href ? (
              <TextLink href={item.href}>{item.label}</TextLink>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
