import { z } from "zod";

/** Filters of the list of forms, as they stand in the URL. */
export const ChangeFilter = z.object({
  tab: z.enum(["check", "draft", "outside", "approved", "done", "all"]).catch("check"),
  q: z.string().trim().max(40).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  kind: z.enum(["in", "out"]).optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type ChangeFilter = z.output<typeof ChangeFilter>;
