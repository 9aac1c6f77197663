import { z } from "zod";
import { civil, id, needed, requestKey, staffNo, version, wholeNumber } from "@/lib/dormitories/schema";
import { relationWords, type Relation } from "@/lib/dormitories/visits/words";

const wish = {
  requestKey,
  siteId: z.uuid({ error: "请选择住哪个宿舍" }),
  fromOn: civil("请填写哪天来"),
  nights: wholeNumber(1, 60, "请选择住几晚"),
  guests: wholeNumber(1, 6, "请填写来几个人，最多 6 个"),
  relative: needed(2, 30, "请填写来的人的姓名"),
  relation: z.enum(Object.keys(relationWords) as [Relation, ...Relation[]], { error: "请选择来的人是您的什么人" }),
};

/** On the phone, for oneself. */
export const BookMine = z.object(wish);
export type BookMine = z.output<typeof BookMine>;

/** By the office or the warden, for a worker; the room may be chosen. */
export const BookVisit = z.object({
  ...wish,
  staffNo: staffNo("请填写职工的工号"),
  roomId: z.uuid().optional(),
});
export type BookVisit = z.output<typeof BookVisit>;

const which = { bookingId: id, version };

export const TouchVisit = z.object(which);
export type TouchVisit = z.output<typeof TouchVisit>;

export const CancelVisit = z.object({ ...which, reason: needed(2, 200, "请写明为什么取消") });
export type CancelVisit = z.output<typeof CancelVisit>;

export const ArriveVisit = z.object({ ...which, policeOn: civil("请填写哪天登记的").optional() });
export type ArriveVisit = z.output<typeof ArriveVisit>;

export const RevealGuest = z.object({
  bookingId: id,
  reason: needed(4, 100, "请写明为什么要看，不少于 4 个字"),
});
export type RevealGuest = z.output<typeof RevealGuest>;

/** Filters as they stand in the URL; a hand-made value that means nothing is no filter. */
export const VisitFilter = z.object({
  tab: z.enum(["coming", "staying", "ended"]).catch("coming"),
  site: z.uuid().optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type VisitFilter = z.output<typeof VisitFilter>;

export const CalendarFilter = z.object({
  site: z.uuid().optional().catch(undefined),
  from: z
    .string()
    .refine((text) => civil("").safeParse(text).success)
    .optional()
    .catch(undefined),
});
export type CalendarFilter = z.output<typeof CalendarFilter>;
