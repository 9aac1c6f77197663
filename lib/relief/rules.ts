import type { Decider } from "@/lib/cases/rules";
import { addDays, instantAt, type CivilDate } from "@/lib/dates";
import { yuan } from "@/lib/money";

/** Dated limits of who decides how much, in yuan (domain.md §6c). */
export type Thresholds = { chairMost: number; leaderMost: number; payFirstMost: number };

/** ≤ the chair's amount the union chair, above it a leader; above a cap always a leader. Exactly the amount is the lower. */
export function deciderFor(amountFen: number, isOverCap: boolean, { chairMost }: Thresholds): Decider {
  return amountFen <= chairMost * 100 && !isOverCap ? "M" : "B";
}

/** Above the leader's amount the party committee decides and a leader records its resolution. */
export function needsCommittee(amountFen: number, { leaderMost }: Thresholds): boolean {
  return amountFen > leaderMost * 100;
}

type Given = { grantedFen: number; committeeNo?: string | undefined; committeeOn?: CivilDate | undefined };
type Standing = {
  decider: Decider | null;
  proposedFen: number;
  paidFirstFen: number;
  isLeader: boolean;
  today: CivilDate;
};

/** Why this amount cannot be approved like this, with the field it belongs to; undefined when it can. */
export function refuseAmount(
  { grantedFen, committeeNo, committeeOn }: Given,
  { decider, proposedFen, paidFirstFen, isLeader, today }: Standing,
  thresholds: Thresholds,
): { sentence: string; field?: string } | undefined {
  if (grantedFen < paidFirstFen)
    return { sentence: `已经先行发放 ${yuan(paidFirstFen)} 元，批准的金额不能比它少。`, field: "amount" };
  if (deciderFor(grantedFen, decider === "B", thresholds) === "B" && !isLeader)
    return {
      sentence: `超过 ${yuan(thresholds.chairMost * 100)} 元要由局领导审批，请退回核实，按这个金额重新提出。`,
      field: "amount",
    };
  if (grantedFen > proposedFen)
    return { sentence: `提出的是 ${yuan(proposedFen)} 元，要多给请退回核实，重新提出。`, field: "amount" };
  if (!needsCommittee(grantedFen, thresholds)) return undefined;
  if (!committeeNo || !committeeOn)
    return {
      sentence: `超过 ${yuan(thresholds.leaderMost * 100)} 元要由局党委会决定，请填写会议纪要编号和日期。`,
      field: committeeNo ? "committeeOn" : "committeeNo",
    };

  return committeeOn > today ? { sentence: "党委会的日期不能晚于今天。", field: "committeeOn" } : undefined;
}

/** Why nothing can be paid before the papers; undefined when it can. */
export function refusePayFirst(
  amountFen: number,
  paidFirstFen: number,
  { payFirstMost }: Thresholds,
): { sentence: string; field?: string } | undefined {
  if (paidFirstFen > 0) return { sentence: `已经先行发放过 ${yuan(paidFirstFen)} 元，其余的请走审批。` };
  if (amountFen > payFirstMost * 100)
    return { sentence: `先行发放最多 ${yuan(payFirstMost * 100)} 元，多的请走审批。`, field: "amount" };

  return undefined;
}

/** Whether the report came later than so many hours after the day of the event had ended. */
export function isLateReport(happenedOn: CivilDate, reportedAt: Date, hours: number): boolean {
  return reportedAt.getTime() > instantAt(addDays(happenedOn, 1), "00:00").getTime() + hours * 3_600_000;
}

type Looked = { staffNo: string; personId: string; householdId: string | null };

/** Why these two cannot be the ones who looked; undefined when they can. */
export function refuseVerifiers(
  [first, second]: readonly [Looked, Looked],
  concerned: { personId: string; householdId: string | null },
): { sentence: string; field: string } | undefined {
  if (first.personId === second.personId)
    return { sentence: "核实要两个人，请填写两位不同的人的工号。", field: "secondVerifier" };
  const own = [first, second].findIndex(
    ({ personId, householdId }) =>
      personId === concerned.personId || (householdId !== null && householdId === concerned.householdId),
  );

  return own < 0
    ? undefined
    : { sentence: "这一户自己的人不能核实自己家，请换一位。", field: own === 0 ? "firstVerifier" : "secondVerifier" };
}

/** Why somebody may not call back yet or at all; undefined when it may be done. */
export function refuseFollowUp(
  { followUpFrom, payers }: { followUpFrom: CivilDate | null; payers: readonly string[] },
  { personId, today }: { personId: string; today: CivilDate },
): string | undefined {
  if (payers.includes(personId)) return "钱是您经手发的，回访要由没有经手、没有发钱的人做。";
  if (followUpFrom !== null && today < followUpFrom) return `签收以后过一阵再回访，最早 ${followUpFrom}。`;

  return undefined;
}
