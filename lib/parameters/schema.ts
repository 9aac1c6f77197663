import { z } from "zod";
import { parseCivil } from "@/lib/dates";
import { isParameterKey } from "@/lib/parameters/rules";
import { readValue } from "@/lib/parameters/values/rules";

/** A new value of a parameter, as typed; what a value may be depends on the parameter. */
export const parameterChange = z
  .object({
    key: z.string().refine(isParameterKey),
    value: z.string().default(""),
    validFrom: z.string({ error: "请填写生效日期" }).refine((text) => parseCivil(text) !== undefined, "请填写生效日期"),
    reason: z.string({ error: "请写明依据或原因" }).trim().min(2, "请写明依据或原因").max(200, "最多200个字"),
    isUnverified: z.boolean().default(false),
    /** Newest row that was on the screen; empty when there was none. */
    seenId: z.string().default(""),
  })
  .transform((input, context) => {
    const reading = readValue(input.key, input.value);
    if (reading.ok) return { ...input, value: reading.value };
    context.addIssue({ code: "custom", path: ["value"], message: reading.sentence });

    return z.NEVER;
  });
export type ParameterChange = z.output<typeof parameterChange>;
