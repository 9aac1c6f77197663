import { z } from "zod";

/** Which ledger, of which month and unit, as it stands in the URL. */
export const LedgerFilter = z.object({
  no: z.enum(["1", "2", "3", "4", "5"]).catch("1"),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type LedgerFilter = z.output<typeof LedgerFilter>;
