import { Chips, Filters, FilterSelect, FilterText, FilterUnit } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { Tabs } from "@/components/ui/tabs";
import { rowsHref } from "@/lib/hardship/campaigns/list/rules";
import type { RowFilter, RowState } from "@/lib/hardship/campaigns/list/schema";
import { rowStateWords } from "@/lib/hardship/campaigns/list/words";
import type { Figures } from "@/lib/hardship/campaigns/view/queries";
import { categoryWords } from "@/lib/hardship/campaigns/words";

type Props = {
  campaignId: string;
  /** money has been granted: before, nothing can be unsigned */
  isPaying: boolean;
  filter: RowFilter;
  units: { id: string; name: string }[];
  figures: Figures;
};

/** Which part of the list: only parts that have somebody in them, and the one that is open. */
export function RowFilters({ campaignId, isPaying, filter, units, figures }: Props) {
  const { state, unit, category, q } = filter;
  const parts = (Object.keys(rowStateWords) as RowState[]).filter(
    (one) =>
      one === "planned" || one === state || (figures[one] > 0 && (isPaying || !["waiting", "held"].includes(one))),
  );
  const chips = [
    q && { name: "q", label: `「${q}」` },
    unit && { name: "unit", label: units.find(({ id }) => id === unit)?.name ?? "所选单位" },
    category && { name: "category", label: categoryWords[category] },
  ].filter((chip) => typeof chip === "object");

  return (
    <>
      <Tabs
        label="名单"
        items={parts.map((one) => ({
          href: rowsHref(campaignId, { state: one }),
          label: rowStateWords[one],
          count: figures[one],
          current: one === state,
        }))}
      />
      <Filters
        action={`/hardship/visits/${campaignId}/list`}
        clearHref={rowsHref(campaignId, { state })}
        keep={{ state }}
      >
        <FilterText name="q" label="户主" value={q} placeholder="姓名、工号" />
        <FilterUnit value={unit} units={units} />
        <FilterSelect name="category" label="类别" value={category} options={optionsOf(categoryWords)} all="全部类别" />
      </Filters>
      <Chips
        items={chips.map(({ name, label }) => ({ label, href: rowsHref(campaignId, filter, { [name]: undefined }) }))}
        clearHref={rowsHref(campaignId, { state })}
      />
    </>
  );
}
