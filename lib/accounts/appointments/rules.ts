import type { Role } from "@/lib/auth/verbs";
import type { CivilDate } from "@/lib/dates";

type StaffRole = Exclude<Role, "WORKER">;

/** A dated role; `validTo` is the last day, null means until revoked. */
export type Tenure = {
  role: StaffRole;
  programme: string;
  unitId: string | null;
  validFrom: CivilDate;
  validTo: CivilDate | null;
};

type Target = { kind: "STAFF" | "WORKER"; isDisabled: boolean; isSelf: boolean; held: readonly Tenure[] };

/** 三员: nobody holds two of them, and whoever holds one holds nothing else (domain.md §16). */
export const administratorRoles: readonly Role[] = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"];
/** Programmes whose records are class 3: health, children under 14, complaints about a person. */
const mostSensitive: readonly string[] = ["health", "schooling", "discipline"];

/** The sentence that refuses this role for this account, or undefined. `held` are the roles that are not revoked and not over. */
export function refuseGrant(wanted: Tenure, target: Target, today: CivilDate): string | undefined {
  if (target.isSelf) return "不能给自己授权，请另一位安全管理员办理。";
  if (target.kind !== "STAFF") return "职工手机账号只管本人的事，不能授权。请给这个人的办公室账号授权。";
  if (target.isDisabled) return "这个账号已停用，请先由系统管理员启用。";

  return refuseScope(wanted) ?? refuseDates(wanted, today) ?? refuseBeside(wanted, target.held);
}

/** Whether the auditor has to see it first: an administrator role or a class-3 scope (domain.md §16). */
export function isNotableGrant(role: Role, programme: string): boolean {
  return administratorRoles.includes(role) || (role === "OFFICER" && mostSensitive.includes(programme));
}

/** Whether the role counts on that day. */
export function isInForce({ validFrom, validTo }: Pick<Tenure, "validFrom" | "validTo">, on: CivilDate): boolean {
  return validFrom <= on && (validTo === null || validTo >= on);
}

function refuseScope({ role, programme, unitId }: Tenure): string | undefined {
  if (role === "OFFICER" && programme === "") return "请选择干事分管的业务。";
  if (role === "OFFICER" && unitId === null) return "请选择干事所在的科室，转办到这个科室的事才看得到。";
  if (role === "LIAISON" && unitId === null) return "请选择联络员负责的单位。";

  return undefined;
}

function refuseDates({ role, validFrom, validTo }: Tenure, today: CivilDate): string | undefined {
  if (validTo !== null && validTo < validFrom) return "结束日期早于开始日期，请改一下。";
  if (validTo !== null && validTo < today) return "结束日期已经过去了，请改一下。";
  // The last administrator of a kind must not vanish because a date went by.
  if (validTo !== null && administratorRoles.includes(role))
    return "管理员岗位不写结束日期；换人时先授权新的人，再收回旧的。";

  return undefined;
}

function refuseBeside(wanted: Tenure, held: readonly Tenure[]): string | undefined {
  const isAdministrator = administratorRoles.includes(wanted.role);
  if (held.some(({ role }) => administratorRoles.includes(role)))
    return "这个人是管理员，管理员不能再担任别的岗位。请先收回管理员岗位。";
  if (isAdministrator && held.length > 0) return "这个人还有别的岗位，管理员只能专任。请先收回其他岗位。";
  const isSame = (other: Tenure) =>
    other.role === wanted.role &&
    other.programme === wanted.programme &&
    other.unitId === wanted.unitId &&
    (other.validTo === null || other.validTo >= wanted.validFrom);

  return held.some(isSame) ? "这个人已经有同样的授权了。" : undefined;
}
