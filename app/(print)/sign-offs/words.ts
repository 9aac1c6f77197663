import type { SignOffFilter } from "@/lib/cases/sign-offs/schema";
import { signOffStateWords } from "@/lib/cases/sign-offs/words";
import { programmeWord } from "@/lib/programmes";

/** 填报单位 stays empty: it is stamped. */
export const printedUnit = "";

/** Which part of the ledger was printed. */
export function subtitleOf({ programme, year, state }: SignOffFilter, isCut: boolean): string {
  const stateWord = state === "reversed" ? "冲正" : state && signOffStateWords[state];
  const parts = [year === "all" ? "全部年份" : year && `${year}年`, programme && programmeWord(programme), stateWord];

  return [...parts.filter(Boolean), isCut && "（只印前3000条，请按单位或项目分开印）"].filter(Boolean).join(" · ");
}
