import { addDays, ageOn, daysBetween, type CivilDate } from "@/lib/dates";
import type { ClosureKind, RoomUse, StayState } from "@/prisma/generated/enums";

/** A claim on a bed as the rules see it. */
export type StayFacts = {
  state: StayState;
  inOn: CivilDate | null;
  leavingOn: CivilDate | null;
  outOn: CivilDate | null;
  moveInBy: CivilDate | null;
  awayFrom: CivilDate | null;
  awayTo: CivilDate | null;
};

export type ClosureFacts = { kind: ClosureKind; fromOn: CivilDate; toOn: CivilDate | null };

/**
 * Whether the stay sleeps in its bed in the night that begins on that day: from the day of moving in up to, and not
 * including, the day of moving out. The one definition of "occupied"; every figure, board and register reads it.
 * Somebody who is away with the bed kept (留床) still occupies it.
 */
export function sleepsOn({ state, inOn, outOn }: Pick<StayFacts, "state" | "inOn" | "outOn">, night: CivilDate) {
  return (
    (state === "LIVING" || state === "LEFT") && inOn !== null && inOn <= night && (outOn === null || night < outOn)
  );
}

/** Whether two stays in one bed, or of one person, share a night. The day of moving out is free for the next. */
export function overlap(
  one: { inOn: CivilDate; outOn: CivilDate | null },
  other: { inOn: CivilDate; outOn: CivilDate | null },
): boolean {
  const isBefore = (a: typeof one, b: typeof one) => a.outOn !== null && a.outOn <= b.inOn;
  const isEmpty = (a: typeof one) => a.outOn !== null && a.outOn <= a.inOn;

  return !isEmpty(one) && !isEmpty(other) && !isBefore(one, other) && !isBefore(other, one);
}

/** Whether a closure takes its room or bed out in that night; its last day is included. */
export function closesOn({ fromOn, toOn }: ClosureFacts, night: CivilDate): boolean {
  return fromOn <= night && (toOn === null || night <= toOn);
}

export type BedState = "OCCUPIED" | "AWAY" | "HELD" | "REPAIR" | "OUT_OF_USE" | "FREE";
export type BedFacts = { stays: readonly StayFacts[]; closures: readonly ClosureFacts[] };

/**
 * What one bed is in a night: somebody in it comes before everything (also in a room that was closed with people in it),
 * then a closure, then a claim that waits for moving in, else it is free.
 */
export function stateOfBed({ stays, closures }: BedFacts, night: CivilDate): BedState {
  const sleeper = stays.find((stay) => sleepsOn(stay, night));
  if (sleeper) return isAway(sleeper, night) ? "AWAY" : "OCCUPIED";
  const closure = closures.find((one) => closesOn(one, night));
  if (closure) return closure.kind;

  return stays.some(({ state }) => state === "HELD") ? "HELD" : "FREE";
}

/** Occupied as the figures count it: 留床 included. */
export function isOccupied(state: BedState): boolean {
  return state === "OCCUPIED" || state === "AWAY";
}

function isAway({ awayFrom, awayTo }: StayFacts, night: CivilDate): boolean {
  return awayFrom !== null && awayTo !== null && awayFrom <= night && night <= awayTo;
}

/** From when the bed is free, as far as anybody has said; null = nobody knows. */
export function freeFrom(bed: BedFacts, night: CivilDate): CivilDate | null {
  const living = bed.stays.find(({ state }) => state === "LIVING" || state === "HELD");
  if (living) return living.leavingOn;
  const closed = bed.closures.filter((one) => closesOn(one, night) || one.fromOn > night);
  if (closed.some(({ toOn }) => toOn === null)) return null;
  const last = closed
    .map(({ toOn }) => toOn ?? night)
    .sort()
    .at(-1);

  return last === undefined ? night : addDays(last, 1);
}

export type Fit = {
  sex: "MALE" | "FEMALE" | null;
  /** lives with the spouse, proved or both in the system */
  isCouple: boolean;
};

/** Why this person may not sleep in this room; undefined when it fits. Rank never overrides it. */
export function refuseRoom(use: RoomUse, { sex, isCouple }: Fit): string | undefined {
  if (use === "FAMILY_VISIT") return "探亲房只按晚预订，不能长住。";
  if (use === "COUPLE") return isCouple ? undefined : "这是夫妻房，要登记配偶并看过结婚证。";
  if (sex === null) return "职工的性别还没有登记，请先补上再分床。";

  return use === sex ? undefined : `这是${use === "MALE" ? "男" : "女"}室，性别不符，请换一张床。`;
}

/** 下铺: from this age on, with a disability, or asked for because of health. */
export function needsLower(
  { birth, isDisabled, asked }: { birth: CivilDate | null; isDisabled: boolean; asked: boolean },
  on: CivilDate,
  age: number,
): boolean {
  return asked || isDisabled || (birth !== null && ageOn(birth, on) >= age);
}

/** The last day for moving in; from the day after the bed goes to the next in line. */
export function moveInBy(allottedOn: CivilDate, days: number): CivilDate {
  return addDays(allottedOn, days);
}

/** Whether the offer has lapsed: never on the last day itself. */
export function hasLapsed({ state, moveInBy: last }: Pick<StayFacts, "state" | "moveInBy">, today: CivilDate): boolean {
  return state === "HELD" && last !== null && last < today;
}

/** Why the bed cannot be kept for so long; undefined when it can. */
export function refuseAway(from: CivilDate, to: CivilDate, most: number): string | undefined {
  if (to < from) return "回来的日期不能早于离开的日期。";

  return daysBetween(from, to) + 1 > most ? `留床最多 ${most} 天，请改短，或者办退宿。` : undefined;
}

/** `阳光宿舍1号楼101室A床` */
export function bedName({ site, room, label }: { site: string; room: string; label: string }): string {
  return `${site}${room}${label}床`;
}

/** Where a bed is, as it is said at the door and written down as the person's address. */
export function dwellingOf(site: { name: string; address: string }, room: { building: string; name: string }): string {
  return `${site.address}（${site.name}）${room.building}${room.name}室`;
}
