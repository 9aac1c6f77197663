import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAudits } from "@/lib/audit/commands";
import { newId } from "@/lib/id";
import type { Entity } from "@/lib/imports/entities/queries";
import {
  StaleRows,
  type BatchFacts,
  type Planned,
  type TakenBack,
  type Written,
  type ImportVerb,
} from "@/lib/imports/rules";
import { openRoster } from "@/lib/people/import/queries";
import type { ChangeData, NewData, RosterData } from "@/lib/people/import/rules";
import { rosterColumns, rosterNotes, rosterSamples } from "@/lib/people/import/words";
import { changeAll, writeEvents, type ChangeRow } from "@/lib/people/import/changes/commands";
import { takeBackNew } from "@/lib/people/import/undo/commands";
import { personRow } from "@/lib/people/records/commands";
import { writeManyTokens } from "@/lib/people/search/commands";
import { asRecords } from "@/lib/records";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** 职工名册: new people and changes of those on file, in one sheet. */
export const rosterEntity: Entity<RosterData> = {
  name: "people.roster",
  title: "职工名册",
  sheet: "职工名册",
  columns: rosterColumns,
  keys: ["staffNo", "idNo"],
  samples: rosterSamples,
  notes: rosterNotes,
  open: openRoster,
  apply: applyRoster,
  undo: undoRoster,
};

/** What a new record has without being asked. */
const onFileFromTheStart = {
  status: "ACTIVE",
  needsGreenChannel: false,
  unionMember: false,
  isDemo: false,
  version: 1,
} satisfies Partial<Prisma.PersonUncheckedCreateInput>;

type Row<D> = { rowId: string; targetId: string; data: D };

/** Writes checked rows with their search words, events and audit rows; throws `StaleRows` when one cannot be written as checked. */
export async function applyRoster(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly Planned<RosterData>[],
): Promise<Written[]> {
  const fresh = rows.flatMap((row) => ("fresh" in row.data ? [{ ...row, data: row.data.fresh }] : []));
  const changed = rows.flatMap((row) => ("change" in row.data ? [{ ...row, data: row.data.change }] : []));
  await createAll(tx, permit, batch, fresh);
  await applyChanges(tx, permit, batch, changed);

  return [
    ...fresh.map(({ rowId }) => ({ rowId, version: 1 })),
    ...changed.map(({ rowId, data }) => ({ rowId, version: data.version + 1 })),
  ];
}

async function createAll(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly Row<NewData>[],
): Promise<void> {
  if (rows.length === 0) return;
  const count = await insertPeople(tx, permit, rows);
  if (count !== rows.length) throw new StaleRows();
  await writeManyTokens(
    tx,
    permit,
    rows.map(({ targetId, data: { identity, details } }) => ({
      id: targetId,
      unitId: identity.unitId,
      name: identity.name,
      staffNo: details.staffNo,
      mobile: identity.mobile ?? null,
    })),
  );
  const hired = rows.map(({ targetId, data: { identity, details } }) => ({
    id: newId(),
    personId: targetId,
    kind: "HIRED",
    happenedOn: details.hireDate,
    toUnitId: identity.unitId,
    createdById: permit.actor.accountId,
    createdAt: permit.now,
  }));
  await tx.$executeRaw`
    insert into employment_event
    select * from jsonb_populate_recordset(null::employment_event, ${asRecords(hired)}::jsonb)`;
  await recordAudits(
    tx,
    permit,
    rows.map(({ targetId, data }) => ({
      object: "person",
      objectId: targetId,
      subjectId: targetId,
      detail: { version: 1, step: "import", batch: batch.id, ...distinctFrom(data) },
    })),
  );
}

/** @returns how many were written; whose 工号 or ID number is taken meanwhile is left out */
async function insertPeople(tx: Tx, permit: Permit<ImportVerb>, rows: readonly Row<NewData>[]): Promise<number> {
  const people = rows.map(({ targetId, data: { identity, details, document } }) => ({
    ...onFileFromTheStart,
    ...personRow(permit, {
      draft: { personId: targetId, identity },
      idNo: document.idNo,
      person: document,
      input: details,
    }),
  }));

  return tx.$executeRaw`
    insert into person select * from jsonb_populate_recordset(null::person, ${asRecords(people)}::jsonb)
    on conflict do nothing`;
}

function distinctFrom({ confirmedDistinctFrom }: NewData): { confirmedDistinctFrom?: string[] } {
  return confirmedDistinctFrom.length > 0 ? { confirmedDistinctFrom } : {};
}

async function applyChanges(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly Row<ChangeData>[],
): Promise<void> {
  const changes = rows.map(({ targetId, data }): ChangeRow => ({ id: targetId, ...data }));
  const written = await changeAll(tx, permit, changes);
  if (written.size !== changes.length) throw new StaleRows();
  await writeEvents(tx, permit, changes);
  await recordAudits(
    tx,
    permit,
    changes.map((change) => auditOf(change, { step: "import", batch: batch.id })),
  );
}

function auditOf({ id, version, before, after }: ChangeRow, detail: { step: string; batch: string }) {
  const fields = (Object.keys(after) as (keyof typeof after)[]).filter((field) => before[field] !== after[field]);
  const only = (values: typeof after) =>
    Object.fromEntries(fields.map((field) => [field, String(values[field] ?? "")]));

  return {
    object: "person",
    objectId: id,
    subjectId: id,
    fields,
    detail: { version: version + 1, ...detail },
    values: { before: only(before), after: only(after) },
  };
}

/**
 * Takes rows back whose people nobody touched since: a new person is voided, a changed one gets the old values and the
 * opposite dated changes. The others stay, each with the reason.
 */
export async function undoRoster(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly (Planned<RosterData> & { version: number })[],
): Promise<TakenBack[]> {
  const fresh = rows.filter(({ data }) => "fresh" in data);
  const kept = await takeBackNew(tx, permit, batch, fresh);
  const changes = rows.flatMap(({ targetId, version, data }): ChangeRow[] =>
    "change" in data
      ? [
          {
            id: targetId,
            before: data.change.after,
            after: data.change.before,
            version,
            happenedOn: data.change.happenedOn,
            events: data.change.events,
          },
        ]
      : [],
  );
  const written = await changeAll(tx, permit, changes);
  const restored = changes.filter(({ id }) => written.has(id));
  await writeEvents(tx, permit, restored, "撤销导入");
  await recordAudits(
    tx,
    permit,
    restored.map((change) => ({ ...auditOf(change, { step: "undoImport", batch: batch.id }), reason: batch.reason })),
  );

  return rows.map(({ rowId, targetId, data }) => ({
    rowId,
    keptWhy:
      "fresh" in data ? (kept.get(targetId) ?? null) : written.has(targetId) ? null : "导入以后又有人改过这份档案",
  }));
}
