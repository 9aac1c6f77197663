import { dateColumn, instantAt } from "@/lib/dates";
import type { SeedRows } from "./bulk";
import { at, idAt } from "./random";

/** When the demo bureau began: before everything else that the data tell. */
const FOUNDED_ON = "2010-01-01";

/** What a team mainly does; decides over its people's posts. */
export type Trade = "SWEEPING" | "DRIVING" | "TOILETS" | "TRANSFER";

export type Unit = SeedRows["org_unit"] & { trade?: Trade };

type SquadPlan = { name: string; trade: Trade; sections: number; teams: number };
export type StationPlan = { code: string; name: string; headcount: number; squads: readonly SquadPlan[] };

const sweeping = (name: string, sections: number): SquadPlan => ({ name, trade: "SWEEPING", sections, teams: 3 });
const vehicles: SquadPlan = { name: "清运车队", trade: "DRIVING", sections: 2, teams: 2 };

/** 环卫所、中心 with the headcounts of the domain guide §1: 5,000 on the frontline. */
export const stationPlans: readonly StationPlan[] = [
  {
    code: "31",
    name: "环卫一所",
    headcount: 1240,
    squads: [sweeping("清扫一队", 5), sweeping("清扫二队", 4), sweeping("清扫三队", 4), vehicles],
  },
  {
    code: "32",
    name: "环卫二所",
    headcount: 1110,
    squads: [sweeping("清扫一队", 4), sweeping("清扫二队", 4), sweeping("清扫三队", 3), vehicles],
  },
  {
    code: "33",
    name: "环卫三所",
    headcount: 980,
    squads: [sweeping("清扫一队", 4), sweeping("清扫二队", 4), sweeping("清扫三队", 2), vehicles],
  },
  {
    code: "34",
    name: "环卫四所",
    headcount: 870,
    squads: [sweeping("清扫一队", 4), sweeping("清扫二队", 4), vehicles],
  },
  {
    code: "35",
    name: "垃圾管理直运中心",
    headcount: 348,
    squads: [
      { name: "转运一队", trade: "TRANSFER", sections: 2, teams: 2 },
      { name: "转运二队", trade: "TRANSFER", sections: 2, teams: 2 },
      { name: "直运车队", trade: "DRIVING", sections: 2, teams: 2 },
    ],
  },
  {
    code: "36",
    name: "公厕及机扫队",
    headcount: 452,
    squads: [
      { name: "公厕一队", trade: "TOILETS", sections: 2, teams: 3 },
      { name: "公厕二队", trade: "TOILETS", sections: 2, teams: 3 },
      { name: "机扫队", trade: "DRIVING", sections: 2, teams: 2 },
    ],
  },
];

/** 科室 and how many of the 120 of the office sit there; the nine leaders belong to the bureau itself. */
export const divisionPlans = [
  { code: "11", name: "办公室（接待办）", headcount: 14, union: "机关一组" },
  { code: "12", name: "党委办公室", headcount: 8, union: "机关一组" },
  { code: "13", name: "人事科", headcount: 12, union: "机关二组" },
  { code: "14", name: "财务科", headcount: 10, union: "机关二组" },
  { code: "15", name: "业务科", headcount: 14, union: "机关三组" },
  { code: "16", name: "设施科", headcount: 11, union: "机关三组" },
  { code: "17", name: "安全科", headcount: 9, union: "机关三组" },
  { code: "18", name: "宣传科", headcount: 6, union: "机关一组" },
  { code: "19", name: "离退休管理科", headcount: 8, union: "机关二组" },
  { code: "20", name: "纪检监察室", headcount: 5, union: "机关一组" },
  { code: "21", name: "后勤科", headcount: 8, union: "机关三组" },
  { code: "22", name: "工会", headcount: 6, union: "机关二组" },
] as const;

export type DivisionName = (typeof divisionPlans)[number]["name"];

// Roads that no map of the city knows under these names together; squads number their sections after them.
const ROADS = (
  "朝晖路 翠柳道 向阳里 长青路 安顺道 春和路 锦绣道 同乐里 望海路 金桥道 明珠路 百合道 丰泽路 青松道 康宁里 和畅路 泰来道 晨光路 " +
  "秀水道 景明路 文汇道 福泽里 云帆路 枫林道 玉兰路 新月道 银杏路 清源道 永兴里 嘉禾路 瑞祥道 碧波路 南风道 东篱路 西岭道 北辰里 " +
  "芳草路 槐荫道 双桥路 石榴道 竹园里 月季路 海棠道 紫荆路 杏花道 柳湖里"
).split(" ");
const NUMERALS = ["一", "二", "三", "四", "五"];

