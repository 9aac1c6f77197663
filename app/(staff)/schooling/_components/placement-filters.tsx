import { Chips, Filters, FilterSelect, FilterText } from "@/components/ui/filters";
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
  const chips = [
    filter.q && { name: "q", label: `「${filter.q}」` },
    filter.year && { name: "year", label: `${filter.year} 年度` },
    filter.unit && { name: "unit", label: units.find(({ id }) => id === filter.unit)?.name ?? "所选单位" },
    filter.only && { name: "only", label: onlyWords[filter.only] },
    filter.reason && { name: "reason", label: unresolvedWords[filter.reason] },
  ].filter((chip) => typeof chip === "object");

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
        <FilterSelect
          name="unit"
          label="单位"
          value={filter.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          all="全部单位"
        />
        <FilterSelect name="only" label="只看" value={filter.only} options={optionsOf(onlyWords)} all="不限" />
      </Filters>
      <Chips
        items={chips.map(({ name, label }) => ({ label, href: placementsHref(filter, { [name]: undefined }) }))}
        clearHref={clearHref}
      />
    </>
  );
}
