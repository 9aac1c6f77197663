import { levelWords, stateWords } from "@/lib/hardship/words";
import type { HardshipLevel, HardshipState, PersonStatus, VisitCategory } from "@/prisma/generated/enums";

/** What is known about a household that may be visited. */
export type Facts = {
  file: { state: HardshipState; level: HardshipLevel | null } | null;
  /** year and category of the last campaign it was in, the latest one only */
  last: { year: number; category: VisitCategory } | null;
  honours: readonly string[];
  status: PersonStatus;
};

export type Candidate = { category: VisitCategory; reason: string };

const here: readonly PersonStatus[] = ["ACTIVE", "OFF_POST", "RETIRED"];

/** Whether somebody can be visited for the household: alive and still one of the bureau's. */
export function canBeVisited(status: PersonStatus): boolean {
  return here.includes(status);
}

/**
 * Whether the data put a household on the list, as what and why: a file that is on file, last year's list as the start,
 * a labour model. Illness without a file, widows and retirees in need are known to no table: only a person can add them.
 */
export function candidateOf({ file, last, honours, status }: Facts): Candidate | null {
  if (!canBeVisited(status)) return null;
  const isOnFile = file?.state === "ON_FILE";
  if (!isOnFile && !last && honours.length === 0) return null;
  const parts = [
    isOnFile && `困难职工家庭在档${file.level ? `（${levelWords[file.level]}）` : ""}`,
    honours.length > 0 && `获得${[...new Set(honours)].join("、")}`,
    last && isOnFile && `${last.year}年也慰问过`,
    last &&
      !isOnFile &&
      `${last.year}年名单上有，${file ? `档案${stateWords[file.state]}` : "没有困难档案"}，请核对还要不要慰问`,
  ];

  return {
    category: isOnFile
      ? "HARDSHIP"
      : honours.length > 0
        ? "LABOUR_MODEL"
        : (last?.category ?? (status === "RETIRED" ? "RETIRED" : "HARDSHIP")),
    reason: `${parts.filter(Boolean).join("；")}。`,
  };
}
