import type { ReactNode } from "react";

type Fact = { label: string; value: ReactNode; sub?: ReactNode };

/** Facts as label and value. An empty value prints 「未填」, so that a gap is seen; an entry that is `null` is left out. */
export function Facts({ items, columns = 1 }: { items: (Fact | null)[]; columns?: 1 | 2 }) {
  return (
    <dl className={columns === 2 ? "grid grid-cols-1 gap-x-8 gap-y-2 desk:grid-cols-2" : "grid grid-cols-1 gap-2"}>
      {items.map(
        (item) =>
          item && (
            <div key={item.label} className="grid gap-x-3 phone:grid-cols-[5.5rem_minmax(0,1fr)] worker:grid-cols-1">
              <dt className="text-ink-3 max-phone:text-note worker:text-note">{item.label}</dt>
              <dd className="min-w-0 worker:font-bold">
                {isEmpty(item.value) ? <span className="font-normal text-ink-3">未填</span> : item.value}
                {item.sub && <span className="block text-note font-normal text-ink-3">{item.sub}</span>}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function isEmpty(value: ReactNode) {
  return value === null || value === undefined || value === "" || value === false;
}
