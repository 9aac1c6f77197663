import type { ReactNode } from "react";
import { Icon } from "./icon";

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode; picture?: "none" | "search" };

/** Nothing to show, and what to do about it: nothing recorded yet (`none`) or nothing matches the filters (`search`). */
export function Empty({ title, children, action, picture = "none" }: EmptyProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      <span className="rounded-full bg-tint p-3 text-ink-3">
        <Icon name={picture === "search" ? "nothing" : "inbox"} size="large" />
      </span>
      <p className="text-head font-bold">{title}</p>
      {children && <div className="max-w-prose text-ink-2">{children}</div>}
      {action && <div className="no-print mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
