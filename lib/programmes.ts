/**
 * The programmes of the bureau: folder name → words, prefix of the case number, period of its running number, and the
 * topics that somebody may raise (domain.md §0.3, §7). A programme that has no folder yet is served by the generic table.
 */
export type Programme = {
  name: string;
  /** short word for narrow columns */
  short: string;
  prefix: string;
  period: "month" | "year";
  topics: readonly string[];
};

export const programmes = {
  reception: {
    name: "职工接待日",
    short: "接待日",
    prefix: "JD",
    period: "month",
    topics: ["工资待遇", "劳动合同", "劳动保护与工具", "医疗工伤", "离退休待遇", "政策咨询", "意见建议", "其他"],
  },
  insurance: {
    name: "社会保险",
    short: "社保",
    prefix: "SB",
    period: "month",
    topics: ["参保登记", "中断续保", "转移接续", "缴费基数", "医保报销", "社保咨询"],
  },
  dormitories: {
    name: "职工宿舍",
    short: "宿舍",
    prefix: "SS",
    period: "year",
    topics: ["住宿申请", "调宿", "宿舍维修", "水电供暖", "探亲房", "退宿"],
  },
  hardship: {
    name: "困难帮扶",
    short: "帮扶",
    prefix: "KN",
    period: "year",
    topics: ["困难申请", "走访慰问", "政策咨询"],
  },
  relief: {
    name: "临时救助",
    short: "救助",
    prefix: "LJ",
    period: "year",
    topics: ["重病", "意外", "火灾", "去世", "其他急难"],
  },
  schooling: {
    name: "子女入学",
    short: "入学",
    prefix: "RX",
    period: "year",
    topics: ["小学入学", "初中入学", "转学", "材料咨询"],
  },
  health: { name: "健康查体", short: "查体", prefix: "SF", period: "year", topics: ["查体预约", "复查", "送医送药"] },
  "heat-care": {
    name: "防暑降温",
    short: "防暑",
    prefix: "FS",
    period: "year",
    topics: ["防暑药品", "高温津贴", "歇脚点"],
  },
  "contact-points": { name: "领导联系点", short: "联系点", prefix: "LX", period: "month", topics: ["基层反映的问题"] },
  facilities: {
    name: "设施维修",
    short: "设施",
    prefix: "WX",
    period: "month",
    topics: ["工具车辆", "公厕转运站", "休息点"],
  },
  discipline: { name: "纪检受理", short: "纪检", prefix: "JJ", period: "year", topics: ["管理作风投诉"] },
  people: {
    name: "人事服务",
    short: "人事",
    prefix: "RS",
    period: "month",
    topics: ["劳动合同", "工资考勤", "证明材料", "退休手续"],
  },
} as const satisfies Record<string, Programme>;

export type ProgrammeName = keyof typeof programmes;

/** The programme behind a folder name, or undefined for a word from a hand-made URL. */
export function programmeOf(name: string): Programme | undefined {
  return Object.hasOwn(programmes, name) ? programmes[name as ProgrammeName] : undefined;
}

/** The series that a case is numbered in: a repair of a dormitory is counted among all repairs (WX, by month). */
export function seriesOf(programme: string, topic: string): Programme | undefined {
  return programmeOf(programme === "dormitories" && topic === "宿舍维修" ? "facilities" : programme);
}

/** Word of a programme in a list; an unknown one shows as it is stored. */
export function programmeWord(name: string): string {
  return programmeOf(name)?.name ?? name;
}
