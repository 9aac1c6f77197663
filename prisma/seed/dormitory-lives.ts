import { addDays, type CivilDate } from "@/lib/dates";
import type { MoveInput } from "@/lib/cases/moves/rules";
import { parameters } from "@/lib/parameters/rules";
import { move, openLife, type Life } from "./case-life";
import { isGreen, liaisonOf, unitNamed, type Theatre } from "./case-teller";
import type { Bed } from "./dormitory-houses";
import type { Person } from "./person-rows";
import { dice, idAt, of } from "./random";
import { momentOn } from "./workdays";

/** How far an application has come. */
export type Reached =
  | "APPLIED"
  | "RETURNED"
  | "UNIT_CHECK"
  | "WAITLISTED"
  | "PROPOSED"
  | "NOTICE"
  | "ALLOTTED"
  | "CHECKED_IN"
  | "NOT_ELIGIBLE"
  | "OFFER_DECLINED"
  | "LAPSED"
  | "WITHDRAWN";

const days = {
  unitCheck: parameters["dormitories.unitCheckDays"].fallback,
  allot: parameters["dormitories.allotDays"].fallback,
  repair: parameters["dormitories.repairDays"].fallback,
};

export type Wish = {
  row: number;
  person: Person;
  /** working day of the application */
  place: number;
  reached: Reached;
  /** day of the allotment, where it is not reckoned from the application */
  allottedOn?: CivilDate;
};

/** An application with its case and the bed that it holds or came to. */
export type Told = Wish & { life: Life; bed: Bed | null };

/** Stages in which a bed is kept for the applicant. */
export const holding: readonly Reached[] = ["PROPOSED", "NOTICE", "ALLOTTED"];

export const applicationId = ({ life, row }: Pick<Told, "life" | "row">) => idAt(life.opened, "bed application", row);

/** Working days after the application at which each step is made. */
export const steps = { check: 1, pass: 2 } as const;

/** The day on which a bed was allotted. */
export function allotmentDay({ line }: Theatre, { place, allottedOn }: Wish): CivilDate {
  return allottedOn ?? line.on(place + 8);
}

/** One application through the engine's own table, as far as it has come. Nothing lies on or after today. */
export function bedLife(theatre: Theatre, wish: Wish, bed: string): Life {
  const { cast, line, ground } = theatre;
  const { row, person, place, reached } = wish;
  const officer = of(cast, "2004");
  const unit = liaisonOf(theatre, person) ?? officer;
  const minute = dice("bed minute", row).between(10, 200);
  const life = openLife(ground, unit, momentOn(line.on(place), minute), {
    row,
    programme: "dormitories",
    table: "dormitories",
    topic: "住宿申请",
    title: "职工住宿申请",
    content: "申请住职工宿舍。",
    person: { id: person.id, unitId: person.unit.id },
    unitId: person.unit.id,
    source: unit === officer ? "DESK" : "LIAISON",
    complexity: "ORDINARY",
    confidentiality: "ORDINARY",
    isGreen: isGreen(person, line.on(place)),
    limitDays: days.unitCheck,
  });
  const step = (after: number, name: string, by = officer, input: MoveInput = {}) =>
    move(ground, life, name, by, momentOn(line.on(Math.min(-1, place + after)), minute + 30), input);
  if (reached === "APPLIED") return life;
  if (reached === "WITHDRAWN") step(1, "withdraw", officer, { note: "本人租到房子了" });
  if (reached === "RETURNED") step(1, "return", unit, { note: "夫妻同住请补结婚证照片。" });
  if (reached === "WITHDRAWN" || reached === "RETURNED") return life;
  step(steps.check, "check", unit);
  if (reached === "UNIT_CHECK") return life;
  if (reached === "NOT_ELIGIBLE") {
    step(steps.pass, "refuse", unit, {
      note: "本市有住房，离岗位不到三公里，不符合住宿条件。想调近一点的岗位可以找队长。",
    });

    return life;
  }
  step(steps.pass, "pass", unit);
  if (reached === "WAITLISTED") return life;
  allotmentOf(theatre, life, wish, { bed, minute });

  return life;
}

/** From the line to the bed, and what became of the offer. */
function allotmentOf(theatre: Theatre, life: Life, wish: Wish, { bed, minute }: { bed: string; minute: number }): void {
  const { cast, line, ground } = theatre;
  const officer = of(cast, "2004");
  const step = (day: CivilDate, name: string, by = officer, input: MoveInput = {}) =>
    move(ground, life, name, by, momentOn(day, minute + 60), input);
  if (wish.reached === "NOTICE") {
    step(line.on(-4), "propose", officer, { limitDays: days.allot });
    step(line.on(-3), "publish", of(cast, "1008"));

    return;
  }
  const allotted = allotmentDay(theatre, wish);
  step(wish.reached === "PROPOSED" ? line.on(-1) : allotted, "propose", officer, { limitDays: days.allot });
  if (wish.reached === "PROPOSED") return;
  step(allotted, "allot", officer, { note: `分到${bed}。请带身份证找宿舍管理员办入住。` });
  if (wish.reached === "CHECKED_IN") step(addDays(allotted, 2), "checkIn");
  if (wish.reached === "OFFER_DECLINED")
    step(addDays(allotted, 1), "decline", liaisonOf(theatre, wish.person), { note: "本人说离家远，不住了" });
  if (wish.reached === "LAPSED") step(addDays(allotted, parameters["dormitories.moveInDays"].fallback + 1), "lapse");
}

export type Fault = {
  row: number;
  person: Person;
  place: number;
  text: string;
  reached: "PENDING" | "IN_PROGRESS" | "ANSWERED" | "CLOSED";
};

/** A repair from the phone or the desk, in the generic stages; the handling unit is 后勤科. */
export function repairLife({ cast, line, ground, tree }: Theatre, { row, person, place, text, reached }: Fault): Life {
  const officer = of(cast, "2004");
  const reporter = cast.get(person.staffNo) ?? officer;
  const on = (after: number) => momentOn(line.on(Math.min(-1, place + after)), 40 + after * 30);
  const life = openLife(ground, reporter, on(0), {
    row,
    programme: "dormitories",
    topic: "宿舍维修",
    title: text,
    content: `${text}，请尽快来修。（演示）`,
    person: { id: person.id, unitId: person.unit.id },
    unitId: person.unit.id,
    source: reporter === officer ? "DESK" : "WORKER",
    complexity: "SIMPLE",
    confidentiality: "ORDINARY",
    isGreen: false,
    limitDays: days.repair,
  });
  if (reached === "PENDING") return life;
  move(ground, life, "accept", officer, on(0));
  const handlerUnitId = unitNamed(tree, "后勤科").id;
  move(ground, life, "assign", officer, on(0), { handlerUnitId, handlerId: officer.accountId });
  move(ground, life, "start", officer, on(1));
  if (reached === "IN_PROGRESS") return life;
  move(ground, life, "answer", officer, on(2), {
    note: "已经修好，请试一试。",
    outcome: "RESOLVED",
    answerMode: "IN_PERSON",
  });
  if (reached === "ANSWERED") return life;
  move(ground, life, "followUp", of(cast, "2001"), on(3));
  move(ground, life, "close", of(cast, "2001"), on(3), { satisfaction: "SATISFIED" });

  return life;
}
