import { addDays, ageOn, type CivilDate } from "@/lib/dates";
import { birthWithin, type Draft } from "./drafts";
import { frontlineDrafts } from "./frontline";
import { nameOf } from "./names";
import { idNumbers, sampleIdNos } from "./numbers";
import { officeDrafts } from "./office";
import { dice } from "./random";
import { goneDrafts, retireeDrafts } from "./retirees";
import type { Unit, UnitTree } from "./units";

type Nameless = Omit<Draft, "idNo"> & { idNo?: string };

type DemoWorker = Pick<Draft, "staffNo" | "name" | "sex" | "employmentType" | "isMigrant"> & {
  station: string;
  birth: (today: CivilDate) => CivilDate;
  idNo?: string;
  change?: (today: CivilDate) => Partial<Draft>;
};

/** The five workers with an account; each takes an existing place, so that no total moves. */
const demoWorkers: readonly DemoWorker[] = [
  {
    staffNo: "50001",
    name: "刘德山",
    sex: "MALE",
    employmentType: "DISPATCH",
    isMigrant: true,
    station: "环卫一所",
    birth: () => "1968-04-12",
    idNo: sampleIdNos.man1968,
  },
  {
    staffNo: "50002",
    name: "李秀兰",
    sex: "FEMALE",
    employmentType: "CONTRACT",
    isMigrant: false,
    station: "环卫一所",
    birth: () => "1977-06-18",
    idNo: sampleIdNos.woman1977,
  },
  {
    staffNo: "50003",
    name: "陈桂芳",
    sex: "FEMALE",
    employmentType: "DISPATCH",
    isMigrant: true,
    station: "环卫一所",
    birth: (today) => birthWithin(today, { from: 36, to: 36 }, 50_003),
    change: (today) => ({ permitEnd: addDays(today, 45) }),
  },
  {
    staffNo: "50004",
    name: "赵海涛",
    sex: "MALE",
    employmentType: "CONTRACT",
    isMigrant: true,
    station: "环卫二所",
    birth: (today) => birthWithin(today, { from: 41, to: 41 }, 50_004),
  },
  {
    staffNo: "50005",
    name: "周玉梅",
    sex: "FEMALE",
    employmentType: "SERVICE_AGREEMENT",
    isMigrant: true,
    station: "环卫二所",
    birth: (today) => birthWithin(today, { from: 57, to: 57 }, 50_005),
    change: () => ({ aids: ["CANNOT_READ"], health: [{ kind: "DISABILITY", level: "四级" }] }),
  },
];

/** Liaisons of the six 基层单位, in the order of the stations. */
export const liaisonNos = ["3001", "3002", "3003", "3004", "3005", "3006"] as const;

const SAME_NAMES = [120, 124, 1_700, 1_704, 2_900, 2_904];

/** Everybody: 5,000 on the frontline, 120 in the office, 1,036 retirees, and those who are gone. */
export function everybody(tree: UnitTree, today: CivilDate): Draft[] {
  const frontline: Nameless[] = frontlineDrafts(tree, today);
  seatLiaisons(frontline);
  for (const wanted of demoWorkers) seatDemoWorker(frontline, wanted, today);
  nameAlike(frontline);
  keepNamesApart(frontline);
  const all = [...frontline, ...officeDrafts(tree, today), ...retireeDrafts(tree, today), ...goneDrafts(tree, today)];
  const idNo = idNumbers();
  return all.map((draft) =>
    needing({ ...draft, idNo: fixedIdNo(draft) ?? idNo(draft.birth, draft.sex, draft.row) }, today),
  );
}

function fixedIdNo({ staffNo, idNo }: Nameless): string | undefined {
  return staffNo === "60001" ? sampleIdNos.retiree1959 : idNo;
}

function seatLiaisons(frontline: Nameless[]): void {
  const seats = frontline.filter(({ postTitle }) => postTitle === "联络员");
  seats.forEach((draft, s) => {
    draft.staffNo = liaisonNos[s] ?? draft.staffNo;
  });
}

