import type { MoveInput } from "@/lib/cases/moves/rules";
import { addDays } from "@/lib/dates";
import { yuan } from "@/lib/money";
import { parameters } from "@/lib/parameters/rules";
import { deciderFor } from "@/lib/relief/rules";
import { eventWords } from "@/lib/relief/words";
import type { ReliefEvent } from "@/prisma/generated/enums";
import { move, openLife, type Life } from "./case-life";
import { liaisonOf, type Theatre } from "./case-teller";
import type { Person } from "./person-rows";
import { dice, of } from "./random";
import { momentOn } from "./workdays";

/** How far a case has come. */
export type Reached =
  | "REPORTED"
  | "RETURNED"
  | "ACCEPTED"
  | "PAID_FIRST"
  | "VERIFIED"
  | "APPROVAL"
  | "PAYING"
  | "SIGNED"
  | "FOLLOW_UP"
  | "REFUSED"
  | "ARCHIVED"
  | "WITHDRAWN";

/** Working days after the report at which each step is made. */
export const steps = {
  accept: 0,
  payFirst: 1,
  verify: 2,
  propose: 3,
  approve: 4,
  sign: 5,
  followUp: 30,
  archive: 32,
} as const;

export const limits = {
  accept: parameters["relief.acceptDays"].fallback,
  verify: parameters["relief.verifyDays"].fallback,
  step: parameters["relief.stepDays"].fallback,
  papers: parameters["relief.paperworkDays"].fallback,
  followUp: parameters["relief.followUpDays"].fallback,
};
export const thresholds = {
  chairMost: parameters["relief.chairMost"].fallback,
  leaderMost: parameters["relief.leaderMost"].fallback,
  payFirstMost: parameters["relief.payFirstMost"].fallback,
};
export const capMost = parameters["relief.timeMost"].fallback * 100;

/** What is told of one case. */
export type Plan = {
  row: number;
  person: Person;
  householdId: string | null;
  reached: Reached;
  place: number;
  event: ReliefEvent;
  asked: number;
  granted: number;
};
export const opinions = { officer: "两人核实，情况属实，建议救助。", approver: "同意救助，请尽快发到手。" } as const;
/** One case through the engine's own table, as far as it has come. Nothing lies on or after today. */
export function reliefLife(theatre: Theatre, told: Plan): Life {
  const { cast, line, ground } = theatre;
  const { row, person, reached, place, event } = told;
  const officer = of(cast, "2003");
  const minute = dice("relief minute", row).between(10, 200);
  const on = (after: number, extra = 0) => momentOn(line.on(Math.min(-1, place + after)), minute + extra);
  const reporter = liaisonOf(theatre, person) ?? officer;
  const life = openLife(ground, reporter, on(0), {
    row: 80_000 + row,
    programme: "relief",
    table: "relief",
    topic: eventWords[event],
    title: `临时救助（${eventWords[event]}）`,
    content: "家里遇上急事，申请临时救助。情况在救助记录里。",
    person: { id: person.id, unitId: person.unit.id },
    unitId: person.unit.id,
    source: reporter === officer ? "DESK" : "LIAISON",
    complexity: "SIMPLE",
    confidentiality: "SENSITIVE",
    isGreen: true,
    limitDays: limits.accept,
  });
  const step = (after: number, name: string, staffNo: string, input: MoveInput = {}) =>
    move(ground, life, name, of(cast, staffNo), on(after, 30), input);
  if (reached === "REPORTED") return life;
  if (reached === "RETURNED") {
    step(1, "return", "2003", { note: "请补损坏物品的照片和购买单据。", limitDays: limits.verify });
    return life;
  }
  step(steps.accept, "accept", "2003", { limitDays: limits.verify });
  if (reached === "PAID_FIRST")
    step(steps.payFirst, "payFirst", "1008", { note: "人在医院等着交押金。", limitDays: limits.papers });
  if (reached === "WITHDRAWN") step(1, "withdraw", "2003", { note: "本人说单位已经全额报销，不用救助了" });
  if (["ACCEPTED", "PAID_FIRST", "WITHDRAWN"].includes(reached)) return life;
  decideLife(told, step);
  if (life.facts.stage === "PAYING" && reached !== "PAYING") settleLife(theatre, told, step);

  return life;
}

type Step = (after: number, name: string, staffNo: string, input?: MoveInput) => void;

function decideLife({ reached, asked, granted }: Plan, step: Step): void {
  step(steps.verify, "verify", "2003", { limitDays: limits.step });
  if (reached === "VERIFIED") return;
  const amount = granted || asked;
  const decider = deciderFor(amount, amount > capMost, thresholds);
  step(steps.propose, "propose", "2003", { note: opinions.officer, limitDays: limits.step, decider });
  if (reached === "APPROVAL") return;
  const by = decider === "M" ? "1008" : "1002";
  if (reached === "REFUSED") step(steps.approve, "refuse", by, { note: "单位已经按规定赔付，这次不再救助。" });
  else step(steps.approve, "approve", by, { note: opinions.approver, limitDays: limits.step });
}

function settleLife({ cast, line }: Theatre, { place, granted, reached }: Plan, step: Step): void {
  step(steps.sign, "sign", "2003", {
    note: `${yuan(granted)} 元已经签收`,
    doneById: of(cast, "2003").accountId,
    followUpOn: addDays(line.on(place + steps.sign), limits.followUp),
  });
  if (reached === "SIGNED") return;
  step(steps.followUp, "followUp", "1008", { note: "家里已经安顿好，情绪稳定。", satisfaction: "SATISFIED" });
  if (reached === "ARCHIVED") step(steps.archive, "archive", "2003");
}
