import type { CivilDate } from "@/lib/dates";
import { birthWithin, hiredBetween, type Draft } from "./drafts";
import { nameOf } from "./names";
import { at, dice } from "./random";
import { divisionPlans, type DivisionName, type UnitTree } from "./units";

type Rank = Draft["rankLevel"];

/** The nine leaders of the reception rota with what each answers for. */
export const leaderPosts: readonly { staffNo: string; post: string; rank: Rank; field: string }[] = [
  { staffNo: "1001", post: "党委书记", rank: "DIVISION", field: "党的建设、干部人事" },
  { staffNo: "1002", post: "局长", rank: "DIVISION", field: "全面行政工作、财务" },
  { staffNo: "1003", post: "党委副书记", rank: "DEPUTY_DIVISION", field: "宣传、离退休工作" },
  { staffNo: "1004", post: "副局长", rank: "DEPUTY_DIVISION", field: "清扫保洁、作业质量" },
  { staffNo: "1005", post: "副局长", rank: "DEPUTY_DIVISION", field: "职工宿舍、后勤保障" },
  { staffNo: "1006", post: "副局长", rank: "DEPUTY_DIVISION", field: "垃圾转运、车辆装备" },
  { staffNo: "1007", post: "纪委书记", rank: "DEPUTY_DIVISION", field: "纪检监察" },
  { staffNo: "1008", post: "工会主席", rank: "DEPUTY_DIVISION", field: "困难帮扶、子女入学" },
  { staffNo: "1009", post: "总工程师", rank: "DEPUTY_DIVISION", field: "设施建设、安全生产" },
];

/** Who works at a desk of the portal: number, office and what is written on the door. */
export const deskPosts = [
  { staffNo: "9001", division: "办公室（接待办）", title: "系统管理员" },
  { staffNo: "9002", division: "党委办公室", title: "安全管理员" },
  { staffNo: "9003", division: "纪检监察室", title: "审计员" },
  { staffNo: "2001", division: "办公室（接待办）", title: "接待干事" },
  { staffNo: "2002", division: "人事科", title: "社保专员" },
  { staffNo: "2003", division: "工会", title: "帮扶专员" },
  { staffNo: "2004", division: "后勤科", title: "宿舍干事" },
  { staffNo: "2005", division: "工会", title: "教育专员" },
  { staffNo: "2006", division: "工会", title: "健康专员" },
  { staffNo: "2007", division: "后勤科", title: "防暑干事" },
  { staffNo: "2008", division: "党委办公室", title: "党办干事" },
  { staffNo: "2009", division: "设施科", title: "设施管理员" },
  { staffNo: "2010", division: "纪检监察室", title: "纪检干事" },
  { staffNo: "2011", division: "人事科", title: "人事干事" },
  { staffNo: "2012", division: "离退休管理科", title: "离退休干事" },
  { staffNo: "2013", division: "安全科", title: "安全干事" },
  { staffNo: "2014", division: "业务科", title: "业务干事" },
  { staffNo: "2015", division: "后勤科", title: "宿舍管理员" },
] as const satisfies readonly { staffNo: string; division: DivisionName; title: string }[];

/** Rows of chance: the frontline has 0–4,999. */
const FIRST_ROW = 6_000;

type Desk = { staffNo: string; unitIndex: number; title: string; rank: Rank; isLeader: boolean };

/** The 120 of the office: nine leaders and twelve 科室 with their heads, desks and clerks (numbers from 4001 on). */
export function officeDrafts(tree: UnitTree, today: CivilDate): Omit<Draft, "idNo">[] {
  const leaders: Desk[] = leaderPosts.map(({ staffNo, post, rank }) => ({
    staffNo,
    unitIndex: -1,
    title: post,
    rank,
    isLeader: true,
  }));
  const clerks = divisionPlans.flatMap(({ name, headcount }, d) => desksOf(name, headcount, d));
  return [...leaders, ...clerks].map((desk, i) => draftOf(tree, desk, i, today));
}

function desksOf(name: DivisionName, headcount: number, d: number): Desk[] {
  const first = 4_001 + divisionPlans.slice(0, d).reduce((sum, plan) => sum + plan.headcount, 0);
  const named = deskPosts.filter((desk) => desk.division === name);
  const clerk = (i: number, title: string, rank: Rank, isLeader = false): Desk => ({
    staffNo: String(first + i),
    unitIndex: d,
    title,
    rank,
    isLeader,
  });
  const head =
    name === "工会"
      ? "工会副主席"
      : name.startsWith("办公室") || name.startsWith("党委") || name.startsWith("纪检")
        ? "主任"
        : "科长";
  const heads = [
    clerk(0, head, "SECTION", true),
    clerk(1, `副${head}`.replace("副工会副主席", "工会干事长"), "DEPUTY_SECTION", name !== "工会"),
  ];
  const desks = named.map(({ staffNo, title }): Desk => ({
    staffNo,
    unitIndex: d,
    title,
    rank: "STAFF",
    isLeader: false,
  }));
  const others = Array.from({ length: headcount - heads.length - desks.length }, (_, i) =>
    clerk(i + 2, "科员", "STAFF"),
  );
  return [...heads, ...desks, ...others];
}

function draftOf(tree: UnitTree, desk: Desk, i: number, today: CivilDate): Omit<Draft, "idNo"> {
  const row = FIRST_ROW + i;
  const chance = dice("office", row);
  const sex = chance.chance(desk.isLeader ? 0.25 : 0.45) ? "FEMALE" : "MALE";
  const isDivision = desk.unitIndex < 0;
  const ages = isDivision ? { from: 46, to: 53 } : desk.isLeader ? { from: 38, to: 53 } : { from: 26, to: 52 };
  const birth = birthWithin(today, ages, row);
  return {
    row,
    staffNo: desk.staffNo,
    name: nameOf(sex, row),
    sex,
    birth,
    unit: isDivision ? tree.bureau : at(tree.divisions, desk.unitIndex),
    employmentType: "ESTABLISHED",
    postType: "OFFICE_STAFF",
    postTitle: desk.title,
    rankLevel: desk.rank,
    isLeader: desk.isLeader,
    isMigrant: false,
    isRural: false,
    politicalStatus: desk.isLeader || chance.chance(0.6) ? "PARTY_MEMBER" : "MASSES",
    status: "ACTIVE",
    hiredOn: hiredBetween(today, birth, 20, row),
    aids: [],
    health: [],
  };
}
