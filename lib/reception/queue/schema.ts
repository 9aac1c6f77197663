import { z } from "zod";
import { noShowReasons, type NoShowReason } from "@/lib/reception/queue/words";

const id = z.uuid({ error: "请重新选择" });
const isOn = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** 签到 of somebody who is booked */
export const ArriveBooked = z.object({ dayId: id, bookingId: id });
export type ArriveBooked = z.output<typeof ArriveBooked>;

/** 现场来访: somebody of the roster, or a name only. */
export const ArriveWalkIn = z
  .object({
    dayId: id,
    requestKey: z.uuid({ error: "请刷新页面再登记" }),
    personId: id.optional(),
    visitorName: z.string().trim().max(40, { error: "最多 40 个字" }).optional(),
    relation: z.enum(["SELF", "FAMILY", "SURVIVOR"]).default("SELF"),
    phone: z.string().trim().max(20, { error: "最多 20 个字" }).optional(),
    partySize: z.coerce
      .number({ error: "请填写来了几个人" })
      .int()
      .min(1, { error: "至少 1 人" })
      .max(200, { error: "最多 200 人" })
      .default(1),
    isGreen: isOn,
  })
  .refine(({ personId, visitorName }) => personId !== undefined || Boolean(visitorName), {
    error: "请选一位职工，或者写下来访人的姓名",
    path: ["visitorName"],
  });
export type ArriveWalkIn = z.output<typeof ArriveWalkIn>;

/** 叫下一位, at one leader's door */
export const CallNext = z.object({ dayId: id, leaderId: z.uuid({ error: "请选择哪位领导" }) });
export type CallNext = z.output<typeof CallNext>;

export const OneVisit = z.object({ visitId: id });
export type OneVisit = z.output<typeof OneVisit>;

export const VisitAtDoor = z.object({ visitId: id, leaderId: z.uuid({ error: "请选择哪位领导" }) });
export type VisitAtDoor = z.output<typeof VisitAtDoor>;

export const NoShow = z.object({
  visitId: id,
  reason: z.enum(Object.keys(noShowReasons) as [NoShowReason, ...NoShowReason[]], { error: "请选择为什么没来" }),
});
export type NoShow = z.output<typeof NoShow>;
