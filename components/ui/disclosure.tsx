import type { ReactNode } from "react";
import { buttonLook } from "./button-look";
import { Icon } from "./icon";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  look?: "link" | "button" | "danger";
  name?: string;
};

/**
 * Something that opens in place, without JavaScript: a rare action with its form, a help text, a table behind a chart.
 * Entries with the same `name` close each other in browsers that know it.
 */
export function Disclosure({ summary, children, open, look = "link", name }: DisclosureProps) {
  const bare = look === "link";
  return (
    <details open={open} name={name} className="disclosure min-w-0">
      <summary
        className={
          bare
            ? "inline-flex items-center gap-1 text-info underline underline-offset-3 worker:min-h-control"
            : buttonLook({ tone: look === "danger" ? "danger" : "outline", wide: true })
        }
      >
        {summary}
        <Icon name="down" size="small" />
      </summary>
      <div className={bare ? "pt-2" : "mt-2 rounded-sheet border border-line bg-paper p-3"}>{children}</div>
    </details>
  );
}
