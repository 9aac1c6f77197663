import { Chips, Filters, FilterSelect, FilterText } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { reliefHref } from "@/lib/relief/list/rules";
import type { ReliefFilter } from "@/lib/relief/list/schema";
import { onlyWords } from "@/lib/relief/list/words";
import { eventWords } from "@/lib/relief/words";

type Props = { filter: ReliefFilter; units: { id: string; name: string }[]; years: string[] };

export function ReliefFilters({ filter, units, years }: Props) {
  const clearHref = reliefHref({ tab: filter.tab });
  const chips = [
    filter.q && { name: "q", label: `「${filter.q}」` },
    filter.unit && { name: "unit", label: units.find(({ id }) => id === filter.unit)?.name ?? "所选单位" },
    filter.event && { name: "event", label: eventWords[filter.event] },
    filter.year && { name: "year", label: `${filter.year}年` },
    filter.only && { name: "only", label: onlyWords[filter.only] },
  ].filter((chip) => typeof chip === "object");

  return (
    <>
      <Filters action="/relief" clearHref={clearHref} keep={{ tab: filter.tab, order: filter.order }}>
        <FilterText name="q" label="职工或编号" value={filter.q} placeholder="姓名、工号、编号" />
        <FilterSelect
          name="unit"
          label="单位"
          value={filter.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          all="全部单位"
        />
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
      <Chips
        items={chips.map(({ name, label }) => ({ label, href: reliefHref(filter, { [name]: undefined }) }))}
        clearHref={clearHref}
      />
    </>
  );
}
