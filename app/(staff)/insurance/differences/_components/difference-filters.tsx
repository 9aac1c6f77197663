import { Chips, Filters, FilterSelect, FilterText, FilterUnit } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { formatMonth } from "@/lib/dates";
import type { ListedMonth } from "@/lib/insurance/differences/queries";
import { differencesHref } from "@/lib/insurance/differences/rules";
import type { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { kindWords } from "@/lib/insurance/differences/words";

type Props = { filter: DifferenceFilter; months: readonly ListedMonth[]; units: { id: string; name: string }[] };

/** Filters of the differences; the month is always one that there is a list of. */
export function DifferenceFilters({ filter, months, units }: Props) {
  const { tab, month } = filter;
  const clearHref = differencesHref({ tab, month });
  const chips = [
    filter.q && { name: "q", label: `「${filter.q}」` },
    filter.kind && { name: "kind", label: kindWords[filter.kind] },
    filter.unit && { name: "unit", label: units.find(({ id }) => id === filter.unit)?.name ?? "所选单位" },
  ].filter((chip) => typeof chip === "object");

  return (
    <>
      <Filters action="/insurance/differences" clearHref={clearHref} keep={{ tab }}>
        <FilterText name="q" label="职工" value={filter.q} placeholder="姓名、工号" />
        <FilterSelect
          name="month"
          label="哪个月"
          value={month}
          options={months.map((one) => ({ value: one.month, label: formatMonth(one.month) }))}
        />
        <FilterSelect name="kind" label="哪种差异" value={filter.kind} options={optionsOf(kindWords)} all="全部差异" />
        <FilterUnit value={filter.unit} units={units} />
      </Filters>
      <Chips
        items={chips.map(({ name, label }) => ({ label, href: differencesHref(filter, { [name]: undefined }) }))}
        clearHref={clearHref}
      />
    </>
  );
}
