import { addDays, addMonths, monthAfter, monthOf, type CivilDate } from "@/lib/dates";
import type { Sex } from "@/lib/people/rules";
import { birthRetiringIn, birthWithin, hiredBetween, type AgeRange, type Draft } from "./drafts";
import { nameOf } from "./names";
import { at, dice, shareOut, shuffled } from "./random";
import { stationPlans, teamsOf, type Trade, type Unit, type UnitTree } from "./units";

type Type = Draft["employmentType"];

/** Frontline by kind of contract, and how many of each are registered outside the city (domain guide §1). */
export const frontlineTotals = {
  ESTABLISHED: { persons: 620, migrants: 0 },
  CONTRACT: { persons: 1480, migrants: 700 },
  DISPATCH: { persons: 2640, migrants: 2510 },
  SERVICE_AGREEMENT: { persons: 260, migrants: 200 },
} as const;

const OFF_POST_EVERY = 210;
const RETIRING_SOON = 14;

type Seat = Pick<Draft, "unit" | "postType" | "rankLevel" | "isLeader"> & { postTitle?: string };
type Kind = { type: Type; isMigrant: boolean };

/** The 5,000 of the frontline without ID numbers, station by station; staff numbers from 50101 on. */
export function frontlineDrafts(tree: UnitTree, today: CivilDate): Omit<Draft, "idNo">[] {
  const kinds = kindsByStation();
  const all = tree.stations.flatMap((station, s) => {
    const plan = at(stationPlans, s);
    const seats = seatsOf(tree, station, plan.headcount, s);
    return seats.map((seat, i) => ({ seat, kind: at(at(kinds, s), i) }));
  });
  const men = { left: RETIRING_SOON };
  return all.map(({ seat, kind }, i) => draftOf(seat, kind, i, today, men));
}

/** Kinds of contract per station, in the order of its seats: heads are established or on contract, the rest is mixed. */
function kindsByStation(): Kind[][] {
  const headcounts = stationPlans.map(({ headcount }) => headcount);
  const established = shareOut(frontlineTotals.ESTABLISHED.persons, headcounts);
  const contract = shareOut(frontlineTotals.CONTRACT.persons, headcounts);
  const agreement = shareOut(frontlineTotals.SERVICE_AGREEMENT.persons, headcounts);
  const dispatch = headcounts.map((count, s) => count - at(established, s) - at(contract, s) - at(agreement, s));
  const [fromContract, fromAgreement, fromDispatch] = [
    shareOut(frontlineTotals.CONTRACT.migrants, contract),
    shareOut(frontlineTotals.SERVICE_AGREEMENT.migrants, agreement),
    shareOut(frontlineTotals.DISPATCH.migrants, dispatch),
  ];
  return headcounts.map((_, s) => {
    const first = kindsOf("ESTABLISHED", at(established, s), 0);
    const locals = kindsOf("CONTRACT", at(contract, s) - at(fromContract, s), 0);
    const others = [
      ...kindsOf("CONTRACT", at(fromContract, s), at(fromContract, s)),
      ...kindsOf("SERVICE_AGREEMENT", at(agreement, s), at(fromAgreement, s)),
      ...kindsOf("DISPATCH", at(dispatch, s), at(fromDispatch, s)),
    ];
    return [...first, ...shuffled([...locals, ...others], `kinds ${s}`)];
  });
}

function kindsOf(type: Type, count: number, migrants: number): Kind[] {
  return Array.from({ length: count }, (_, i) => ({ type, isMigrant: i < migrants }));
}

/** Every post of a station: its office, the heads of squads, sections and teams, then the teams filled up in turn. */
function seatsOf(tree: UnitTree, station: Unit, headcount: number, s: number): Seat[] {
  const below = tree.all.filter((unit) => unit.topUnitId === station.id);
  const teams = teamsOf(tree, station);
  const clerks = Math.round(headcount / 110);
  const heads: Seat[] = [
    ...stationOffice(station, clerks),
    ...below
      .filter(({ type }) => type === "SQUAD")
      .flatMap((unit) => [worker(unit, "MANAGER", "队长"), worker(unit, "MANAGER", "副队长")]),
    ...below.filter(({ type }) => type === "SECTION").map((unit) => worker(unit, "SECTION_HEAD", "段组长")),
    ...teams.map((unit) => worker(unit, "TEAM_HEAD", "班组长")),
  ];
  const filled = Array.from({ length: headcount - heads.length }, (_, i) => {
    const team = at(teams, i % teams.length);
    return worker(team, postIn(team.trade ?? "SWEEPING", s * 2_000 + i));
  });
  return [...heads, ...filled];
}

