import { Card } from "@/components/ui/card";
import { Tile, Tiles } from "@/components/ui/tiles";
import { yuan } from "@/lib/money";
import type { ReliefFigures } from "@/lib/relief/figures/queries";
import { reliefHref } from "@/lib/relief/list/rules";

/** Emergency relief of the year; every number opens its rows. */
export function ReliefTiles({ figures: { open, papersLate, paid } }: { figures: ReliefFigures }) {
  return (
    <Card title="临时救助">
      <Tiles label="临时救助" columns={3}>
        <Tile label="办理中" value={open.count} unit="件" href={reliefHref(open.filter)} />
        <Tile
          label="先行发放、手续超期"
          value={papersLate.count}
          unit="件"
          href={reliefHref(papersLate.filter)}
          {...(papersLate.count > 0 ? { tone: "warn" as const } : {})}
        />
        <Tile label="今年发到手" value={paid.count} unit="件" href={reliefHref(paid.filter)} />
        <Tile label="今年救助金" value={yuan(paid.fen)} unit="元" href={reliefHref(paid.filter)} />
        <Tile
          label="从报告到签收，平均"
          value={paid.days ?? "—"}
          unit="天"
          href={reliefHref(paid.filter)}
          definition="今年签收的救助，从报告那天到签收那天的自然日，平均数。"
        />
      </Tiles>
    </Card>
  );
}
