import { blindIndex, encryptField } from "@/lib/crypto";
import { addDays, addMonths, civilOf, dateColumn, yearOf, type CivilDate } from "@/lib/dates";
import { familyName } from "@/lib/masks";
import { isDormitory } from "@/lib/schooling/rules";
import type { SchoolStage } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import { liaisonOf, type Theatre } from "./case-teller";
import { childNameOf } from "./names";
import { idNumbers, sampleIdNos } from "./numbers";
import type { Person } from "./person-rows";
import { at, dice, idAt, of, shuffled } from "./random";
import { papersOf } from "./schooling-papers";
import { otherParentOf } from "./schooling-parents";
import { placementLife, type Placed, type Plan } from "./schooling-lives";

type Rows = Pick<
  { [T in keyof SeedRows]: SeedRows[T][] },
  | "school_placement"
  | "school_material"
  | "school_contact"
  | "school_check"
  | "school_letter"
  | "school_letter_entry"
  | "case_counter"
>;
export type SchoolingDemo = { lives: Life[]; rows: Rows };

const SCHOOLS = ["演示区第一小学", "演示区环湖小学", "演示区春晓小学", "演示区实验小学"];
const MIDDLE = "演示区第二中学";

/** The latest intake that has begun school by today: this year's from September on, else last year's. */
export function latestIntake(today: CivilDate): number {
  return today.slice(5) >= "09-01" ? yearOf(today) : yearOf(today) - 1;
}

/**
 * 11 children at school over the two latest intakes (5, then 6), one who was not placed, and three for the next intake:
 * one from a dormitory whose parent's residence permit runs out, one at the unit's check, one whose letter waits.
 */
export function schoolingOf(theatre: Theatre, homes: ReadonlyMap<string, string>): SchoolingDemo {
  const plans = plansOf(theatre, homes);
  const nextIdNo = idNumbers();
  const placed: Placed[] = plans.map((plan) => {
    const life = placementLife(theatre, plan);
    const dwelling = isDormitory(homes.get(plan.person.id) ?? null) ? "DORMITORY" : "RENTED";

    return { ...plan, life, dwelling, id: idAt(life.opened, "school placement", plan.row) };
  });
  const letters = lettersOf(theatre, placed);
  const parents = new Set(plans.map(({ person }) => person));
  const colleagues = theatre.people.filter(
    (one) => one.isMigrant && one.status === "ACTIVE" && Number(one.staffNo) > 50_100 && !parents.has(one),
  );

  return {
    lives: placed.map(({ life }) => life),
    rows: {
      school_placement: placed.map((one) => ({
        ...placementRow(theatre, one, nextIdNo),
        ...otherParentOf(one, colleagues, nextIdNo),
      })),
      school_material: placed.flatMap((one) => papersOf(theatre, one)),
      school_contact: placed.flatMap((one) => contactsOf(theatre, one)),
      school_check: placed.flatMap((one) => checksOf(theatre, one)),
      ...letters,
    },
  };
}

function plansOf(theatre: Theatre, homes: ReadonlyMap<string, string>): Plan[] {
  const { people, today, line } = theatre;
  const latest = latestIntake(today);
  const parents = shuffled(
    people.filter(
      (person) =>
        person.isMigrant &&
        person.status === "ACTIVE" &&
        !person.postTitle &&
        Number(person.staffNo) > 50_100 &&
        liaisonOf(theatre, person) !== undefined &&
        person.hiredOn < addMonths(today, -42) &&
        person.birth < addMonths(today, -12 * 27),
    ),
    "school parents",
  );
  const housed = parents.find((person) => isDormitory(homes.get(person.id) ?? null));
  const chen = people.find(({ staffNo }) => staffNo === "50003");
  if (!housed || !chen) throw new RangeError("nobody from a dormitory, or no 50003");
  const others = parents.filter((person) => person !== housed && !isDormitory(homes.get(person.id) ?? null));
  const before = Array.from({ length: 5 }, (_, i) => enrolledPlan(at(others, i), i, latest - 1));
  const now = Array.from({ length: 6 }, (_, i) => enrolledPlan(at(others, 5 + i), 5 + i, latest));
  const open = { intakeYear: latest + 1, stage: "PRIMARY_1" as const, school: at(SCHOOLS, 0) };
  const back = (...places: number[]) => places.map((place) => line.on(place));

  return [
    ...before,
    ...now,
    {
      ...enrolledPlan(at(others, 11), 11, latest),
      reached: "UNRESOLVED",
      days: courseDays(latest, 11).slice(0, 7),
    },
    { ...open, row: 90_012, person: chen, reached: "PREPARING", days: back(-12, -10) },
    { ...open, row: 90_013, person: at(others, 12), reached: "UNIT_CHECK", days: back(-15, -13, -3) },
    { ...open, row: 90_014, person: at(others, 13), reached: "COORDINATING", days: back(-25, -23, -17, -14, -9) },
  ];
}

