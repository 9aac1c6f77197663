import { addDays, dateColumn, firstDayOf, instantAt, monthAfter, monthOf, type CivilDate } from "@/lib/dates";
import { clampBase } from "@/lib/insurance/rules";
import type { GapReason } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import type { Theatre } from "./case-teller";
import { changeStory, decreasePlans, formPlans, monthFrom, plannedMonth, type ChangeStory } from "./insurance-changes";
import { lastMonth, officeListOf, type ListRows } from "./insurance-list";
import { insuredRows, overAgeRows, partRows, type Gap, type Insured } from "./insurance-periods";
import { transferStories, type TransferStory } from "./insurance-transfers";
import { bounds, wageOf } from "./insurance-wages";
import { takenOverOn, type Person } from "./person-rows";
import { at, dice, idAt, of, shuffled } from "./random";

/** Figures of the domain guide §2, whatever the day. */
export const insuranceTotals = {
  owed: 4_860,
  insured: 3_902,
  gained: 1_258,
  gap: { UNWILLING: 402, RESIDENT: 318, ORIGIN: 141, PAPERS: 97 },
} as const;

type Rows = Pick<
  { [T in keyof SeedRows]: SeedRows[T][] },
  | ("enrolment" | "contribution_base" | "gap_note" | "persuasion_log" | "insurance_change" | "insurance_transfer")
  | keyof ListRows
>;
/** `finish` makes the rows once the cases have their numbers. */
export type InsuranceDemo = { lives: Life[]; finish: () => Rows };

/** Who is insured since when, who is not and why, and a change form in every stage. */
export function insuranceOf(theatre: Theatre): InsuranceDemo {
  const { people } = theatre;
  const serving = people.filter(({ status }) => status === "ACTIVE" || status === "OFF_POST");
  const owed = serving.filter(({ employmentType }) => employmentType !== "SERVICE_AGREEMENT");
  const others = serving.filter(({ employmentType }) => employmentType === "SERVICE_AGREEMENT");
  const gaps = gapsAmong(owed);
  const without = new Set(gaps.map(({ person }) => person.id));
  const insured = periodsOf(
    theatre,
    owed.filter(({ id }) => !without.has(id)),
  );
  const forms = formsOf(theatre, gaps, insured);
  const transfers = transferStories(
    theatre,
    gaps.flatMap(({ person, reason }) => (reason === "ORIGIN" && person.status === "ACTIVE" ? [person] : [])),
  );

  return {
    lives: [...forms, ...transfers].map(({ life }) => life),
    finish: () => rowsOf(theatre, { gaps, insured, others, forms, transfers }),
  };
}

/** One form in each stage: increases for those who are not insured, what came into force for those who are. */
function formsOf(theatre: Theatre, gaps: readonly Gap[], insured: readonly Insured[]): ChangeStory[] {
  const { today } = theatre;
  const waiting = gaps.filter(({ person, reason }) => reason === "PAPERS" && person.status === "ACTIVE");
  const running = insured.filter(({ person, isGained }) => !isGained && isPlain(person));
  const recent = insured.filter(
    ({ person, since, isGained }) => isGained && isPlain(person) && since >= monthFrom(today, -3),
  );
  const plan =
    (people: readonly { person: Person }[], first: number) =>
    ([reached, code, place, months]: (typeof formPlans)[number], i: number) =>
      changeStory(theatre, {
        row: first + i,
        person: at(people, i).person,
        code,
        month: plannedMonth(today, at(people, i).person, reached, months),
        place,
        reached,
      });
  const done = recent.slice(0, 8).map(({ person, since }, i) =>
    changeStory(theatre, {
      row: 82_000 + i,
      person,
      code: "FIRST",
      month: since,
      place: -75 - i,
      reached: i % 2 === 0 ? "EFFECTIVE" : "ARCHIVED",
    }),
  );

  return [...formPlans.map(plan(waiting, 80_000)), ...decreasePlans.map(plan(running, 81_000)), ...done];
}

function isPlain({ status, staffNo, isLeader, postTitle }: Person): boolean {
  return status === "ACTIVE" && Number(staffNo) > 50_100 && !isLeader && !postTitle;
}

/** The 958: mostly migrants, never in the office, never one who leads; by reason as the guide has them. */
function gapsAmong(owed: readonly Person[]): Gap[] {
  const pool = owed.filter(
    ({ unit, employmentType, isLeader, postTitle, staffNo }) =>
      unit.sphere === "GRASSROOTS" &&
      employmentType !== "ESTABLISHED" &&
      !isLeader &&
      !postTitle &&
      Number(staffNo) > 50_100,
  );
  const chosen = shuffled(pool, "insurance gap");
  let taken = 0;
  const gaps = Object.entries(insuranceTotals.gap).flatMap(([reason, count]) => {
    const part = chosen.slice(taken, taken + count).map((person) => ({ person, reason: reason as GapReason }));
    taken += count;

    return part;
  });
  if (gaps.length < taken || owed.length !== insuranceTotals.owed)
    throw new RangeError(`${owed.length} ought to be insured, ${gaps.length} of ${taken} are not`);

  return gaps;
}

