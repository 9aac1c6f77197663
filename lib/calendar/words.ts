import type { DayKind } from "@/lib/calendar/rules";
import type { DaySource, DayStatus } from "@/prisma/generated/enums";

export const kinds = { OFF: "放假", WORK: "上班" } as const satisfies Record<DayKind, string>;
export const sources = { SEED: "随系统提供", STAFF: "人工录入" } as const satisfies Record<DaySource, string>;
export const statuses = { OFFICIAL: "正式", PROVISIONAL: "暂定" } as const satisfies Record<DayStatus, string>;

/** A day in words, as its history keeps it: `放假（国庆节）`. */
export function dayWords(day: { kind: DayKind; name: string }): string {
  return `${kinds[day.kind]}（${day.name}）`;
}
