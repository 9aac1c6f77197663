import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { notFound } from "next/navigation";
import { newId } from "@/lib/id";
import { differencesOf, faultIn, noteIn, refuseDays, refuseHousehold, valuesOf } from "@/lib/hardship/import/rules";
import type { FileData, KnownFile, KnownWorker, PaperValues } from "@/lib/hardship/import/rules";
import { PaperRow } from "@/lib/hardship/import/schema";
import type { Checker } from "@/lib/imports/entities/queries";
import { batchesWithin } from "@/lib/imports/queries";
import type { Checked, Fault, ImportVerb, RawRow } from "@/lib/imports/rules";
import { normaliseName } from "@/lib/people/rules";
import { db, type Tx } from "@/prisma/client";

/** Begins the check of one sheet of the paper register, with an empty memory of what it says. */
export async function openFiles(_tx: Tx, permit: Permit<ImportVerb>): Promise<Checker<FileData>> {
  const seen = new Map<string, number>();

  return async (tx, rows) => {
    const reads = rows.map((raw) => ({ raw, row: PaperRow.safeParse(filled(raw)) }));
    const staffNos = reads.flatMap(({ row }) => (row.success ? [row.data.staffNo] : []));
    const workers = await findWorkers(tx, permit, staffNos);

    return reads.map(({ raw, row }) => {
      const who = [raw.texts.staffNo, raw.texts.worker].filter(Boolean).join(" ");
      const faults = [
        ...raw.faults,
        ...(row.error?.issues ?? []).map((one) => faultIn(String(one.path[0]), one.message)),
        ...(row.success ? refuseDays(row.data, permit.today) : []),
      ];
      if (!row.success || faults.length > 0) return wrong(who, faults);

      return check({ raw, row: row.data, who }, workers.get(row.data.staffNo), seen);
    });
  };
}

function filled(raw: RawRow): Record<string, string> {
  return Object.fromEntries(Object.entries(raw.texts).filter(([, text]) => text !== ""));
}

function wrong(who: string, faults: readonly Fault[]): Checked<FileData> {
  return { state: "WRONG", who, targetId: null, faults, differences: [], data: null };
}

function check(
  { raw, row, who }: { raw: RawRow; row: PaperRow; who: string },
  worker: (KnownWorker & { home: string }) | undefined,
  seen: Map<string, number>,
): Checked<FileData> {
  if (!worker) return wrong(who, [faultIn("staffNo", "没有这个工号的人，请核对")]);
  if (row.worker && normaliseName(row.worker) !== worker.name)
    return wrong(who, [faultIn("worker", `这个工号是${worker.name}的，请核对`)]);
  const first = seen.get(worker.home);
  if (first !== undefined) return wrong(who, [faultIn("staffNo", `和第 ${first} 行是同一户，一户一档，请只留一行`)]);
  seen.set(worker.home, raw.rowNo);
  const after = valuesOf(row);
  const fault = refuseHousehold(worker, after);
  if (fault) return wrong(who, [fault]);
  const { file } = worker;
  if (!file || file.isTakenBack) {
    const data = { fresh: { personId: worker.id, values: after, version: file?.version ?? null } };

    return { state: "NEW", who, targetId: file?.id ?? newId(), faults: [], differences: [], data };
  }
  const differences = file.values && file.isPaper ? differencesOf(file.values, after) : [];
  const found = { who, targetId: file.id, faults: [], differences };
  if (differences.length === 0 || !file.values) return { ...found, state: "SAME", data: null };
  const change = { personId: worker.id, version: file.version, before: file.values, after };

  return { ...found, state: "CHANGED", data: { change } };
}

type Row = Omit<KnownWorker, "file"> &
  Omit<PaperValues, "level" | "mainCause"> &
  Omit<KnownFile, "id" | "values"> & {
    staffNo: string;
    home: string;
    fileId: string | null;
    level: PaperValues["level"] | null;
    mainCause: PaperValues["mainCause"] | null;
  };

/** The workers of the sheet with their household's file and how it came about; one statement. */
async function findWorkers(tx: Tx, { reach }: Permit<ImportVerb>, staffNos: string[]) {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.staff_no as "staffNo", p.name, p.status::text as status, coalesce(p.household_id, p.id)::text as home,
      f.id as "fileId", f.number, f.version, f.state::text as state, f.level::text as level,
      f.main_cause::text as "mainCause", f.second_cause::text as "secondCause",
      to_char(f.on_file_since, 'YYYY-MM-DD') as "onFileSince", to_char(f.last_reviewed_on, 'YYYY-MM-DD') as "lastReviewedOn",
      a.size, a.officer_opinion as note,
      coalesce(a.is_paper and f.paper_checked_on is null and a.status = 'closed', false) as "isPaper",
      coalesce(a.is_paper and f.state = 'REFUSED' and a.status = 'void', false) as "isTakenBack"
    from person p
      left join hardship_file f on f.household_id = p.household_id or f.head_id = p.id
      left join lateral (select x.size, x.officer_opinion, c.status::text as status,
          exists (select 1 from case_event e where e.case_id = c.id and e.kind = 'adopt') as is_paper
        from hardship_assessment x join welfare_case c on c.id = x.case_id
        where x.file_id = f.id order by x.id desc limit 1) a on true
    where p.bureau_id = ${reach.bureauId}::uuid and p.voided_at is null and p.staff_no = any(${staffNos}::text[])`;

  return new Map(rows.map((row) => [row.staffNo, { ...workerOf(row), home: row.home }]));
}

function workerOf({
  id,
  name,
  status,
  fileId,
  number,
  version,
  state,
  isPaper,
  isTakenBack,
  ...row
}: Row): KnownWorker {
  const { level, mainCause, secondCause, onFileSince, lastReviewedOn, size, note } = row;
  const values =
    level && mainCause
      ? { level, mainCause, secondCause, onFileSince, lastReviewedOn, size, note: noteIn(note) }
      : null;

  return {
    id,
    name,
    status,
    file: fileId ? { id: fileId, number, version, state, isPaper, isTakenBack, values } : null,
  };
}

/** Who uploaded a batch of this matter; any other is not found. */
export async function uploaderOf(permit: Permit<ImportVerb>, batchId: string): Promise<string> {
  const batch = await db.importBatch.findFirst({
    where: { AND: [{ id: batchId }, batchesWithin(permit)] },
    select: { createdById: true },
  });
  if (!batch) notFound();

  return batch.createdById;
}
