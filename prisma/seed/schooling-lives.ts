import type { MoveInput } from "@/lib/cases/moves/rules";
import { workingDayFrom } from "@/lib/calendar/rules";
import { addDays, type CivilDate } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import { schoolStageWords } from "@/lib/schooling/words";
import type { Dwelling, SchoolStage } from "@/prisma/generated/enums";
import type { Actress } from "./accounts";
import { move, openLife, type Life } from "./case-life";
import { isGreen, liaisonOf, type Theatre } from "./case-teller";
import type { Person } from "./person-rows";
import { dice, of } from "./random";
import { momentOn } from "./workdays";

/** How far a placement has come. */
export type Reached = "PREPARING" | "UNIT_CHECK" | "COORDINATING" | "ENROLLED" | "UNRESOLVED";

/** What went wrong on the way to a school that was reached all the same. */
type Slip = "INSURANCE_ELSEWHERE" | "PERMIT_RAN_OUT";
const slips = {
  INSURANCE_ELSEWHERE: "还差 1 样：社保缴费证明：社保是劳务公司在外区缴的，请转到本区再打一张。",
  PERMIT_RAN_OUT: "居住证在初审和复审之间到期了，请马上续签，拿新的再来。",
} satisfies Record<Slip, string>;

export type Plan = {
  row: number;
  person: Person;
  reached: Reached;
  intakeYear: number;
  stage: SchoolStage;
  /** when each step was made; the last one that is needed is the last one given */
  days: readonly CivilDate[];
  school: string;
  slip?: Slip;
};

/** A plan with its case, once that is told. */
export type Placed = Plan & { life: Life; id: string; dwelling: Dwelling };

const limits = {
  contact: parameters["schooling.contactDays"].fallback,
  unit: parameters["schooling.unitCheckDays"].fallback,
  union: parameters["schooling.unionCheckDays"].fallback,
  coordinate: parameters["schooling.coordinateDays"].fallback,
};

/** One placement through the engine's own table, as far as it has come. Nothing lies on or after today. */
export function placementLife(theatre: Theatre, plan: Plan): Life {
  const { cast, ground, line } = theatre;
  const officer = of(cast, "2005");
  const unit = liaisonOf(theatre, plan.person) ?? officer;
  const minute = dice("schooling minute", plan.row).between(10, 300);
  const on = (step: number) => {
    const day = workingDayFrom(ground.calendar, plan.days[step] ?? line.lastOver);

    return momentOn(day < line.lastOver ? day : line.lastOver, minute);
  };
  const life = openLife(ground, unit, on(0), openingOf(plan, unit, on(0)));
  const step = (at: number, name: string, by: Actress, input: MoveInput = {}) =>
    move(ground, life, name, by, on(at), input);
  const slipBefore = (after: number, slip: Slip, [back, again]: [string, string]) => {
    if (plan.slip !== slip) return;
    const day = plan.days[after] ?? line.lastOver;
    const at = (days: number) => momentOn(workingDayFrom(ground.calendar, addDays(day, days)), minute);
    move(ground, life, back, officer, at(1), { note: slips[slip] });
    move(ground, life, again, officer, at(4), { limitDays: limits.union });
  };
  step(1, "prepare", unit);
  if (plan.reached === "PREPARING") return life;
  step(2, "submit", unit, { limitDays: limits.unit });
  if (plan.reached === "UNIT_CHECK") return life;
  step(3, "pass", unit, { limitDays: limits.union });
  slipBefore(3, "INSURANCE_ELSEWHERE", ["return", "resubmit"]);
  step(4, "pass", officer, { limitDays: limits.coordinate });
  if (plan.reached === "COORDINATING") return life;
  step(5, "letterSent", officer);
  if (plan.reached === "UNRESOLVED") {
    step(6, "giveUp", of(cast, "1008"), {
      note: "租房备案不满六个月。租房备案晚了两个月，教育局初审没有通过。请今年 12 月 1 日前把备案续上，明年接着办。",
    });

    return life;
  }
  step(6, "passed", officer);
  slipBefore(6, "PERMIT_RAN_OUT", ["failedReturn", "refileSecond"]);
  step(7, "assigned", officer, { note: `已安排：${plan.school}` });
  step(8, "enrol", officer);

  return life;
}

function openingOf({ row, person, intakeYear, stage }: Plan, unit: Actress, opened: Date) {
  return {
    row,
    programme: "schooling" as const,
    table: "schooling" as const,
    topic: stage === "JUNIOR_1" ? "初中入学" : "小学入学",
    title: `随迁子女入学（${intakeYear} 年度，${schoolStageWords[stage]}）`,
    content: "外来务工人员随迁子女申请入学。孩子的信息加密保存在入学档案里。",
    person: { id: person.id, unitId: person.unit.id },
    unitId: person.unit.id,
    source: unit.staffNo.startsWith("3") ? ("LIAISON" as const) : ("DESK" as const),
    complexity: "ORDINARY" as const,
    confidentiality: "RESTRICTED" as const,
    isGreen: isGreen(person, addDays(opened.toISOString().slice(0, 10), 0)),
    limitDays: limits.contact,
  };
}
