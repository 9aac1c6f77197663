import { z } from "zod";
import { UnresolvedReason } from "@/prisma/generated/enums";

/** Filters of the register, as they stand in the URL; a hand-made value that means nothing is no filter. */
export const PlacementFilter = z.object({
  tab: z.enum(["open", "placed", "unresolved", "all"]).catch("open"),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
  q: z.string().trim().max(40).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  only: z.enum(["eligible", "coordination", "permit"]).optional().catch(undefined),
  reason: z.enum(UnresolvedReason).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type PlacementFilter = z.output<typeof PlacementFilter>;
