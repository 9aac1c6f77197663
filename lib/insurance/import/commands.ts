import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { openLines } from "@/lib/insurance/import/queries";
import type { LineData, LineValues } from "@/lib/insurance/import/rules";
import { listColumns, listNotes, listSamples } from "@/lib/insurance/import/words";
import type { Entity } from "@/lib/imports/entities/queries";
import { StaleRows, type BatchFacts, type ImportVerb, type Planned, type TakenBack } from "@/lib/imports/rules";
import type { Written } from "@/lib/imports/rules";
import { asRecords } from "@/lib/records";
import { isUniqueViolation, type Tx } from "@/prisma/client";

/** 经办机构名单: who is insured in a month according to the insurance office. It changes nobody's record. */
export const listEntity: Entity<LineData> = {
  name: "insurance.officeList",
  title: "经办机构参保名单",
  sheet: "参保名单",
  columns: listColumns,
  keys: ["idNo"],
  samples: listSamples,
  notes: listNotes,
  open: openLines,
  apply: applyLines,
  undo: undoLines,
};

/** Writes checked lines; throws `StaleRows` when somebody brought in the same list meanwhile. */
export async function applyLines(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly Planned<LineData>[],
): Promise<Written[]> {
  const fresh = rows.flatMap(({ targetId, data }) => ("fresh" in data ? [{ id: targetId, ...data.fresh }] : []));
  await insertLines(tx, permit, batch, fresh);
  const written: Written[] = [];
  for (const { rowId, targetId, data } of rows) {
    if ("fresh" in data) written.push({ rowId, version: 1 });
    else {
      const { version, after } = data.change;
      if (!(await correct(tx, permit, { id: targetId, version, values: after }))) throw new StaleRows();
      written.push({ rowId, version: version + 1 });
    }
  }

  return written;
}

async function insertLines(
  tx: Tx,
  { reach, now }: Permit<ImportVerb>,
  batch: BatchFacts,
  lines: readonly (LineValues & { id: string })[],
): Promise<void> {
  const rows = lines.map((line) => ({
    ...line,
    bureauId: reach.bureauId,
    batchId: batch.id,
    createdAt: now,
    version: 1,
  }));
  try {
    await tx.$executeRaw`
      insert into office_list_line select * from jsonb_populate_recordset(null::office_list_line, ${asRecords(rows)}::jsonb)`;
  } catch (fault) {
    throw isUniqueViolation(fault) ? new StaleRows() : fault;
  }
}

type Correction = { id: string; version: number; values: LineValues };

/** @returns whether the line was still as the sheet saw it */
async function correct(tx: Tx, { reach }: Permit<ImportVerb>, { id, version, values }: Correction): Promise<boolean> {
  const { name, payer, schemes, baseFen } = values;
  const { count } = await tx.officeListLine.updateMany({
    where: { id, bureauId: reach.bureauId, version, takenBackAt: null },
    data: { name, payer, schemes, baseFen: BigInt(baseFen), version: version + 1 },
  });

  return count === 1;
}

/**
 * Takes lines back that nobody worked on since: a new one no longer counts, a corrected one says again what it said.
 * A line stays when a difference was decided on the strength of it.
 */
export async function undoLines(
  tx: Tx,
  permit: Permit<ImportVerb>,
  _batch: BatchFacts,
  rows: readonly (Planned<LineData> & { version: number })[],
): Promise<TakenBack[]> {
  const decided = await decidedLines(
    tx,
    permit,
    rows.map(({ targetId }) => targetId),
  );
  const done: TakenBack[] = [];
  for (const { rowId, targetId, version, data } of rows) {
    if (decided.has(targetId)) done.push({ rowId, keptWhy: keptWhy.decided });
    else {
      const isBack =
        "fresh" in data
          ? await withdraw(tx, permit, targetId, version)
          : await correct(tx, permit, { id: targetId, version, values: data.change.before });
      done.push({ rowId, keptWhy: isBack ? null : keptWhy.corrected });
    }
  }

  return done;
}

const keptWhy = { decided: "这一行的差异已经处理过", corrected: "后来又导入过更正" };

async function withdraw(tx: Tx, { reach, now }: Permit<ImportVerb>, id: string, version: number): Promise<boolean> {
  const { count } = await tx.officeListLine.updateMany({
    where: { id, bureauId: reach.bureauId, version, takenBackAt: null },
    data: { takenBackAt: now, version: version + 1 },
  });

  return count === 1;
}

async function decidedLines(tx: Tx, { reach }: Permit<ImportVerb>, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select l.id from office_list_line l left join person p on p.id_no_index = l.id_no_index and p.bureau_id = l.bureau_id
    where l.id = any(${[...ids]}::uuid[]) and exists (select 1 from difference_note n
      where n.bureau_id = ${reach.bureauId}::uuid and n.month = l.month and n.subject_id in (l.id, p.id))`;

  return new Set(rows.map(({ id }) => id));
}
