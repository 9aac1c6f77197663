import type { ReactNode } from "react";

type Answer = { label: string; value: ReactNode; changeHref?: string };

/** The page before the last button: everything that was answered, each with its own way back. */
export function Answers({ items }: { items: Answer[] }) {
  return (
    <dl className="rounded-sheet border border-line bg-surface">
      {items.map((item, index) => (
        <div
          key={item.label}
          className={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-3 phone:grid-cols-[6rem_minmax(0,1fr)_auto] worker:grid-cols-[minmax(0,1fr)_auto] ${index > 0 ? "border-t border-line" : ""}`}
        >
          <dt className="col-span-2 text-ink-3 phone:col-span-1 worker:col-span-2 worker:text-note">{item.label}</dt>
          <dd className="min-w-0 worker:font-bold">{item.value}</dd>
          {item.changeHref && (
            <dd>
              <a
                href={item.changeHref}
                aria-label={`更改${item.label}`}
                className="worker:-my-3 worker:inline-flex worker:min-h-control worker:min-w-control worker:items-center worker:justify-end"
              >
                更改
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
