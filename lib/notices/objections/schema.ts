import { z } from "zod";

const id = z.uuid({ error: "请刷新页面再办" });
const needed = (least: number, most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(least, { error: ask })
    .max(most, { error: `最多 ${most} 个字` });

/** 登记异议, by whoever took it in. No name = anonymous. */
export const ObjectTo = z.object({
  requestKey: id,
  noticeId: id,
  entryId: z.uuid({ error: "请选择是名单上的哪一位" }),
  channel: z.enum(["PHONE", "DESK", "LIAISON", "LETTER"], { error: "请选择怎么收到的" }),
  content: needed(5, 500, "请写下异议内容，不少于 5 个字"),
  objector: z.string().trim().max(30, { error: "最多 30 个字" }).optional(),
  contact: z.string().trim().max(40, { error: "最多 40 个字" }).optional(),
});
export type ObjectTo = z.output<typeof ObjectTo>;

/** 我有意见, on the worker's own phone. */
export const ObjectMine = z.object({
  requestKey: z.uuid({ error: "请回到上一页重新点" }),
  noticeId: z.uuid({ error: "请回到上一页重新点" }),
  entryId: z.uuid({ error: "请选是名单上的哪一位" }),
  content: needed(5, 500, "请说说哪里不对，多写几个字"),
  anonymous: z.enum(["yes", "no"], { error: "请选要不要留名字" }),
});
export type ObjectMine = z.output<typeof ObjectMine>;

export const CheckObjection = z.object({
  objectionId: id,
  findings: needed(5, 500, "请写明怎么核实的、结果如何，不少于 5 个字"),
});
export type CheckObjection = z.output<typeof CheckObjection>;

export const SettleObjection = z.object({
  objectionId: id,
  outcome: z.enum(["KEPT", "STRUCK"], { error: "请选择维持还是撤销" }),
  reason: needed(5, 200, "请写明理由，不少于 5 个字"),
});
export type SettleObjection = z.output<typeof SettleObjection>;
