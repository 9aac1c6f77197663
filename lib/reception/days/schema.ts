import { z } from "zod";
import { parseCivil, parseMonth, parseTime } from "@/lib/dates";

const id = z.uuid({ error: "请重新选择" });
const version = z.coerce.number({ error: "请刷新页面再办" }).int();
const reason = (ask: string) =>
  z.string({ error: ask }).trim().min(2, { error: ask }).max(200, { error: "最多 200 个字" });
const time = z
  .string({ error: "请填写时间" })
  .refine((text) => parseTime(text) !== undefined, "请按 08:30 的样子填写时间");
export const day = z.string({ error: "请选择日期" }).refine((text) => parseCivil(text) !== undefined, "请选择日期");

const host = z.object({
  leaderId: id.optional(),
  room: z.string().trim().max(20, { error: "最多 20 个字" }).optional(),
  field: z.string().trim().max(40, { error: "最多 40 个字" }).optional(),
});

/** What a draft says: date, place, times and the leaders in duty order; rows without a leader are left out. */
export const DraftDay = z.object({
  month: z.string({ error: "请选择月份" }).refine((text) => parseMonth(text) !== undefined, "请选择月份"),
  actualOn: day,
  dateReason: z.string().trim().max(100, { error: "最多 100 个字" }).optional(),
  place: z.string({ error: "请填写地点" }).trim().min(2, { error: "请填写地点" }).max(60, { error: "最多 60 个字" }),
  fromTime: time,
  toTime: time,
  slotMinutes: z.coerce
    .number({ error: "请选择时段长度" })
    .pipe(z.literal([10, 15, 20, 30], { error: "请选择时段长度" })),
  recorderId: id.optional(),
  hosts: z.array(host).default([]),
});
export type DraftDay = z.output<typeof DraftDay>;

export const EditDraft = DraftDay.extend({ dayId: id, version });
export type EditDraft = z.output<typeof EditDraft>;

export const PublishDay = z.object({ dayId: id, version, lateReason: z.string().trim().max(100).optional() });
export type PublishDay = z.output<typeof PublishDay>;

export const DropDraft = z.object({ dayId: id, version });
export type DropDraft = z.output<typeof DropDraft>;

/** 改期: the whole day moves to another date; times of day and seats stay. */
export const RescheduleDay = z.object({
  dayId: id,
  version,
  actualOn: day,
  reason: reason("请写明为什么改期，职工看得到"),
});
export type RescheduleDay = z.output<typeof RescheduleDay>;

export const CancelDay = z.object({ dayId: id, version, reason: reason("请写明为什么取消，职工看得到") });
export type CancelDay = z.output<typeof CancelDay>;

/** 换领导: without a substitute the leader's remaining cells are retired. */
export const SubstituteHost = z.object({
  dayId: id,
  leaderId: id,
  substituteId: id.optional(),
  reason: reason("请写明为什么换人"),
});
export type SubstituteHost = z.output<typeof SubstituteHost>;

/** Retires one cell; an occupied one only on purpose. */
export const RetireCell = z.object({
  slotId: id,
  reason: reason("请写明为什么取消这个时段"),
  evenIfBooked: z.literal("on").optional(),
});
export type RetireCell = z.output<typeof RetireCell>;

/** Keeps a cell for one unit until the release of what is kept back; without a unit it is open to all again. */
export const AllotCell = z.object({ slotId: id, unitId: id.optional() });
export type AllotCell = z.output<typeof AllotCell>;

export const RunDay = z.object({
  dayId: id,
  version,
  note: z.string().trim().max(500, { error: "最多 500 个字" }).optional(),
});
export type RunDay = z.output<typeof RunDay>;
