import { refuseRoom } from "@/lib/dormitories/rules";

/** 深度 → 意外 → 相对 → 无, the fourth key of the order. */
export const needOf = { DEEP: 0, ACCIDENT: 1, RELATIVE: 2 } as const;
export const noNeed = 3;

/** Which beds somebody waits for: the place in the line counts among those who wait for the same kind. */
export function kindOf({ sex, spouseId }: { sex: "MALE" | "FEMALE" | null; spouseId: string | null }) {
  return spouseId ? ("COUPLE" as const) : sex;
}

/** The six attributes as they are frozen into a round. */
export type Keys = {
  isLeader: boolean;
  isOffice: boolean;
  isRetired: boolean;
  need: number;
  completeAt: Date;
  caseNumber: string;
};

/**
 * The order of sharing out beds (domain guide §14): 先职工后领导，先基层后机关，先退休后在职, then need, then who was complete
 * first, then the case number, which nobody shares. Total and antisymmetric, whatever the order of the input.
 * @returns negative when `one` comes first
 */
export function compareKeys(one: Keys, other: Keys): number {
  return (
    Number(one.isLeader) - Number(other.isLeader) ||
    Number(one.isOffice) - Number(other.isOffice) ||
    Number(other.isRetired) - Number(one.isRetired) ||
    one.need - other.need ||
    one.completeAt.getTime() - other.completeAt.getTime() ||
    (one.caseNumber < other.caseNumber ? -1 : one.caseNumber > other.caseNumber ? 1 : 0)
  );
}

/** A copy in the order of the keys. */
export function ranked<T extends Keys>(entrants: readonly T[]): T[] {
  return [...entrants].sort(compareKeys);
}

const needWords = ["深度困难", "意外致困", "相对困难", "无困难档案"] as const;

/** The six keys in words, for every place: anybody can see why. */
export function keyWords(keys: Keys, completeOn: string): string[] {
  return [
    keys.isLeader ? "领导" : "职工",
    keys.isOffice ? "机关" : "基层",
    keys.isRetired ? "退休" : "在职",
    needWords[keys.need] ?? "无困难档案",
    completeOn,
    keys.caseNumber,
  ];
}

/** What stands above the six keys in a table. */
export const keyHeads = ["身份", "基层机关", "在职", "困难", "交齐日期", "编号"] as const;

/** The six keys for a table: an empty cell where nobody is in hardship, as nearly everywhere. */
export function keyCells(keys: Keys, completeOn: string): string[] {
  return keyWords(keys, completeOn).map((word, i) => (i === 3 && keys.need === noNeed ? "" : word));
}

/** What the order asks of the roster; an unknown one blocks the freeze, it is never guessed. */
export type Known = { name: string; sex: string | null; birth: string | null };

/** One sentence that names everybody whose attributes are missing and what; undefined when all is known. */
export function unknownAttributes(entrants: readonly Known[]): string | undefined {
  const blocked = entrants.flatMap(({ name, sex, birth }) => {
    const missing = [sex === null && "性别", birth === null && "出生日期"].filter(Boolean);

    return missing.length > 0 ? [`${name}（${missing.join("、")}）`] : [];
  });

  return blocked.length > 0 ? `还不能排定，先请人事科补上：${blocked.join("；")}。` : undefined;
}

export type Wanting = Keys & {
  id: string;
  sitesWish: readonly string[];
  shift: string;
  isLowerNeeded: boolean;
  /** why this bed does not suit, by the eligibility rules; rank never overrides it */
  refuses: (bed: OfferedBed) => string | undefined;
};

export type OfferedBed = {
  id: string;
  siteId: string;
  roomId: string;
  use: "MALE" | "FEMALE" | "COUPLE" | "FAMILY_VISIT";
  tier: "LOWER" | "UPPER" | "SINGLE";
  /** shift of those who sleep in the room; null for an empty room or a mixed one */
  roomShift: string | null;
  /** in the order in which one reads the house */
  place: number;
};

/**
 * Gives beds out in the order of the line: the first in line takes the bed that suits best (a site wished for, same shift
 * in the room, a lower bunk only for who needs it), then the second. Who needs a lower bunk gets none above.
 * @returns by entrant the bed, or null for who waits on; same answer whatever the order of the input
 */
export function shareOutBeds(entrants: readonly Wanting[], beds: readonly OfferedBed[]): Map<string, string | null> {
  const left = [...beds].sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
  const shifts = new Map(beds.map(({ roomId, roomShift }) => [roomId, roomShift]));
  const given = new Map<string, string | null>();
  for (const entrant of ranked(entrants)) {
    const best = left
      .filter((bed) => entrant.refuses(bed) === undefined && mayTake(entrant, bed))
      .map((bed, place) => ({ bed, worth: [...worthOf(entrant, bed, shifts.get(bed.roomId) ?? null), place] }))
      .sort((one, other) => compareWorth(one.worth, other.worth))[0]?.bed;
    given.set(entrant.id, best?.id ?? null);
    if (!best) continue;
    left.splice(left.indexOf(best), 1);
    if (!shifts.get(best.roomId)) shifts.set(best.roomId, entrant.shift);
  }

  return given;
}

function mayTake({ isLowerNeeded, sitesWish }: Wanting, bed: OfferedBed): boolean {
  return !(isLowerNeeded && bed.tier === "UPPER") && (sitesWish.length === 0 || sitesWish.includes(bed.siteId));
}

function worthOf({ sitesWish, shift, isLowerNeeded }: Wanting, bed: OfferedBed, roomShift: string | null): number[] {
  const wish = Math.max(0, sitesWish.indexOf(bed.siteId));
  const rhythm = roomShift === shift ? 0 : roomShift === null ? 1 : 2;
  const bunk = isLowerNeeded ? 0 : bed.tier === "UPPER" ? 0 : 1;

  return [rhythm === 2 ? 1 : 0, wish, rhythm, bunk];
}

function compareWorth(one: readonly number[], other: readonly number[]): number {
  for (const [i, value] of one.entries()) if (value !== other[i]) return value - (other[i] ?? 0);

  return 0;
}

/** Whether the bed suits somebody in the line without asking: sex, lower bunk, a site that is wished for; no couples. */
export function suitsBed(
  entrant: Pick<Wanting, "sitesWish" | "isLowerNeeded"> & { sex: "MALE" | "FEMALE" | null; spouseId: string | null },
  bed: Pick<OfferedBed, "use" | "tier" | "siteId">,
): boolean {
  if (entrant.spouseId || refuseRoom(bed.use, { sex: entrant.sex, isCouple: false })) return false;
  if (entrant.isLowerNeeded && bed.tier === "UPPER") return false;

  return entrant.sitesWish.length === 0 || entrant.sitesWish.includes(bed.siteId);
}
