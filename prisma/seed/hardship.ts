import { encryptField } from "@/lib/crypto";
import { civilOf, dateColumn, yearOf, type CivilDate } from "@/lib/dates";
import { reviewDueAfter } from "@/lib/hardship/rules";
import { maskName } from "@/lib/masks";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import type { Theatre } from "./case-teller";
import type { Family } from "./families";
import { edgeCases, fallenBackRow, retiredRow, type Ending } from "./hardship-edges";
import { meansOf, reckoned, stories, type HouseholdMeans, type Means } from "./hardship-facts";
import { checkRow, noticeRow, papersOf } from "./hardship-papers";
import { applicationLife, reviewLife, steps, type Reached } from "./hardship-lives";
import { unionOf, type Person } from "./person-rows";
import { at, dice, idAt, of } from "./random";

/** Households on file, whatever the day. */
export const onFileTotal = 158;

type Case = {
  family: Family;
  head: Person;
  row: number;
  reached: Reached;
  place: number;
  means: Means;
  /** it was on file once and is no longer */
  ending?: Ending;
};
type Rows = Pick<
  { [T in keyof SeedRows]: SeedRows[T][] },
  "hardship_file" | "hardship_assessment" | "home_verification" | "hardship_document" | "public_notice" | "notice_entry"
>;
/** `finish` makes the rows once the cases have their numbers. */
export type HardshipDemo = { lives: Life[]; onFile: Family[]; finish: () => Rows };

/** One household in each stage besides those on file: stage, working days ago, how it stands to the line. */
const underWay: readonly [Reached, number, Means][] = [
  ["RETURNED", -4, "deep"],
  ["APPLIED", -2, "deep"],
  ["APPLIED", -1, "relative"],
  ["HOME_CHECK", -5, "relative"],
  ["REVIEW", -7, "deep"],
  // M between the multiple and an accident: 不符合 unless 意外致困
  ["REVIEW", -6, "over"],
  ["PROPOSED", -9, "relative"],
  ["NOTICE", -10, "deep"],
  ["APPROVAL", -16, "deep"],
  ["NOT_ELIGIBLE", -12, "over"],
  ["WITHDRAWN", -9, "relative"],
];

/** 158 households on file since up to two years, one in each stage of the way there, and one for each way off the file. */
export function hardshipOf(theatre: Theatre, families: readonly Family[]): HardshipDemo {
  const people = new Map(theatre.people.map((person) => [person.id, person]));
  const cases = plan(theatre, families, people);
  const told = cases.map((one) => ({
    ...one,
    life: applicationLife(theatre, 70_000 + one.row, one.head, one.place, one.reached),
  }));
  const reviewed = told.filter(({ reached, row }) => reached === "ON_FILE" && row >= 150 && row < 153);
  const reviews = (["HOME_CHECK", "REVIEW", "PROPOSED"] as const).map((reached, i) => {
    const one = at(reviewed, i);

    return {
      ...one,
      life: reviewLife(theatre, 79_000 + i, one.head, -6, reached, "年度"),
      of: one,
      kind: "REVIEW" as const,
    };
  });
  const later = [...reviews, ...fallenBack(theatre, of(new Map(told.map((one) => [one.row, one])), fallenBackRow))];

  return {
    lives: [...told, ...later].map(({ life }) => life),
    onFile: told.filter(({ reached, ending }) => reached === "ON_FILE" && !ending).map(({ family }) => family),
    finish: () => rowsOf(theatre, told, later),
  };
}

/** 返困: lifted by a review, and an application again on the same file. */
function fallenBack(theatre: Theatre, one: Told): Later[] {
  return [
    {
      ...one,
      life: reviewLife(theatre, 79_010, one.head, -246, "LIFTED", "年度"),
      of: one,
      kind: "REVIEW",
      place: -246,
    },
    {
      ...one,
      life: applicationLife(theatre, 79_011, one.head, -3, "APPLIED"),
      of: one,
      kind: "APPLICATION",
      row: one.row + 50,
      reached: "APPLIED",
      place: -3,
    },
  ];
}

