import { Card } from "@/components/ui/card";
import { Tile, Tiles } from "@/components/ui/tiles";
import type { HardshipFigures } from "@/lib/hardship/figures/queries";
import { ledgerHref } from "@/lib/hardship/list/rules";
import { causeWords } from "@/lib/hardship/words";

const words = {
  onFile: "在档户数",
  deep: "深度困难",
  relative: "相对困难",
  accident: "意外致困",
  neverHelped: "从没帮扶过",
  notReviewed: "一年没有复核",
  newThisYear: "今年新建档",
  backThisYear: "今年返困",
  liftedThisYear: "今年脱困",
  cancelledThisYear: "今年注销",
} as const;

/** Households on file; every number opens its rows, causes only as far as they tell nothing about one family. */
export function HardshipTiles({ figures }: { figures: HardshipFigures }) {
  return (
    <Card title="困难职工档案">
      <Tiles label="困难职工档案" columns={3}>
        {figures.counts.map(({ key, filter, count }) => (
          <Tile
            key={key}
            label={words[key]}
            value={count}
            unit="户"
            href={ledgerHref(filter)}
            {...(count > 0 && key === "notReviewed" ? { tone: "warn" as const } : {})}
          />
        ))}
      </Tiles>
      <p className="mt-3 text-note text-ink-2">
        主要原因：{figures.causes.map(({ cause, shown }) => `${causeWords[cause]} ${shown} 户`).join("，") || "还没有"}
        。少于 5 户的写“&lt;5”。
      </p>
    </Card>
  );
}
