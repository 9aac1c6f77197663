import { z } from "zod";
import { id, needed, ticked, version, wholeNumber, yuanField } from "@/lib/hardship/schema";
import { VisitCategory } from "@/prisma/generated/enums";

const standard = yuanField("请填写每户多少元").refine((fen) => fen > 0 && fen <= 10_000_000, {
  error: "请填写每户的慰问金，例如 500",
});
const goods = z.string().trim().max(60, { error: "最多 60 个字" }).optional();

export const NewCampaign = z.object({
  year: wholeNumber(2013, 2100, "请填写哪一年的春节，例如 2027"),
  /** 分 a household */
  standard,
  goods,
});
export type NewCampaign = z.output<typeof NewCampaign>;

/** A campaign as it was on the screen. */
const seen = { campaignId: id, version };
export const TouchCampaign = z.object(seen);
export type TouchCampaign = z.output<typeof TouchCampaign>;

export const ChangeCampaign = z.object({ ...seen, standard, goods });
export type ChangeCampaign = z.output<typeof ChangeCampaign>;

/** A step that carries a reason or an opinion. */
export const SaidCampaign = z.object({ ...seen, note: needed(2, 300, "请写明意见或原因") });
export type SaidCampaign = z.output<typeof SaidCampaign>;

export const SubmitList = z.object({ ...seen, withoutReports: ticked });
export type SubmitList = z.output<typeof SubmitList>;

export const ApproveBudget = z.object({
  ...seen,
  note: needed(2, 300, "请写明审批意见"),
  capReason: z.string().trim().max(300, { error: "最多 300 个字" }).optional(),
});
export type ApproveBudget = z.output<typeof ApproveBudget>;

export const Nominate = z.object({
  campaignId: id,
  personId: id,
  category: z.enum(VisitCategory, { error: "请选择人员类别" }),
  reason: needed(4, 120, "请写明为什么慰问这一户，不少于 4 个字"),
});
export type Nominate = z.output<typeof Nominate>;

export const TouchRow = z.object({ rowId: id, version });
export type TouchRow = z.output<typeof TouchRow>;

export const SaidRow = z.object({ rowId: id, version, reason: needed(4, 200, "请写明原因，不少于 4 个字") });
export type SaidRow = z.output<typeof SaidRow>;

export const PlaceByHand = z.object({
  rowId: id,
  version,
  place: wholeNumber(1, 9999, "请填写调到第几名"),
  reason: needed(10, 200, "请写明为什么调整，不少于 10 个字；领导审批时看得到"),
});
export type PlaceByHand = z.output<typeof PlaceByHand>;

export const ReportUnit = z.object({ campaignId: id, note: z.string().trim().max(200).optional() });
export type ReportUnit = z.output<typeof ReportUnit>;

const money = yuanField("没有就填 0");
export const SetBudget = z.object({ ...seen, union: money, administration: money, superior: money, donation: money });
export type SetBudget = z.output<typeof SetBudget>;
