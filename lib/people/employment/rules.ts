import { ageOn, firstDayOf, lastDayOf, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { expectedRetirement, retiresWithin, type RetirementKind, type Sex } from "@/lib/people/rules";
import type { EmploymentEventKind, EmploymentType, PersonStatus, PostType, RankLevel } from "@/prisma/generated/enums";

type Change = { to: PersonStatus; endsSignIns?: "staff" | "all" };

const staysActive = { to: "ACTIVE" } as const;
const leaving = {
  LEFT: { to: "LEFT", endsSignIns: "all" },
  TRANSFERRED_OUT: { to: "TRANSFERRED_OUT", endsSignIns: "all" },
  DECEASED: { to: "DECEASED", endsSignIns: "all" },
} as const;

/**
 * Which dated change may follow which status, and what the status becomes (domain.md §1 States).
 * A retiree who works on stays 退休 with a 劳务协议; who left or was transferred comes back as the same person.
 * Leaving and death end every sign-in, retirement only the one of the office: retirees keep their own on the phone.
 */
export const employmentMoves = {
  ACTIVE: {
    UNIT_CHANGED: staysActive,
    POST_CHANGED: staysActive,
    CONTRACT_CHANGED: staysActive,
    OFF_POST: { to: "OFF_POST" },
    RETIRED: { to: "RETIRED", endsSignIns: "staff" },
    ...leaving,
  },
  OFF_POST: {
    BACK_ON_POST: staysActive,
    UNIT_CHANGED: { to: "OFF_POST" },
    CONTRACT_CHANGED: { to: "OFF_POST" },
    RETIRED: { to: "RETIRED", endsSignIns: "staff" },
    ...leaving,
  },
  RETIRED: {
    REHIRED: { to: "RETIRED" },
    UNIT_CHANGED: { to: "RETIRED" },
    DECEASED: leaving.DECEASED,
  },
  LEFT: { REHIRED: staysActive, DECEASED: leaving.DECEASED },
  TRANSFERRED_OUT: { REHIRED: staysActive, DECEASED: leaving.DECEASED },
  DECEASED: {},
} as const satisfies Record<PersonStatus, Partial<Record<EmploymentEventKind, Change>>>;

/** What the change does to the status; undefined when it cannot follow the present one. */
export function employmentMove(status: PersonStatus, kind: EmploymentEventKind): Change | undefined {
  const moves: Partial<Record<EmploymentEventKind, Change>> = employmentMoves[status];
  return moves[kind];
}

/** The changes that may be recorded for somebody in this status, in the order of the table. */
export function employmentMovesOf(status: PersonStatus): EmploymentEventKind[] {
  return Object.keys(employmentMoves[status]) as EmploymentEventKind[];
}

const CADRE_POSTS: readonly PostType[] = ["MANAGER", "OFFICE_STAFF"];
const LEADING_RANKS: readonly RankLevel[] = ["DEPUTY_SECTION", "SECTION", "DEPUTY_DIVISION", "DIVISION"];

/** Whose retirement age applies: women in 管理 and 机关 posts count as 干部, all others as 工人. */
export function retirementKindOf(sex: Sex, postType: PostType): RetirementKind {
  if (sex === "MALE") return "MALE";
  return CADRE_POSTS.includes(postType) ? "FEMALE_CADRE" : "FEMALE_WORKER";
}

/** 领导: a rank of 副科 and above in a leadership post. A 段组长 or 班组长 is a worker for every rule. */
export function mayBeLeader(rankLevel: RankLevel, postType: PostType): boolean {
  return LEADING_RANKS.includes(rankLevel) && CADRE_POSTS.includes(postType);
}

export type ContractFacts = {
  employmentType: EmploymentType;
  agencyName?: string | null | undefined;
  contractStart?: CivilDate | null | undefined;
  contractEnd?: CivilDate | null | undefined;
};

/** The first fault of a contract with the field it stands in; undefined if there is none. Open end = 无固定期限. */
export function refuseContract(facts: ContractFacts): { field: string; sentence: string } | undefined {
  if (facts.employmentType === "DISPATCH" && !facts.agencyName) {
    return { field: "agencyName", sentence: "劳务派遣人员请填写派遣单位" };
  }
  if (facts.contractStart && facts.contractEnd && facts.contractEnd < facts.contractStart) {
    return { field: "contractEnd", sentence: "合同终止日期不能早于起始日期" };
  }
  return undefined;
}

/** The sentence that refuses ordinary employment past the retirement month; over age only under 劳务协议. */
export function refuseOverAge(
  person: { sex: Sex | null; birthDate: CivilDate | null; postType: PostType; employmentType: EmploymentType },
  today: CivilDate,
): string | undefined {
  if (!person.sex || !person.birthDate || person.employmentType === "SERVICE_AGREEMENT") return undefined;
  const { month } = expectedRetirement(person.birthDate, retirementKindOf(person.sex, person.postType));
  return month < monthOf(today)
    ? `已过退休年龄（应于 ${month} 退休），继续用工请选择“劳务协议”，或办理退休`
    : undefined;
}

/** Birth dates from `from` to `to`, both included. */
export type BirthRange = { from: CivilDate; to: CivilDate };

/**
 * The birth dates of those who reach the statutory age from `today`'s month on and within `months` months: what a list
 * can ask the database, because the retirement month never falls when the birth month rises.
 */
export function retirementWindow(kind: RetirementKind, today: CivilDate, months: number): BirthRange | undefined {
  const oldest = monthAfter(monthOf(today), -66 * 12);
  const born: CivilMonth[] = [];
  for (let i = 0; i <= 22 * 12; i += 1) {
    const month = monthAfter(oldest, i);
    if (retiresWithin(firstDayOf(month), kind, today, months)) born.push(month);
  }
  const [first] = born;
  const last = born.at(-1);
  return first && last ? { from: firstDayOf(first), to: lastDayOf(last) } : undefined;
}

/** 高龄: sixty and more, one of the reasons for the green channel. */
export function isAged(birthDate: CivilDate | null, today: CivilDate): boolean {
  return birthDate !== null && ageOn(birthDate, today) >= 60;
}
