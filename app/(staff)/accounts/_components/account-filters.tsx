import { Chips, Filters, FilterSelect, FilterText } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import type { AccountFilter } from "@/lib/accounts/schema";
import { kindWords, stateWords } from "@/lib/accounts/words";
import { roleWords } from "@/lib/auth/words";

const { WORKER: _, ...staffRoles } = roleWords;
const roles: Record<string, string> = { ...staffRoles, NONE: "还没有岗位" };
const states: Record<string, string> = {
  usable: stateWords.usable,
  waiting: stateWords.waiting,
  disabled: stateWords.disabled,
};

/** The address of the list with these filters. */
export function accountsHref(filter: AccountFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));

  return given.length === 0 ? "/accounts" : `/accounts?${new URLSearchParams(given).toString()}`;
}

export function AccountFilters({ filter }: { filter: AccountFilter }) {
  const { q, kind, role, state } = filter;
  const without = (name: keyof AccountFilter) => accountsHref({ ...filter, [name]: undefined, after: undefined });
  const chips = [
    q && { label: `「${q}」`, href: without("q") },
    kind && { label: kindWords[kind], href: without("kind") },
    role && { label: roles[role] ?? role, href: without("role") },
    state && { label: stateWords[state], href: without("state") },
  ].filter((chip) => chip !== undefined && chip !== "");

  return (
    <>
      <Filters action="/accounts" clearHref="/accounts">
        <FilterText name="q" label="工号或姓名" placeholder="开头几个字" {...(q ? { value: q } : {})} />
        <FilterSelect name="kind" label="种类" options={optionsOf(kindWords)} {...(kind ? { value: kind } : {})} />
        <FilterSelect name="role" label="岗位" options={optionsOf(roles)} {...(role ? { value: role } : {})} />
        <FilterSelect name="state" label="状态" options={optionsOf(states)} {...(state ? { value: state } : {})} />
      </Filters>
      <Chips items={chips} clearHref="/accounts" />
    </>
  );
}
