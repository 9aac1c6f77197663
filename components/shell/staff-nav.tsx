import { portalName } from "@/lib/office";
import { NavLink } from "./nav-link";

export type NavItem = {
  href: string;
  label: string;
  badge?: number | string;
  tone?: "late" | "quiet";
  group?: string;
};

/** The name at the head of the navigation. */
export function Brand() {
  return (
    <a href="/" className="block px-5 pb-3 text-head font-bold text-ink no-underline">
      {portalName}
      <span className="block text-note font-normal text-ink-3">区环卫局职工服务</span>
    </a>
  );
}

/** The matters, in the order given; a new `group` starts under its own small heading. */
export function NavList({ items }: { items: NavItem[] }) {
  const groups = groupItems(items);
  return (
    <>
      {groups.map(({ group, entries }) => (
        <div key={group ?? "first"}>
          {group && <p className="px-5 pt-4 pb-1 text-[0.6rem] tracking-[0.08em] text-ink-3">{group}</p>}
          <ul>
            {entries.map((item) => (
              <li key={item.href}>
                <NavLink item={item} all={items.map(({ href }) => href)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** Puts entries of one group under one heading, keeping the order in which groups first appear. */
export function groupItems(items: NavItem[]): { group: string | undefined; entries: NavItem[] }[] {
  const groups = new Map<string | undefined, NavItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([group, entries]) => ({ group, entries }));
}