function plan(theatre: Theatre, families: readonly Family[], people: ReadonlyMap<string, Person>): Case[] {
  const { today } = theatre;
  const may = families.flatMap((family) => {
    const head = of(people, family.household.headId);
    const isFit = !head.isMigrant || unionOf(head, today).unionMember === true;

    return isFit && head.hiredOn < `${yearOf(today) - 3}-01-01` ? [{ family, head }] : [];
  });
  const edges = families.slice(-4).map((family) => ({ family, head: of(people, family.household.headId) }));
  const named = may.filter(({ head }) => head.staffNo === "50002");
  const others = may.filter(({ head }) => Number(head.staffNo) > 50_100 && head.status === "ACTIVE");
  const chosen = [...named, ...others];
  const moving = underWay.map(([reached, place, means], i) => ({
    ...at(chosen, i),
    row: 500 + i,
    reached,
    place,
    means,
  }));
  const onFile = chosen.slice(moving.length, moving.length + onFileTotal).map((one, row) => {
    const means: Means = row % 10 < 6 ? "deep" : row % 10 < 9 ? "relative" : "accident";

    const home = row === retiredRow ? at(edges, 3) : one;

    return { ...home, row, reached: "ON_FILE" as const, place: -560 + row * 3, means };
  });
  if (onFile.length < onFileTotal) throw new RangeError(`only ${onFile.length} households can be on file`);

  return [...onFile, ...moving, ...edgeCases(theatre, edges, chosen.slice(moving.length + onFileTotal))];
}

type Told = Case & { life: Life };
type Later = Told & { of: Told; kind: "APPLICATION" | "REVIEW" };

function rowsOf(theatre: Theatre, told: readonly Told[], reviews: readonly Later[]): Rows {
  const parts = told.map((one) => partsOf(theatre, one, "APPLICATION", fileIdOf(one)));
  const later = reviews.map((one) => partsOf(theatre, one, one.kind, fileIdOf(one.of)));
  const all = [...parts, ...later];
  const notices = told.filter(({ reached }) => ["PROPOSED", "NOTICE", "APPROVAL"].includes(reached));

  return {
    hardship_file: told.map((one) => fileRow(theatre, one)),
    hardship_assessment: all.map(({ assessment }) => assessment),
    home_verification: all.flatMap(({ check }) => check),
    hardship_document: all.flatMap(({ papers }) => papers),
    public_notice: notices.map((one, i) => noticeRow(theatre, one, i)),
    notice_entry: notices.map((one, i) => ({
      id: idAt(one.life.opened, "hardship entry", one.row),
      noticeId: noticeRow(theatre, one, i).id,
      key: one.life.id,
      place: 1,
      maskedName: maskName(one.head.name),
      unit: one.head.unit.name,
      amountFen: null,
      note: null,
    })),
  };
}

const fileIdOf = ({ life, row }: Told) => idAt(life.opened, "hardship file", row);

const endStates: Partial<Record<Reached, SeedRows["hardship_file"]["state"]>> = {
  ON_FILE: "ON_FILE",
  NOT_ELIGIBLE: "REFUSED",
  WITHDRAWN: "REFUSED",
};

/** Six were not reviewed last year. */
function fileRow({ today, line }: Theatre, one: Told): SeedRows["hardship_file"] {
  const { life, family, head, row, place, reached } = one;
  const isOn = reached === "ON_FILE";
  const since = isOn ? line.on(place + steps.approve) : null;
  const review = since ? reviewsOf(since, today, row) : null;
  const facts = factsOf(one);

  return {
    id: fileIdOf(one),
    bureauId: head.unit.bureauId,
    householdId: family.household.id,
    headId: head.id,
    unitId: head.unit.id,
    number: life.number,
    state: endStates[reached] ?? "APPLYING",
    level: isOn ? reckoned(facts, standingOf(head, today), today).decided : null,
    mainCause: isOn ? facts.mainCause : null,
    secondCause: isOn ? facts.secondCause : null,
    onFileSince: since && dateColumn(since),
    lastReviewedOn: review && dateColumn(review.last),
    reviewDueOn: review && dateColumn(review.due),
    paperDueOn: since && dateColumn(line.on(Math.min(60, place + steps.approve + 30))),
    paperCheckedOn: since && place < -60 ? dateColumn(line.on(place + steps.approve + 12)) : null,
    createdById: life.creator.accountId,
    createdAt: life.opened,
    version: isOn ? 3 : 1,
    ...one.ending,
  };
}

