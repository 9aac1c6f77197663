import { z } from "zod";
import { month, needed, yuanField } from "@/lib/insurance/schema";
import { payerWords } from "@/lib/insurance/words";
import type { InsurancePayer } from "@/prisma/generated/enums";

const isOn = z
  .enum(["是", "否"], { error: "请填写是或否" })
  .default("否")
  .transform((word) => word === "是");

const payerOf = (word: string) =>
  (Object.keys(payerWords) as InsurancePayer[]).find((one) => payerWords[one] === word) ?? "BUREAU";

/** One line of the insurance office's list as the sheet holds it. */
export const ListRow = z.object({
  month: month("请填写费款所属期，例如 2026-10"),
  name: needed(1, 40, "请填写姓名"),
  idNo: z.string({ error: "请填写公民身份号码" }),
  base: yuanField("请填写缴费基数").refine((fen) => fen > 0 && fen % 100 === 0, {
    error: "缴费基数是整元，请核对",
  }),
  PENSION: isOn,
  MEDICAL: isOn,
  UNEMPLOYMENT: isOn,
  INJURY: isOn,
  MATERNITY: isOn,
  payer: z.string().default(payerWords.BUREAU).transform(payerOf),
});
export type ListRow = z.output<typeof ListRow>;
