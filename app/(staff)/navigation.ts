import type { NavItem } from "@/components/shell/staff-nav";
import { mayDo, type Grant, type Verb } from "@/lib/auth/verbs";

type Entry = { href: string; label: string; verb: Verb; group?: string; unless?: Verb };

/** The menu in the order of a working day. Who may do the verb sees the entry; the page asks the gate again. */
const entries: readonly Entry[] = [
  { href: "/dashboard", label: "看板", verb: "dashboard.view" },
  { href: "/inbox", label: "待办", verb: "cases.view" },
  { href: "/cases/new", label: "登记一件事", verb: "cases.open" },
  { href: "/cases", label: "全部事项", verb: "cases.view" },
  { href: "/people", label: "职工", verb: "people.view" },
  { href: "/people/proposals", label: "职工变动", verb: "people.propose" },
  { href: "/people/proposals", label: "职工变动", verb: "people.decide" },
  { href: "/reception", label: "接待日", verb: "reception.view", group: "服务项目" },
  { href: "/reception/unit", label: "本单位预约", verb: "reception.cover", group: "服务项目" },
  { href: "/hardship", label: "困难帮扶", verb: "hardship.view", group: "服务项目" },
  { href: "/relief", label: "临时救助", verb: "relief.view", group: "服务项目" },
  { href: "/hardship/visits/mine", label: "我的走访", verb: "hardship.recordVisit", group: "服务项目" },
  { href: "/insurance", label: "社会保险", verb: "insurance.view", group: "服务项目" },
  {
    href: "/insurance/statistics",
    label: "社保统计",
    verb: "insurance.totals",
    unless: "insurance.view",
    group: "服务项目",
  },
  { href: "/schooling", label: "子女入学", verb: "schooling.view", group: "服务项目" },
  { href: "/schooling/totals", label: "入学总数", verb: "schooling.approveLetter", group: "服务项目" },
  { href: "/dormitories", label: "职工宿舍", verb: "dormitories.view", group: "服务项目" },
  { href: "/sign-offs", label: "发放签领", verb: "cases.viewSignOffs", group: "服务项目" },
  { href: "/notices", label: "公示", verb: "notices.view", group: "服务项目" },
  { href: "/exports", label: "导出申请", verb: "exports.view", group: "系统" },
  { href: "/accounts", label: "账号", verb: "accounts.view", group: "系统" },
  { href: "/units", label: "单位", verb: "people.viewUnits", group: "系统" },
  { href: "/parameters", label: "参数", verb: "parameters.view", group: "系统" },
  { href: "/calendar", label: "日历", verb: "calendar.view", group: "系统" },
  { href: "/audit", label: "审计日志", verb: "audit.view", group: "系统" },
];

/** @param todo how many cases wait for this person */
export function navigationFor(grants: readonly Grant[], todo: number): NavItem[] {
  const isLeader = grants.some(({ role }) => role === "LEADER");
  const shown = entries.filter(({ verb, unless }) => mayDo(verb, grants) && !(unless && mayDo(unless, grants)));
  const ordered = isLeader
    ? shown
    : [...shown].sort((a, b) => Number(a.href === "/dashboard") - Number(b.href === "/dashboard") || 0);

  return ordered
    .filter((entry, index) => ordered.findIndex(({ href }) => href === entry.href) === index)
    .map(({ href, label, group }) => ({
      href,
      label,
      ...(group ? { group } : {}),
      ...(href === "/inbox" && todo > 0 ? { badge: todo > 999 ? "999+" : todo, tone: "late" as const } : {}),
    }));
}