/** 1,258 came through the programme within the last 24 months, everybody else was insured before. */
function periodsOf({ today }: Theatre, covered: readonly Person[]): Insured[] {
  const start = monthOf(takenOverOn(today));
  const mixed = shuffled(covered, "insurance gained");
  const gained = new Set(
    mixed
      .filter(({ employmentType, unit }) => unit.sphere === "GRASSROOTS" && employmentType !== "ESTABLISHED")
      .slice(0, insuranceTotals.gained)
      .map(({ id }) => id),
  );
  let place = 0;

  return covered.map((person, row) => {
    const hired = monthOf(person.hiredOn);
    if (!gained.has(person.id)) return { person, since: hired < start ? hired : start, isGained: false, row };
    place += 1;
    const wanted = monthAfter(monthOf(today), -(place % 24));

    return { person, since: wanted < hired ? hired : wanted, isGained: true, row };
  });
}

type Plot = {
  gaps: readonly Gap[];
  insured: readonly Insured[];
  others: readonly Person[];
  forms: readonly ChangeStory[];
  transfers: readonly TransferStory[];
};

function rowsOf(theatre: Theatre, plot: Plot): Rows {
  const officer = of(theatre.cast, "2002").accountId;
  const notes = plot.gaps.map((gap, row) => noteRow(theatre, gap, row));

  const enrolment = [
    ...plot.insured.flatMap((one) => insuredRows(theatre, one)),
    ...plot.gaps.flatMap((gap, row) => partRows(theatre, gap, row)),
    ...plot.others.flatMap((person, row) => overAgeRows(theatre, person, row)),
  ];
  const contribution_base = [
    ...plot.insured.map(({ person }) => baseRow(theatre, person, officer)),
    ...plot.gaps.map(({ person }) => baseRow(theatre, person, officer)),
    ...plot.others.map((person) => baseRow(theatre, person, officer)),
  ];

  return {
    enrolment,
    contribution_base,
    ...officeListOf(theatre, { enrolment, contribution_base, gaps: plot.gaps.map(({ person }) => person) }),
    gap_note: notes,
    persuasion_log: plot.gaps.flatMap((gap, row) =>
      gap.reason === "UNWILLING" && row % 8 !== 3 ? [talkRow(theatre, gap, row)] : [],
    ),
    insurance_change: plot.forms.map(({ change }) => change),
    insurance_transfer: plot.transfers.map(({ transfer }) => transfer),
  };
}

function baseRow({ today }: Theatre, person: Person, createdById: string): SeedRows["contribution_base"] {
  const hired = monthOf(person.hiredOn);
  // The bases of a year are declared after January: in January last year's still hold.
  const year = `${lastMonth(today).slice(0, 4)}-01`;
  const fromMonth = hired > year ? hired : year;
  const wage = wageOf(person);
  const { baseFen, clamp } = clampBase(wage, bounds);
  const createdAt = instantAt(
    addDays(firstDayOf(fromMonth), 4) < today ? addDays(firstDayOf(fromMonth), 4) : firstDayOf(fromMonth),
    "10:00",
  );

  return {
    id: idAt(createdAt, "contribution base", person.row),
    bureauId: person.unit.bureauId,
    personId: person.id,
    fromMonth,
    wageFen: BigInt(wage),
    source: hired > year ? "FIRST_MONTH" : "LAST_YEAR",
    baseFen: BigInt(baseFen),
    clamp,
    createdById,
    createdAt,
  };
}

/** Why, who sees to it and by when; a few have signed a waiver, which changes nothing. */
function noteRow(theatre: Theatre, { person, reason }: Gap, row: number): SeedRows["gap_note"] {
  const { cast, tree, line } = theatre;
  const station = tree.stations.findIndex(({ id }) => id === person.unit.topUnitId);
  const by = of(cast, station < 0 ? "2002" : `300${station + 1}`).accountId;
  const day = line.on(-2 - (row % 40));

  return {
    personId: person.id,
    bureauId: person.unit.bureauId,
    reason,
    ownerId: by,
    expectedOn: dateColumn(line.on(12 + (row % 3) * 18)),
    waiverOn: reason === "UNWILLING" && row % 16 === 5 ? dateColumn(day) : null,
    updatedById: by,
    updatedAt: instantAt(day, "15:00"),
    version: 1,
  };
}

function talkRow({ today, cast, tree, line }: Theatre, { person }: Gap, row: number): SeedRows["persuasion_log"] {
  const station = tree.stations.findIndex(({ id }) => id === person.unit.topUnitId);
  const by = of(cast, station < 0 ? "2002" : `300${station + 1}`);
  const { pick } = dice("persuasion", row);
  const day: CivilDate = line.on(-1 - (row % 30));
  const createdAt = instantAt(day < today ? day : addDays(today, -1), "16:00");

  return {
    id: idAt(createdAt, "persuasion", row),
    bureauId: person.unit.bureauId,
    personId: person.id,
    heldOn: dateColumn(day),
    byName: by.name,
    result: pick(["THINKING", "REFUSED", "REFUSED", "AGREED"] as const),
    note: pick([
      "讲了养老、医疗能报销多少，本人说回去商量",
      "嫌个人扣得多，到手的钱少了",
      "想再干两年就回老家，不愿意交",
    ]),
    createdById: by.accountId,
    createdAt,
  };
}
