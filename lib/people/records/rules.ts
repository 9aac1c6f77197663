import { addDays, type CivilDate } from "@/lib/dates";
import { mayBeLeader, refuseContract } from "@/lib/people/employment/rules";
import { refuseOverAge } from "@/lib/people/retirement/rules";
import type { NewPerson } from "@/lib/people/records/schema";
import { checkIdNo, normaliseIdNo, refuseMinor, type Sex } from "@/lib/people/rules";
import type { IdType } from "@/prisma/generated/enums";

export type LikenessKind = "idNo" | "oldIdNo" | "birth" | "unit" | "mobile";

/** A fault of an input and the form field it belongs to. */
export type Fault = { field: string; sentence: string };

/** What the identity document says; sex and birth date only where the number carries them. */
export type Document =
  { ok: true; idNo: string; sex: Sex | null; birthDate: CivilDate | null } | { ok: false; fault: Fault };

/** Reads a document number: residents' numbers are checked (GB 11643) and carry sex and birth date, others carry nothing. */
export function readDocument(idType: IdType, typed: string, today: CivilDate): Document {
  if (idType === "OTHER") {
    const idNo = normaliseIdNo(typed);
    return /^[A-Z0-9()-]{5,30}$/.test(idNo)
      ? { ok: true, idNo, sex: null, birthDate: null }
      : { ok: false, fault: { field: "idNo", sentence: "证件号码应为5到30位数字或字母" } };
  }
  const check = checkIdNo(typed, today);
  if (!check.ok) return { ok: false, fault: { field: "idNo", sentence: check.sentence } };
  const isHmt = ["81", "82", "83"].includes(check.province);
  if (isHmt !== (idType === "HMT")) {
    return { ok: false, fault: { field: "idType", sentence: "证件类型和号码不一致，请核对" } };
  }
  return { ok: true, idNo: check.idNo, sex: check.sex, birthDate: check.birthDate };
}

/** Days that somebody may be put on file ahead of the first day of work. */
const AHEAD_DAYS = 31;

type Details = Pick<
  NewPerson,
  | "hireDate"
  | "employmentType"
  | "agencyName"
  | "contractStart"
  | "contractEnd"
  | "postType"
  | "rankLevel"
  | "isLeader"
  | "mobileOwner"
>;

/** The first fault of a new record; undefined when the bureau's rules allow it. */
export function refuseRecord(
  person: { sex: Sex | null; birthDate: CivilDate | null; mobile?: string | undefined },
  details: Details,
  today: CivilDate,
): Fault | undefined {
  if (!person.sex) return { field: "sex", sentence: "请选择性别" };
  if (!person.birthDate || person.birthDate > today)
    return { field: "birthDate", sentence: "请填写出生日期，不能晚于今天" };
  const minor = refuseMinor(person.birthDate, details.hireDate);
  if (minor) return { field: "hireDate", sentence: minor };
  if (details.hireDate > addDays(today, AHEAD_DAYS)) {
    return { field: "hireDate", sentence: `入职日期最多可提前 ${AHEAD_DAYS} 天登记，请核对日期` };
  }
  const contract = refuseContract(details);
  if (contract) return contract;
  const overAge = refuseOverAge({ ...details, sex: person.sex, birthDate: person.birthDate }, today);
  if (overAge) return { field: "employmentType", sentence: overAge };
  if (details.isLeader && !mayBeLeader(details.rankLevel, details.postType)) {
    return { field: "isLeader", sentence: "领导干部应为副科及以上、在管理或机关岗位；段组长、班组长不算" };
  }
  if (person.mobile && !details.mobileOwner) return { field: "mobileOwner", sentence: "请选择手机号是谁的" };
  return undefined;
}

/** The likely duplicates that nobody compared yet: with those a record is not made. */
export function notCompared(
  found: readonly { id: string }[],
  compared: string | undefined,
  isDistinct: boolean,
): string[] {
  const seen = isDistinct ? (compared ?? "").split(",") : [];
  return found.map(({ id }) => id).filter((id) => !seen.includes(id));
}
