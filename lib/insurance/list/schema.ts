import { z } from "zod";
import { GapReason } from "@/prisma/generated/enums";

/** Filters of the list as they stand in the URL; a hand-made value that means nothing is no filter. */
export const PeopleFilter = z.object({
  tab: z.enum(["gap", "fresh", "full", "owed", "gained", "extend", "overAge"]).catch("gap"),
  q: z.string().trim().max(40).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  reason: z
    .enum({ ...GapReason, NONE: "NONE" })
    .optional()
    .catch(undefined),
  /** no talk this quarter, the expected day has passed, a waiver lies there, today is day 30 */
  only: z.enum(["quiet", "late", "waiver", "today"]).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type PeopleFilter = z.output<typeof PeopleFilter>;
