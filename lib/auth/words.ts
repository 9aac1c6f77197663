import type { Role } from "@/lib/auth/verbs";

export const roleWords = {
  SYSTEM_ADMIN: "系统管理员",
  SECURITY_ADMIN: "安全管理员",
  AUDITOR: "审计员",
  LEADER: "局领导",
  OFFICER: "干事",
  LIAISON: "基层联络员",
  WARDEN: "宿舍管理员",
  WORKER: "职工",
} satisfies Record<Role, string>;

/** The roles of an audit row (codes with commas) as words. */
export function roleList(codes: string): string {
  const words: Readonly<Record<string, string>> = roleWords;

  return codes
    .split(",")
    .filter(Boolean)
    .map((code) => words[code] ?? code)
    .join("、");
}
