import { z } from "zod";

export const reason = z.string({ error: "请填写原因" }).trim().min(2, "原因至少写2个字").max(200, "原因最多200个字");
export const accountId = z.uuid({ error: "没有这个账号" });
/** The own secret as second proof (proveSelf); left empty while it was entered within the last five minutes. */
export const ownSecret = z.string().max(200, "最多200个字").optional();
export const staffNo = z
  .string({ error: "请填写工号" })
  .trim()
  .min(1, "请填写工号")
  .max(20, "工号最多20位")
  .transform((typed) => typed.normalize("NFKC").toUpperCase());

/** What stands in the address of the list of accounts; anything malformed counts as not given. */
export const AccountFilter = z.object({
  q: z.string().trim().max(40).optional().catch(undefined),
  kind: z.enum(["STAFF", "WORKER"]).optional().catch(undefined),
  role: z
    .enum(["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR", "LEADER", "OFFICER", "LIAISON", "WARDEN", "NONE"])
    .optional()
    .catch(undefined),
  state: z.enum(["usable", "waiting", "disabled"]).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type AccountFilter = z.output<typeof AccountFilter>;

/** 系统管理员 looks a person up before making the account. */
export const PersonLookup = z.object({ staffNo: z.string().trim().max(20).optional().catch(undefined) });

export const NewAccount = z.object({
  staffNo,
  kind: z.enum(["STAFF", "WORKER"], { error: "请选择账号种类" }),
});
export type NewAccount = z.output<typeof NewAccount>;

export const Closing = z.object({ accountId, reason });
export type Closing = z.output<typeof Closing>;
