import type { Role } from "@/lib/auth/verbs";
import { roleWords } from "@/lib/auth/words";
import { programmes } from "@/lib/programmes";
import type { AccountKind } from "@/prisma/generated/enums";

export const kindWords = { STAFF: "办公室账号", WORKER: "职工手机账号" } satisfies Record<AccountKind, string>;

/** What an officer may be put in charge of: every programme that cases run in, and the matters that have registers only. */
export const chargeWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(programmes).map(([folder, { name }]) => [folder, name])),
  volunteers: "志愿服务",
  recuperation: "职工疗休养",
  assessments: "业务考核",
};

export type AccountState = "usable" | "waiting" | "locked" | "disabled";

export const stateWords = {
  usable: "正常",
  waiting: "等发初始密码",
  locked: "已锁定",
  disabled: "已停用",
} satisfies Record<AccountState, string>;

/** A role as it is read out: 干事（社会保险）, 基层联络员（清扫一所）. */
export function appointmentWord(role: Role, programme: string, unit: string | null): string {
  const within = role === "OFFICER" ? (chargeWords[programme] ?? programme) : role === "LIAISON" ? unit : null;

  return within ? `${roleWords[role]}（${within}）` : roleWords[role];
}
