import { Chips, FilterCheck, Filters, FilterSelect, FilterText } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { rosterHref } from "@/lib/people/roster/rules";
import type { RosterFilter } from "@/lib/people/roster/schema";
import { rosterListWords } from "@/lib/people/roster/words";
import type { OpenUnit } from "@/lib/people/units/queries";
import { employmentWords, hukouScopeWords, postWords } from "@/lib/people/words";

export function RosterFilters({ filter, units }: { filter: RosterFilter; units: OpenUnit[] }) {
  const { tab, q, unit, list, type, origin, post, leader, green } = filter;
  const tops = units.filter((one) => one.type === "DIVISION" || one.type === "STATION");
  const clearHref = rosterHref({ tab });
  const without = (name: keyof RosterFilter) => rosterHref(filter, { [name]: undefined });
  const chips = [
    q && { label: `“${q}”`, href: without("q") },
    unit && { label: units.find(({ id }) => id === unit)?.name ?? "单位", href: without("unit") },
    list && { label: rosterListWords[list], href: without("list") },
    type && { label: employmentWords[type], href: without("type") },
    origin && { label: hukouScopeWords[origin], href: without("origin") },
    post && { label: postWords[post], href: without("post") },
    leader && { label: "领导干部", href: without("leader") },
    green && { label: "绿色通道", href: without("green") },
  ].filter((chip) => chip !== undefined && chip !== "");

  return (
    <>
      <Filters
        action="/people"
        clearHref={clearHref}
        keep={{ tab: tab === "working" ? undefined : tab }}
        more={
          <>
            <FilterSelect
              name="unit"
              label="单位"
              value={unit}
              options={(unit && !tops.some(({ id }) => id === unit) ? units.filter(({ id }) => id === unit) : [])
                .concat(tops)
                .map(({ id, name }) => ({ value: id, label: name }))}
              all="全部单位"
            />
            <FilterSelect name="origin" label="户籍" value={origin} options={optionsOf(hukouScopeWords)} />
            <FilterSelect name="list" label="名单" value={list} options={optionsOf(rosterListWords)} all="不限" />
            <FilterCheck name="leader" label="领导干部" checked={leader === "1"} />
            <FilterCheck name="green" label="绿色通道" checked={green === "1"} />
          </>
        }
      >
        <FilterText name="q" label="找人" value={q} placeholder="姓名、拼音、工号" />
        <FilterSelect name="type" label="用工形式" value={type} options={optionsOf(employmentWords)} />
        <FilterSelect name="post" label="岗位" value={post} options={optionsOf(postWords)} />
      </Filters>
      <Chips items={chips} clearHref={clearHref} />
    </>
  );
}