/** Reviewed each November since; a few were forgotten last year. */
function reviewsOf(since: CivilDate, today: CivilDate, row: number): { last: CivilDate; due: CivilDate } {
  let [last, due] = [since, reviewDueAfter(since)];
  while (due < `${yearOf(today) - (row % 27 === 3 ? 1 : 0)}-01-01`) {
    last = `${yearOf(due)}-11-16`;
    due = `${yearOf(due) + 1}-11-30`;
  }

  return last < today ? { last, due } : { last: since, due };
}

function standingOf(head: Person, today: CivilDate) {
  return { isMigrant: head.isMigrant, hiredOn: head.hiredOn, isUnionMember: unionOf(head, today).unionMember === true };
}

function factsOf({ row, family, means, reached }: Case): HouseholdMeans {
  const facts = meansOf(row, family.members.length + family.personIds.length, means);

  return reached === "NOT_ELIGIBLE" ? { ...facts, dwellings: 2 } : facts;
}

const checkedStages: readonly Reached[] = ["REVIEW", "PROPOSED", "NOTICE", "APPROVAL", "ON_FILE", "NOT_ELIGIBLE"];
const assessed: readonly Reached[] = ["PROPOSED", "NOTICE", "APPROVAL", "ON_FILE", "NOT_ELIGIBLE"];

function partsOf(theatre: Theatre, one: Told, kind: "APPLICATION" | "REVIEW", fileId: string) {
  const { life, row, head, place, reached } = one;
  const { line, today } = theatre;
  const id = idAt(life.opened, `hardship ${kind}`, row);
  const facts = factsOf(one);
  const isAssessed = kind === "APPLICATION" && assessed.includes(reached);
  const story = at(stories, row % stories.length);
  const assessment: SeedRows["hardship_assessment"] = {
    id,
    fileId,
    caseId: life.id,
    kind,
    applicantId: head.id,
    ...facts,
    housing: dice("housing", row).pick(["RENTED", "PUBLIC_RENT", "OWNED", "LOW_RENT"] as const),
    area: dice("area", row).between(28, 75),
    isSingleParent: facts.mainCause === "SINGLE_PARENT",
    storyCipher:
      kind === "APPLICATION"
        ? encryptField(story, { table: "hardship_assessment", column: "story_cipher", rowId: id })
        : null,
    ...(isAssessed ? reckoned(facts, standingOf(head, today), today) : { exclusions: [] }),
    ...(isAssessed && reached !== "NOT_ELIGIBLE" ? opinionsOf(theatre, one) : {}),
    createdAt: life.opened,
  };
  const isChecked = kind === "APPLICATION" && checkedStages.includes(reached);

  return {
    assessment,
    check: isChecked ? [checkRow(theatre, id, line.on(place + steps.report), row)] : [],
    papers: kind === "APPLICATION" ? papersOf(id, facts, { head, reached, on: civilOf(life.opened) }) : [],
  };
}

function opinionsOf({ cast, line }: Theatre, { place, reached }: Told): Partial<SeedRows["hardship_assessment"]> {
  const on = (after: number) => dateColumn(line.on(place + after));
  const manager =
    reached === "PROPOSED"
      ? {}
      : { managerOpinion: "同意公示。", managerId: of(cast, "1008").personId, managerOn: on(steps.agree) };
  const leader =
    reached === "ON_FILE"
      ? { leaderOpinion: "同意建档，请做好帮扶。", leaderId: of(cast, "1002").personId, leaderOn: on(steps.approve) }
      : {};

  return {
    officerOpinion: "材料齐全，入户情况属实，同意提出公示。",
    officerId: of(cast, "2003").personId,
    officerOn: on(steps.propose),
    ...manager,
    ...leader,
  };
}
