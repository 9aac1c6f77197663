/**
 * Money is a whole number of 分, nowhere a fraction of a yuan: 0.1 + 0.2 is not 0.3. Here it becomes text and text
 * becomes money.
 */

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
/** Whole yuan of at most twelve digits: beyond that somebody has leant on a key. */
const MOST_YUAN_DIGITS = 12;

/** 分 → `1,234.00`, a correction `-1,234.00`. The unit (元, ¥) stands in the column's head or before it. */
export function yuan(fen: bigint | number): string {
  const { sign, whole, cents } = parts(fen);
  const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${grouped}.${cents.toString().padStart(2, "0")}`;
}

/** 分 → `62.03`, in 万元 with two decimals, rounded half away from zero: for figures that are read, never for adding up. */
export function tenThousandYuan(fen: bigint | number): string {
  const { sign, whole, cents } = parts(fen);
  const hundredths = (whole * 100n + cents + 5_000n) / 10_000n;
  return `${hundredths === 0n ? "" : sign}${yuan(hundredths)}`;
}

/**
 * 分 → the amount in capitals, `叁万柒仟贰佰陆拾元整`, as the rules for filling in bills want it (支付结算办法, 附件一):
 * 整 after 元 and 角 but not after 分, one 零 for a gap, 壹拾 and not 拾. A correction begins with 负.
 */
export function inCapitals(fen: bigint | number): string {
  const { sign, whole, cents } = parts(fen);
  const jiao = cents / 10n;
  const rest = cents % 10n;
  const yuanWords = whole === 0n ? "" : `${wholeWords(whole)}元`;
  if (cents === 0n) return `${sign && "负"}${yuanWords || "零元"}整`;
  // 元 with 分 and no 角 leaves a gap; 分 alone does not.
  const jiaoWords = jiao > 0n ? `${digit(jiao)}角` : yuanWords && "零";
  return `${sign && "负"}${yuanWords}${jiaoWords}${rest > 0n ? `${digit(rest)}分` : "整"}`;
}

/**
 * Yuan as people type them (`2510`, `2,510.5`, `¥2510.50元`, full-width digits) → 分. Undefined for anything else: a
 * third decimal, a minus, a thousands comma in the wrong place, more than twelve digits.
 */
export function fenOf(text: string): number | undefined {
  const tidy = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^[¥￥]/, "")
    .replace(/元$/, "");
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(tidy);
  const whole = match?.[1]?.replaceAll(",", "").replace(/^0+(?=\d)/, "");
  if (whole === undefined || whole.length > MOST_YUAN_DIGITS) return undefined;
  return Number(whole) * 100 + Number((match?.[2] ?? "").padEnd(2, "0"));
}

function parts(fen: bigint | number): { sign: "" | "-"; whole: bigint; cents: bigint } {
  const amount = BigInt(fen);
  const size = amount < 0n ? -amount : amount;
  return { sign: amount < 0n ? "-" : "", whole: size / 100n, cents: size % 100n };
}

function wholeWords(number: bigint): string {
  if (number >= 100_000_000n) return inUnits(number, 100_000_000n, "亿");
  if (number >= 10_000n) return inUnits(number, 10_000n, "万");
  if (number >= 1_000n) return inUnits(number, 1_000n, "仟");
  if (number >= 100n) return inUnits(number, 100n, "佰");
  return number >= 10n ? inUnits(number, 10n, "拾") : digit(number);
}

/** So many of a unit and what is left over; a left-over that skips the next lower place is joined with 零. */
function inUnits(number: bigint, unit: bigint, word: string): string {
  const left = number % unit;
  const gap = left > 0n && left < unit / 10n ? "零" : "";
  return `${wholeWords(number / unit)}${word}${gap}${left > 0n ? wholeWords(left) : ""}`;
}

function digit(value: bigint): string {
  return DIGITS[Number(value)] ?? "";
}
