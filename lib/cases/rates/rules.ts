/** A rate in per cent with one decimal, or null where there is nothing to divide by: never a made-up 0 or 100. */
export function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** `95.0%`, or 「暂无」. */
export function rateWords(part: number, whole: number): string {
  const rate = rateOf(part, whole);

  return rate === null ? "暂无" : `${rate.toFixed(1)}%`;
}
