import type { Reveal } from "@/lib/people/reveal/schema";

/** Numbers and addresses that one person may look up in an hour (security.md §5). */
export const REVEALS_AN_HOUR = 60;

/** The sentence that refuses the next look when the budget of the hour is used up. */
export function refuseReveal(usedInHour: number): string | undefined {
  return usedInHour < REVEALS_AN_HOUR
    ? undefined
    : `一小时内最多查看 ${REVEALS_AN_HOUR} 次完整信息，已经用完。请过一会儿再看；确需大量核对，请联系安全管理员。`;
}

/** Programmes whose officers may learn of disability, pregnancy, illness (class 3); all others see the green flag only. */
const CARE_PROGRAMMES = ["people", "health", "hardship", "relief"];

/** Whether an officer of these programmes may ask for that field at all. */
export function mayReveal(field: Reveal["field"], programmes: readonly string[]): boolean {
  return field !== "care" || programmes.some((programme) => CARE_PROGRAMMES.includes(programme));
}
