import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Tile, Tiles } from "@/components/ui/tiles";
import type { Figure, SchoolingFigures } from "@/lib/schooling/figures/queries";
import { placementsHref } from "@/lib/schooling/list/rules";
import { unresolvedWords } from "@/lib/schooling/words";

/** Children at school; a number opens its rows for the officer, who alone may see them, and the totals for a leader. */
export function SchoolingTiles({ figures }: { figures: SchoolingFigures }) {
  const [latest] = figures.intakes;
  const tile = (label: string, { shown, filter }: Figure) => (
    <Tile label={label} value={shown} unit="人" href={filter ? placementsHref(filter) : "/schooling/totals"} />
  );

  return (
    <Card title="随迁子女入学" aside={<TextLink href="/schooling/totals">各年度和协调函</TextLink>}>
      <Tiles label="随迁子女入学">
        <Tile label="已经上学的" value={figures.placed} unit="人" href="/schooling/totals" />
        {latest && tile(`${latest.year} 年度登记`, latest.registered)}
        {latest && tile(`${latest.year} 年度符合条件`, latest.eligible)}
        {latest && tile(`${latest.year} 年度未解决`, latest.unresolved)}
      </Tiles>
      <p className="mt-3 text-note text-ink-2">
        历年没解决的原因：
        {figures.reasons.map(({ reason, figure }) => `${unresolvedWords[reason]} ${figure.shown} 人`).join("，") ||
          "没有"}
        。少于 5 人的写“&lt;5”，能从中推算的写“≥5”。
      </p>
    </Card>
  );
}
