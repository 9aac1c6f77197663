import {
  addMonths,
  ageOn,
  firstDayOf,
  monthAfter,
  monthOf,
  parseCivil,
  type CivilDate,
  type CivilMonth,
} from "@/lib/dates";

export type Sex = "MALE" | "FEMALE";

/** What an ID number says about its holder, or the sentence with which it is refused. */
export type IdCheck =
  { ok: true; idNo: string; sex: Sex; birthDate: CivilDate; province: string } | { ok: false; sentence: string };

const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";
const EARLIEST_BIRTH = "1900-01-01";

/** An ID number as it is stored: half-width digits, capital X, no blanks. */
export function normaliseIdNo(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/**
 * Checks a resident's ID number (GB 11643-1999; residence permits of 港澳台 居民 81–83 are built alike) and reads sex
 * and birth date from it. `today` is the day of entry: nobody is born after it. Full-width digits and x are accepted.
 */
export function checkIdNo(text: string, today: CivilDate): IdCheck {
  const idNo = normaliseIdNo(text);
  if (idNo.length !== 18) return refused("请填写18位身份证号");
  if (!/^\d{17}[\dX]$/.test(idNo)) return refused("身份证号前17位应为数字，最后一位为数字或X");
  const province = idNo.slice(0, 2);
  if (!PROVINCES.has(province)) return refused("身份证号前两位不是有效的省份代码");
  const birthDate = parseCivil(`${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`);
  if (birthDate === undefined || birthDate < EARLIEST_BIRTH) return refused("身份证号中的出生日期不存在");
  if (birthDate > today) return refused("身份证号中的出生日期晚于今天");
  if (checkCharacter(idNo) !== idNo[17]) return refused("身份证号校验位不正确");
  return { ok: true, idNo, sex: Number(idNo[16]) % 2 === 1 ? "MALE" : "FEMALE", birthDate, province };
}

/** The 18th character that belongs to the first 17 digits. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function refused(sentence: string): IdCheck {
  return { ok: false, sentence };
}

/** 外来务工人员 is where somebody is registered, never the kind of contract, and follows from it. */
export function isMigrant(hukouScope: "LOCAL" | "OUTSIDE"): boolean {
  return hukouScope === "OUTSIDE";
}

const WORKING_AGE = 16;

/** The sentence that refuses work before the 16th birthday (劳动法 §15); undefined from that day on. */
export function refuseMinor(birthDate: CivilDate, hireDate: CivilDate): string | undefined {
  return ageOn(birthDate, hireDate) < WORKING_AGE ? "入职时未满16周岁，不能登记为职工" : undefined;
}

export type RetirementKind = "MALE" | "FEMALE_WORKER" | "FEMALE_CADRE";

// 渐进式延迟法定退休年龄, in force since 2025-01-01: one month later for every `step` birth months from `from` on.
const RETIREMENT = {
  MALE: { years: 60, from: "1965-01", step: 4, most: 36 },
  FEMALE_WORKER: { years: 50, from: "1975-01", step: 2, most: 60 },
  FEMALE_CADRE: { years: 55, from: "1970-01", step: 4, most: 36 },
} as const satisfies Record<RetirementKind, { years: number; from: CivilMonth; step: number; most: number }>;

/**
 * The month in which somebody reaches the statutory age, and by how many months it was put off. Takes the birth date
 * that counts for retirement (the archive's where the two differ). 弹性提前/延迟 is agreed with the person, not computed.
 */
export function expectedRetirement(
  birthDate: CivilDate,
  kind: RetirementKind,
): { month: CivilMonth; delayMonths: number } {
  const { years, from, step, most } = RETIREMENT[kind];
  const born = monthOf(birthDate);
  const since = monthCount(born) - monthCount(from);
  const delayMonths = since < 0 ? 0 : Math.min(most, Math.floor(since / step) + 1);
  return { month: monthAfter(born, years * 12 + delayMonths), delayMonths };
}

/** Whether the retirement month falls into the months from `today`'s month on; the month `months` ahead is included. */
export function retiresWithin(birthDate: CivilDate, kind: RetirementKind, today: CivilDate, months: number): boolean {
  const { month } = expectedRetirement(birthDate, kind);
  return month >= monthOf(today) && firstDayOf(month) <= addMonths(today, months);
}

/** Over age: who still works then may only do so under 劳务协议. */
export function isOverAge(birthDate: CivilDate, kind: RetirementKind, today: CivilDate): boolean {
  return expectedRetirement(birthDate, kind).month < monthOf(today);
}

function monthCount(month: CivilMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}

/**
 * A name as it is stored: `·` (U+00B7) for every kind of middle dot, no blanks around or, between Chinese characters,
 * inside (spreadsheets pad 王　林 to the width of three), single blanks between Latin words.
 */
export function normaliseName(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\s*[·•・･．‧∙⋅]\s*/g, "·")
    .replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, "·")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
}

/** The sentence that refuses a normalised name; undefined if it will do: 2–40 letters, rare characters included. */
export function refuseName(name: string): string | undefined {
  const length = Array.from(name).length;
  if (length < 2 || length > 40) return "姓名应为2到40个字";
  if (!/^\p{L}[\p{L}\p{M}· ]*[\p{L}\p{M}]$/u.test(name)) return "姓名只能用汉字或字母，中间可用“·”";
  return undefined;
}

/** A mobile number as it is stored: eleven half-width digits, without +86, blanks or hyphens. */
export function normaliseMobile(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^(\+|00)86/, "");
}

/** Whether a normalised number is a mobile number of the mainland. It is never a key: phones are shared. */
export function isMobile(mobile: string): boolean {
  return /^1[3-9]\d{9}$/.test(mobile);
}

/** A 工号 as it is stored: half-width, capital letters, no blanks. */
export function normaliseStaffNo(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** Whether a normalised 工号 is 3 to 16 letters and digits, hyphens inside allowed; never as long as an ID number. */
export function isStaffNo(staffNo: string): boolean {
  return /^[A-Z0-9](?:[A-Z0-9-]{1,14})[A-Z0-9]$/.test(staffNo);
}
