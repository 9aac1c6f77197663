import pg from "pg";

/** What the database was asked while something ran; BEGIN, COMMIT and settings are not counted (performance.md §6). */
export type Asked<T> = { result: T; statements: string[] };

const isBookkeeping = (sql: string) => /^\s*(begin|commit|rollback|savepoint|release|set|deallocate)\b/i.test(sql);

/** Runs `run` and notes every statement that any connection of this process sends meanwhile. Not for parallel use. */
export async function countSql<T>(run: () => Promise<T>): Promise<Asked<T>> {
  const statements: string[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back below, called with its own `this`
  const original = pg.Client.prototype.query;
  const listening = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args;
    const sql = typeof asked === "string" ? asked : ((asked as { text?: string } | undefined)?.text ?? "");
    if (!isBookkeeping(sql)) statements.push(sql);
    return (original as unknown as (...given: unknown[]) => unknown).apply(this, args);
  };
  pg.Client.prototype.query = listening as unknown as typeof original;
  try {
    return { result: await run(), statements };
  } finally {
    pg.Client.prototype.query = original;
  }
}
