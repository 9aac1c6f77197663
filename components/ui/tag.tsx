import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import type { Tone } from "./tone";

const tagLook = cva(
  "tag inline-block rounded-tag px-2 text-note whitespace-nowrap worker:py-1 worker:whitespace-normal",
  {
    variants: {
      tone: {
        neutral: "bg-tint text-ink",
        info: "bg-info-wash text-info",
        ok: "bg-ok-wash text-ok",
        warn: "bg-warn-wash text-warn",
        late: "bg-late-wash font-bold text-late",
      } satisfies Record<Tone, string>,
    },
  },
);

/** How something stands, as an adjective (待核实, 已超期). Never a link and never colour alone. */
export function Tag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={tagLook({ tone })}>{children}</span>;
}
