import type { ReactNode } from "react";
import { buttonLook } from "./button-look";
import { Icon } from "./icon";

export type FoldLook = "link" | "button" | "danger";

const box = "mt-2 rounded-sheet border border-line bg-paper p-3";

/** What opens below the line that opens it. */
export const foldBodies = { link: "pt-2", button: box, danger: box } as const satisfies Record<FoldLook, string>;

/** The line that opens what is folded away. */
export function FoldSummary({ look, children }: { look: FoldLook; children: ReactNode }) {
  return (
    <summary
      className={
        look === "link"
          ? "inline-flex items-center gap-1 text-info underline underline-offset-3 worker:min-h-control"
          : buttonLook({ tone: look === "danger" ? "danger" : "outline", wide: true })
      }
    >
      {children}
      <Icon name="down" size="small" />
    </summary>
  );
}
