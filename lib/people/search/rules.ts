import { pinyin } from "pinyin-pro";
import { normaliseIdNo } from "@/lib/people/rules";

/** What a person is found by. Never the ID number: that one has its keyed hash. */
export type Findable = { name: string; staffNo: string; mobile?: string | null };

/** Half-open range of tokens: `token >= from AND token < to`. */
export type TokenRange = { from: string; to: string };

const SHORTEST_TAIL = 3;
const MOST_READINGS = 6;
// The greatest code point. With U+FFFF a name with a character beyond the first plane (王𬭚) is not found.
const LAST_CHARACTER = String.fromCodePoint(1114111);

/**
 * The search words of a person, all lower case: every suffix of the name, its pinyin by syllable with every suffix,
 * its initials, 工号 with its tails (three digits and more) and the last four of the phone.
 * A range over their beginnings then finds 王大力 by 王, 大力, 力, wangd, dali, wdl, wangdl, 工号 or its last digits.
 */
export function tokensOf({ name, staffNo, mobile }: Findable): string[] {
  const letters = Array.from(searchText(name));
  const number = searchText(staffNo);
  const phone = (mobile ?? "").replace(/\D/g, "").slice(-4);
  const found = [
    ...suffixes(letters),
    ...readingsOf(name).flatMap(pinyinTokens),
    ...suffixes(Array.from(number)).filter((tail) => tail === number || tail.length >= SHORTEST_TAIL),
    ...(phone.length === 4 ? [phone] : []),
  ];
  return [...new Set(found)].sort();
}

/** The key by which Chinese names are sorted: syllables without tones, `wang da li`; a surname keeps its own reading. */
export function pinyinKey(name: string): string {
  return syllablesOf(name).join(" ");
}

/**
 * What was typed into a search box as a range of tokens; undefined when nothing searchable was typed.
 * Both bounds go to the database as parameters of `>=` and `<`: LIKE and ^@ fall to a sequential scan there.
 */
export function tokenRange(typed: string): TokenRange | undefined {
  const from = searchText(typed);
  return from === "" ? undefined : { from, to: `${from}${LAST_CHARACTER}` };
}

/** The whole ID number if that is what was typed (18 characters); such a search goes by keyed hash and is audited. */
export function typedIdNo(typed: string): string | undefined {
  const idNo = normaliseIdNo(typed);
  return /^\d{17}[\dX]$/.test(idNo) ? idNo : undefined;
}

/** Half-width, lower case, ü as v, without blanks, middle dots and hyphens: the one form that tokens and queries share. */
function searchText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ü/g, "v")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** A name without a single letter (nothing but dots) has no syllable, and gives no token. */
function pinyinTokens(syllables: string[]): string[] {
  if (syllables.length === 0) return [];
  const initials = syllables.map(firstLetter);
  const [surname = "", ...given] = syllables;
  return [
    ...suffixes(syllables),
    ...suffixes(initials).filter((tail) => tail.length > 1),
    `${surname}${given.map(firstLetter).join("")}`,
  ];
}

/** The usual reading first, then each with one character read otherwise: whoever hears 仇 as chou shall find qiu. */
function readingsOf(name: string): string[][] {
  const usual = syllablesOf(name);
  const letters = Array.from(searchText(name));
  if (letters.length !== usual.length) return [usual];
  const others = letters.flatMap((letter, i) =>
    allReadings(letter)
      .filter((reading) => reading !== usual[i])
      .map((reading) => usual.with(i, reading)),
  );
  return [usual, ...others.slice(0, MOST_READINGS)];
}

/** One entry per character; letters of another script stay together as they are written. */
function syllablesOf(name: string): string[] {
  const dotless = name.normalize("NFKC").replace(/·/g, "");
  return pinyin(dotless, { type: "array", toneType: "none", surname: "head", v: true, nonZh: "consecutive" })
    .flatMap((part) => part.split(/\s+/))
    .map(searchText)
    .filter((part) => part !== "");
}

function allReadings(letter: string): string[] {
  return pinyin(letter, { type: "array", toneType: "none", multiple: true, v: true }).map(searchText);
}

// By code point: half of a rare character would be no text for the database.
function firstLetter(syllable: string): string {
  return Array.from(syllable)[0] ?? "";
}

function suffixes(parts: readonly string[]): string[] {
  return parts.map((_, i) => parts.slice(i).join(""));
}
