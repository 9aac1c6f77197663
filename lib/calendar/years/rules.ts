import {
  festivalCodes,
  festivalDay,
  festivals,
  type Block,
  type Blocks,
  type Festival,
} from "@/lib/calendar/festivals/rules";
import { isWeekend, type SpecialDay } from "@/lib/calendar/rules";
import { addDays, daysBetween, formatDate, yearOf, type CivilDate } from "@/lib/dates";

export type Fault = { festival: Festival; field: "from" | "to" | "makeUp"; sentence: string };

/** The calendar days of a checked year. */
export function daysOf(blocks: Blocks): SpecialDay[] {
  return festivalCodes.flatMap((festival) => {
    const name = festivals[festival];
    const off = offDays(blocks[festival]).map((date): SpecialDay => ({ date, kind: "OFF", name }));
    const work = blocks[festival].makeUp.map((date): SpecialDay => ({ date, kind: "WORK", name: makeUpName(name) }));
    return [...off, ...work];
  });
}

/** The blocks behind the days of a calendar, to fill the form with; 中秋 inside the 国庆 block is part of that. */
export function blocksOf(year: number, days: readonly SpecialDay[]): Blocks {
  const of = (festival: Festival): Block => {
    // At the year's end 元旦 belongs to the next notice.
    const isOurs = ({ date }: SpecialDay) => festival !== "NEW_YEAR" || date < `${year}-02-01`;
    const named = (name: string) => days.filter((day) => day.name === name && isOurs(day)).map(({ date }) => date);
    const off = named(festivals[festival]).sort();
    return { from: off[0], to: off.at(-1), makeUp: named(makeUpName(festivals[festival])).sort() };
  };
  const [national, midAutumn] = [of("NATIONAL"), of("MID_AUTUMN")];
  return {
    NEW_YEAR: of("NEW_YEAR"),
    SPRING: of("SPRING"),
    QINGMING: of("QINGMING"),
    LABOUR: of("LABOUR"),
    DRAGON_BOAT: of("DRAGON_BOAT"),
    MID_AUTUMN: covers(national, midAutumn.from) ? { makeUp: [] } : midAutumn,
    NATIONAL: national,
  };
}

/** Whether a day stands in the calendar because of a holiday notice; days that staff have added for another reason do not. */
export function isFromNotice({ name }: { name: string }): boolean {
  return festivalCodes.some((code) => name === festivals[code] || name === makeUpName(festivals[code]));
}

function makeUpName(festival: string): string {
  return `${festival}调休上班`;
}

const LONGEST = 10;
const FARTHEST_MAKE_UP = 31;

/** Everything that is wrong with an entered year, all at once. A provisional year may have gaps, an official one not. */
export function faultsOf(year: number, blocks: Blocks, isOfficial: boolean): Fault[] {
  return festivalCodes.flatMap((festival) => {
    const range = rangeFault(year, festival, blocks, isOfficial);
    const makeUps = blocks[festival].makeUp.map((date) => makeUpFault(date, festival, blocks));
    const sentences = [...new Set(makeUps.filter((sentence) => sentence !== undefined))];
    return [
      ...(range ? [{ festival, ...range }] : []),
      ...sentences.map((sentence) => ({ festival, field: "makeUp" as const, sentence })),
    ];
  });
}

function rangeFault(
  year: number,
  festival: Festival,
  blocks: Blocks,
  isOfficial: boolean,
): { field: "from" | "to"; sentence: string } | undefined {
  const { from, to } = blocks[festival];
  const day = festivalDay(festival, year);
  const isElsewhere = festival === "MID_AUTUMN" && covers(blocks.NATIONAL, day);
  if (!from && !to) {
    const isMissing = isOfficial && !isElsewhere;
    return isMissing ? { field: "from", sentence: `请填写${festivals[festival]}放假的第一天` } : undefined;
  }
  if (!from) return { field: "from", sentence: "请填写放假的第一天" };
  if (!to) return { field: "to", sentence: "请填写放假的最后一天" };
  if (to < from) return { field: "to", sentence: "最后一天不能早于第一天" };
  if (daysBetween(from, to) >= LONGEST) return { field: "to", sentence: `一次放假超过${LONGEST}天，请对照通知核对` };
  const earliest = festival === "NEW_YEAR" ? `${year - 1}-12-25` : `${year}-01-01`;
  if (from < earliest || yearOf(to) !== year) return { field: "from", sentence: `日期应在${year}年` };
  if (day && !covers(blocks[festival], day)) {
    return { field: "from", sentence: `应包括${festivals[festival]}当天（${formatDate(day)}）` };
  }
  const other = festivalCodes.find((code) => code !== festival && overlap(blocks[code], blocks[festival]));
  return other && { field: "from", sentence: `与${festivals[other]}重叠，合并放假的只填一处` };
}

function makeUpFault(date: CivilDate, festival: Festival, blocks: Blocks): string | undefined {
  const { from, to, makeUp } = blocks[festival];
  if (!isWeekend(date)) return `${formatDate(date)}不是周六或周日，不用调休上班`;
  if (festivalCodes.some((code) => covers(blocks[code], date))) return `${formatDate(date)}在放假期间，不能又上班`;
  const isTwice =
    makeUp.filter((other) => other === date).length > 1 ||
    festivalCodes.some((code) => code !== festival && blocks[code].makeUp.includes(date));
  if (isTwice) return `${formatDate(date)}填了两次`;
  const isNear =
    from !== undefined &&
    to !== undefined &&
    date >= addDays(from, -FARTHEST_MAKE_UP) &&
    date <= addDays(to, FARTHEST_MAKE_UP);
  return isNear ? undefined : `${formatDate(date)}离${festivals[festival]}太远，请对照通知核对`;
}

function offDays({ from, to }: Block): CivilDate[] {
  if (!from || !to) return [];
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
}

function covers({ from, to }: Block, date: CivilDate | undefined): boolean {
  return date !== undefined && from !== undefined && to !== undefined && date >= from && date <= to;
}

function overlap(one: Block, other: Block): boolean {
  return covers(one, other.from) || covers(other, one.from);
}

const NOTICE_MONTH = "11";

/**
 * The years whose notice is missing and should be there: this one, and from November on the next.
 * @param isOfficial whether a year's notice has been entered
 */
export function yearsToEnter(isOfficial: (year: number) => boolean, today: CivilDate): number[] {
  const year = yearOf(today);
  const due = today.slice(5, 7) >= NOTICE_MONTH ? [year, year + 1] : [year];
  return due.filter((one) => !isOfficial(one));
}
