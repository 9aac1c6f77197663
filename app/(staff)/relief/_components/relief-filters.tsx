import { Chips, chipsFrom, Filters, FilterUnit, unitChip, FilterSelect, FilterText } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { reliefHref } from "@/lib/relief/list/rules";
import type { ReliefFilter } from "@/lib/relief/list/schema";
import { onlyWords } from "@/lib/relief/list/words";
import { eventWords } from "@/lib/relief/words";

type Props = { filter: ReliefFilter; units: { id: string; name: string }[]; years: string[] };

export function ReliefFilters({ filter, units, years }: Props) {
  const clearHref = reliefHref({ tab: filter.tab });
  const words = {
    q: filter.q && `「${filter.q}」`,
    unit: unitChip(filter.unit, units),
    event: filter.event && eventWords[filter.event],
    year: filter.year && `${filter.year}年`,
    only: filter.only && onlyWords[filter.only],
  };

  return (
    <>
      <Filters action="/relief" clearHref={clearHref} keep={{ tab: filter.tab, order: filter.order }}>
        <FilterText name="q" label="职工或编号" value={filter.q} placeholder="姓名、工号、编号" />
        <FilterUnit value={filter.unit} units={units} />
        <FilterSelect name="event" label="事由" value={filter.event} options={optionsOf(eventWords)} all="全部事由" />
        <FilterSelect
          name="year"
          label="年份"
          value={filter.year}
          options={years.map((year) => ({ value: year, label: `${year}年` }))}
          all="全部年份"
        />
        <FilterSelect name="only" label="只看" value={filter.only} options={optionsOf(onlyWords)} all="不限" />
      </Filters>
      <Chips items={chipsFrom(words, (name) => reliefHref(filter, { [name]: undefined }))} clearHref={clearHref} />
    </>
  );
}
