import { z } from "zod";
import { parseMonth } from "@/lib/dates";
import { civil, id, needed, note, ticked, version } from "@/lib/dormitories/schema";
import { fenOf } from "@/lib/money";
import { Utility } from "@/prisma/generated/enums";

const month = z
  .string({ error: "请选择哪个月" })
  .refine((text) => parseMonth(text) !== undefined, { error: "请选择哪个月" });

/** What a meter shows, as typed with two decimals at most → hundredths. */
const meter = (ask: string) =>
  z
    .string({ error: ask })
    .refine((text) => (fenOf(text) ?? -1) >= 0 && (fenOf(text) ?? 0) < 2_000_000_000, { error: ask })
    .transform((text) => fenOf(text) ?? 0);

const figures = {
  shown: meter("请填写这次的读数，最多两位小数"),
  readOn: civil("请填写哪天抄的"),
  isChanged: ticked,
  oldEnd: meter("请填写旧表的止数").optional(),
  newStart: meter("请填写新表的起数").optional(),
  /** three times as much as before, and true nevertheless */
  isTrue: ticked,
  note: note(200),
};

export const EnterReading = z.object({
  siteId: id,
  month,
  utility: z.enum(Utility, { error: "请选择哪种表" }),
  ...figures,
});
export type EnterReading = z.output<typeof EnterReading>;

export const ReplaceReading = z.object({
  readingId: id,
  ...figures,
  reason: needed(4, 200, "请写明为什么改，不少于 4 个字"),
});
export type ReplaceReading = z.output<typeof ReplaceReading>;

export const SettleMonth = z.object({ siteId: id, month });
export type SettleMonth = z.output<typeof SettleMonth>;

export const TouchBill = z.object({ billId: id, version });
export type TouchBill = z.output<typeof TouchBill>;

export const RefuseBill = z.object({ billId: id, version, reason: needed(4, 200, "请写明哪里不对，不少于 4 个字") });
export type RefuseBill = z.output<typeof RefuseBill>;

export const ReverseBill = z.object({
  billId: id,
  version,
  reason: needed(4, 200, "请写明为什么冲正，不少于 4 个字"),
});
export type ReverseBill = z.output<typeof ReverseBill>;

/** Filters as they stand in the URL; a hand-made value that means nothing is no filter. */
export const BillFilter = z.object({
  site: z.uuid().optional().catch(undefined),
  year: z
    .string()
    .regex(/^20\d{2}$/)
    .optional()
    .catch(undefined),
  state: z.enum(["settled", "confirmed", "reversed"]).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type BillFilter = z.output<typeof BillFilter>;

export const MonthQuery = z.object({ month: month.optional().catch(undefined) });
