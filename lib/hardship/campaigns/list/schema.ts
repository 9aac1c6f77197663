import { z } from "zod";
import { VisitCategory } from "@/prisma/generated/enums";

/** Filters of the households of a campaign, as they stand in the URL; a hand-made value that means nothing is no filter. */
export const RowFilter = z.object({
  state: z
    .enum(["planned", "granted", "signed", "waiting", "visited", "notMet", "held", "leftOut", "asked", "byHand", "off"])
    .catch("planned"),
  unit: z.uuid().optional().catch(undefined),
  category: z.enum(VisitCategory).optional().catch(undefined),
  q: z.string().trim().max(40).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
export type RowFilter = z.output<typeof RowFilter>;
export type RowState = RowFilter["state"];
