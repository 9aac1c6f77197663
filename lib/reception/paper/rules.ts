import type { CivilMonth } from "@/lib/dates";

export type PrintKind = "sheet" | "poster" | "register" | "ledger";

const letters = { sheet: "S", poster: "P", register: "R", ledger: "L" } satisfies Record<PrintKind, string>;

/** Number of a day's paper, e.g. `JDR-2026-12-S`: the same day and kind always print under the same number. */
export function paperNumber(month: CivilMonth, kind: PrintKind): string {
  return `JDR-${month}-${letters[kind]}`;
}

/** Number of a booking slip, e.g. `JDR-2026-12-007`: month and the big number on the ticket. */
export function slipNumber(month: CivilMonth, ticketNo: number): string {
  return `JDR-${month}-${String(ticketNo).padStart(3, "0")}`;
}

/** The last four digits of a telephone, for a list on paper; empty where there are too few to hide the rest. */
export function phoneTail(phone: string | null): string {
  const digits = (phone ?? "").replace(/\D/g, "");
  return digits.length < 8 ? "" : digits.slice(-4);
}

/** What a register's last row counts, in the words of the lines above it. */
export type CountedLine = {
  mode: string;
  answeredOn: string;
  isSolved: string;
  satisfaction: string;
  followedOn: string;
};
export type RegisterTotals = {
  matters: number;
  onSpot: number;
  answered: number;
  solved: number;
  satisfied: number;
  followed: number;
};

/** The last row of a register (合计), counted from the lines above it; 基本满意 counts as satisfied. */
export function totalsOf(lines: readonly CountedLine[]): RegisterTotals {
  const count = (isCounted: (line: CountedLine) => boolean) => lines.filter(isCounted).length;
  return {
    matters: lines.length,
    onSpot: count(({ mode }) => mode === "当场答复"),
    answered: count(({ answeredOn }) => answeredOn !== ""),
    solved: count(({ isSolved }) => isSolved === "是"),
    satisfied: count(({ satisfaction }) => satisfaction === "满意" || satisfaction === "基本满意"),
    followed: count(({ followedOn }) => followedOn !== ""),
  };
}
