import type { CivilDate } from "@/lib/dates";
import type { IdType, Sex } from "@/prisma/generated/enums";

/** The sections of a record that are changed one at a time; work, unit and status change by dated events only. */
export type PartName = "basic" | "hukou" | "contact" | "bank" | "union" | "care";

/** The fields of each section. */
export const partFields = {
  basic: ["name", "sex", "birthDate", "archiveBirthDate", "ethnicity", "politicalStatus"],
  hukou: ["hukouScope", "hukouType", "hukouAddress", "residencePermitNo", "residencePermitExpiry"],
  contact: ["mobile", "mobileOwner", "address", "emergencyName", "emergencyRelation", "emergencyPhone", "literacyAids"],
  bank: ["bankName", "bankCard"],
  union: ["unionMember", "unionJoinedOn"],
  care: ["flags", "disabilityLevel"],
} as const satisfies Record<PartName, readonly string[]>;

/** Sections whose values are class 2 or 3: to open them for editing is a read that is audited. */
export const sensitiveParts: readonly PartName[] = ["hukou", "contact", "care"];

/** Values of a section as text, each as its field shows it; empty = not given. */
export type Texts = Record<string, string>;

/** Typed values as text: what is compared with the record, kept in the history and shown again. */
export function textsOf(values: Readonly<Record<string, unknown>>, fields: readonly string[]): Texts {
  const texts = Object.fromEntries(fields.map((field) => [field, textOf(values[field])]));
  // Without a phone there is nobody whose phone it is.
  return "mobile" in texts && texts.mobile === "" ? { ...texts, mobileOwner: "" } : texts;
}

/** Fields that hold several words at once. */
const listFields: readonly string[] = ["literacyAids", "flags"];

/** The text of a field as a form takes it back: a list for the fields of several words. */
export function formValue(field: string, text: string): string | string[] {
  if (!listFields.includes(field)) return text;
  return text === "" ? [] : text.split(",");
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return [...value.map(String)].sort().join(",");
  if (typeof value === "boolean") return value ? "on" : "";
  return typeof value === "string" ? value : "";
}

/** Fields of a section that this person's form shows: residents' sex and birth date follow from the ID number. */
export function fieldsOf(part: PartName, idType: IdType): string[] {
  const derived = part === "basic" && idType !== "OTHER" ? ["sex", "birthDate"] : [];
  return partFields[part].filter((field) => !derived.includes(field));
}

/** A change of a section by somebody, oldest first in a list. */
export type Change = { who: string; at: Date; before: Texts; after: Texts };

/** What the second of two editors is told about one field. */
export type Told = { field: string; now: string; change: Change; typed: string; isDisputed: boolean };

/**
 * Compares what was typed with what others saved since the form was opened. A field that this editor left alone takes
 * the other's value; one that both changed keeps what was typed and is disputed. Nothing is overwritten unseen.
 */
export function compareChanges(typed: Texts, current: Texts, changes: readonly Change[]): Told[] {
  return Object.keys(current).flatMap((field) => {
    const touching = changes.filter(({ after }) => field in after);
    const [first] = touching;
    const last = touching.at(-1);
    const now = current[field] ?? "";
    if (!first || !last || typed[field] === now) return [];
    const isDisputed = typed[field] !== first.before[field];
    return [{ field, now, change: last, typed: typed[field] ?? "", isDisputed }];
  });
}

/** Names of the fields in which two sets of values differ. An empty bank card means: the one on file stays. */
export function changedFields(before: Texts, after: Texts): string[] {
  return Object.keys(after).filter(
    (field) => before[field] !== after[field] && !(field === "bankCard" && !after[field]),
  );
}

/** The first fault of a section with the field it stands in. */
export function refusePart(
  part: PartName,
  texts: Texts,
  person: { sex: Sex | null; idType: IdType },
  today: CivilDate,
): { field: string; sentence: string } | undefined {
  const late = ["birthDate", "archiveBirthDate", "unionJoinedOn"].find((field) => (texts[field] ?? "") > today);
  if (late) return { field: late, sentence: "日期不能晚于今天" };
  if (part === "basic" && person.idType === "OTHER" && !texts.birthDate) {
    return { field: "birthDate", sentence: "请填写出生日期" };
  }
  if (part === "contact" && texts.mobile && !texts.mobileOwner) {
    return { field: "mobileOwner", sentence: "请选择手机号是谁的" };
  }
  if (part === "union" && texts.unionJoinedOn && !texts.unionMember) {
    return { field: "unionMember", sentence: "填了入会日期，请同时勾选工会会员" };
  }
  return part === "care" ? refuseCare(texts, person.sex) : undefined;
}

function refuseCare(texts: Texts, sex: Sex | null): { field: string; sentence: string } | undefined {
  const flags = (texts.flags ?? "").split(",");
  if (flags.includes("DISABILITY") && !texts.disabilityLevel) {
    return { field: "disabilityLevel", sentence: "请选择残疾等级" };
  }
  if (!flags.includes("DISABILITY") && texts.disabilityLevel) {
    return { field: "flags", sentence: "填了残疾等级，请同时勾选残疾" };
  }
  if (flags.includes("PREGNANCY") && sex === "MALE") return { field: "flags", sentence: "孕期或哺乳期只适用于女职工" };
  return undefined;
}

/** The check digit of a bank card (Luhn). A wrong one is a likely slip and is pointed out, never refused. */
export function isLuhn(card: string): boolean {
  const sum = [...card].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