function enrolledPlan(person: Person, i: number, intakeYear: number): Plan {
  const stage: SchoolStage = i % 4 === 3 ? "JUNIOR_1" : "PRIMARY_1";
  const school = stage === "JUNIOR_1" ? MIDDLE : at(SCHOOLS, i % SCHOOLS.length);

  const slip = i === 9 ? ("INSURANCE_ELSEWHERE" as const) : i === 10 ? ("PERMIT_RAN_OUT" as const) : undefined;

  return {
    ...{ row: 90_000 + i, person, reached: "ENROLLED" as const, intakeYear, stage, school },
    ...{ days: courseDays(intakeYear, i), ...(slip ? { slip } : {}) },
  };
}

/** A year's course: registered in spring, checked in April and June, assigned in July, at school on 1 September. */
function courseDays(year: number, i: number): CivilDate[] {
  const day = (text: string, extra = 0) => addDays(`${year}-${text}`, extra);

  return [
    day("03-05", i),
    day("03-07", i),
    day("03-18", i),
    day("03-23", i),
    day("03-28", i),
    day("04-10"),
    day("04-16"),
    day("07-10", i),
    day("09-02"),
  ];
}

/** The child of a row: old enough for its intake, under the parent's surname. */
function childOf({ row, person, intakeYear, stage }: Placed, nextIdNo: ReturnType<typeof idNumbers>) {
  if (person.staffNo === "50003")
    return {
      name: `${familyName(person.name)}一诺`,
      idNo: sampleIdNos.child2020,
      birth: "2020-03-15",
      sex: "MALE" as const,
    };
  const { between, chance } = dice("school child", row);
  const age = stage === "JUNIOR_1" ? 12 : 6;
  const birth = addDays(`${intakeYear - age}-08-31`, -between(0, 360));
  const sex = chance(0.5) ? ("MALE" as const) : ("FEMALE" as const);

  return { name: childNameOf(familyName(person.name), row), idNo: nextIdNo(birth, sex, row), birth, sex };
}

function placementRow(
  { today }: Theatre,
  one: Placed,
  nextIdNo: ReturnType<typeof idNumbers>,
): SeedRows["school_placement"] {
  const { id, life, person, reached, intakeYear, stage, school, dwelling } = one;
  const child = childOf(one, nextIdNo);
  const seal = (column: string, value: string) => encryptField(value, { table: "school_placement", column, rowId: id });
  const isEnrolled = reached === "ENROLLED";
  const passed = life.events.find(({ fromStage, kind }) => fromStage === "UNION_CHECK" && kind === "pass");
  const ended = life.events.find(({ toStage }) => toStage === "ENROLLED" || toStage === "UNRESOLVED");
  const endedOn = ended ? civilOf(new Date(ended.at)) : null;

  return {
    id,
    bureauId: person.unit.bureauId,
    caseId: life.id,
    parentId: person.id,
    unitId: person.unit.id,
    intakeYear,
    schoolStage: stage,
    childNameCipher: seal("child_name_cipher", child.name),
    childIdCipher: seal("child_id_cipher", child.idNo),
    childIdIndex: blindIndex(child.idNo),
    birthCipher: seal("birth_cipher", child.birth),
    sexCipher: seal("sex_cipher", child.sex),
    consentOn: dateColumn(civilOf(life.opened)),
    consentMode: "ONLINE",
    dwelling,
    needsCoordination: dwelling === "DORMITORY",
    isApart: false,
    isLiving: true,
    eligibleOn: passed ? dateColumn(civilOf(new Date(passed.at))) : null,
    outcome: isEnrolled ? "PUBLIC" : reached === "UNRESOLVED" ? "UNRESOLVED" : null,
    unresolvedReason: reached === "UNRESOLVED" ? "LEASE_GAP" : null,
    schoolName: isEnrolled ? school : null,
    className: isEnrolled ? `${(one.row % 6) + 1} 班` : null,
    enrolledOn: isEnrolled && endedOn ? dateColumn(endedOn < today ? endedOn : addDays(today, -1)) : null,
    keepUntil: endedOn ? dateColumn(addMonths(endedOn, 24)) : null,
    createdById: life.creator.accountId,
    createdAt: life.opened,
    version: 1 + life.events.length,
  };
}

