import { z } from "zod";
import { ReliefEvent } from "@/prisma/generated/enums";

/** Filters of the ledger, as they stand in the URL; a hand-made value that means nothing is no filter. */
export const ReliefFilter = z.object({
  tab: z.enum(["open", "paid", "refused", "all"]).catch("open"),
  q: z.string().trim().max(40).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  event: z.enum(ReliefEvent).optional().catch(undefined),
  /** of the day on which it was signed for, else of the report */
  year: z
    .string()
    .regex(/^20\d\d$/)
    .optional()
    .catch(undefined),
  /** paid before its papers, papers late, above a cap */
  only: z.enum(["paidFirst", "papersLate", "overCap"]).optional().catch(undefined),
  /** the order in which relief is shared out when the money is short */
  order: z.literal("need").optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
export type ReliefFilter = z.output<typeof ReliefFilter>;
