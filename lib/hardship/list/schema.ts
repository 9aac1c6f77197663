import { z } from "zod";
import { HardshipCause, HardshipLevel } from "@/prisma/generated/enums";

/** Filters of the ledger, as they stand in the URL; a hand-made value that means nothing is no filter. */
export const FileFilter = z.object({
  tab: z.enum(["onFile", "applying", "review", "removed", "all"]).catch("onFile"),
  q: z.string().trim().max(40).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  level: z.enum(HardshipLevel).optional().catch(undefined),
  cause: z.enum(HardshipCause).optional().catch(undefined),
  /** nothing was ever given to the household, or the file was not reviewed for a year */
  only: z
    .enum(["neverHelped", "notReviewed", "paper", "newThisYear", "backThisYear", "liftedThisYear", "cancelledThisYear"])
    .optional()
    .catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type FileFilter = z.output<typeof FileFilter>;
