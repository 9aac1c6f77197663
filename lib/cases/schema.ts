import { z } from "zod";

const sentence = (most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(2, { error: ask })
    .max(most, { error: `最多 ${most} 个字，请写短一些` });
const id = z.uuid({ error: "请重新选择" });

/** 登记一件事 */
export const OpenCase = z.object({
  requestKey: z.uuid({ error: "请刷新页面再登记" }),
  personId: id,
  /** programme and topic in one choice: `insurance|参保登记` */
  subject: z.string({ error: "请选择是哪方面的事" }).regex(/^[a-z-]+\|.+$/, { error: "请选择是哪方面的事" }),
  title: sentence(60, "请用一句话写清是什么事"),
  content: sentence(2000, "请写下职工说的情况"),
  demand: z.string().trim().max(500, { error: "最多 500 个字" }).optional(),
  source: z.enum(["DESK", "PHONE", "LIAISON", "VISIT", "WORKER"], { error: "请选择怎么知道的" }).default("DESK"),
  complexity: z.enum(["SIMPLE", "ORDINARY", "COMPLEX"], { error: "请选择难易" }).default("ORDINARY"),
  confidentiality: z.enum(["ORDINARY", "SENSITIVE", "RESTRICTED"]).default("ORDINARY"),
  handlerUnitId: id.optional(),
  sourceCaseId: id.optional(),
});
export type OpenCase = z.output<typeof OpenCase>;

/** One move of the stage table, with whatever that move needs; the command says what is missing. */
export const MoveCase = z.object({
  caseId: id,
  version: z.coerce.number({ error: "请刷新页面再办" }).int(),
  move: z.string({ error: "请选择怎么办" }).min(1),
  note: z.string().trim().max(1000, { error: "最多 1000 个字" }).optional(),
  handlerUnitId: id.optional(),
  handlerId: id.optional(),
  complexity: z.enum(["SIMPLE", "ORDINARY", "COMPLEX"]).optional(),
  outcome: z.enum(["RESOLVED", "PARTLY", "EXPLAINED", "UNABLE"], { error: "请选择办理结果" }).optional(),
  answerMode: z.enum(["IN_PERSON", "PHONE", "WRITTEN"], { error: "请选择答复方式" }).optional(),
  waitingReason: z.enum(["MATERIAL", "OUTSIDE_OFFICE", "NOTICE_PERIOD", "WAITING_LIST", "PERSON"]).optional(),
  satisfaction: z.enum(["SATISFIED", "FAIR", "DISSATISFIED", "NOT_REACHED"], { error: "请选择满意度" }).optional(),
});
export type MoveCase = z.output<typeof MoveCase>;
