import { addDays, addMonths, type CivilDate } from "@/lib/dates";

/** The sheet: 100 points in six groups (domain guide §5). The four of 管理制度 are shared out evenly as far as 15 goes. */
export const sheet = {
  fireSafety: {
    name: "消防用电安全",
    items: {
      wiring: { name: "没有私拉电线", max: 8 },
      appliances: { name: "没有违规电器", max: 7 },
      escape: { name: "灭火器、通道", max: 10 },
    },
  },
  hygiene: {
    name: "卫生",
    items: {
      floor: { name: "地面", max: 6 },
      bedding: { name: "床铺", max: 7 },
      washroom: { name: "卫生间、浴室", max: 8 },
      rubbish: { name: "垃圾", max: 4 },
    },
  },
  facilities: {
    name: "设施完好",
    items: {
      climate: { name: "暖气、空调", max: 8 },
      hotWater: { name: "热水、洗浴", max: 6 },
      canteen: { name: "食堂", max: 6 },
    },
  },
  rules: {
    name: "管理制度",
    items: {
      duty: { name: "值班", max: 4 },
      resident: { name: "宿舍长", max: 4 },
      ledger: { name: "登记台账", max: 4 },
      visitors: { name: "访客登记", max: 3 },
    },
  },
  order: { name: "文明秩序", items: { conduct: { name: "文明秩序", max: 10 } } },
  culture: { name: "特色文化", items: { culture: { name: "特色文化", max: 5 } } },
} as const;

export type SheetItem = { code: string; name: string; max: number; group: string };

/** Every item of the sheet in its order. */
export const sheetItems: readonly SheetItem[] = Object.values(sheet).flatMap(({ name: group, items }) =>
  Object.entries(items as Record<string, { name: string; max: number }>).map(([code, item]) => ({
    code,
    group,
    ...item,
  })),
);

/** Points of one sheet, 0–100; throws for an item that is missing or out of its range. */
export function totalOf(points: Readonly<Record<string, number>>): number {
  return sheetItems.reduce((sum, { code, max }) => {
    const value = points[code];
    if (value === undefined || !Number.isInteger(value) || value < 0 || value > max)
      throw new RangeError(`points of ${code}: ${value}`);

    return sum + value;
  }, 0);
}

/** Average of the inspectors in tenths of a point, rounded half up; null before two have scored. */
export function averageTenths(totals: readonly number[]): number | null {
  if (totals.length < 2) return null;
  const sum = totals.reduce((all, total) => all + total, 0);

  return Math.floor((sum * 20 + totals.length) / (totals.length * 2));
}

export type Thresholds = { fiveFrom: number; fourFrom: number; threeFrom: number };

/** Stars of an average: from the threshold up, rated from three; a veto (fire, electricity, food, gas) takes them all. */
export function starsOf(tenths: number, isVetoed: boolean, { fiveFrom, fourFrom, threeFrom }: Thresholds): number {
  if (isVetoed) return 0;
  if (tenths >= fiveFrom * 10) return 5;
  if (tenths >= fourFrom * 10) return 4;

  return tenths >= threeFrom * 10 ? 3 : 0;
}

/** The last day of a star that was awarded on that day. */
export function starValidTo(awardedOn: CivilDate, months: number): CivilDate {
  return addDays(addMonths(awardedOn, months), -1);
}

export type Award = {
  stars: number | null;
  awardedOn: CivilDate | null;
  validTo: CivilDate | null;
  loweredTo: number | null;
};

/** Stars in force on that day: the award while it is valid, lowered where it was lowered. */
export function starsOn({ stars, awardedOn, validTo, loweredTo }: Award, on: CivilDate): number {
  if (stars === null || awardedOn === null || awardedOn > on || (validTo !== null && validTo < on)) return 0;

  return loweredTo ?? stars;
}

/** `88.5` */
export function points(tenths: number | null): string {
  return tenths === null ? "—" : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** The site rating that a star word shows. */
export function starWord(stars: number): string {
  return { 3: "三星", 4: "四星", 5: "五星" }[stars] ?? "未评星";
}
