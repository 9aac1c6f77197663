import { z } from "zod";
import { accountId, ownSecret, reason } from "@/lib/accounts/schema";

/** 安全管理员 hands out a new first secret. */
export const SecretReset = z.object({ accountId, reason, ownSecret });
export type SecretReset = z.output<typeof SecretReset>;

export const Unlock = z.object({ accountId, reason });
export type Unlock = z.output<typeof Unlock>;
