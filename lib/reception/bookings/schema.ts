import { z } from "zod";
import { parseCivil } from "@/lib/dates";
import { bookingTopics, cancelReasons, type BookingTopic, type CancelReason } from "@/lib/reception/bookings/words";

const id = z.uuid({ error: "请重新选择" });
const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as [Key, ...Key[]];
const topic = z.enum(keysOf<BookingTopic>(bookingTopics), { error: "请选择说哪方面的事" });
const aid = z.enum(["DIALECT", "SIGN_LANGUAGE", "WALKING"]);
const requestKey = z.uuid({ error: "请回到上一页重新选" });
const isOn = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const seat = {
  requestKey,
  slotId: z.uuid({ error: "请选择时间" }),
  /** the date that stood on the page */
  date: z
    .string()
    .refine((text) => parseCivil(text) !== undefined, "请回到上一页重新选")
    .optional(),
  topic,
  isConfidential: isOn,
  aids: z.array(aid).default([]),
};
const topicText = z.string().trim().max(200, { error: "最多 200 个字" }).optional();

/** 本人在手机上预约 */
export const OwnBooking = z.object({ ...seat, topicText });
export type OwnBooking = z.output<typeof OwnBooking>;

/** 联络员代预约: no free text, because the matter is not the unit's business. */
export const BookingForOther = z.object({ ...seat, personId: id });
export type BookingForOther = z.output<typeof BookingForOther>;

/** 窗口、电话预约; with `addedReason` beyond the capacity (加号). */
export const DeskBooking = z.object({
  ...seat,
  topicText,
  personId: id,
  channel: z.enum(["DESK", "PHONE"], { error: "请选择怎么来约的" }).default("DESK"),
  relation: z.enum(["SELF", "FAMILY", "SURVIVOR"]).default("SELF"),
  visitorName: z.string().trim().max(40, { error: "最多 40 个字" }).optional(),
  phone: z.string().trim().max(20, { error: "最多 20 个字" }).optional(),
  addedReason: z.string().trim().min(2, { error: "请写明为什么加号" }).max(100, { error: "最多 100 个字" }).optional(),
});
export type DeskBooking = z.output<typeof DeskBooking>;

export const CancelBooking = z.object({
  bookingId: id,
  reason: z.enum(keysOf<CancelReason>(cancelReasons), { error: "请选择为什么取消" }).default("OTHER"),
  note: z.string().trim().max(200, { error: "最多 200 个字" }).optional(),
});
export type CancelBooking = z.output<typeof CancelBooking>;

export const OneBooking = z.object({ bookingId: id });
export type OneBooking = z.output<typeof OneBooking>;

export const MoveBooking = z.object({ bookingId: id, slotId: z.uuid({ error: "请选择时间" }), requestKey });
export type MoveBooking = z.output<typeof MoveBooking>;

/** 查看保密内容 needs a reason, which the person concerned can read. */
export const RevealTopic = z.object({
  bookingId: id,
  reason: z.string({ error: "请写明为什么要看" }).trim().min(2, { error: "请写明为什么要看" }).max(100),
});
export type RevealTopic = z.output<typeof RevealTopic>;
