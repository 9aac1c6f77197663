import type { Role } from "@/lib/auth/verbs";

/** Secrets of the demo: public, printed on the sign-in page and in the README. */
export const demoSecrets = { STAFF: "demo-portal-2026", WORKER: "258036" } as const;

export type DemoGroup = "worker" | "officer" | "liaison" | "leader" | "administrator";

export const demoGroupWords = {
  worker: "职工、退休职工（手机上看）",
  officer: "办事的干事",
  liaison: "基层联络员、宿舍管理员",
  leader: "局领导",
  administrator: "三员：互相制约，都看不到职工的事",
} satisfies Record<DemoGroup, string>;

/** What to try as this role, one sentence. */
export const demoRoleWords = {
  SYSTEM_ADMIN: "建账号、停账号，改参数和日历",
  SECURITY_ADMIN: "授权、收回岗位，发初始密码，解锁",
  AUDITOR: "看谁什么时候做了什么，导出审计日志",
  LEADER: "看看板、督办、批延期，点每个数字看背后的事",
  OFFICER: "登记和办理事项，答复、转办、回访",
  LIAISON: "替本单位职工登记、预约，办交下来的事",
  WARDEN: "看自己管的宿舍谁住哪张床，办入住、退宿，登记检查和维修",
  WORKER: "约领导说事，看自己的事办到哪一步",
} satisfies Record<Role, string>;

/** More precise for officers whose programme has pages of its own. */
export const demoProgrammeWords: Readonly<Record<string, string>> = {
  reception: "安排接待日、登记来访、叫号、跟踪答复",
  people: "建职工档案，核对联络员报来的变动",
  insurance: "办参保、断保的事",
  hardship: "办困难帮扶",
  relief: "办临时救助",
  dormitories: "办住宿、维修的事",
  schooling: "办子女入学的事，别人看不到孩子的信息",
};
