import { Chips, chipsFrom, Filters, FilterUnit, unitChip, FilterSelect, FilterText } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { placementsHref } from "@/lib/schooling/list/rules";
import type { PlacementFilter } from "@/lib/schooling/list/schema";
import { onlyWords } from "@/lib/schooling/list/words";
import { unresolvedWords } from "@/lib/schooling/words";

/** Filters of the register. */
export function PlacementFilters({
  filter,
  units,
  years,
}: {
  filter: PlacementFilter;
  units: { id: string; name: string }[];
  years: number[];
}) {
  const clearHref = placementsHref({ tab: filter.tab });
  const words = {
    q: filter.q && `「${filter.q}」`,
    year: filter.year && `${filter.year} 年度`,
    unit: unitChip(filter.unit, units),
    only: filter.only && onlyWords[filter.only],
    reason: filter.reason && unresolvedWords[filter.reason],
  };

  return (
    <>
      <Filters action="/schooling" clearHref={clearHref} keep={{ tab: filter.tab, reason: filter.reason }}>
        <FilterText name="q" label="职工或编号" value={filter.q} placeholder="姓名、工号、编号" />
        <FilterSelect
          name="year"
          label="年度"
          value={filter.year}
          options={years.map((year) => ({ value: String(year), label: `${year} 年度` }))}
          all="全部年度"
        />
        <FilterUnit value={filter.unit} units={units} />
        <FilterSelect name="only" label="只看" value={filter.only} options={optionsOf(onlyWords)} all="不限" />
      </Filters>
      <Chips items={chipsFrom(words, (name) => placementsHref(filter, { [name]: undefined }))} clearHref={clearHref} />
    </>
  );
}
