import type { CivilDate } from "@/lib/dates";

export type Candidate = { leaderId: string; name: string; lastServedOn: CivilDate | null };

/**
 * Whose turn it is: who has not served yet comes first, then who served longest ago; by name and id where that is
 * equal, so that two proposals of one day agree. The roster turns by itself, because serving moves a leader to the end.
 */
export function inTurn<C extends Candidate>(candidates: readonly C[]): C[] {
  return [...candidates].sort(
    (a, b) =>
      compare(a.lastServedOn ?? "", b.lastServedOn ?? "") || compare(a.name, b.name) || compare(a.leaderId, b.leaderId),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
