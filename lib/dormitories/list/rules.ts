import type { CivilDate } from "@/lib/dates";
import type { SiteFilter } from "@/lib/dormitories/list/schema";
import type { SiteSource } from "@/prisma/generated/enums";

type SiteFacts = {
  source: SiteSource;
  stars: number;
  fireCheckedOn: CivilDate | null;
  beds: Readonly<Record<"FREE" | "REPAIR" | "OUT_OF_USE", number>>;
};

/** Whether a site stays in the list under this filter. */
export function fitsSite(site: SiteFacts, { source, only }: SiteFilter): boolean {
  if (source && site.source !== source) return false;
  if (only === "starred") return site.stars > 0;
  if (only === "free") return site.beds.FREE > 0;
  if (only === "shut") return site.beds.REPAIR + site.beds.OUT_OF_USE > 0;

  return only === "fire" ? site.fireCheckedOn === null : true;
}

/** An address with these filters; what is empty is left out. */
export function hrefWith(page: string, filter: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  const text = query.toString();

  return text ? `${page}?${text}` : page;
}
