import type { CivilDate } from "@/lib/dates";
import type { RecordableKind, RecordEvent } from "@/lib/people/employment/schema";
import { refuseOverAge } from "@/lib/people/retirement/rules";
import type { Sex } from "@/lib/people/rules";
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
    CONTRACT_CHANGED: { to: "RETIRED" },
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

/** What the rules have to know of the person whose employment changes. */
export type EmploymentFacts = {
  status: PersonStatus;
  sex: Sex | null;
  birthDate: CivilDate | null;
  hireDate: CivilDate | null;
  unitId: string;
  postType: PostType;
  employmentType: EmploymentType;
};

/** Which questions the form asks for each kind of change, beside the day. */
export const questionsOf = {
  UNIT_CHANGED: ["unit"],
  POST_CHANGED: ["post"],
  CONTRACT_CHANGED: ["contract"],
  OFF_POST: ["offPost"],
  BACK_ON_POST: [],
  RETIRED: ["retire"],
  LEFT: ["leave"],
  TRANSFERRED_OUT: [],
  DECEASED: [],
  REHIRED: ["unit", "post", "contract"],
} as const satisfies Record<RecordableKind, readonly string[]>;

/** The first fault of a change with its field. A change is recorded on its day or after it, never ahead. */
export function refuseEvent(
  person: EmploymentFacts,
  input: RecordEvent,
  today: CivilDate,
): { field: string; sentence: string } | undefined {
  if (!employmentMove(person.status, input.kind))
    return { field: "kind", sentence: "按现在的人员状态，不能登记这种变动" };
  if (input.happenedOn > today) return { field: "happenedOn", sentence: "还没到这一天，请到当天再登记" };
  if (person.hireDate && input.happenedOn < person.hireDate) {
    return { field: "happenedOn", sentence: `不能早于入职日期 ${person.hireDate}` };
  }
  return refuseAnswers(person, input) ?? refuseAgreement(person, input, today);
}

function refuseAnswers(person: EmploymentFacts, input: RecordEvent): { field: string; sentence: string } | undefined {
  const asked: readonly string[] = questionsOf[input.kind];
  if (asked.includes("unit") && !input.toUnitId) return { field: "toUnitId", sentence: "请选择单位" };
  if (input.kind === "UNIT_CHANGED" && input.toUnitId === person.unitId) {
    return { field: "toUnitId", sentence: "和现在的单位一样，请选择调入的单位" };
  }
  if (asked.includes("post") && !input.postType) return { field: "postType", sentence: "请选择岗位" };
  if (input.isLeader && !mayBeLeader(input.rankLevel ?? "NONE", input.postType ?? person.postType)) {
    return { field: "isLeader", sentence: "领导干部应为副科及以上、在管理或机关岗位；段组长、班组长不算" };
  }
  if (asked.includes("contract") && !input.employmentType)
    return { field: "employmentType", sentence: "请选择用工形式" };
  if (asked.includes("offPost") && !input.offPostReason) return { field: "offPostReason", sentence: "请选择离岗原因" };
  if (asked.includes("leave") && !input.leaveReason) return { field: "leaveReason", sentence: "请选择离职原因" };
  if (asked.includes("retire") && !input.retireKind) return { field: "retireKind", sentence: "请选择离休、退休或退职" };
  return undefined;
}

function refuseAgreement(
  person: EmploymentFacts,
  input: RecordEvent,
  today: CivilDate,
): { field: string; sentence: string } | undefined {
  const { employmentType } = input;
  if (!employmentType) return undefined;
  const contract = refuseContract({ ...input, employmentType });
  if (contract) return contract;
  if (person.status === "RETIRED" && employmentType !== "SERVICE_AGREEMENT") {
    return { field: "employmentType", sentence: "退休人员返聘，用工形式只能是劳务协议" };
  }
  const sentence = refuseOverAge({ ...person, postType: input.postType ?? person.postType, employmentType }, today);
  return sentence ? { field: "employmentType", sentence } : undefined;
}
