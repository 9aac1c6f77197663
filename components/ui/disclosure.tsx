import type { ReactNode } from "react";
import { foldBodies, FoldSummary, type FoldLook } from "./fold";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  look?: FoldLook;
  name?: string;
};

/**
 * Something that opens in place, without JavaScript: a help text, a table behind a chart. A form in it is a FoldedForm.
 * Entries with the same `name` close each other in browsers that know it.
 */
export function Disclosure({ summary, children, open, look = "link", name }: DisclosureProps) {
  return (
    <details open={open} name={name} className="disclosure min-w-0">
      <FoldSummary look={look}>{summary}</FoldSummary>
      <div className={foldBodies[look]}>{children}</div>
    </details>
  );
}
