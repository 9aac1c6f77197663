import { addDays, daysBetween, type CivilDate } from "@/lib/dates";

/** The nights from the day of coming up to, and not including, the day of leaving. */
export function nightsOf({ fromOn, toOn }: { fromOn: CivilDate; toOn: CivilDate }): CivilDate[] {
  return Array.from({ length: Math.max(0, daysBetween(fromOn, toOn)) }, (_, i) => addDays(fromOn, i));
}

export type VisitLimits = { most: number; ahead: number };

/** Why these nights cannot be booked whoever else comes; undefined when they can. */
export function refuseNights(
  { fromOn, nights }: { fromOn: CivilDate; nights: number },
  { most, ahead }: VisitLimits,
  today: CivilDate,
): { sentence: string; field: "fromOn" | "nights" } | undefined {
  if (fromOn < today) return { sentence: "来的日子不能早于今天，请改一下。", field: "fromOn" };
  if (daysBetween(today, fromOn) > ahead)
    return { sentence: `最早提前 ${ahead} 天订，请过些天再来订。`, field: "fromOn" };
  if (nights > most) return { sentence: `一次最多住 ${most} 晚，请改少一些。`, field: "nights" };

  return undefined;
}

/** A room and the nights in which nobody else can have it: booked, or shut for repair. */
export type RoomNights = { id: string; taken: ReadonlySet<CivilDate> };

/** The first room in the order of the house that is free in every one of the nights. */
export function roomFor<T extends RoomNights>(rooms: readonly T[], nights: readonly CivilDate[]): T | undefined {
  return rooms.find(({ taken }) => nights.every((night) => !taken.has(night)));
}

/**
 * The next days on which somebody can come for so many nights, in whichever room, the soonest first.
 * @param last the last day on which one may come
 */
export function nextFree(
  rooms: readonly RoomNights[],
  { fromOn, last, nights, count }: { fromOn: CivilDate; last: CivilDate; nights: number; count: number },
): CivilDate[] {
  const found: CivilDate[] = [];
  for (let day = fromOn; day <= last && found.length < count; day = addDays(day, 1))
    if (roomFor(rooms, nightsOf({ fromOn: day, toOn: addDays(day, nights) }))) found.push(day);

  return found;
}

/** So many nights or more, and the guests are registered with the police before they move in. */
export function needsPolice(nights: number, from: number): boolean {
  return nights >= from;
}

type Times = { fromOn: CivilDate; toOn: CivilDate };

/** Why nobody can move in today; undefined when one can. Registered with the police first, where that is required. */
export function refuseArrival(
  { fromOn, toOn, isPoliceNeeded }: Times & { isPoliceNeeded: boolean },
  policeOn: CivilDate | undefined,
  today: CivilDate,
): { sentence: string; field?: "policeOn" } | undefined {
  if (today < fromOn) return { sentence: "还没到来的日子，不能办入住。早来的话，请取消后重新订。" };
  if (today >= toOn) return { sentence: "订的日子已经过了，请登记「没有来」，再重新订。" };
  if (isPoliceNeeded && !policeOn)
    return { sentence: "住的晚数多，要先到派出所登记，请填登记的日期。", field: "policeOn" };
  if (policeOn && policeOn > today) return { sentence: "派出所登记的日期不能晚于今天。", field: "policeOn" };

  return undefined;
}

/** 没有来 is said from the day after the first night on: until then somebody may still come. */
export function refuseMissed({ fromOn }: Pick<Times, "fromOn">, today: CivilDate): string | undefined {
  return today > fromOn ? undefined : "当天晚上还可能来，第二天起再登记「没有来」。";
}