export type UnitTree = { bureau: Unit; all: Unit[]; divisions: Unit[]; stations: Unit[] };

/** The organisation tree: bureau → 12 科室 and 6 基层单位 → 队 → 工段 → 班组. The same on every day. */
export function unitTree(): UnitTree {
  const bureau = bureauUnit();
  const divisions = divisionPlans.map((plan, i) => divisionUnit(plan, i, bureau));
  const roads = ROADS.values();
  const branches = stationPlans.map((plan, i) => stationBranch(plan, i, bureau, () => roads.next().value ?? "环湖路"));
  return {
    bureau,
    divisions,
    stations: branches.map((branch) => at(branch, 0)),
    all: [bureau, ...divisions, ...branches.flat()],
  };
}

/** The teams of a station, with what they do. */
export function teamsOf(tree: UnitTree, station: Unit): Unit[] {
  return tree.all.filter((unit) => unit.type === "TEAM" && unit.topUnitId === station.id);
}

function bureauUnit(): Unit {
  const id = unitId("10");
  return {
    ...common(id, 0),
    id,
    code: "10",
    name: "环境卫生管理局（演示）",
    type: "BUREAU",
    sphere: "OFFICE",
    unionGroup: "局工会",
    address: "环湖路1号",
  };
}

function divisionUnit(plan: (typeof divisionPlans)[number], i: number, bureau: Unit): Unit {
  const id = unitId(plan.code);
  const place = { address: `环湖路1号${2 + (i % 4)}层`, phone: `000-6000${plan.code}00` };
  return {
    ...common(bureau.id, i),
    id,
    parentId: bureau.id,
    topUnitId: id,
    code: plan.code,
    name: plan.name,
    type: "DIVISION",
    sphere: "OFFICE",
    unionGroup: plan.union,
    ...place,
  };
}

function stationBranch(plan: StationPlan, i: number, bureau: Unit, road: () => string): Unit[] {
  const id = unitId(plan.code);
  const branch = {
    ...common(bureau.id, 20 + i),
    topUnitId: id,
    sphere: "GRASSROOTS" as const,
    unionGroup: `${plan.name}分工会`,
  };
  const place = { address: `环湖路${10 + i * 8}号`, phone: `000-6000${plan.code}00` };
  const station: Unit = {
    ...branch,
    id,
    parentId: bureau.id,
    code: plan.code,
    name: plan.name,
    type: "STATION",
    ...place,
  };
  return [station, ...plan.squads.flatMap((squad, n) => squadBranch(squad, n, station, road))];
}

function squadBranch(plan: SquadPlan, n: number, station: Unit, road: () => string): Unit[] {
  const squad = childOf(station, n, "SQUAD", plan.name, plan.trade);
  const sections = Array.from({ length: plan.sections }, (_, s) => {
    const name = sectionName(plan.trade, s, road);
    const section = childOf(squad, s, "SECTION", name, plan.trade);
    const teams = Array.from({ length: plan.teams }, (__, t) =>
      childOf(section, t, "TEAM", teamName(name, t), plan.trade),
    );
    return [section, ...teams];
  });
  return [squad, ...sections.flat()];
}

function sectionName(trade: Trade, s: number, road: () => string): string {
  if (trade === "DRIVING") return `${at(NUMERALS, s)}车组`;
  if (trade === "TRANSFER") return `${at(NUMERALS, s)}号转运片`;
  return `${road()}${trade === "TOILETS" ? "公厕片" : "工段"}`;
}

function teamName(section: string, t: number): string {
  return `${section.replace(/工段$/, "")}${at(NUMERALS, t)}班`;
}

function childOf(parent: Unit, n: number, type: Unit["type"], name: string, trade: Trade): Unit {
  const code = `${parent.code}${String(n + 1).padStart(2, "0")}`;
  const { bureauId, topUnitId, sphere, unionGroup, validFrom, createdAt } = parent;
  return {
    id: unitId(code),
    bureauId,
    parentId: parent.id,
    topUnitId,
    code,
    name,
    type,
    sphere,
    unionGroup,
    validFrom,
    createdAt,
    sortNo: n + 1,
    trade,
  };
}

function common(bureauId: string, i: number) {
  return { bureauId, validFrom: dateColumn(FOUNDED_ON), createdAt: instantAt(FOUNDED_ON, "09:00"), sortNo: i + 1 };
}

function unitId(code: string): string {
  return idAt(instantAt(FOUNDED_ON, "09:00"), `unit ${code}`);
}
