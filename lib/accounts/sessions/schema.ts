import { z } from "zod";
import { accountId, reason } from "@/lib/accounts/schema";

/** 安全管理员 ends the running sessions of an account; all of them, or the one named. */
export const Ending = z.object({ accountId, sessionId: z.uuid().optional(), reason });
export type Ending = z.output<typeof Ending>;

/** The owner ends one of the own sessions, or all but the present one. */
export const OwnEnding = z.object({ sessionId: z.uuid({ error: "请刷新页面" }).optional() });
export type OwnEnding = z.output<typeof OwnEnding>;
