import { z } from "zod";
import { parseTime } from "@/lib/dates";
import { matterFields } from "@/lib/reception/matters/schema";
import { noMatterReasons, type NoMatterReason } from "@/lib/reception/matters/words";

const id = z.uuid({ error: "请重新选择" });
const time = z
  .string({ error: "请照纸上填写时间" })
  .refine((text) => parseTime(text) !== undefined, "请按 08:30 的样子填写时间");
const visit = {
  dayId: id,
  bookingId: id.optional(),
  personId: id.optional(),
  visitorName: z.string().trim().max(40, { error: "最多 40 个字" }).optional(),
  relation: z.enum(["SELF", "FAMILY", "SURVIVOR"]).default("SELF"),
  phone: z.string().trim().max(20, { error: "最多 20 个字" }).optional(),
  partySize: z.coerce.number({ error: "请填写来了几个人" }).int().min(1).max(200).default(1),
  leaderId: z.uuid({ error: "请选择接待领导" }),
  startedAt: time,
  endedAt: time,
};
const known = ({
  bookingId,
  personId,
  visitorName,
}: {
  bookingId?: string | undefined;
  personId?: string | undefined;
  visitorName?: string | undefined;
}) => bookingId !== undefined || personId !== undefined || Boolean(visitorName);
const who = { error: "请选预约、选职工，或者写下来访人的姓名", path: ["visitorName"] };
const order = { error: "结束时间应晚于开始时间", path: ["endedAt"] };

/** 补录: one visit from paper together with its first matter. */
export const PaperVisit = z
  .object({ ...visit, ...matterFields })
  .refine(known, who)
  .refine(({ startedAt, endedAt }) => endedAt > startedAt, order);
export type PaperVisit = z.output<typeof PaperVisit>;

/** 补录 of a talk without a matter */
export const PaperTalk = z
  .object({
    ...visit,
    requestKey: z.uuid({ error: "请刷新页面再登记" }),
    noMatterReason: z.enum(Object.keys(noMatterReasons) as [NoMatterReason, ...NoMatterReason[]], {
      error: "请选择为什么没有事项",
    }),
  })
  .refine(known, who)
  .refine(({ startedAt, endedAt }) => endedAt > startedAt, order);
export type PaperTalk = z.output<typeof PaperTalk>;
