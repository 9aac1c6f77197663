import type { DifferenceFilter } from "@/lib/insurance/differences/schema";
import type { ClampedBase, Bounds } from "@/lib/insurance/rules";
import { payerWords, schemesText } from "@/lib/insurance/words";
import { yuan } from "@/lib/money";
import type { BaseClamp, InsurancePayer, InsuranceScheme } from "@/prisma/generated/enums";

/** What one side says of somebody in a month. */
export type Side = { schemes: readonly InsuranceScheme[]; baseFen: number | null; payer: InsurancePayer };

/** A side in words, as it is kept with the decision. */
export function sideText(side: Side | null): string {
  if (!side) return "没有";
  const base = side.baseFen === null ? "没有基数" : `基数 ${yuan(side.baseFen)} 元`;

  return `${schemesText(side.schemes)}，${base}，${payerWords[side.payer]}`;
}

/** Both sides in the words that are kept with a decision. */
export function sidesOf({ ours, theirs }: { ours: Side | null; theirs: Side | null }) {
  return { ours: sideText(ours), theirs: sideText(theirs) };
}

/** The clamp of a base that somebody else fixed: it was held by a bound only when the wage lies beyond that bound. */
function clampOf(wageFen: number, baseFen: number, { floorFen, capFen }: Bounds): BaseClamp {
  if (baseFen === floorFen && wageFen < floorFen) return "FLOOR";

  return baseFen === capFen && wageFen > capFen ? "CAP" : "NONE";
}

/** 以经办机构为准 of a base: theirs, with the wage beside it as we know it (theirs when we know none). */
export function takenOver(
  wageFen: number | null,
  theirsFen: number,
  bounds: Bounds,
): ClampedBase & { wageFen: number } {
  const wage = wageFen ?? theirsFen;

  return { wageFen: wage, baseFen: theirsFen, clamp: clampOf(wage, theirsFen, bounds) };
}

/** Which schemes the form has to name so that our record says what theirs says, and whether they come or go. */
export function formFor(ours: Side | null, theirs: Side | null): { isIncrease: boolean; schemes: InsuranceScheme[] } {
  const has = ours?.schemes ?? [];
  const wanted = theirs?.schemes ?? [];
  const come = wanted.filter((one) => !has.includes(one));

  return come.length > 0
    ? { isIncrease: true, schemes: come }
    : { isIncrease: false, schemes: has.filter((one) => !wanted.includes(one)) };
}

/** Address of the form of a person with these schemes ticked. */
export function formHref(personId: string, form?: ReturnType<typeof formFor>): string {
  const query = new URLSearchParams({ person: personId });
  if (form) {
    query.set("schemes", form.schemes.join(","));
    query.set("way", form.isIncrease ? "in" : "out");
  }

  return `/insurance/changes/new?${query.toString()}`;
}

/** Address of the list with these filters; a change of filter starts at the first page. */
export function differencesHref(
  filter: Partial<DifferenceFilter> = {},
  change: Partial<Record<keyof DifferenceFilter, string | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: undefined, pick: undefined, ...change }))
    if (value && !(name === "tab" && value === "open")) query.set(name, value);
  const text = query.toString();

  return text ? `/insurance/differences?${text}` : "/insurance/differences";
}