function seatDemoWorker(frontline: Nameless[], wanted: DemoWorker, today: CivilDate): void {
  const { station, birth, change, idNo, ...identity } = wanted;
  const place = frontline.find((draft) => isPlaceFor(draft, wanted));
  if (!place) throw new RangeError(`no place for ${wanted.staffNo}`);
  Object.assign(place, identity, { birth: birth(today) }, idNo ? { idNo } : {}, change?.(today) ?? {});
  place.hiredOn = wanted.employmentType === "SERVICE_AGREEMENT" ? addDays(today, -500) : addDays(today, -2_300);
}

function isPlaceFor(draft: Nameless, wanted: DemoWorker): boolean {
  const isFree = Number(draft.staffNo) > 50_100 && draft.status === "ACTIVE";
  const isLike = draft.employmentType === wanted.employmentType && draft.isMigrant === wanted.isMigrant;
  return isFree && isLike && draft.postType === "SWEEPER" && topName(draft.unit) === wanted.station;
}

function topName(unit: Unit): string {
  return { "31": "环卫一所", "32": "环卫二所" }[unit.code.slice(0, 2)] ?? "";
}

/** Three pairs of people of one team who are called alike, and all women or all men of the pair. */
function nameAlike(frontline: Nameless[]): void {
  for (const index of SAME_NAMES) {
    const one = frontline[index];
    const other = frontline.find(
      (draft, i) => i > index && draft.unit === one?.unit && draft.sex === one.sex && Number(draft.staffNo) > 50_100,
    );
    if (one && other) other.name = one.name;
  }
}

/** Nobody else is called like a demo worker: whoever follows a story by the name must not meet two of them. */
function keepNamesApart(frontline: Nameless[]): void {
  const names = new Set(demoWorkers.map(({ name }) => name));
  for (const draft of frontline) {
    if (names.has(draft.name) && Number(draft.staffNo) > 50_100) draft.name = nameOf(draft.sex, 100_000 + draft.row);
  }
}

/** Who needs help with the phone, and special circumstances; both more often among the old. */
function needing(draft: Draft, today: CivilDate): Draft {
  if (draft.health.length > 0 || draft.status === "DECEASED") return draft;
  const chance = dice("needs", draft.row);
  const isOld = draft.status === "RETIRED" || draft.employmentType === "SERVICE_AGREEMENT";
  const aids: Draft["aids"] = chance.chance(isOld ? 0.25 : 0.03) ? [chance.pick(isOld ? AIDS_OF_THE_OLD : AIDS)] : [];
  const isFrontline = draft.unit.sphere === "GRASSROOTS";
  const health =
    isFrontline && draft.row % 61 === 11 ? [chance.pick(isOld ? HEALTH_OF_THE_OLD : healthFor(draft, today))] : [];
  return { ...draft, aids, health };
}

const AIDS = ["CANNOT_READ", "HARD_OF_HEARING"] as const;
const AIDS_OF_THE_OLD = ["NO_PHONE", "NO_PHONE", "CANNOT_READ", "HARD_OF_HEARING"] as const;
type Health = Draft["health"][number];
const HEALTH: readonly Health[] = [
  { kind: "DISABILITY", level: "三级" },
  { kind: "DISABILITY", level: "四级" },
  { kind: "SERIOUS_ILLNESS" },
];
const HEALTH_OF_THE_OLD: readonly Health[] = [
  { kind: "SERIOUS_ILLNESS" },
  { kind: "LIVES_ALONE" },
  { kind: "DISABILITY", level: "三级" },
];

function healthFor({ sex, birth }: Draft, today: CivilDate): readonly Health[] {
  return sex === "FEMALE" && ageOn(birth, today) < 38 ? [{ kind: "PREGNANCY" }] : HEALTH;
}
