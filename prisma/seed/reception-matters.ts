import { categories, type Category } from "@/lib/reception/matters/words";
import type { MatterMode } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import * as notes from "./case-notes";
import { answered, closed, routes, type RouteName } from "./case-routes";
import { assigned, begin, step, type Story, type Talk, type Theatre } from "./case-teller";
import { caseTexts, isSuited } from "./case-texts";
import type { CaseText } from "./texts";
import type { Person } from "./person-rows";
import { at, dice, idAt, of, shuffled } from "./random";

/** How a matter of a reception day went: a route of the history, or one of the ways that only the newest days show. */
export type MatterRoute = RouteName | "sameDay" | "waiting" | "reported";

export const matterTotals = { matters: 192, late: 6, waiting: 3 } as const;

const OLD_ROUTES: readonly { route: MatterRoute; count: number }[] = [
  { route: "late", count: matterTotals.late },
  { route: "held", count: 9 },
  { route: "reopened", count: 5 },
  { route: "extended", count: 4 },
  { route: "reviewed", count: 1 },
  { route: "reported", count: 6 },
  { route: "spot", count: 58 },
];

/** Routes for `count` matters of the days long past; what is not named went its plain way. */
export function oldRoutes(count: number): MatterRoute[] {
  const named = OLD_ROUTES.flatMap(({ route, count: times }) => Array.from({ length: times }, () => route));
  const plain = Array.from({ length: count - named.length }, (): MatterRoute => "plain");
  return shuffled([...named, ...plain], "matter routes");
}

/** What visitors come with, and how often. */
const SHARES: readonly { category: Category; share: number }[] = [
  { category: "PAY", share: 5 },
  { category: "INSURANCE", share: 5 },
  { category: "HOUSING", share: 5 },
  { category: "PROTECTION", share: 4 },
  { category: "RETIREMENT", share: 4 },
  { category: "SCHOOL", share: 3 },
  { category: "MEDICAL", share: 3 },
  { category: "POLICY", share: 3 },
  { category: "SUGGESTION", share: 3 },
  { category: "HARDSHIP", share: 2 },
  { category: "CONTRACT", share: 2 },
  { category: "OTHER", share: 2 },
  { category: "COMPLAINT", share: 1 },
];
const BASKET = SHARES.flatMap(({ category, share }) => Array.from({ length: share }, () => category));

export type Matter = { category: Category; text: CaseText };

/** What somebody comes with; a complaint only where it can be answered in the talk itself. */
export function matterFor(row: number, route: MatterRoute): Matter {
  const { pick } = dice("matter", row);
  const drawn = pick(BASKET);
  const category = drawn === "COMPLAINT" && route !== "spot" ? "SUGGESTION" : drawn;
  const fitting = textsOf(category).filter(({ weight }) => suitsRoute(route, weight));
  return { category, text: pick(fitting.length > 0 ? fitting : textsOf(category)) };
}

/** A second thing that the same visitor brings. */
export function secondMatterFor(person: Person, row: number): Matter {
  const { pick } = dice("second matter", row);
  const fitting = (["POLICY", "SUGGESTION", "OTHER", "PAY", "RETIREMENT"] as const).flatMap((category) =>
    textsOf(category)
      .filter((text) => isSuited(text, person))
      .map((text) => ({ category, text })),
  );
  return pick(fitting);
}

function textsOf(category: Category): readonly CaseText[] {
  const topic = categories[category];
  const borrowed: Partial<Record<Category, readonly CaseText[]>> = {
    INSURANCE: caseTexts.insurance,
    HOUSING: caseTexts.dormitories,
    SCHOOL: caseTexts.schooling,
    HARDSHIP: caseTexts.hardship,
    COMPLAINT: caseTexts.discipline,
  };
  const texts = borrowed[category] ?? caseTexts.reception.filter((text) => text.topic === topic);
  return texts.map((text) => ({ ...text, topic }));
}

/** The newest days leave little time: what is settled in the talk, or within three working days. */
function suitsRoute(route: MatterRoute, weight: CaseText["weight"]): boolean {
  if (route === "held" || route === "extended") return weight !== "SIMPLE";
  return true;
}

export type MatterStory = {
  row: number;
  matter: Matter;
  route: MatterRoute;
  person: Person;
  place: number;
  talk: Talk;
  isNew: boolean;
};

/** Opens the matter in the talk and tells how it went on. */
export function tellMatter(theatre: Theatre, { row, matter, route, person, place, talk, isNew }: MatterStory): Life {
  const programme = matter.category === "COMPLAINT" ? ("discipline" as const) : ("reception" as const);
  const desk = of(theatre.cast, "2001");
  const weight = isNew ? ("SIMPLE" as const) : matter.text.weight;
  const story = begin(theatre, {
    row,
    programme,
    text: matter.text,
    person,
    place,
    source: "RECEPTION",
    by: desk,
    weight,
    talk,
  });
  if (programme === "discipline") tellComplaint(story);
  else if (route === "sameDay") tellSameDay(story);
  else if (route === "waiting") tellWaiting(story, row);
  else routes[route === "reported" ? "plain" : route].tell(story);
  return story.life;
}

/** The 纪委书记 answers in person two days later; the officer of discipline calls back. */
function tellComplaint(story: Story): void {
  answered(story, story.place + 2);
  closed(story, story.place + 4);
}

/** Settled in the talk; the desk asks in the afternoon whether it was. */
function tellSameDay(story: Story): void {
  answered(story, story.place);
  step(story, story.place, "followUp", "caller");
  step(story, story.place, "close", "caller", { satisfaction: "SATISFIED" });
}

function tellWaiting(story: Story, row: number): void {
  assigned(story, story.place, story.talk?.instruction);
  step(story, story.place, "start", "handler", { note: at(notes.startNotes, 0) });
  step(story, story.place, "hold", "handler", at(notes.holds, row % 2));
}

const MODES: Partial<Record<MatterRoute, MatterMode>> = { spot: "ON_SPOT", sameDay: "ON_SPOT", reported: "REPORT_UP" };

/** The detail record of a matter. */
export function matterRow(
  life: Life,
  { matter, route, talk }: MatterStory,
  dayId: string,
  attendanceId: string,
): SeedRows["reception_matter"] {
  const mode = matter.category === "COMPLAINT" ? "ASSIGN" : (MODES[route] ?? "ASSIGN");
  return {
    id: idAt(life.opened, "matter", life.given.row),
    caseId: life.id,
    dayId,
    attendanceId,
    category: matter.category,
    mode: mode === "ON_SPOT" && matter.text.outcome === "EXPLAINED" ? "TELL_WHERE" : mode,
    instruction: talk.instruction ?? null,
    leaderId: talk.leader.personId,
    createdAt: life.opened,
  };
}

export const instructions = [
  "请承办单位三天内给职工一个准信，结果报我。",
  "这件事不大但天天碰到，请马上办。",
  "请先把情况摸清楚，再当面给职工回话。",
  "同类问题一并查一遍，别只解决这一个。",
  "按政策能办的尽快办，办不了的讲清楚为什么。",
];
