import { z } from "zod";

const caseId = z.uuid({ error: "请回到上一页重新选" });
const version = z.coerce.number({ error: "请刷新页面再点" }).int();

export const ConfirmMine = z.object({
  caseId,
  version,
  satisfaction: z.enum(["SATISFIED", "FAIR"]).default("SATISFIED"),
});
export type ConfirmMine = z.output<typeof ConfirmMine>;

export const ReopenMine = z.object({
  caseId,
  version,
  note: z
    .string({ error: "请说说哪里还没解决" })
    .trim()
    .min(2, { error: "请说说哪里还没解决" })
    .max(500, { error: "说得短一些，最多 500 个字" }),
});
export type ReopenMine = z.output<typeof ReopenMine>;

export const TouchMine = z.object({ caseId, version });
export type TouchMine = z.output<typeof TouchMine>;
