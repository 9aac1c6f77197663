import { Chips, Filters, FilterDate, FilterSelect, FilterText } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import type { AuditFilter } from "@/lib/audit/schema";
import { deedWord, deedWords, outcomeWords } from "@/lib/audit/words";

/** The address of the log with these filters. */
export function auditHref(filter: AuditFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));

  return given.length === 0 ? "/audit" : `/audit?${new URLSearchParams(given).toString()}`;
}

export function AuditFilters({ filter }: { filter: AuditFilter }) {
  const { who, verb, outcome, subject, from, to, object, notable } = filter;

  return (
    <>
      <Filters
        action="/audit"
        clearHref="/audit"
        keep={{ notable, object }}
        more={
          <>
            <FilterDate name="from" label="从哪天" {...(from ? { value: from } : {})} />
            <FilterDate name="to" label="到哪天" {...(to ? { value: to } : {})} />
          </>
        }
      >
        <FilterText name="who" label="谁（工号）" {...(who ? { value: who } : {})} />
        <FilterSelect name="verb" label="做了什么" options={optionsOf(deedWords)} {...(verb ? { value: verb } : {})} />
        <FilterSelect
          name="outcome"
          label="结果"
          options={optionsOf(outcomeWords)}
          {...(outcome ? { value: outcome } : {})}
        />
        <FilterText name="subject" label="涉及职工（工号）" {...(subject ? { value: subject } : {})} />
      </Filters>
      <Chips items={chipsOf(filter)} clearHref="/audit" />
    </>
  );
}

/** The filters in force in words, for the chips and for the page of the export. */
export function chipsOf(filter: AuditFilter): { label: string; href: string }[] {
  const { who, verb, outcome, subject, from, to, object, notable } = filter;
  const words: Partial<Record<keyof AuditFilter, string | undefined>> = {
    who: who && `谁：${who}`,
    verb: verb && deedWord(verb),
    outcome: outcome && outcomeWords[outcome],
    subject: subject && `涉及：${subject}`,
    from: from && `${from} 起`,
    to: to && `到 ${to}`,
    object: object && "同一个对象",
    notable: notable && "只看要紧的",
  };

  return (Object.entries(words) as [keyof AuditFilter, string | undefined][])
    .filter((entry): entry is [keyof AuditFilter, string] => Boolean(entry[1]))
    .map(([name, label]) => ({ label, href: auditHref({ ...filter, [name]: undefined, after: undefined }) }));
}
