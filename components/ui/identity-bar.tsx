import { Fragment, type ReactNode } from "react";
import { TextLink } from "./text-link";

type IdentityBarProps = { name: string; href?: string; items: ReactNode[]; action?: ReactNode };

/** Whom this page is about, in one line: name, unit, what decides the rules, masked numbers. */
export function IdentityBar({ name, href, items, action }: IdentityBarProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-7 gap-y-1 rounded-sheet border border-line bg-surface px-[18px] py-3">
      <b className="text-[0.85rem] font-bold">{href ? <TextLink href={href}>{name}</TextLink> : name}</b>
      {items.map((item, index) => (
        <Fragment key={index}>
          {item && <span className={index === 0 ? "text-ink" : "text-ink-2"}>{item}</span>}
        </Fragment>
      ))}
      {action && <div className="no-print ml-auto">{action}</div>}
    </div>
  );
}
