import "server-only";
import type { Permit } from "@/lib/auth/permit";
import type { Column } from "@/lib/imports/cells/rules";
import type { BatchFacts, Checked, Planned, RawRow, TakenBack, Written, ImportVerb } from "@/lib/imports/rules";
import type { Tx } from "@/prisma/client";

/** Compares rows with the register; remembers what it has seen, so that a sheet cannot contradict itself. */
export type Checker<D> = (tx: Tx, rows: readonly RawRow[]) => Promise<Checked<D>[]>;

/**
 * A register that takes sheets. `open` begins one check of one sheet; `apply` writes rows, all or none, and throws
 * `StaleRows` when the register is no longer as it was when they were checked; `undo` takes back what nobody touched.
 */
export type Entity<D> = {
  name: string;
  title: string;
  sheet: string;
  columns: readonly Column[];
  /** a sheet must have one of these columns: by them a row finds its record */
  keys: readonly string[];
  samples: readonly Readonly<Record<string, string>>[];
  notes: readonly string[];
  open: (tx: Tx, permit: Permit<ImportVerb>) => Promise<Checker<D>>;
  apply: (tx: Tx, permit: Permit<ImportVerb>, batch: BatchFacts, rows: readonly Planned<D>[]) => Promise<Written[]>;
  undo: (
    tx: Tx,
    permit: Permit<ImportVerb>,
    batch: BatchFacts,
    rows: readonly (Planned<D> & { version: number })[],
  ) => Promise<TakenBack[]>;
};
