import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { notFound } from "next/navigation";
import { formatInstant } from "@/lib/dates";
import { openContent } from "@/lib/imports/content/queries";
import type { Difference, Fault, ImportVerb } from "@/lib/imports/rules";
import type { ReportFilter } from "@/lib/imports/schema";
import { db, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { ImportRowState, ImportState } from "@/prisma/generated/enums";

/** The batches of the registers of this permit's matter: who imports households does not open a sheet of the roster. */
export function batchesWithin({ reach, verb }: Permit<ImportVerb>) {
  return { bureauId: reach.bureauId, entity: { startsWith: `${verb.split(".", 1)[0] ?? ""}.` } };
}

/** A batch as its page shows it; every count is that of the rows behind it. */
export type BatchView = {
  id: string;
  register: string;
  fileName: string;
  state: ImportState;
  /** reading or writing stood still for a minute: the portal was stopped in the middle */
  isCutOff: boolean;
  rowsRead: number;
  rowsWritten: number;
  counts: Record<ImportRowState, number>;
  kept: number;
  takenBack: number;
  problem: string | null;
  onlyCorrect: boolean;
  createdBy: string;
  createdAt: string;
  confirmedAt: string | null;
  undoneAt: string | null;
  undoReason: string | null;
  isOwn: boolean;
  /** its rows were emptied: the report is gone, and so is the way back */
  isForgotten: boolean;
};

/** Seconds without a sign of life after which a reading or writing counts as cut off. */
const silentSeconds = 60;

/** Whether nobody works on the batch any more: the heart of the machine's clock, not of the business day. */
export async function isAbandoned(tx: Tx, { reach }: Permit<ImportVerb>, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isSilent: boolean }[]>`
    select beat_at < now() - make_interval(secs => ${silentSeconds}) as "isSilent" from import_batch
    where id = ${id}::uuid and bureau_id = ${reach.bureauId}::uuid`;

  return row?.isSilent ?? false;
}

/** One batch of the bureau and of this matter; any other is not found. */
export async function findBatch(permit: Permit<ImportVerb>, id: string): Promise<BatchView> {
  const batch = await db.importBatch.findFirst({ where: { AND: [{ id }, batchesWithin(permit)] } });
  if (!batch) notFound();
  const isRunning = batch.state === "READING" || batch.state === "WRITING";
  const [undone] =
    batch.state === "UNDONE"
      ? await db.$queryRaw<{ kept: number; back: number }[]>`
          select count(kept_why)::int as kept, (count(*) filter (where taken_back))::int as back
          from import_row where batch_id = ${id}::uuid`
      : [];

  return {
    id,
    register: batch.entity,
    fileName: batch.fileName,
    state: batch.state,
    isCutOff: isRunning && (await isAbandoned(db, permit, id)),
    rowsRead: batch.rowsRead,
    rowsWritten: batch.rowsWritten,
    counts: { NEW: batch.rowsNew, CHANGED: batch.rowsChanged, SAME: batch.rowsSame, WRONG: batch.rowsWrong },
    kept: undone?.kept ?? 0,
    takenBack: undone?.back ?? 0,
    problem: batch.problem,
    onlyCorrect: batch.onlyCorrect,
    createdBy: batch.createdByName,
    createdAt: formatInstant(batch.createdAt),
    confirmedAt: batch.confirmedAt && formatInstant(batch.confirmedAt),
    undoneAt: batch.undoneAt && formatInstant(batch.undoneAt),
    undoReason: batch.undoReason,
    isOwn: batch.createdById === permit.actor.accountId,
    isForgotten: batch.forgottenAt !== null,
  };
}

/** A row of the report. */
export type ReportRow = {
  rowNo: number;
  state: ImportRowState;
  who: string;
  faults: readonly Fault[];
  differences: readonly Difference[];
  keptWhy: string | null;
  targetId: string | null;
};

const rowsOnPage = 50;

/** The report of a batch; null while it is being read, and when there is none or no more. */
export async function reportOf(
  permit: Permit<ImportVerb>,
  batch: BatchView,
  filter: ReportFilter,
): Promise<{ rows: ReportRow[]; after: number | null } | null> {
  const isGone = batch.isForgotten || ["READING", "FAILED", "DROPPED"].includes(batch.state);

  return isGone ? null : listRows(permit, batch, filter);
}

/** One page of the report in the order of the sheet; what a row holds beyond its differences is not shown. */
export async function listRows(
  permit: Permit<ImportVerb>,
  batch: BatchView,
  { rows: wanted, after = 0 }: ReportFilter,
): Promise<{ rows: ReportRow[]; after: number | null }> {
  const only =
    wanted === "KEPT"
      ? Prisma.sql`and r.kept_why is not null`
      : wanted
        ? Prisma.sql`and r.state = ${wanted}::"ImportRowState"`
        : Prisma.empty;
  const found = await db.$queryRaw<
    {
      id: string;
      rowNo: number;
      state: ImportRowState;
      cipher: string;
      keptWhy: string | null;
      targetId: string | null;
    }[]
  >`
    select r.id, r.row_no as "rowNo", r.state::text as state, r.content_cipher as cipher, r.kept_why as "keptWhy",
      case when r.taken_back or r.written_version is null then null else r.target_id end as "targetId"
    from import_row r join import_batch b on b.id = r.batch_id
    where b.id = ${batch.id}::uuid and b.bureau_id = ${permit.reach.bureauId}::uuid and r.row_no > ${after} ${only}
      and r.content_cipher <> ''
    order by r.row_no limit ${rowsOnPage + 1}`;
  const shown = found.slice(0, rowsOnPage);

  return {
    rows: shown.map(({ id, cipher, ...row }) => {
      const { who, faults, differences } = openContent(permit, id, cipher);

      return { ...row, who, faults, differences };
    }),
    after: found.length > rowsOnPage ? (shown.at(-1)?.rowNo ?? null) : null,
  };
}

export type BatchLine = Pick<
  BatchView,
  "id" | "register" | "fileName" | "state" | "counts" | "createdBy" | "createdAt"
>;

/** The latest batches of the registers named, newest first. */
export async function listBatches(permit: Permit<ImportVerb>, registers: readonly string[]): Promise<BatchLine[]> {
  const found = await db.importBatch.findMany({
    where: { AND: [batchesWithin(permit), { entity: { in: [...registers] } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
  });

  return found.map((batch) => ({
    id: batch.id,
    register: batch.entity,
    fileName: batch.fileName,
    state: batch.state,
    counts: { NEW: batch.rowsNew, CHANGED: batch.rowsChanged, SAME: batch.rowsSame, WRONG: batch.rowsWrong },
    createdBy: batch.createdByName,
    createdAt: formatInstant(batch.createdAt),
  }));
}
