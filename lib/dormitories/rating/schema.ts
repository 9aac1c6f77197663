import { z } from "zod";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import { sheetItems } from "@/lib/dormitories/rating/rules";
import { civil, id, needed, note, staffNo, ticked, version, wholeNumber } from "@/lib/dormitories/schema";
import { InspectionKind, StarVeto } from "@/prisma/generated/enums";

export const OpenStars = z.object({ year: wholeNumber(2000, 2100, "请填写哪一年的评比") });
export type OpenStars = z.output<typeof OpenStars>;

export const SelfRate = z.object({
  entryId: id,
  version,
  points: z.coerce
    .number({ error: "请填写自评分，例如 88.5" })
    .min(0, { error: "不能小于 0" })
    .max(100, { error: "不能大于 100" })
    .multipleOf(0.1, { error: "最多一位小数" }),
});
export type SelfRate = z.output<typeof SelfRate>;

/** One sheet of one inspector; the item fields are named by their codes. */
export const Inspect = z.object({
  siteId: id,
  /** the entry of a contest, when it is one */
  entryId: z.uuid().optional(),
  kind: z.enum(InspectionKind, { error: "请选择哪种检查" }),
  inspectedOn: civil("请填写哪天检查的"),
  inspectorNo: staffNo("请填写检查人的工号"),
  points: z.object(
    Object.fromEntries(
      sheetItems.map(({ code, max }) => [code, wholeNumber(0, max, `请填 0 到 ${max} 的整数`)]),
    ) as Record<string, ReturnType<typeof wholeNumber>>,
  ),
  veto: z.enum(StarVeto).optional(),
  note: note(300),
  /** the best and the worst room, each with a photo */
  bestRoom: note(20),
  bestPhoto: uploadedFile.optional(),
  worstRoom: note(20),
  worstPhoto: uploadedFile.optional(),
  hasConsent: ticked,
});
export type Inspect = z.output<typeof Inspect>;

export const TouchStars = z.object({ roundId: id, version });
export type TouchStars = z.output<typeof TouchStars>;

export const LowerStars = z.object({
  entryId: id,
  version,
  stars: z.enum(["0", "3", "4"], { error: "请选择降到几星" }),
  reason: needed(4, 300, "请写明为什么降星或摘牌，不少于 4 个字"),
});
export type LowerStars = z.output<typeof LowerStars>;
