import { z } from "zod";

const typed = (sentence: string) => z.string({ error: sentence }).max(200, "太长了");

/** A new password or PIN, typed twice; what it may be is decided by the policy and the kind of account. */
export const NewSecret = z
  .object({
    currentSecret: typed("请输入现在用的密码"),
    newSecret: typed("请输入新密码"),
    againSecret: typed("请把新密码再输一遍"),
  })
  .refine(({ newSecret, againSecret }) => newSecret === againSecret, {
    path: ["againSecret"],
    error: "两遍新密码不一样，请重新输入",
  });
export type NewSecret = z.output<typeof NewSecret>;

/** Set after the secret was changed, so that the page says so once more. */
export const OwnAccountQuery = z.object({ changed: z.literal("1").optional().catch(undefined) });
