import { Chips, Filters, FilterSelect, FilterText } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { ledgerHref } from "@/lib/hardship/list/rules";
import type { FileFilter } from "@/lib/hardship/list/schema";
import { onlyWords } from "@/lib/hardship/list/words";
import { causeWords, levelWords } from "@/lib/hardship/words";

/** Filters of the ledger; the cause only for whom the cause is shown. */
export function FileFilters({
  filter,
  units,
  withCause,
}: {
  filter: FileFilter;
  units: { id: string; name: string }[];
  withCause: boolean;
}) {
  const clearHref = ledgerHref({ tab: filter.tab });
  const chips = [
    filter.q && { name: "q", label: `「${filter.q}」` },
    filter.unit && { name: "unit", label: units.find(({ id }) => id === filter.unit)?.name ?? "所选单位" },
    filter.level && { name: "level", label: levelWords[filter.level] },
    withCause && filter.cause && { name: "cause", label: causeWords[filter.cause] },
    filter.only && { name: "only", label: onlyWords[filter.only] },
  ].filter((chip) => typeof chip === "object");

  return (
    <>
      <Filters action="/hardship" clearHref={clearHref} keep={{ tab: filter.tab }}>
        <FilterText name="q" label="职工或编号" value={filter.q} placeholder="姓名、工号、编号" />
        <FilterSelect
          name="unit"
          label="单位"
          value={filter.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          all="全部单位"
        />
        <FilterSelect name="level" label="等级" value={filter.level} options={optionsOf(levelWords)} all="全部等级" />
        {withCause && (
          <FilterSelect
            name="cause"
            label="主要原因"
            value={filter.cause}
            options={optionsOf(causeWords)}
            all="全部原因"
          />
        )}
        <FilterSelect name="only" label="只看" value={filter.only} options={optionsOf(onlyWords)} all="不限" />
      </Filters>
      <Chips
        items={chips.map(({ name, label }) => ({ label, href: ledgerHref(filter, { [name]: undefined }) }))}
        clearHref={clearHref}
      />
    </>
  );
}
