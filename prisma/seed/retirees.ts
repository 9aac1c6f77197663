import { addDays, addMonths, monthAfter, monthOf, type CivilDate } from "@/lib/dates";
import type { Sex } from "@/lib/people/rules";
import { retirementKindOf } from "@/lib/people/retirement/rules";
import { birthRetiringIn, birthWithin, hiredBetween, retiresOn, type Draft } from "./drafts";
import { nameOf } from "./names";
import { at, dice, shareOut } from "./random";
import { divisionPlans, stationPlans, teamsOf, type Unit, type UnitTree } from "./units";

/** Retirees by where they last worked: the office and the six stations by size. */
export const retireeTotals = { all: 1_036, office: 146, rehired: 18, veterans: 1, resigned: 6, recent: 14 } as const;
/** People who are no longer there; they stay findable. */
export const goneTotals = { LEFT: 46, TRANSFERRED_OUT: 12, DECEASED: 18 } as const;

const FIRST_RETIREE = 7_000;
const FIRST_GONE = 9_000;

/** The 1,036 retirees: 60001 first, the others from 60101 on; each under the last unit. */
export function retireeDrafts(tree: UnitTree, today: CivilDate): Omit<Draft, "idNo">[] {
  const places = retireePlaces(tree);
  return places.map((unit, i) => (i === 0 ? sampleRetiree(unit, today) : retireeDraft(unit, i, today)));
}

function retireePlaces(tree: UnitTree): Unit[] {
  const atStations = shareOut(
    retireeTotals.all - retireeTotals.office,
    stationPlans.map(({ headcount }) => headcount),
  );
  const inOffice = shareOut(
    retireeTotals.office,
    divisionPlans.map(({ headcount }) => headcount),
  );
  const frontline = tree.stations.flatMap((station, s) => {
    const teams = teamsOf(tree, station);
    return Array.from({ length: at(atStations, s) }, (_, i) => at(teams, i % teams.length));
  });
  return [
    ...frontline,
    ...tree.divisions.flatMap((division, d) => Array.from({ length: at(inOffice, d) }, () => division)),
  ];
}

function retireeDraft(unit: Unit, i: number, today: CivilDate): Omit<Draft, "idNo"> {
  const row = FIRST_RETIREE + i;
  const chance = dice("retiree", row);
  const sex: Sex = chance.chance(0.55) ? "MALE" : "FEMALE";
  const isOffice = unit.type === "DIVISION";
  const postType = isOffice
    ? "OFFICE_STAFF"
    : chance.pick(["SWEEPER", "SWEEPER", "CLEANER", "DRIVER", "TEAM_HEAD"] as const);
  const kind = retirementKindOf(sex, postType);
  const isVeteran = i === retireeTotals.all - 1;
  const isRecent = i % 70 === 20;
  const birth = isVeteran
    ? "1931-05-18"
    : isRecent
      ? birthRetiringIn(monthAfter(monthOf(today), -18), kind)
      : birthWithin(today, { from: sex === "MALE" ? 64 : isOffice ? 59 : 56, to: 84 }, row);
  const retiredOn = isVeteran ? "1991-05-31" : retiresOn(birth, kind);
  const isLeader = isOffice && i % 9 === 4;
  return {
    ...retired(unit, birth, sex, row, i),
    postType,
    rankLevel: isLeader ? (i % 2 === 0 ? "DEPUTY_DIVISION" : "SECTION") : isOffice ? "STAFF" : "NONE",
    isLeader,
    politicalStatus: isLeader || isVeteran || chance.chance(0.3) ? "PARTY_MEMBER" : "MASSES",
    hiredOn: isVeteran ? "1949-03-01" : hiredOnBefore(birth, row),
    retiredOn,
    retireKind: isVeteran ? "VETERAN" : i % 170 === 60 ? "RESIGNED_FROM_OFFICE" : "RETIRED",
    ...rehiring(i, isVeteran, today),
  };
}

function retired(unit: Unit, birth: CivilDate, sex: Sex, row: number, i: number) {
  return {
    row,
    staffNo: String(60_100 + i),
    name: nameOf(sex, row),
    sex,
    birth,
    unit,
    employmentType: "ESTABLISHED" as const,
    isMigrant: false,
    isRural: false,
    status: "RETIRED" as const,
    aids: [],
    health: [],
  };
}

/** Re-hired retirees stay RETIRED and have an agreement that runs; they sit in teams, every fiftieth of them. */
function rehiring(i: number, isVeteran: boolean, today: CivilDate): Partial<Draft> {
  const isRehired = !isVeteran && i % 50 === 10 && i / 50 < retireeTotals.rehired;
  if (!isRehired) return {};
  return {
    employmentType: "SERVICE_AGREEMENT",
    contractStart: addDays(addMonths(today, -8), 1),
    contractEnd: addMonths(today, 4),
  };
}

/** The holder of the sample number of the domain guide; his account is the demo retiree. */
function sampleRetiree(unit: Unit, today: CivilDate): Omit<Draft, "idNo"> {
  const birth = "1959-07-08";
  return {
    ...retired(unit, birth, "MALE", FIRST_RETIREE, 0),
    staffNo: "60001",
    name: "马福海",
    postType: "TEAM_HEAD",
    postTitle: "班组长",
    rankLevel: "NONE",
    isLeader: false,
    politicalStatus: "PARTY_MEMBER",
    hiredOn: "1980-03-17",
    retiredOn: retiresOn(birth, "MALE") < today ? retiresOn(birth, "MALE") : today,
    retireKind: "RETIRED",
  };
}

function hiredOnBefore(birth: CivilDate, row: number): CivilDate {
  return addDays(addMonths(birth, 12 * dice("retiree hired", row).between(18, 26)), 40);
}

/** People who left, moved to another employer or died within the last three years. */
export function goneDrafts(tree: UnitTree, today: CivilDate): Omit<Draft, "idNo">[] {
  const kinds = Object.entries(goneTotals).flatMap(([status, count]) =>
    Array.from({ length: count }, () => status as keyof typeof goneTotals),
  );
  return kinds.map((status, i) => goneDraft(status, at(tree.stations, i % tree.stations.length), i, today, tree));
}

function goneDraft(
  status: keyof typeof goneTotals,
  station: Unit,
  i: number,
  today: CivilDate,
  tree: UnitTree,
): Omit<Draft, "idNo"> {
  const row = FIRST_GONE + i;
  const chance = dice("gone", row);
  const sex: Sex = chance.chance(0.5) ? "MALE" : "FEMALE";
  const hasDied = status === "DECEASED";
  const birth = birthWithin(today, hasDied ? { from: 66, to: 86 } : { from: 27, to: 46 }, row);
  const goneOn = addDays(today, -chance.between(40, 1_000));
  const retiredOn = retiresOn(birth, sex === "MALE" ? "MALE" : "FEMALE_WORKER");
  const teams = teamsOf(tree, station);
  return {
    ...retired(at(teams, i % teams.length), birth, sex, row, i),
    staffNo: String(59_001 + i),
    employmentType: hasDied ? "ESTABLISHED" : "DISPATCH",
    postType: "SWEEPER",
    rankLevel: "NONE",
    isLeader: false,
    isMigrant: !hasDied && i % 3 !== 0,
    isRural: !hasDied,
    politicalStatus: "MASSES",
    status,
    hiredOn: hasDied ? hiredOnBefore(birth, row) : hiredBetween(goneOn, birth, 6, row, 120),
    ...(hasDied ? { retiredOn: retiredOn < goneOn ? retiredOn : goneOn, retireKind: "RETIRED" as const } : {}),
    goneOn,
  };
}
