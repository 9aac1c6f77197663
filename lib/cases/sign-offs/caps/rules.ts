import { yuan } from "@/lib/money";

/** Money in 分, as it stands when somebody asks for more. */
export type CapFacts = {
  /** what is asked for now */
  askedFen: number;
  /** granted earlier for the same occasion (paid first), already part of the sums of the year */
  sameTimeFen: number;
  /** granted to the person in the calendar year, signed or not, over every kind of help */
  personFen: number;
  /** the same for everybody of the household together: two spouses work here */
  householdFen: number;
  timeMostFen: number;
  yearMostFen: number;
};

export type CapVerdict = {
  state: "within" | "over";
  /** over the cap of one time */
  isOverTime: boolean;
  /** over the cap of the calendar year */
  isOverYear: boolean;
  /** 分, with what is asked for */
  personSumFen: number;
  householdSumFen: number;
  /** what to say on the screen and to keep in the log, both figures in each sentence */
  sentences: string[];
  /** the household's sum beside the cap of one person: looked at, refused by nobody */
  householdNote: string | undefined;
};

/**
 * Caps over 走访慰问 and 临时救助 together (domain.md §6b): so much a person and time, so much a person and calendar
 * year; exactly the cap is within. The household stands beside it, because the same family may be paid through both
 * spouses.
 */
export function weighCaps(facts: CapFacts): CapVerdict {
  const timeFen = facts.askedFen + facts.sameTimeFen;
  const personSumFen = facts.personFen + facts.askedFen;
  const householdSumFen = facts.householdFen + facts.askedFen;
  const isOverTime = timeFen > facts.timeMostFen;
  const isOverYear = personSumFen > facts.yearMostFen;
  const sentences = [
    isOverYear && `年度累计 ${yuan(personSumFen)} 元，超过 ${yuan(facts.yearMostFen)} 元`,
    isOverTime && `本次 ${yuan(timeFen)} 元，超过每次 ${yuan(facts.timeMostFen)} 元`,
  ].filter((sentence) => sentence !== false);

  return {
    state: isOverTime || isOverYear ? "over" : "within",
    isOverTime,
    isOverYear,
    personSumFen,
    householdSumFen,
    sentences,
    householdNote:
      householdSumFen > facts.yearMostFen && householdSumFen > personSumFen
        ? `全户（夫妻都在单位的合在一起）年度累计 ${yuan(householdSumFen)} 元，超过一个人的 ${yuan(facts.yearMostFen)} 元，请核对是不是重复发放`
        : undefined,
  };
}

/** Why money above a cap may not be granted like this; undefined when it may. Only a leader goes on, with a reason. */
export function refuseOverCap(
  { state, sentences }: Pick<CapVerdict, "state" | "sentences">,
  { isLeader, reason }: { isLeader: boolean; reason: string | undefined },
): { sentence: string; field?: string } | undefined {
  if (state === "within") return undefined;
  const words = sentences.join("；");
  if (!isLeader) return { sentence: `${words}，要由局领导审批。` };
  if ((reason ?? "").trim().length < 10)
    return { sentence: `${words}。要继续，请写明理由，不少于 10 个字。`, field: "capReason" };

  return undefined;
}
