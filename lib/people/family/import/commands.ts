import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAudits } from "@/lib/audit/commands";
import { blindIndex, encryptField } from "@/lib/crypto";
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
import { columnsOf } from "@/lib/people/family/commands";
import { findMembers, openFamily } from "@/lib/people/family/import/queries";
import { memberOf, type FamilyData, type MemberValues } from "@/lib/people/family/import/rules";
import { familyColumns, familyNotes, familySamples } from "@/lib/people/family/import/words";
import { asRecords } from "@/lib/records";
import type { Tx } from "@/prisma/client";

/** 家庭成员: new members and changes of those on file, in one sheet. */
export const familyEntity: Entity<FamilyData> = {
  name: "people.family",
  title: "家庭成员",
  sheet: "家庭成员",
  columns: familyColumns,
  keys: ["staffNo"],
  samples: familySamples,
  notes: familyNotes,
  open: openFamily,
  apply: applyFamily,
  undo: undoFamily,
};

type Fresh = { rowId: string; targetId: string } & Extract<FamilyData, { fresh: unknown }>["fresh"];
type Change = { id: string; personId: string; version: number; after: MemberValues; idNo?: string | null };

/** Writes checked rows; throws `StaleRows` when a household is no longer as it was when they were checked. */
export async function applyFamily(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly Planned<FamilyData>[],
): Promise<Written[]> {
  const fresh = rows.flatMap((row): Fresh[] => ("fresh" in row.data ? [{ ...row, ...row.data.fresh }] : []));
  const changed = rows.flatMap((row) => ("change" in row.data ? [{ ...row, ...row.data.change }] : []));
  await addAll(tx, permit, fresh);
  const changes = changed.map(({ targetId: id, personId, version, after, addsIdNo }): Change => {
    return { id, personId, version, after, ...(addsIdNo ? { idNo: addsIdNo } : {}) };
  });
  if ((await changeAll(tx, permit, changes)).size !== changes.length) throw new StaleRows();
  await auditAll(tx, permit, { batch, step: "import" }, [
    ...fresh.map(({ targetId, personId }) => ({ id: targetId, personId })),
    ...changes,
  ]);

  return [
    ...fresh.map(({ rowId }) => ({ rowId, version: 1 })),
    ...changed.map(({ rowId, version }) => ({ rowId, version: version + 1 })),
  ];
}

async function addAll(tx: Tx, permit: Permit<ImportVerb>, rows: readonly Fresh[]): Promise<void> {
  if (rows.length === 0) return;
  const homes = await openHouseholds(tx, permit, [...new Set(rows.map(({ personId }) => personId))]);
  const known = await findMembers(tx, permit, [...homes.values()]);
  const records = rows.map(({ targetId, personId, input }) => {
    const columns = columnsOf(permit, targetId, input);
    const householdId = homes.get(personId);
    const others = known.filter((one) => one.householdId === householdId);
    const row = { ...input, staffNo: "" };
    if (!householdId || memberOf(row, columns.idNoIndex ?? undefined, others)) throw new StaleRows();

    return {
      id: targetId,
      householdId,
      ...columns,
      monthlyIncomeFen: input.monthlyIncome ?? null,
      version: 1,
      createdAt: permit.now,
    };
  });
  await tx.$executeRaw`
    insert into family_member
    select * from jsonb_populate_recordset(null::family_member, ${asRecords(records)}::jsonb)`;
}

/** The household of each, made where there is none. The people are locked, so that two sheets do not add one child twice. */
async function openHouseholds(tx: Tx, permit: Permit<ImportVerb>, personIds: string[]): Promise<Map<string, string>> {
  const people = await tx.$queryRaw<{ id: string; householdId: string | null }[]>`
    select id, household_id as "householdId" from person where id = any(${personIds}::uuid[]) order by id for update`;
  const without = people.filter(({ householdId }) => householdId === null).map(({ id }) => id);
  const households = without.map((headId) => ({
    id: newId(),
    bureauId: permit.reach.bureauId,
    headId,
    version: 1,
    createdAt: permit.now,
  }));
  await tx.$executeRaw`
    insert into household select * from jsonb_populate_recordset(null::household, ${asRecords(households)}::jsonb)
    on conflict (head_id) do nothing`;
  const made = await tx.$queryRaw<{ id: string; householdId: string }[]>`
    update person p set household_id = h.id from household h
    where p.id = any(${without}::uuid[]) and h.head_id = p.id returning p.id, h.id as "householdId"`;

  return new Map(
    [...people, ...made].flatMap(({ id, householdId }) => (householdId ? [[id, householdId] as const] : [])),
  );
}

