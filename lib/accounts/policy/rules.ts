import { blockedList } from "@/lib/accounts/policy/words";
import type { CivilDate } from "@/lib/dates";

/** What a secret must not be made of: facts that everybody in the office knows about its owner. */
export type Owner = {
  name: string;
  /** full pinyin, syllables divided by blanks */
  pinyin: string;
  staffNo: string;
  birthDates: readonly CivilDate[];
  mobile: string | null;
  /** compared only, never shown */
  idNo: string | null;
};

const shortest = 8;
const longest = 128;

/**
 * Password of an office account, profile `asvs` (ASVS 6.2): length, no known or guessable word, no composition rule.
 * @returns the sentence that refuses it, or undefined
 */
export function refusePassword(secret: string, owner: Owner): string | undefined {
  const length = Array.from(secret).length;
  if (length < shortest) return `密码至少${shortest}位。想一句自己记得住的话最好，可以用汉字。`;
  if (length > longest) return `密码最多${longest}位。`;
  const typed = folded(secret);
  if (isMonotonous(typed)) return "密码太容易猜：不要用重复或连续的字母、数字。";
  if (personalWords(owner).some((word) => typed.includes(word)))
    return "密码里不要有自己的姓名、工号、生日、手机号或证件号。";
  if (isDate(typed)) return "密码太容易猜：不要用日期。";
  if (isKnown(typed)) return "这个密码太常见，别人一猜就中，请换一个。";

  return undefined;
}

/**
 * PIN of a worker's account: six digits that are neither a pattern nor part of the owner's own numbers.
 * @returns the sentence that refuses it, or undefined
 */
export function refusePin(pin: string, owner: Owner): string | undefined {
  if (!/^\d{6}$/.test(pin)) return "请填6位数字。";
  const isPattern =
    isRun(pin) || /^(\d{1,3})\1+$/.test(pin) || /^(\d)\1(\d)\2(\d)\3$/.test(pin) || /^(\d)\1\1(\d)\2\2$/.test(pin);
  if (isPattern || commonPins.has(pin)) return "这6位数字太容易猜，像123456、111111这样的都不行，请换一个。";
  const numbers = [owner.idNo, owner.mobile, owner.staffNo].map((number) => (number ?? "").replace(/\D/g, ""));
  const isOwn = numbers.some((number) => number.includes(pin) || (number.length >= 4 && pin.includes(number)));
  if (isOwn || owner.birthDates.some((date) => birthPins(date).includes(pin)))
    return "不要用生日、手机号、身份证号或工号里的数字，请换一个。";

  return undefined;
}

/** As typed, but lower case, half-width and without blanks. */
function folded(secret: string): string {
  return secret.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}

/** The usual letter tricks undone: `p@ssw0rd` is `password`. */
function unmasked(typed: string): string {
  return Array.from(typed, (letter) => tricks.get(letter) ?? letter).join("");
}

const tricks = new Map(
  Object.entries({ "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", $: "s", "5": "s", "7": "t" }),
);

function isMonotonous(typed: string): boolean {
  const isRepeated = /^(.{1,4})\1+.?$/u.test(typed) || new Set(typed).size < 4;

  return isRepeated || isRun(typed) || keyRows.some((row) => row.includes(typed) || reversed(row).includes(typed));
}

const keyRows = [
  "1234567890qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "qazwsxedcrfvtgbyhnujmikolp",
];

/** 12345678, abcdefgh, 87654321 and the like; 9 is followed by 0. */
function isRun(text: string): boolean {
  const steps = Array.from(text)
    .slice(1)
    .map((letter, i) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0));
  const isUp = steps.every((step, i) => step === 1 || (step === -9 && text[i] === "9"));
  const isDown = steps.every((step, i) => step === -1 || (step === 9 && text[i] === "0"));

  return isUp || isDown;
}

/** Whether nothing is left of the secret but blocked words with figures and marks around them. */
function isKnown(typed: string): boolean {
  const core = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");

  return [typed, core, unmasked(typed), unmasked(core), unmasked(typed.replace(/[\d\p{P}\p{S}]+$/u, ""))].some(
    isWordsOnly,
  );
}

/** Up to three blocked words in a row (`huanweihuanwei`, `admintianjin`) are as weak as one. */
function isWordsOnly(text: string): boolean {
  let rest = text;
  for (let words = 0; words < 3 && rest !== ""; words += 1) rest = rest.slice(longestPrefix(rest));

  return text !== "" && rest === "";
}

function longestPrefix(text: string): number {
  for (let length = text.length; length >= 2; length -= 1) if (blocked.has(text.slice(0, length))) return length;

  return 0;
}

const blocked = new Set(blockedList.flatMap((word) => [folded(word), unmasked(folded(word))]));

function isDate(typed: string): boolean {
  return /^(19|20)\d{2}[-./年]?(0?[1-9]|1[0-2])[-./月]?(0?[1-9]|[12]\d|3[01])日?[^\p{L}\d]*$/u.test(typed);
}

function personalWords({ name, pinyin, staffNo, birthDates, mobile, idNo }: Owner): string[] {
  const syllables = folded(pinyin.replaceAll(" ", ",")).split(",").filter(Boolean);
  // 欧阳秀兰 as ouyangxiulan, xiulanouyang, and the given name alone.
  const turned = syllables.map((_, i) => [...syllables.slice(i), ...syllables.slice(0, i)].join(""));
  const names = [name, ...turned, syllables.slice(1).join("")];
  const numbers = [staffNo, mobile ?? "", idNo ?? "", (idNo ?? "").slice(-8)];
  const births = birthDates.flatMap((date) => [date.replaceAll("-", ""), date.slice(2).replaceAll("-", "")]);
  const isTelling = (word: string) => Array.from(word).length >= (/^\p{Script=Han}/u.test(word) ? 2 : 4);

  return [...names, ...numbers, ...births].map(folded).filter(isTelling);
}

function birthPins(date: CivilDate): string[] {
  const [year = "", month = "", day = ""] = date.split("-");
  const short = year.slice(2);

  return [
    short + month + day,
    month + day + short,
    day + month + short,
    year + month,
    month + year,
    `${year}${Number(month)}${Number(day)}`,
  ];
}

function reversed(text: string): string {
  return Array.from(text).reverse().join("");
}

const commonPins = new Set(
  "520520 521521 131421 131452 520131 147258 258369 159753 147852 741852 963852 112358 102030 168168 888666 666888 518518 110110 120120 119119 314159".split(
    " ",
  ),
);
