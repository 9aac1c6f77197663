import { z } from "zod";
import { parseCivil } from "@/lib/dates";

const word = z.string().trim().min(1).max(40).optional().catch(undefined);
const day = z
  .string()
  .refine((text) => parseCivil(text) !== undefined)
  .optional()
  .catch(undefined);

/** What stands in the address of the log; anything malformed counts as not given. */
export const AuditFilter = z.object({
  /** 工号 of who did it */
  who: word,
  /** verb of the permission table, or signIn */
  verb: word,
  outcome: z.enum(["DONE", "REFUSED", "FAILED"]).optional().catch(undefined),
  /** 工号 of whose data were touched */
  subject: word,
  from: day,
  to: day,
  object: z.uuid().optional().catch(undefined),
  notable: z.literal("1").optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type AuditFilter = z.output<typeof AuditFilter>;

/** The export: the filter of the page as it was seen, a reason, and the own secret as second proof. */
export const AuditExport = AuditFilter.omit({ after: true }).extend({
  reason: z.string({ error: "请填写用途" }).trim().min(4, "用途至少写4个字").max(200, "最多200个字"),
  ownSecret: z
    .string()
    .max(200)
    .transform((typed) => typed || undefined)
    .optional(),
});
export type AuditExport = z.output<typeof AuditExport>;

/** Place in the worker's list of who looked. */
export const LookedFilter = z.object({ after: z.string().max(200).optional().catch(undefined) });

/** Why an export was refused, as the page of its form is told. A code and no sentence: nobody else's words stand on our pages. */
export const RefusedExport = z.object({ refused: z.enum(["reason", "proof", "many"]).optional().catch(undefined) });
export type RefusedExport = z.output<typeof RefusedExport>;
