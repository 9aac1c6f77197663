import type { CivilDate } from "@/lib/dates";
import type { ProgrammeName } from "@/lib/programmes";
import type { Life } from "./case-life";
import { routes, type RouteName } from "./case-routes";
import { begin, confidentialityOf, type Theatre } from "./case-teller";
import { caseTexts, isSuited } from "./case-texts";
import type { CaseText } from "./texts";
import type { Person } from "./person-rows";
import { at, dice, shareOut, shuffled } from "./random";
import type { Workdays } from "./workdays";

/** Settled cases of the latest twelve months by programme, and how busy each month of the year is with it. */
const SERIES: Readonly<Record<ProgrammeName, { cases: number; season: readonly number[] }>> = {
  insurance: { cases: 300, season: [5, 4, 6, 6, 5, 5, 6, 6, 6, 5, 5, 5] },
  people: { cases: 220, season: [6, 5, 6, 5, 5, 5, 5, 5, 6, 5, 5, 7] },
  dormitories: { cases: 260, season: [8, 5, 5, 4, 4, 5, 6, 5, 4, 5, 9, 9] },
  facilities: { cases: 240, season: [5, 4, 5, 5, 5, 6, 7, 7, 5, 6, 7, 5] },
  health: { cases: 150, season: [2, 2, 4, 9, 10, 8, 4, 3, 6, 9, 6, 3] },
  "heat-care": { cases: 170, season: [0.4, 0.4, 0.4, 0.4, 3, 14, 22, 20, 8, 0.4, 0.4, 0.4] },
  schooling: { cases: 62, season: [3, 3, 12, 11, 10, 9, 8, 10, 5, 3, 6, 4] },
  hardship: { cases: 110, season: [14, 9, 5, 4, 4, 4, 4, 4, 5, 6, 9, 15] },
  relief: { cases: 48, season: [5, 4, 4, 4, 4, 5, 5, 5, 4, 4, 4, 5] },
  "contact-points": { cases: 96, season: [4, 4, 7, 6, 6, 7, 5, 5, 7, 6, 6, 7] },
  reception: { cases: 70, season: [5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5] },
  discipline: { cases: 6, season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
};

/** How the cases went, out of a hundred. */
const ROUTES: readonly { route: RouteName; weight: number }[] = [
  { route: "plain", weight: 620 },
  { route: "spot", weight: 95 },
  { route: "held", weight: 82 },
  { route: "returned", weight: 60 },
  { route: "late", weight: 38 },
  { route: "reopened", weight: 30 },
  { route: "extended", weight: 25 },
  { route: "declined", weight: 24 },
  { route: "withdrawn", weight: 14 },
  { route: "voided", weight: 8 },
  { route: "reviewed", weight: 4 },
];

const NEWEST = 12;
const OLDEST = 249;

export const historyTotal = Object.values(SERIES).reduce((sum, { cases }) => sum + cases, 0);

/** The settled cases of twelve months; the number of each kind is the same on every day, only the dates move. */
export function historyLives(theatre: Theatre): Life[] {
  const pools = poolsOf(theatre.people);
  return Object.entries(SERIES).flatMap(([name, { cases, season }], p) => {
    const programme = name as ProgrammeName;
    const places = shuffled(placesIn(theatre.line, cases, season), `places ${name}`);
    return routeNames(cases, name).map((route, j) =>
      tellOne(theatre, programme, route, at(places, j), 10_000 + p * 1_000 + j, pools),
    );
  });
}

function routeNames(cases: number, stream: string): RouteName[] {
  const shares = shareOut(
    cases,
    ROUTES.map(({ weight }) => weight),
  );
  const names = ROUTES.flatMap(({ route }, i) => Array.from({ length: at(shares, i) }, () => route));
  return shuffled(names, `routes ${stream}`);
}

/** Places of the openings: as many days as cases, denser in the programme's season. */
function placesIn(line: Workdays, cases: number, season: readonly number[]): number[] {
  const days = Array.from({ length: OLDEST - NEWEST + 1 }, (_, i) => -OLDEST + i);
  const weights = days.map((place) => season[monthIndex(line.on(place))] ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const places: number[] = [];
  let sum = 0;
  days.forEach((place, i) => {
    sum += at(weights, i);
    while (places.length < cases && (places.length + 0.5) / cases <= sum / total) places.push(place);
  });
  return places;
}

function monthIndex(day: CivilDate): number {
  return Number(day.slice(5, 7)) - 1;
}

function tellOne(
  theatre: Theatre,
  programme: ProgrammeName,
  wanted: RouteName,
  place: number,
  row: number,
  pools: Pools,
): Life {
  const { pick } = dice("history", row);
  const text = pick(caseTexts[programme]);
  const route = fitting(wanted, programme, text);
  const person = pick(poolFor(pools, text));
  const oldEnough = Math.min(place, -1 - routes[route].longest(text.weight));
  const story = begin(theatre, { row, programme, text, person, place: oldEnough });
  routes[route].tell(story);
  return story.life;
}

/**
 * Where little time is given there is none to wait for. Who answers or declines does not call back, and a confidential
 * matter has nobody else to do it, nor has the reception desk.
 */
function fitting(route: RouteName, programme: ProgrammeName, text: CaseText): RouteName {
  if (programme === "discipline") return "spot";
  if (route === "held" && text.weight === "SIMPLE") return "plain";
  const isOneDesk =
    confidentialityOf(programme, text) !== "ORDINARY" || (programme === "reception" && route === "declined");
  return isOneDesk && (route === "spot" || route === "declined") ? "plain" : route;
}

export type Pools = { serving: readonly Person[]; retired: readonly Person[] };

/** Who may turn up in a story: not the demo workers, whose matters are told one by one. */
export function poolsOf(people: readonly Person[]): Pools {
  const strangers = people.filter(
    ({ staffNo, unit }) => unit.sphere === "GRASSROOTS" && Number(staffNo) > 50_100 && staffNo !== "60001",
  );
  return {
    serving: strangers.filter(({ status }) => status === "ACTIVE"),
    retired: strangers.filter(({ status, staffNo }) => status === "RETIRED" && Number(staffNo) > 60_000),
  };
}

const narrowed = new WeakMap<Pools, Map<CaseText, readonly Person[]>>();

/** The people who can have this trouble. */
export function poolFor(pools: Pools, text: CaseText): readonly Person[] {
  const known = narrowed.get(pools) ?? new Map<CaseText, readonly Person[]>();
  narrowed.set(pools, known);
  const pool =
    known.get(text) ??
    (text.suits === "retiree" ? pools.retired : pools.serving).filter((person) => isSuited(text, person));
  known.set(text, pool);
  return pool;
}
