import { AppLink } from "./app-link";

type TabItem = { href: string; label: string; count?: number | string; current?: boolean };

/** Groups of one list, each with its count. Links, so that back, reload and bookmark work. */
export function Tabs({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav aria-label={label} className="no-print mb-3 overflow-x-auto">
      <ul className="flex min-w-max gap-6 border-b border-line">
        {items.map((item) => (
          <li key={item.href} className="-mb-px">
            <AppLink
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={`block border-b-[3px] pt-2 pb-[10px] no-underline ${item.current ? "border-signal font-bold text-ink" : "border-transparent text-ink-2 hover:border-line-strong hover:text-ink"}`}
            >
              {item.label}
              {item.count !== undefined && <span className="ml-1 num">{item.count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
