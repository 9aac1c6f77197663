import { BarChart } from "@/components/chart/bars";
import { TrendChart } from "@/components/chart/trend";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Tile, Tiles } from "@/components/ui/tiles";
import { formatMonth, type CivilMonth } from "@/lib/dates";
import { differencesHref } from "@/lib/insurance/differences/rules";
import { sumTotals, type Movement, type Totals, type UnitTotals } from "@/lib/insurance/figures/rules";
import { rateText } from "@/lib/insurance/ledgers/rules";
import { peopleHref } from "@/lib/insurance/list/rules";
import type { PeopleFilter } from "@/lib/insurance/list/schema";
import { reasonWords } from "@/lib/insurance/words";
import type { GapReason } from "@/prisma/generated/enums";

type Props = {
  units: UnitTotals[];
  moved: { gained: number; months: Movement[] };
  /** leaders see totals: their numbers open the totals by unit */
  mayName: boolean;
  /** what waits in the newest list of the insurance office, for those who may name */
  list: { month: CivilMonth; open: number } | null;
};

const totalsPage = "/insurance/statistics";
/** Where on the page of totals a leader finds what is behind a number. */
const partOf = (tab: PeopleFilter["tab"] | undefined) =>
  tab === "gap" ? "gaps" : tab === "gained" ? "months" : "coverage";

/** Who ought to be insured and who is; each number opens its rows, for leaders the same rows by unit. */
export function InsuranceTiles({ units, moved, mayName, list }: Props) {
  const total = sumTotals(units);
  const href = (filter: Partial<PeopleFilter>) =>
    mayName ? peopleHref(filter) : `${totalsPage}#${partOf(filter.tab)}`;
  const withGap = units.filter(({ gap }) => gap > 0);

  return (
    <Card title="社会保险">
      <Tiles label="社会保险">
        <Tile label="应参保" value={total.owed} unit="人" href={href({ tab: "owed" })} />
        <Tile label="五险齐全" value={total.full} unit="人" href={href({ tab: "full" })} />
        <Tile
          label="参保率"
          value={rateText(total.full, total.owed)}
          href={totalsPage}
          definition="五险齐全 ÷ 应参保。应参保＝在职、有劳动关系、没到退休年龄的人，劳务协议不算。"
        />
        <Tile
          label="累计新增参保"
          value={moved.gained}
          unit="人"
          href={href({ tab: "gained" })}
          definition="通过本项目办成参保的人，一个人只算一次。"
        />
        <Tile
          label="参保缺口"
          value={total.gap}
          unit="人"
          tone={total.gap > 0 ? "late" : "warn"}
          href={href({ tab: "gap" })}
          sub={total.fresh > 0 ? `另有 30 日内新入职 ${total.fresh} 人` : "没有 30 日内新入职未参保的"}
        />
        {reasonTiles(total).map(([reason, count]) => (
          <Tile key={reason} label={reasonWords[reason]} value={count} unit="人" href={href({ tab: "gap", reason })} />
        ))}
        {list && (
          <Tile
            label="名单差异没有处理"
            value={list.open}
            unit="条"
            href={differencesHref({ month: list.month })}
            sub={`${formatMonth(list.month)}经办机构名单`}
          />
        )}
        {total.noReason > 0 && (
          <Tile label="原因未登记" value={total.noReason} unit="人" href={href({ tab: "gap", reason: "NONE" })} />
        )}
      </Tiles>
      <div className="grid grid-cols-1 gap-4 desk:grid-cols-2">
        <div>
          <h3 className="mb-2 font-bold">各单位参保缺口</h3>
          <BarChart
            size="half"
            title="各单位参保缺口"
            unit="人"
            summary="各单位参保缺口人数"
            rows={withGap.map(({ unitId, unit, gap }) => ({
              label: unit,
              value: gap,
              href: href({ tab: "gap", unit: unitId }),
            }))}
          />
        </div>
        <Months months={moved.months} />
      </div>
    </Card>
  );
}

/** The reasons that occur, the most frequent first. */
function reasonTiles(total: Totals): [GapReason, number][] {
  return (Object.keys(reasonWords) as GapReason[])
    .map((reason): [GapReason, number] => [reason, total[reason]])
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one);
}

function Months({ months }: { months: Movement[] }) {
  const last = months.at(-1);

  return (
    <div>
      <h3 className="mb-2 font-bold">近 12 个月新参保人数</h3>
      <TrendChart
        size="half"
        title="近 12 个月新参保人数"
        points={months.map(({ month, came }) => ({ label: `${Number(month.slice(5))}月`, value: came }))}
        summary={`近 12 个月新参保人数，本月 ${last?.came ?? 0} 人`}
      />
      <TextLink href={`${totalsPage}#months`}>看每月增减</TextLink>
    </div>
  );
}