/** Two talks for every child that came as far as the letter. */
function contactsOf({ cast }: Theatre, one: Placed): SeedRows["school_contact"][] {
  const sent = one.life.events.find(({ kind }) => kind === "letterSent");
  if (!sent) return [];
  const on = civilOf(new Date(sent.at));

  return (["UNION", "EDU_BUREAU"] as const).map((party, i) => ({
    id: idAt(new Date(sent.at), `school contact ${one.row}`, i),
    placementId: one.id,
    party,
    madeOn: dateColumn(on),
    content: party === "UNION" ? "报区总工会，请一并协调。" : "送协调函，说明家长是一线环卫职工。",
    result: party === "UNION" ? "同意联系区教育局。" : "按随迁子女统筹安排。",
    recordedById: of(cast, "2005").accountId,
    recordedAt: new Date(sent.at),
  }));
}

function checksOf({ cast }: Theatre, one: Placed): SeedRows["school_check"][] {
  return one.life.events
    .filter(({ kind }) => ["passed", "assigned", "failedReturn"].includes(kind))
    .map((event, i) => ({
      id: idAt(new Date(event.at), `school check ${one.row}`, i),
      placementId: one.id,
      round: event.kind === "passed" ? ("FIRST" as const) : ("SECOND" as const),
      checkedOn: dateColumn(civilOf(new Date(event.at))),
      isPassed: event.kind !== "failedReturn",
      note: event.kind === "failedReturn" ? (event.note ?? null) : null,
      recordedById: of(cast, "2005").accountId,
      recordedAt: new Date(event.at),
    }));
}

/** A letter for each intake, sent; and one that waits for a leader. */
function lettersOf(
  theatre: Theatre,
  placed: readonly Placed[],
): Pick<Rows, "school_letter" | "school_letter_entry" | "case_counter"> {
  const years = [...new Set(placed.map(({ intakeYear }) => intakeYear))];
  const groups = years.map((year) => ({
    year,
    of: placed.filter((one) => one.intakeYear === year && one.life.events.some(({ kind }) => kind === "letterSent")),
  }));
  const sent = groups.filter((group) => group.of.length > 0);
  const waiting = placed.filter(({ reached }) => reached === "COORDINATING");
  const all = [
    ...sent.map(({ year, of: ones }) => ({ year, ones, isSent: true })),
    ...waiting.map((one) => ({ year: one.intakeYear, ones: [one], isSent: false })),
  ];
  const letters = all.map((letter, i) => letterRow(theatre, letter, i));
  const counters = new Map<string, number>();
  for (const { number } of letters) {
    const [, period = "", no = ""] = number.split("-");
    counters.set(period, Math.max(counters.get(period) ?? 0, Number(no)));
  }

  return {
    school_letter: letters,
    school_letter_entry: all.flatMap(({ ones, isSent }, i) =>
      ones.map((one, place) => ({
        letterId: at(letters, i).id,
        placementId: one.id,
        place: place + 1,
        isOpen: !isSent,
      })),
    ),
    case_counter: [...counters].map(([period, lastNo]) => ({
      bureauId: theatre.tree.bureau.id,
      prefix: "RXH",
      period,
      lastNo,
    })),
  };
}

function letterRow(
  { cast, tree, line }: Theatre,
  { year, ones, isSent }: { year: number; ones: readonly Placed[]; isSent: boolean },
  i: number,
): SeedRows["school_letter"] & { number: string } {
  const first = at(ones, 0);
  const sent = first.life.events.find(({ kind }) => kind === "letterSent");
  const draftedAt = sent ? new Date(new Date(sent.at).getTime() - 40 * 60_000) : first.life.last;
  const drafted = civilOf(draftedAt);

  return {
    id: idAt(draftedAt, "school letter", i),
    bureauId: tree.bureau.id,
    number: `RXH-${yearOf(drafted)}-${String(i + 1).padStart(3, "0")}`,
    intakeYear: year,
    state: isSent ? "SENT" : "WAITING",
    draftedById: of(cast, "2005").accountId,
    draftedAt,
    decidedById: isSent ? of(cast, "1002").accountId : null,
    decidedAt: isSent ? new Date(draftedAt.getTime() + 20 * 60_000) : null,
    opinion: isSent ? "同意，请做好衔接。" : null,
    sentOn: isSent && sent ? dateColumn(civilOf(new Date(sent.at))) : null,
    requestKey: idAt(dateColumn(line.lastOver), "school letter request", i),
  };
}
