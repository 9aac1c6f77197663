import type { MoveInput } from "@/lib/cases/moves/rules";
import type { CivilDate } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import { move, openLife, type Life, type NewLife } from "./case-life";
import { isGreen, liaisonOf, type Theatre } from "./case-teller";
import type { Person } from "./person-rows";
import { dice, of } from "./random";
import { momentOn } from "./workdays";

/** How far an application has come. */
export type Reached =
  | "APPLIED"
  | "RETURNED"
  | "HOME_CHECK"
  | "REVIEW"
  | "PROPOSED"
  | "NOTICE"
  | "APPROVAL"
  | "ON_FILE"
  | "NOT_ELIGIBLE"
  | "WITHDRAWN";

const days = {
  homeCheck: parameters["hardship.homeCheckDays"].fallback,
  assess: parameters["hardship.assessDays"].fallback,
  decide: parameters["hardship.decisionDays"].fallback,
};

/** Working days after the opening at which each step is made; the notice runs five of them from the day of agreement. */
export const steps = { visit: 1, report: 4, propose: 6, agree: 8, noticeEnded: 14, approve: 16 } as const;

type Who = "officer" | "manager" | "leader" | "unit";

/** One application through the engine's own table, as far as it has come. Nothing lies on or after today. */
export function applicationLife(theatre: Theatre, row: number, person: Person, place: number, reached: Reached): Life {
  const { cast, line, ground } = theatre;
  const officer = of(cast, "2003");
  const unit = liaisonOf(theatre, person) ?? officer;
  const hands = { officer, manager: of(cast, "1008"), leader: of(cast, "1002"), unit };
  const minute = dice("hardship minute", row).between(10, 200);
  const on = (after: number, extra = 0) => momentOn(line.on(place + after), minute + extra);
  const life = openLife(ground, unit, on(0), applicationOf(row, person, unit !== officer, line.on(place)));
  const step = (after: number, name: string, who: Who, input: MoveInput = {}) =>
    move(ground, life, name, hands[who], on(after, 30), input);
  if (reached === "APPLIED") return life;
  if (reached === "WITHDRAWN") {
    step(1, "withdraw", "officer", { note: "本人说情况好转，先不申请了" });

    return life;
  }
  if (reached === "RETURNED") {
    step(1, "return", "officer", {
      note: "还差 2 样：1.户口簿；2.近 12 个月工资流水或收入证明。补齐后告诉单位联络员，或者在手机上拍照。",
    });

    return life;
  }
  step(steps.visit, "visit", "unit");
  if (reached === "HOME_CHECK") return life;
  step(steps.report, "report", "unit", { limitDays: days.assess });
  if (reached === "REVIEW") return life;
  if (reached === "NOT_ELIGIBLE") {
    step(steps.propose, "refuse", "officer", {
      note: "家里有两套住房，不符合建档条件。遇到大病、意外可以申请临时救助。",
    });

    return life;
  }
  step(steps.propose, "propose", "officer", { note: "材料齐全，入户情况属实，同意提出公示。", limitDays: days.assess });
  if (reached === "PROPOSED") return life;
  step(steps.agree, "agree", "manager", { note: "同意公示。", limitDays: days.decide });
  if (reached === "NOTICE") return life;
  step(steps.noticeEnded, "noticeEnded", "officer", { countFrom: line.on(place + steps.agree + 5) });
  if (reached === "APPROVAL") return life;
  step(steps.approve, "approve", "leader", { note: "同意建档，请做好帮扶。" });

  return life;
}

function applicationOf(row: number, person: Person, isByLiaison: boolean, on: CivilDate): NewLife {
  return {
    row,
    programme: "hardship",
    table: "hardship",
    topic: "困难申请",
    title: "困难职工建档申请",
    content: "家庭有困难，申请建立困难职工档案。家里的情况在档案里。",
    person: { id: person.id, unitId: person.unit.id },
    unitId: person.unit.id,
    source: isByLiaison ? "LIAISON" : "DESK",
    complexity: "ORDINARY",
    confidentiality: "SENSITIVE",
    isGreen: isGreen(person, on),
    limitDays: days.homeCheck,
  };
}

/** 年度复核 of a file, as far as it has come. */
export function reviewLife(
  theatre: Theatre,
  row: number,
  person: Person,
  place: number,
  reached: "HOME_CHECK" | "REVIEW" | "PROPOSED" | "LIFTED",
  number: string,
): Life {
  const { cast, line, ground } = theatre;
  const officer = of(cast, "2003");
  const unit = liaisonOf(theatre, person) ?? officer;
  const on = (after: number) => momentOn(line.on(place + after), 60);
  const life = openLife(ground, officer, on(0), {
    row,
    programme: "hardship",
    table: "hardship-review",
    topic: "困难申请",
    title: `困难职工年度复核（${number}）`,
    content: "每年复核一次，家里的情况在档案里。",
    person: { id: person.id, unitId: person.unit.id },
    unitId: person.unit.id,
    source: "CASE",
    complexity: "ORDINARY",
    confidentiality: "SENSITIVE",
    isGreen: false,
    limitDays: days.homeCheck,
  });
  if (reached === "HOME_CHECK") return life;
  move(ground, life, "report", unit, on(2), { limitDays: days.assess });
  if (reached === "REVIEW") return life;
  const isLifted = reached === "LIFTED";
  const note = isLifted ? "脱困。孩子工作了，收入超过标准。" : "继续在档。收入没有变化。";
  move(ground, life, "propose", officer, on(3), { note, limitDays: days.decide });
  if (isLifted) move(ground, life, "confirm", of(cast, "1008"), on(5), { note: "同意脱困。" });

  return life;
}
