/**
 * What a screen, a list or a notice shows instead of the thing itself. Masking happens here and on the server only;
 * the masked text is all that leaves it.
 */

const COMPOUND_SURNAMES = new Set(
  (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 长孙 宇文 司空 独孤 南宫 轩辕 端木 百里 呼延 赫连 申屠 " +
    "淳于 单于 太史 公冶 澹台 濮阳 宗政 钟离 闾丘 鲜于 亓官 司寇 拓跋 万俟 闻人 公羊 太叔 仲孙 第五 东郭 西门 左丘 公西 巫马"
  ).split(" "),
);

/**
 * A name for a public notice: `王*林`, `王*`, `欧阳*`, `欧阳*娜`. A name of parts (`买买提·艾力`) keeps its first and
 * last character and the dots: `买**·*力`. One star per hidden character; a one-character name is hidden whole.
 */
export function maskName(name: string): string {
  const letters = Array.from(name.trim());
  if (letters.includes("·")) return starBetween(letters, 1, 1);
  const surname = Array.from(familyName(name)).length;
  const given = letters.length - surname;
  if (given < 1) return "*".repeat(letters.length);
  return starBetween(letters, surname, given > 1 ? 1 : 0);
}

/** An ID number: first and last character only. A visible birth date would leave a handful of candidates. */
export function maskIdNo(idNo: string): string {
  const letters = Array.from(idNo.trim());
  return letters.length < 8 ? "*".repeat(letters.length) : starBetween(letters, 1, 1);
}

/** `138****1234`; of any other number of eight digits and more the last four, shorter ones not at all. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  if (digits.length === 11 && digits.startsWith("1")) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return digits.length < 8 ? "****" : `****${digits.slice(-4)}`;
}

/** The last four of a bank card, whatever its length (16 to 19 digits): `****1234`. */
export function maskCard(card: string): string {
  const digits = card.replace(/\D/g, "");
  return digits.length < 12 ? "****" : `****${digits.slice(-4)}`;
}

/** How a worker is addressed on a shared phone: `王师傅`. A name of parts is addressed by its first part. */
export function maskedFamilyName(name: string): string {
  return `${familyName(name)}师傅`;
}

/** The family name, compound ones whole (`欧阳`). A two-character name has a one-character family name. */
export function familyName(name: string): string {
  const trimmed = name.trim();
  const [firstPart = "", ...others] = trimmed.split("·");
  if (others.length > 0) return firstPart;
  const letters = Array.from(trimmed);
  const two = letters.slice(0, 2).join("");
  return letters.length > 2 && COMPOUND_SURNAMES.has(two) ? two : (letters[0] ?? "");
}

function starBetween(letters: string[], head: number, tail: number): string {
  const end = letters.length - tail;
  return letters.map((letter, i) => (i < head || i >= end || letter === "·" ? letter : "*")).join("");
}
