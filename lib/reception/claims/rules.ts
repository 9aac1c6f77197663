import { civilOf, formatDay, formatTime, type CivilDate } from "@/lib/dates";
import { refuseWindow, type DayWindow } from "@/lib/reception/bookings/rules";
import type { Channel } from "@/prisma/generated/enums";

/** What the committed state says about a claim that got no seat. */
export type Standing = {
  sameKey: { id: string; personId: string; ticketNo: number } | null;
  live: { id: string; ticketNo: number; startsAt: Date } | null;
  /** open booking on another day, where the channel is held to one */
  otherId: string | null;
  day: DayWindow & { id: string };
  cell: { startsAt: Date; isRetired: boolean };
  /** the date that the person saw, if the form said it */
  seenOn: CivilDate | null;
  /** whether the person is within reach and may be booked for */
  isPerson: boolean;
  /** seats of the cell that nobody holds */
  free: number;
};

export type Answer =
  | { kind: "same"; bookingId: string; ticketNo: number }
  | { kind: "key" | "closed" | "changed" | "gone" | "full" | "again"; sentence: string }
  | { kind: "person"; sentence: string }
  | { kind: "already" | "elsewhere"; sentence: string; bookingId: string };

export const BUSY = "现在预约的人多，请再点一次";

/**
 * The answer to a claim that got no seat, in the order of reception guide §3.2: the same form again, the person's own
 * booking, the day, the seat. "again" means that seats are free and the rush only missed them: never say "full" then.
 */
export function answerTo(standing: Standing, personId: string, channel: Channel, now: Date): Answer {
  const { sameKey, live, otherId, day, cell, seenOn, isPerson, free } = standing;
  if (sameKey?.personId === personId) return { kind: "same", bookingId: sameKey.id, ticketNo: sameKey.ticketNo };
  if (sameKey) return { kind: "key", sentence: "这张预约表已经用过了，请回到选时间的页面重新选" };
  if (!isPerson) return { kind: "person", sentence: "没有找到这位职工，或者不能在这里给他预约，请查一下工号" };
  if (live) {
    const sentence = `已经约了${formatDay(civilOf(live.startsAt))} ${formatTime(live.startsAt)}，${live.ticketNo}号。一天只能约一次，要换时间请用「改时间」`;
    return { kind: "already", sentence, bookingId: live.id };
  }
  const closed = refuseWindow(day, channel, now);
  if (closed !== undefined) return { kind: "closed", sentence: closed };
  if (otherId !== null) {
    return {
      kind: "elsewhere",
      sentence: "已经约了另一次接待日，先去那一次；要换到这天，请用「改时间」",
      bookingId: otherId,
    };
  }
  if (seenOn !== null && seenOn !== civilOf(cell.startsAt)) {
    return { kind: "changed", sentence: `接待日改到${formatDay(civilOf(cell.startsAt))}了，请看清新的日期再约` };
  }
  if (cell.isRetired) return { kind: "gone", sentence: "这个时间已经取消了，请另选一个时间" };
  if (now >= cell.startsAt) return { kind: "gone", sentence: "这个时间已经过了，请另选一个时间" };
  if (free === 0) return { kind: "full", sentence: `${formatTime(cell.startsAt)}刚被别人约走了` };
  return { kind: "again", sentence: BUSY };
}
