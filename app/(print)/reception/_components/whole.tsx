import type { ReactNode } from "react";

/** A number, a date or a name that is not broken across lines, however narrow its column. */
export function Whole({ children }: { children: ReactNode }) {
  return <span className="whitespace-nowrap">{children}</span>;
}
