import { Chips, chipsFrom, Filters, FilterUnit, unitChip, FilterSelect, FilterText } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { peopleHref } from "@/lib/insurance/list/rules";
import type { PeopleFilter } from "@/lib/insurance/list/schema";
import { onlyWords } from "@/lib/insurance/list/words";
import { reasonWords } from "@/lib/insurance/words";

const reasons = { ...reasonWords, NONE: "原因未登记" };

/** Filters of the list; reason and the rest concern the gap only. */
export function PeopleFilters({ filter, units }: { filter: PeopleFilter; units: { id: string; name: string }[] }) {
  const clearHref = peopleHref({ tab: filter.tab });
  const isGap = filter.tab === "gap" || filter.tab === "fresh";
  const words = {
    q: filter.q && `「${filter.q}」`,
    unit: unitChip(filter.unit, units),
    reason: filter.reason && reasons[filter.reason],
    only: filter.only && onlyWords[filter.only],
  };

  return (
    <>
      <Filters action="/insurance" clearHref={clearHref} keep={{ tab: filter.tab }}>
        <FilterText name="q" label="职工" value={filter.q} placeholder="姓名、工号" />
        <FilterUnit value={filter.unit} units={units} />
        {isGap && (
          <FilterSelect name="reason" label="原因" value={filter.reason} options={optionsOf(reasons)} all="全部原因" />
        )}
        {isGap && (
          <FilterSelect name="only" label="只看" value={filter.only} options={optionsOf(onlyWords)} all="不限" />
        )}
      </Filters>
      <Chips items={chipsFrom(words, (name) => peopleHref(filter, { [name]: undefined }))} clearHref={clearHref} />
    </>
  );
}
