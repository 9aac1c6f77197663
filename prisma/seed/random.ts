/**
 * Chance that repeats itself: row *i* of a stream is a function of its name and *i* alone, so that two runs on one day
 * give the same bytes and a new stream never shifts the others.
 */
export type Dice = {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** a whole number from `low` to `high`, both included */
  between: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
};

/** The dice of one row. */
export function dice(stream: string, row = 0): Dice {
  let state = hashOf(stream) ^ Math.imul(row + 1, 0x9e3779b1);
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, between(0, list.length - 1)),
  };
}

/** A copy in an order that follows from the stream's name. */
export function shuffled<T>(list: readonly T[], stream: string): T[] {
  const result = [...list];
  const { between } = dice(stream);
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = between(0, i);
    const held = at(result, i);
    result[i] = at(result, j);
    result[j] = held;
  }
  return result;
}

/** The entry at a position that must exist; a missing one is a mistake in the seed, never a blank row. */
export function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`no entry ${index} of ${list.length}`);
  return list[index] as T;
}

/** The value of a key that must exist. */
export function of<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`nothing under ${String(key)}`);
  return value;
}

/** A UUIDv7 of that instant: lists are read by id, so an id has to carry the time at which its row came to be. */
export function idAt(instant: Date, stream: string, row = 0): string {
  const seed = hashOf(stream) ^ Math.imul(row + 1, 0x9e3779b1);
  const time = instant.getTime().toString(16).padStart(12, "0");
  const word = (n: number) =>
    mix(seed + Math.imul(n, 0x85ebca77))
      .toString(16)
      .padStart(8, "0");
  const [a, b, c] = [word(1), word(2), word(3)];
  const variant = ((Number.parseInt(b.slice(0, 1), 16) & 3) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${b.slice(1, 4)}-${b.slice(4)}${c}`;
}

/** `total` shared out by weight with largest remainders, so that the parts always add up. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRest = exact.map((value, i) => ({ i, rest: value - Math.floor(value) }));
  byRest.sort((one, other) => other.rest - one.rest || one.i - other.i);
  for (const { i } of byRest.slice(0, left)) shares[i] = at(shares, i) + 1;
  return shares;
}

function mix(state: number): number {
  let z = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return mix(hash);
}
