/** A handed-out secret ends by itself after so many days (ASVS 6.4.1). */
export const initialDays = 7;

// Without 0 o 1 l i and the like: it is read out over the telephone and copied from paper.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * A first password in three groups of four, e.g. `hq7m-x3ka-9ptw`: about 59 bits.
 * @param draw gives a random whole number from 0 to below its argument
 */
export function drawPassword(draw: (below: number) => number): string {
  const group = () => Array.from({ length: 4 }, () => letters[draw(letters.length)]).join("");

  return [group(), group(), group()].join("-");
}

/** A first PIN of six digits; the caller draws again while the policy refuses it. */
export function drawPin(draw: (below: number) => number): string {
  return String(draw(1_000_000)).padStart(6, "0");
}