async function changeAll(tx: Tx, permit: Permit<ImportVerb>, rows: readonly Change[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const records = rows.map(({ id, version, after, idNo }) => ({
    ...after,
    id,
    version,
    health: sealed(after.health, "health_cipher", id),
    setsNumber: idNo !== undefined,
    numberCipher: sealed(idNo ?? null, "id_no_cipher", id),
    numberIndex: idNo ? blindIndex(idNo) : null,
  }));
  const written = await tx.$queryRaw<{ id: string }[]>`
    update family_member m set name = r.name, relation = r.relation::"FamilyRelation", birth_date = r.birth_date,
      occupation = r.occupation::"Occupation", workplace = r.workplace, monthly_income_fen = r.monthly_income,
      medical_insurance = r.medical_insurance, health_cipher = r.health, version = r.version + 1,
      id_no_cipher = case when r.sets_number then r.number_cipher else m.id_no_cipher end,
      id_no_index = case when r.sets_number then r.number_index else m.id_no_index end
    from jsonb_to_recordset(${asRecords(records)}::jsonb) as r(id uuid, version int, name text, relation text,
      birth_date date, occupation text, workplace text, monthly_income bigint, medical_insurance text, health text,
      sets_number boolean, number_cipher text, number_index text)
    where m.id = r.id and m.version = r.version and m.removed_at is null
      and exists (select 1 from household h where h.id = m.household_id and h.bureau_id = ${permit.reach.bureauId}::uuid)
    returning m.id`;

  return new Set(written.map(({ id }) => id));
}

function sealed(value: string | null, column: string, rowId: string): string | null {
  return value === null ? null : encryptField(value, { table: "family_member", column, rowId });
}

async function auditAll(
  tx: Tx,
  permit: Permit<ImportVerb>,
  { batch, step }: { batch: BatchFacts; step: string },
  rows: readonly { id: string; personId: string }[],
): Promise<void> {
  const entries = rows.map(({ id, personId }) => ({
    object: "family_member",
    objectId: id,
    subjectId: personId,
    reason: batch.reason,
    detail: { step, batch: batch.id },
  }));
  await recordAudits(tx, permit, entries);
}

/** Takes rows back whose members nobody touched since: a new one is taken out, a changed one gets the old values. */
export async function undoFamily(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly (Planned<FamilyData> & { version: number })[],
): Promise<TakenBack[]> {
  const fresh = rows.flatMap((row) => ("fresh" in row.data ? [row.targetId] : []));
  const removed = await tx.$queryRaw<{ id: string }[]>`
    update family_member set removed_at = ${permit.now}::timestamptz, version = 2
    where id = any(${fresh}::uuid[]) and version = 1 and removed_at is null returning id`;
  const changes = rows.flatMap(({ targetId: id, version, data }): Change[] => {
    if (!("change" in data)) return [];
    const { personId, before, addsIdNo } = data.change;

    return [{ id, personId, version, after: before, ...(addsIdNo ? { idNo: null } : {}) }];
  });
  const done = new Set([...removed.map(({ id }) => id), ...(await changeAll(tx, permit, changes))]);
  const back = rows.filter(({ targetId }) => done.has(targetId));
  await auditAll(
    tx,
    permit,
    { batch, step: "undoImport" },
    back.map(({ targetId, data }) => ({
      id: targetId,
      personId: "fresh" in data ? data.fresh.personId : data.change.personId,
    })),
  );

  return rows.map(({ rowId, targetId }) => ({
    rowId,
    keptWhy: done.has(targetId) ? null : "导入以后又有人改过这位家属",
  }));
}
