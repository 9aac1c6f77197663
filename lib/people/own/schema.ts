import { z } from "zod";
import { mobileNo, seenVersion } from "@/lib/people/schema";

/** What workers keep up to date themselves: the phone, and whose phone it is. */
export const OwnContact = z.object({
  version: seenVersion,
  mobile: mobileNo.optional(),
  mobileOwner: z.enum(["SELF", "SPOUSE", "CHILD", "COLLEAGUE"], { error: "请选择是谁的手机" }).optional(),
});
export type OwnContact = z.output<typeof OwnContact>;
