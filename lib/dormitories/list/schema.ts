import { z } from "zod";
import { SiteSource } from "@/prisma/generated/enums";

/** Filters as they stand in the URL; a hand-made value that means nothing is no filter. */
export const WishFilter = z.object({
  tab: z.enum(["checking", "waiting", "offered", "ended"]).catch("waiting"),
  q: z.string().trim().max(40).optional().catch(undefined),
  /** in the line: who waits for such a bed */
  kind: z.enum(["MALE", "FEMALE", "COUPLE"]).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type WishFilter = z.output<typeof WishFilter>;

export const StayFilter = z.object({
  tab: z.enum(["living", "leaving", "shut", "overdue", "left"]).catch("living"),
  site: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(40).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type StayFilter = z.output<typeof StayFilter>;

export const SiteFilter = z.object({
  source: z.enum(SiteSource).optional().catch(undefined),
  only: z.enum(["starred", "free", "shut", "fire", "closed"]).optional().catch(undefined),
});
export type SiteFilter = z.output<typeof SiteFilter>;

export const RepairFilter = z.object({
  tab: z.enum(["open", "late", "unaccepted", "done", "all"]).catch("open"),
  /** repaired in that year */
  year: z
    .string()
    .regex(/^20\d{2}$/)
    .optional()
    .catch(undefined),
  site: z.uuid().optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type RepairFilter = z.output<typeof RepairFilter>;
