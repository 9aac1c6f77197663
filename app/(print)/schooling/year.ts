import { z } from "zod";
import { yearOf, type CivilDate } from "@/lib/dates";

const Query = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
});

/** The intake year of an address; without one the year that runs. */
export function yearAsked(given: Record<string, string>, today: CivilDate): number {
  return Query.parse(given).year ?? yearOf(today);
}

export const printedUnit = "局工会";
