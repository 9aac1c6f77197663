import { civilOf, dateColumn, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import type { MoveInput } from "@/lib/cases/moves/rules";
import { firstMonth, isIncrease } from "@/lib/insurance/changes/rules";
import { clampBase, schemes } from "@/lib/insurance/rules";
import { codeWords } from "@/lib/insurance/words";
import { parameters } from "@/lib/parameters/rules";
import type { ChangeCode } from "@/prisma/generated/enums";
import type { Actress } from "./accounts";
import type { SeedRows } from "./bulk";
import { move, openLife, type Life } from "./case-life";
import { isGreen, liaisonOf, type Theatre } from "./case-teller";
import { bounds, wageOf } from "./insurance-wages";
import type { Person } from "./person-rows";
import { dice, idAt, of } from "./random";
import { momentOn } from "./workdays";

type Reached =
  | "DRAFT"
  | "OFFICE_CHECK"
  | "RETURNED"
  | "SUBMITTED"
  | "REJECTED"
  | "APPROVED"
  | "EFFECTIVE"
  | "ARCHIVED"
  | "WITHDRAWN"
  | "VOID";
export type ChangePlan = {
  row: number;
  person: Person;
  code: ChangeCode;
  month: CivilMonth;
  place: number;
  reached: Reached;
};
export type ChangeStory = { life: Life; change: SeedRows["insurance_change"] };

/** Which forms lie where: stage, code and working days ago; months are told from today's. */
export const formPlans: readonly [Reached, ChangeCode, number, number][] = [
  ["DRAFT", "FIRST", -1, 1],
  ["DRAFT", "FIRST", -2, 1],
  ["OFFICE_CHECK", "FIRST", -2, 1],
  ["OFFICE_CHECK", "RESUMED", -2, 1],
  ["OFFICE_CHECK", "FROM_OUTSIDE", -3, 1],
  ["RETURNED", "FIRST", -5, 1],
  ["SUBMITTED", "FIRST", -6, 1],
  ["SUBMITTED", "FROM_OUTSIDE", -7, 1],
  ["SUBMITTED", "FIRST", -8, 1],
  ["REJECTED", "RESUMED", -9, 1],
  ["APPROVED", "FIRST", -10, 1],
  ["WITHDRAWN", "FIRST", -12, 1],
  ["VOID", "FIRST", -14, 1],
  // insured by an earlier employer as well; and declared back over a new year (补缴)
  ["REJECTED", "FIRST", -7, 1],
  ["SUBMITTED", "RESUMED", -4, -13],
];

/** Decreases that are under way for people who are insured and stay so until the month is over. */
export const decreasePlans: readonly [Reached, ChangeCode, number, number][] = [
  ["OFFICE_CHECK", "TO_OUTSIDE", -2, 1],
  ["SUBMITTED", "TO_DISTRICT", -6, 1],
  ["APPROVED", "SUSPENDED", -9, 1],
];

const checkDays = parameters["insurance.checkDays"].fallback;

/** One form through the engine's own table, as far as it has come; nothing lies on or after today. */
export function changeStory(theatre: Theatre, plan: ChangePlan): ChangeStory {
  const { cast, line, ground } = theatre;
  const { row, person, code, month, place } = plan;
  const officer = of(cast, "2002");
  const unit = liaisonOf(theatre, person) ?? officer;
  const minute = dice("insurance minute", row).between(10, 200);
  const kind = isIncrease(code) ? "增员" : "减员";
  const life = openLife(ground, unit, momentOn(line.on(place), minute), {
    row,
    programme: "insurance",
    table: "insurance",
    topic: code === "RESUMED" ? "中断续保" : "参保登记",
    title: `${kind}申报（${codeWords[code]}）`,
    content: `${kind}，${month} 起。申报内容在社保申报表里。`,
    person: { id: person.id, unitId: person.unit.id },
    unitId: person.unit.id,
    source: unit === officer ? "DESK" : "LIAISON",
    complexity: "ORDINARY",
    confidentiality: "ORDINARY",
    isGreen: isGreen(person, line.on(place)),
    limitDays: checkDays,
  });
  const step: Step = (after, name, by = officer, input = {}) => {
    move(ground, life, name, by, momentOn(line.on(Math.min(-1, place + after)), minute + 20), input);

    return civilOf(life.last);
  };
  const marks = tell(plan, step, unit, officer);

  return { life, change: changeRow(plan, life, marks, officer.accountId) };
}

type Marks = { filed?: CivilDate; result?: CivilDate; effect?: CivilDate };
type Step = (after: number, name: string, by?: Actress, input?: MoveInput) => CivilDate;

/** The moves up to the stage, with the days that the form keeps. */
function tell({ reached, code }: ChangePlan, step: Step, unit: Actress, officer: Actress): Marks {
  const isSecond = code === "FIRST";
  if (reached === "DRAFT") return {};
  step(0, "submit", unit);
  if (reached === "WITHDRAWN") step(1, "withdraw", unit);
  if (reached === "VOID") step(1, "void", officer, { note: "同一个人填了两张表，这张作废" });
  if (reached === "RETURNED")
    step(1, "return", officer, { note: "还差 2 样：1.劳动合同复印件；2.参保人员基本情况表（本人签字）。" });
  if (["OFFICE_CHECK", "WITHDRAWN", "VOID", "RETURNED"].includes(reached)) return {};
  const filed = step(1, "file", officer, { note: "受理号见申报表。" });
  if (reached === "SUBMITTED") return { filed };
  if (reached === "REJECTED") {
    const note = isSecond
      ? "这个人在原单位还没有减员，两家单位同时参保。请原单位先办减员，再报增员。"
      : "原参保地还没有停保，请先办停保；续保要附停保证明。";

    return { filed, result: step(3, "reject", officer, { note }) };
  }
  const result = step(4, "approve", officer);
  if (reached === "APPROVED") return { filed, result };
  const effect = step(6, "takeEffect", officer);
  if (reached === "ARCHIVED") step(8, "archive", officer);

  return { filed, result, effect };
}

function changeRow(
  { row, person, code, month }: ChangePlan,
  life: Life,
  marks: Marks,
  officer: string,
): SeedRows["insurance_change"] {
  const wage = wageOf(person);
  const base = isIncrease(code) ? clampBase(wage, bounds) : undefined;

  return {
    id: idAt(life.opened, "insurance change", row),
    caseId: life.id,
    bureauId: person.unit.bureauId,
    personId: person.id,
    unitId: person.unit.id,
    code,
    schemes: [...schemes],
    payer: person.employmentType === "DISPATCH" ? "AGENCY" : "BUREAU",
    month,
    wageFen: base ? BigInt(wage) : null,
    baseFen: base ? BigInt(base.baseFen) : null,
    clamp: base?.clamp ?? "NONE",
    receiptNo: marks.filed
      ? `SL${marks.filed.replaceAll("-", "").slice(2)}${String(row % 1_000).padStart(3, "0")}`
      : null,
    filedOn: marks.filed ? dateColumn(marks.filed) : null,
    filedById: marks.filed ? officer : null,
    resultOn: marks.result ? dateColumn(marks.result) : null,
    effectiveOn: marks.effect ? dateColumn(marks.effect) : null,
    createdAt: life.opened,
  };
}

const cutOffDay = parameters["insurance.cutOffDay"].fallback;

/** The month of a planned form: what lies ahead is declared for the first month that still can be, nothing before hiring. */
export function plannedMonth(today: CivilDate, person: Person, reached: Reached, months: number): CivilMonth {
  if (months > 0) return reached === "APPROVED" ? monthFrom(today, months) : firstMonth(today, cutOffDay);
  const [wanted, hired] = [monthFrom(today, months), monthOf(person.hiredOn)];

  return wanted < hired ? hired : wanted;
}

/** The month so many after today's. */
export function monthFrom(today: CivilDate, months: number): CivilMonth {
  return monthAfter(monthOf(today), months);
}
