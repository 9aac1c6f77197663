import { addDays, dateColumn, daysBetween, firstDayOf, lastDayOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { sleepsOn, type StayFacts } from "@/lib/dormitories/rules";
import type { Utility } from "@/prisma/generated/enums";

/** In the order in which they are read, shown and paid. */
export const utilities = ["ELECTRICITY", "WATER", "GAS", "HEATING"] as const satisfies readonly Utility[];

/** Which dated parameters a meter goes by: 分 for one unit, and units that a head has free in a month. */
export const tariffKeys = {
  ELECTRICITY: { price: "dormitories.electricityPrice", free: "dormitories.electricityFree" },
  WATER: { price: "dormitories.waterPrice", free: "dormitories.waterFree" },
  GAS: { price: "dormitories.gasPrice", free: "dormitories.gasFree" },
  HEATING: { price: "dormitories.heatingPrice", free: "dormitories.heatingFree" },
} as const satisfies Record<Utility, { price: string; free: string }>;

/** What somebody read on a meter, in hundredths of its unit. */
export type Reading = {
  previous: number;
  shown: number;
  /** 换表: where the old meter ended, where the new one began */
  changed?: { oldEnd: number; newStart: number } | undefined;
};

/** Why the figures cannot be; undefined when they can. A meter runs backwards only where it was changed. */
export function refuseReading({ previous, shown, changed }: Reading): { sentence: string; field: string } | undefined {
  if (!changed)
    return shown < previous
      ? { sentence: `比上次的 ${quantity(previous)} 还小，请核对；换过表的请勾选「换过表」。`, field: "shown" }
      : undefined;
  if (changed.oldEnd < previous)
    return { sentence: `旧表的止数不能小于上次的 ${quantity(previous)}，请核对。`, field: "oldEnd" };
  if (shown < changed.newStart) return { sentence: "这次的读数不能小于新表的起数，请核对。", field: "shown" };

  return undefined;
}

/** What was used since the last reading, in hundredths. */
export function usedOf({ previous, shown, changed }: Reading): number {
  return changed ? changed.oldEnd - previous + (shown - changed.newStart) : shown - previous;
}

/** Three times the month before is rarely true: asked, not refused. */
export function isUnlikely(used: number, before: number | undefined): boolean {
  return before !== undefined && before > 0 && used > before * 3;
}

/** What Prisma wants for the column of a month. */
export const monthColumn = (month: CivilMonth): Date => dateColumn(firstDayOf(month));

/** The nights of a month. */
export function nightsOfMonth(month: CivilMonth): CivilDate[] {
  return Array.from({ length: daysIn(month) }, (_, i) => addDays(firstDayOf(month), i));
}

/** How many of these nights one stay slept there, by the one definition of who sleeps where. */
export function nightsIn(stay: Pick<StayFacts, "state" | "inOn" | "outOn">, nights: readonly CivilDate[]): number {
  return nights.filter((night) => sleepsOn(stay, night)).length;
}

export function daysIn(month: CivilMonth): number {
  return daysBetween(firstDayOf(month), lastDayOf(month)) + 1;
}

/** Whoever slept there, with the nights of the month. */
export type Sleeper = { personId: string; nights: number };
export type Meter = { utility: Utility; used: number; priceFen: number; freeUnits: number };
export type MeterCost = Meter & { free: number; excess: number; costFen: number; sharedFen: number };

/**
 * What a meter costs and what of it is shared out. Free is so much per head and full month, in proportion to the nights;
 * quantities in hundredths, money in whole 分. Where nobody slept nobody pays.
 */
export function costOf(meter: Meter, nights: number, days: number): MeterCost {
  const free = Math.min(meter.used, Math.floor((meter.freeUnits * 100 * nights) / days));
  const excess = meter.used - free;
  const money = (hundredths: number) => Math.round((hundredths * meter.priceFen) / 100);

  return { ...meter, free, excess, costFen: money(meter.used), sharedFen: nights > 0 ? money(excess) : 0 };
}

/**
 * Shares out a sum by nights, to the 分, so that the shares add up to it exactly: everybody gets the whole part, what is
 * left goes 分 by 分 to the largest remainders; of two alike the one whose id comes first.
 * @param totalFen whole 分, not below zero
 */
export function sharesOf(totalFen: number, sleepers: readonly Sleeper[]): Map<string, number> {
  const all = sleepers.reduce((sum, { nights }) => sum + nights, 0);
  if (all === 0) return new Map();
  const parts = sleepers.map(({ personId, nights }) => {
    const exact = BigInt(totalFen) * BigInt(nights);

    return { personId, whole: Number(exact / BigInt(all)), rest: Number(exact % BigInt(all)) };
  });
  const left = totalFen - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest || (a.personId < b.personId ? -1 : 1))
      .slice(0, left)
      .map(({ personId }) => personId),
  );

  return new Map(parts.map(({ personId, whole }) => [personId, whole + (first.has(personId) ? 1 : 0)]));
}

const columnOf = {
  ELECTRICITY: "electricityFen",
  WATER: "waterFen",
  GAS: "gasFen",
  HEATING: "heatingFen",
} as const satisfies Record<Utility, string>;
type Parts = Record<(typeof columnOf)[Utility], bigint>;

/**
 * The settlement of one month: what each meter costs, and of what is shared out everybody's part, meter by meter.
 * @returns sums in 分; the shares of each meter add up to what of it is shared
 */
export function settlementOf<M extends Meter, S extends Sleeper>(
  meters: readonly M[],
  sleepers: readonly S[],
  days: number,
) {
  const nights = sleepers.reduce((sum, one) => sum + one.nights, 0);
  const lines = meters.map((meter) => ({ ...meter, ...costOf(meter, nights, days) }));
  const shared = lines.map(({ utility, sharedFen }) => ({ utility, parts: sharesOf(sharedFen, sleepers) }));

  return {
    nights,
    heads: sleepers.length,
    costFen: BigInt(lines.reduce((sum, { costFen }) => sum + costFen, 0)),
    sharedFen: BigInt(lines.reduce((sum, { sharedFen }) => sum + sharedFen, 0)),
    lines,
    shares: sleepers.map((one) => {
      const own: Parts = { electricityFen: 0n, waterFen: 0n, gasFen: 0n, heatingFen: 0n };
      for (const { utility, parts } of shared) own[columnOf[utility]] = BigInt(parts.get(one.personId) ?? 0);
      const totalFen = own.electricityFen + own.waterFen + own.gasFen + own.heatingFen;

      return { ...one, ...own, totalFen };
    }),
  };
}

export type HeatingSeason = { from: string; to: string };

/** Whether a day is in the heating season, which runs over the turn of the year; both ends belong to it. */
export function isHeated(day: CivilDate, { from, to }: HeatingSeason): boolean {
  const monthDay = day.slice(5);

  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

/** Whether any day of a month is heated: then its meter has to be read. */
export function isHeatedMonth(month: CivilMonth, season: HeatingSeason): boolean {
  return nightsOfMonth(month).some((day) => isHeated(day, season));
}

/** Hundredths as one reads them: `1,234.5`. */
export function quantity(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = String(Math.abs(hundredths) % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");

  return rest ? `${whole}.${rest}` : whole;
}
