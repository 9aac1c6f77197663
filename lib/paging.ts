/** Rows on one page of a list. */
export const pageSize = 50;

export type Page<T> = {
  rows: T[];
  /** cursor of the next page, or null at the end */
  next: string | null;
  /** whether there is a page before this one */
  hasBefore: boolean;
};

/** Packs the sort keys of the last row into an opaque, URL-safe cursor. */
export function encodeCursor(keys: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(keys), "utf8").toString("base64url");
}

/**
 * Reads a cursor from the URL.
 * @returns the sort keys, or null when the text is no cursor with `length` keys (a hand-made URL starts at the first page)
 */
export function decodeCursor(cursor: string | undefined, length: number): (string | null)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isKeys =
      Array.isArray(keys) && keys.length === length && keys.every((key) => key === null || typeof key === "string");

    return isKeys ? (keys as (string | null)[]) : null;
  } catch {
    return null;
  }
}

/**
 * Cuts a result that was read with `LIMIT size + 1` into a page.
 * @param keysOf the sort keys of a row, in the order of the ORDER BY
 */
export function pageOf<T>(
  rows: T[],
  keysOf: (row: T) => (string | null)[],
  options: { size?: number; cursor?: string | undefined } = {},
): Page<T> {
  const size = options.size ?? pageSize;
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next = rows.length > size && last ? encodeCursor(keysOf(last)) : null;

  return { rows: shown, next, hasBefore: Boolean(options.cursor) };
}
