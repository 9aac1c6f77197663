import { z } from "zod";
import { drawnSignature } from "@/lib/cases/sign-offs/schema";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import { civil, id, needed, requestKey, ticked, version } from "@/lib/hardship/schema";
import { NotMetReason, SignMode } from "@/prisma/generated/enums";

const short = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `最多 ${most} 个字` });
/** Several boxes of one name: one that is ticked comes as a text, none as nothing. */
const people = z
  .union([id.transform((one) => [one]), z.array(id)], { error: "请勾选去了的人" })
  .optional()
  .transform((ids) => ids ?? []);

/** 走访签领 */
export const RecordVisit = z.object({
  requestKey,
  campaignId: id,
  rowId: id,
  version,
  visitedOn: civil("请填写走访日期"),
  visitors: people,
  givers: people,
  mode: z.enum(SignMode, { error: "请选择签领方式" }),
  receivedBy: needed(1, 30, "请填写领取人姓名"),
  relation: short(20).optional(),
  voucherNo: short(60).optional(),
  drawn: drawnSignature.optional(),
  file: uploadedFile.optional(),
  goods: short(100).optional(),
  condition: short(1000).optional(),
  need: z
    .string()
    .regex(/^[a-z-]+\|.+$/, { error: "请从列出的事里选一件" })
    .optional(),
  needContent: short(500).optional(),
  photo: uploadedFile.optional(),
  hasConsent: ticked,
});
export type RecordVisit = z.output<typeof RecordVisit>;

/** 没见到人 */
export const RecordNotMet = z.object({
  requestKey,
  campaignId: id,
  rowId: id,
  version,
  visitedOn: civil("请填写走访日期"),
  visitors: people,
  notMetReason: z.enum(NotMetReason, { error: "请选择为什么没见到" }),
  note: short(200).optional(),
  plannedAgainOn: civil("请按 2027-01-20 的样子填写日期").optional(),
});
export type RecordNotMet = z.output<typeof RecordNotMet>;
