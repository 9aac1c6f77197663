import { definitionOf, parameters, type ParameterKey, type ParameterValue } from "@/lib/parameters/rules";
import type { CivilDate } from "@/lib/dates";

export type Reading = { ok: true; value: string | number } | { ok: false; sentence: string };
/** A dated value as it is kept. Of two with one `validFrom` the later revision counts. */
export type DatedValue = { validFrom: CivilDate; revision: number };

/** What a dated value is on a day: in force, still to come, past, or replaced by a later revision of the same day. */
export type Place = "now" | "next" | "past" | "replaced";

/** Reads what was typed for a parameter: full-width digits and blanks are put right, the rest must fit. */
export function readValue(key: ParameterKey, text: string): Reading {
  const { kind, accept } = definitionOf(key);
  const tidy = (kind === "text" ? text : text.normalize("NFKC").replaceAll("：", ":")).trim();
  if (kind === "number" && !/^\d+$/.test(tidy)) return { ok: false, sentence: "请填写整数" };
  const candidates = kind === "number" ? [Number(tidy)] : kind === "choice" ? [tidy, Number(tidy)] : [tidy];
  const checks = candidates.map((candidate) => accept.safeParse(candidate));
  const good = checks.find((check) => check.success);
  if (good?.success) return { ok: true, value: good.data };
  const sentence = kind === "choice" ? "请从列出的选项里选" : checks[0]?.error?.issues[0]?.message;
  return { ok: false, sentence: sentence ?? "请检查填写的内容" };
}

/** A stored value with its unit, in Chinese. */
export function showValue(key: ParameterKey, value: unknown): string {
  const { options, unit } = definitionOf(key);
  const text = String(value);
  return `${options?.[text] ?? text}${unit ? ` ${unit}` : ""}`;
}

/** A stored value as the rules want it; what the portal does not understand (an older release wrote it) is the fallback. */
export function valueOf<K extends ParameterKey>(key: K, stored: unknown): ParameterValue<K> {
  const { accept, fallback } = parameters[key];
  const check = accept.safeParse(stored);
  return (check.success ? check.data : fallback) as ParameterValue<K>;
}

/** The value in force on a day: the latest one that is valid by then. */
export function inForce<T extends DatedValue>(values: readonly T[], on: CivilDate): T | undefined {
  return newestFirst(values).find(({ validFrom }) => validFrom <= on);
}

/** The values that will come into force after a day, the next one first; overwritten revisions are left out. */
export function upcoming<T extends DatedValue>(values: readonly T[], on: CivilDate): T[] {
  const latest = new Map<CivilDate, T>();
  for (const value of newestFirst(values)) {
    if (value.validFrom > on && !latest.has(value.validFrom)) latest.set(value.validFrom, value);
  }
  return [...latest.values()].reverse();
}

/** Newest first, the way a history is read. */
export function newestFirst<T extends DatedValue>(values: readonly T[]): T[] {
  return [...values].sort((a, b) =>
    a.validFrom === b.validFrom ? b.revision - a.revision : a.validFrom < b.validFrom ? 1 : -1,
  );
}

type ReceptionValues = {
  "reception.fromTime": string;
  "reception.toTime": string;
  "reception.slotMinutes": number;
  "reception.walkInReserve": number;
  "reception.greenReserve": number;
  "reception.staffReserve": number;
  "reception.closesDaysBefore": number;
  "reception.closesTime": string;
  "reception.reserveDaysBefore": number;
  "reception.reserveTime": string;
};

/** Parameters that only make sense together; a change of one is checked with the others in force on its day. */
export const receptionTogether = [
  "reception.fromTime",
  "reception.toTime",
  "reception.slotMinutes",
  "reception.walkInReserve",
  "reception.greenReserve",
  "reception.staffReserve",
  "reception.closesDaysBefore",
  "reception.closesTime",
  "reception.reserveDaysBefore",
  "reception.reserveTime",
] as const satisfies readonly (keyof ReceptionValues)[];

/** Cells of each leader's morning: whole ones between the two times. */
export function cellsOf(fromTime: string, toTime: string, slotMinutes: number): number {
  return Math.max(0, Math.floor((minutesOf(toTime) - minutesOf(fromTime)) / slotMinutes));
}

/** The sentence that refuses a set of reception values with which no day could be published; undefined if they fit. */
export function refuseTogether(values: ReceptionValues): string | undefined {
  const from = values["reception.fromTime"];
  const slot = values["reception.slotMinutes"];
  if (from >= values["reception.toTime"]) return "接待结束时间应晚于开始时间";
  if (minutesOf(from) % slot !== 0) return `开始时间应从整点起按${slot}分钟划分，例如 08:30`;
  const cells = cellsOf(from, values["reception.toTime"], slot);
  const kept = values["reception.walkInReserve"] + values["reception.greenReserve"] + values["reception.staffReserve"];
  if (kept >= cells) return `每位领导只有${cells}个时段，预留了${kept}个，手机上就没有可约的了，请减少预留`;
  const [closes, releases] = [values["reception.closesDaysBefore"], values["reception.reserveDaysBefore"]];
  const isReleasedLate =
    releases < closes || (releases === closes && values["reception.reserveTime"] > values["reception.closesTime"]);
  if (isReleasedLate) return "预留时段应在手机预约截止之前放开";
  return undefined;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
