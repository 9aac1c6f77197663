import { z } from "zod";
import { civil, id, leaveReason, note, version, wholeNumber, yuanField } from "@/lib/dormitories/schema";

const stay = { stayId: id, version };
const items = z.array(z.string().max(20)).default([]);
const meter = wholeNumber(0, 999_999, "请填写电表的数字").optional();

export const CheckIn = z.object({
  ...stay,
  inOn: civil("请填写哪天住进来的"),
  items,
  meterIn: meter,
  deposit: yuanField("没有押金就填 0"),
});
export type CheckIn = z.output<typeof CheckIn>;

export const MoveStay = z.object({ ...stay, bedId: z.uuid({ error: "请选择换到哪张床" }) });
export type MoveStay = z.output<typeof MoveStay>;

export const SwapStays = z.object({ ...stay, otherStayId: z.uuid({ error: "请选择和谁对换" }) });
export type SwapStays = z.output<typeof SwapStays>;

export const KeepBed = z.object({ ...stay, awayFrom: civil("请填写哪天离开"), awayTo: civil("请填写哪天回来") });
export type KeepBed = z.output<typeof KeepBed>;

export const TellLeaving = z.object({ ...stay, leavingOn: civil("请填写打算哪天搬走") });
export type TellLeaving = z.output<typeof TellLeaving>;

export const CheckOut = z.object({
  ...stay,
  outOn: civil("请填写哪天搬走的"),
  outReason: leaveReason,
  items,
  meterOut: meter,
  address: note(120),
});
export type CheckOut = z.output<typeof CheckOut>;
