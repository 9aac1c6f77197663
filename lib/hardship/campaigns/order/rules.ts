import { levelWords } from "@/lib/hardship/words";
import { yuan } from "@/lib/money";
import type { HardshipLevel } from "@/prisma/generated/enums";

/** What the relief order compares (domain.md §14), as it was when the list was frozen. */
export type Keys = {
  level: HardshipLevel | null;
  isLeader: boolean;
  isOffice: boolean;
  isRetired: boolean;
  completeAt: Date;
  /** number of the file, or 工号: unique in a campaign, so that no two households are equal */
  no: string;
};

export type Ordered = Keys & { placeByHand: number | null };

const need = { DEEP: 0, ACCIDENT: 1, RELATIVE: 2 } satisfies Record<HardshipLevel, number>;

/** RELIEF key = (need, leader, office, retired, complete, number), each the smaller the earlier. */
function keyOf(keys: Keys): readonly (number | string)[] {
  return [
    keys.level === null ? 3 : need[keys.level],
    Number(keys.isLeader),
    Number(keys.isOffice),
    keys.isRetired ? 0 : 1,
    keys.completeAt.getTime(),
    keys.no,
  ];
}

/** Negative when the first of two households comes first; 0 only for one and the same. */
export function compareRelief(one: Keys, other: Keys): number {
  const [mine, yours] = [keyOf(one), keyOf(other)];
  const at = mine.findIndex((part, i) => part !== yours[i]);

  return at < 0 ? 0 : (mine[at] ?? 0) < (yours[at] ?? 0) ? -1 : 1;
}

/**
 * The households in the relief order, whatever order they came in; a place given by hand is taken afterwards, the lower
 * place first, and everybody else keeps the order among themselves.
 */
export function inReliefOrder<T extends Ordered>(rows: readonly T[]): T[] {
  const sorted = rows.filter(({ placeByHand }) => placeByHand === null).sort(compareRelief);
  const moved = rows
    .filter(({ placeByHand }) => placeByHand !== null)
    .sort((a, b) => (a.placeByHand ?? 0) - (b.placeByHand ?? 0) || compareRelief(a, b));
  for (const row of moved) sorted.splice(Math.max(0, (row.placeByHand ?? 1) - 1), 0, row);

  return sorted;
}

/**
 * How many households from the top the money reaches. Nobody below the first one that it does not reach gets any, so that
 * a cheaper household never overtakes a needier one.
 * @param fundsFen money there is, 分
 */
export function reach(amounts: readonly bigint[], fundsFen: bigint): number {
  let left = fundsFen;
  const cut = amounts.findIndex((amount) => (left -= amount) < 0n);

  return cut < 0 ? amounts.length : cut;
}

/** The six keys as they stand beside each place. */
export function sixKeys(keys: Keys): { label: string; value: string }[] {
  return [
    { label: "困难程度", value: keys.level === null ? "没有定等级" : levelWords[keys.level] },
    { label: "职工还是领导", value: keys.isLeader ? "领导干部" : "职工" },
    { label: "基层还是机关", value: keys.isOffice ? "机关" : "基层" },
    { label: "退休还是在职", value: keys.isRetired ? "退休" : "在职" },
    { label: "材料齐全的时间", value: timeOf(keys.completeAt) },
    { label: "编号", value: keys.no },
  ];
}

/** To the second and in Shanghai's time, because two applications of one day are told apart by it. */
function timeOf(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

/** In which key a household stands behind the one before it, in words; empty for the first. */
export function behindIn(before: Keys | null, own: Keys): string {
  if (!before) return "";
  const [ahead, mine] = [keyOf(before), keyOf(own)];
  const at = mine.findIndex((part, i) => part !== ahead[i]);
  const [first, second] = [sixKeys(before)[at], sixKeys(own)[at]];

  return first && second ? `和前一名比，差在${second.label}：前一名是${first.value}，本户是${second.value}。` : "";
}

type Place = { place: number; total: number; reached: number; fundsFen: bigint; isByHand: boolean };

/** Why a household is in or out, in a sentence that can be read to it. */
export function placeWords({ place, total, reached, fundsFen, isByHand }: Place): string {
  const hand = isByHand ? "（次序由人工调整，要经领导批准）" : "";
  if (place <= reached) return `排第 ${place} 名，共 ${total} 户，在这次慰问范围内${hand}。`;

  return `排第 ${place} 名，共 ${total} 户；资金 ${yuan(fundsFen)} 元只够到第 ${reached} 名，这次没有安排上${hand}。`;
}

/** Four digits, so that places sort as text. */
export function placeText(place: number): string {
  return String(place).padStart(4, "0");
}
