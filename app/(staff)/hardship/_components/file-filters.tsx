import { Chips, chipsFrom, Filters, FilterUnit, unitChip, FilterSelect, FilterText } from "@/components/ui/filters";
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
  const words = {
    q: filter.q && `「${filter.q}」`,
    unit: unitChip(filter.unit, units),
    level: filter.level && levelWords[filter.level],
    cause: withCause && filter.cause && causeWords[filter.cause],
    only: filter.only && onlyWords[filter.only],
  };

  return (
    <>
      <Filters action="/hardship" clearHref={clearHref} keep={{ tab: filter.tab }}>
        <FilterText name="q" label="职工或编号" value={filter.q} placeholder="姓名、工号、编号" />
        <FilterUnit value={filter.unit} units={units} />
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
      <Chips items={chipsFrom(words, (name) => ledgerHref(filter, { [name]: undefined }))} clearHref={clearHref} />
    </>
  );
}