function stationOffice(station: Unit, clerks: number): Seat[] {
  const leader = (postTitle: string, rankLevel: Seat["rankLevel"]): Seat => ({
    unit: station,
    postType: "MANAGER",
    postTitle,
    rankLevel,
    isLeader: true,
  });
  return [
    leader(station.name.endsWith("所") ? "所长" : "主任", "SECTION"),
    leader("党支部书记", "SECTION"),
    leader(station.name.endsWith("所") ? "副所长" : "副主任", "DEPUTY_SECTION"),
    worker(station, "MANAGER", "联络员"),
    ...Array.from({ length: clerks }, (_, i) =>
      worker(station, "MANAGER", at(["综合管理员", "安全员", "考勤员", "材料员"], i % 4)),
    ),
  ];
}

function worker(unit: Unit, postType: Seat["postType"], postTitle?: string): Seat {
  return { unit, postType, rankLevel: "NONE", isLeader: false, ...(postTitle ? { postTitle } : {}) };
}

const POSTS: Record<Trade, readonly Seat["postType"][]> = {
  SWEEPING: ["SWEEPER", "SWEEPER", "SWEEPER", "SWEEPER", "CLEANER"],
  DRIVING: ["DRIVER", "DRIVER", "DRIVER", "DRIVER", "REPAIRER"],
  TOILETS: ["TOILET_KEEPER", "TOILET_KEEPER", "TOILET_KEEPER", "TOILET_KEEPER", "CLEANER"],
  TRANSFER: ["STATION_OPERATOR", "STATION_OPERATOR", "STATION_OPERATOR", "REPAIRER", "CLEANER"],
};

function postIn(trade: Trade, row: number): Seat["postType"] {
  return dice("post", row).pick(POSTS[trade]);
}

function draftOf(
  seat: Seat,
  { type, isMigrant }: Kind,
  row: number,
  today: CivilDate,
  retiring: { left: number },
): Omit<Draft, "idNo"> {
  const chance = dice("frontline", row);
  const sex: Sex = chance.chance(shareOfWomen(seat.postType)) ? "FEMALE" : "MALE";
  const isSoon = sex === "MALE" && type === "ESTABLISHED" && !seat.isLeader && row % 7 === 3 && retiring.left > 0;
  if (isSoon) retiring.left -= 1;
  const birth = isSoon
    ? birthRetiringIn(monthAfter(monthOf(today), retiring.left % 6), "MALE")
    : birthWithin(today, agesOf(type, sex), row);
  const hiredOn = hiredBetween(today, birth, type === "ESTABLISHED" ? 28 : type === "CONTRACT" ? 14 : 7, row);
  return {
    row,
    staffNo: String(50_101 + row),
    name: nameOf(sex, row),
    sex,
    birth,
    ...seat,
    employmentType: type,
    isMigrant,
    isRural: isMigrant ? chance.chance(0.94) : chance.chance(0.22),
    politicalStatus: politics(seat, chance.next()),
    status: row % OFF_POST_EVERY === 60 && !seat.isLeader ? "OFF_POST" : "ACTIVE",
    hiredOn,
    ...contractOf(type, today, hiredOn, row),
    ...(isMigrant ? { permitEnd: permitEnd(today, row) } : {}),
    aids: [],
    health: [],
  };
}

function shareOfWomen(post: Seat["postType"]): number {
  if (post === "DRIVER" || post === "REPAIRER") return 0.04;
  return post === "TOILET_KEEPER" || post === "CLEANER" ? 0.62 : 0.38;
}

// Below the statutory age for everybody but the 劳务协议, who are above it (the youngest bounds that hold in any year).
function agesOf(type: Type, sex: Sex): AgeRange {
  if (type === "SERVICE_AGREEMENT") return sex === "MALE" ? { from: 63, to: 67 } : { from: 56, to: 62 };
  return sex === "MALE" ? { from: type === "ESTABLISHED" ? 30 : 24, to: 58 } : { from: 26, to: 48 };
}

function politics(seat: Seat, chance: number): Draft["politicalStatus"] {
  if (seat.isLeader || seat.postTitle === "联络员") return "PARTY_MEMBER";
  if (chance < (seat.postTitle ? 0.3 : 0.07)) return "PARTY_MEMBER";
  return chance > 0.97 ? "LEAGUE_MEMBER" : "MASSES";
}

/** Two- or three-year contracts that run today; 在编 have none. */
function contractOf(
  type: Type,
  today: CivilDate,
  hiredOn: CivilDate,
  row: number,
): Pick<Draft, "contractStart" | "contractEnd"> {
  if (type === "ESTABLISHED") return {};
  const { between } = dice("contract", row);
  const end = addDays(today, between(20, 700));
  const start = addDays(addMonths(end, type === "SERVICE_AGREEMENT" ? -12 : -36), 1);
  return { contractStart: start > hiredOn && start <= today ? start : hiredOn, contractEnd: end };
}

const PERMITS = { soon: 31, lapsed: 97 };

/** 居住证: one in ninety-seven has lapsed, one in thirty-one ends within the 60 days of the warning. */
function permitEnd(today: CivilDate, row: number): CivilDate {
  const { between } = dice("permit", row);
  if (row % PERMITS.lapsed === 5) return addDays(today, -between(3, 40));
  if (row % PERMITS.soon === 7) return addDays(today, between(4, 58));
  return addDays(today, between(75, 364));
}
