import { Chips, Filters, FilterSelect, FilterText, FilterUnit } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import type { CaseFilter } from "@/lib/cases/list/schema";
import { programmeOf, programmes } from "@/lib/programmes";

const dueWords = {
  overdue: "已超期",
  today: "今天到期",
  tomorrow: "下个工作日到期",
  week: "七天内到期",
  stopped: "停钟等待",
};
const statusWords = { unsettled: "未办结", open: "待办", waiting: "等待中", answered: "已答复", closed: "已办结" };
const timingWords = { onTime: "按期答复", late: "超期", due: "应答复" };
const outcomeWords = { RESOLVED: "已解决", PARTLY: "部分解决", EXPLAINED: "解释说明", UNABLE: "无法解决" };
const contentWords = {
  SATISFIED: "满意",
  FAIR: "基本满意",
  DISSATISFIED: "不满意",
  reached: "已回访到",
  content: "满意或基本满意",
};

/** The filters of a list of cases; whatever else the address carries stays and is shown as a chip that can be taken off. */
export function CaseFilters({
  action,
  filter,
  units,
  tab,
}: {
  action: string;
  filter: CaseFilter;
  units: { id: string; name: string }[];
  tab?: string;
}) {
  const { q, programme, unit, due, after: _, ...others } = filter;
  const clearHref = tab ? `${action}?tab=${tab}` : action;
  const programmeOptions = Object.entries(programmes).map(([value, { name }]) => ({ value, label: name }));

  return (
    <>
      <Filters action={action} clearHref={clearHref} keep={{ tab, ...others }}>
        <FilterText name="q" label="职工或编号" value={q} placeholder="姓名、工号、编号" />
        <FilterSelect name="programme" label="项目" value={programme} options={programmeOptions} all="全部项目" />
        <FilterUnit value={unit} units={units} />
        <FilterSelect name="due" label="期限" value={due} options={optionsOf(dueWords)} all="不限" />
      </Filters>
      <Chips items={chipsOf(action, filter, units, tab)} clearHref={clearHref} />
    </>
  );
}

function chipsOf(action: string, filter: CaseFilter, units: { id: string; name: string }[], tab?: string) {
  const words: Partial<Record<keyof CaseFilter, string | undefined>> = {
    q: filter.q && `「${filter.q}」`,
    programme: filter.programme && programmeOf(filter.programme)?.name,
    unit: units.find(({ id }) => id === filter.unit)?.name,
    office: filter.office && `承办：${units.find(({ id }) => id === filter.office)?.name ?? "所选单位"}`,
    due: filter.due && dueWords[filter.due],
    status: filter.status && statusWords[filter.status],
    timing: filter.timing && timingWords[filter.timing],
    outcome: filter.outcome && outcomeWords[filter.outcome],
    satisfaction: filter.satisfaction && contentWords[filter.satisfaction],
    green: filter.green && "绿色通道",
    supervised: filter.supervised && "领导督办",
    extended: filter.extended && "已延期",
    openedFrom: filter.openedFrom && `${filter.openedFrom} 起登记`,
    openedTo: filter.openedTo && `${filter.openedTo} 止登记`,
    answeredFrom: filter.answeredFrom && `${filter.answeredFrom} 起`,
    answeredTo: filter.answeredTo && `${filter.answeredTo} 止`,
    person: filter.person && "一位职工",
  };

  return Object.entries(words)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, label]) => ({
      label,
      href: caseListHref(action, { ...filter, [name]: undefined, after: undefined }, tab),
    }));
}

/** Address of a list with these filters; what is empty is left out. */
export function caseListHref(action: string, filter: Partial<CaseFilter>, tab?: string): string {
  const query = new URLSearchParams();
  if (tab) query.set("tab", tab);
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  const text = query.toString();

  return text ? `${action}?${text}` : action;
}
