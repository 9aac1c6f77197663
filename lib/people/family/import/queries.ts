import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex, decryptField } from "@/lib/crypto";
import { newId } from "@/lib/id";
import type { Checker } from "@/lib/imports/entities/queries";
import type { Checked, Fault, RawRow, ImportVerb } from "@/lib/imports/rules";
import {
  faultIn,
  memberDifferences,
  memberOf,
  mergeMember,
  type FamilyData,
  type KnownMember,
  type MemberValues,
} from "@/lib/people/family/import/rules";
import { FamilyRow } from "@/lib/people/family/import/schema";
import { readMember } from "@/lib/people/family/rules";
import { peopleWithin } from "@/lib/people/reach/queries";
import { normaliseName } from "@/lib/people/rules";
import type { Tx } from "@/prisma/client";

type Worker = { id: string; staffNo: string; name: string; householdId: string | null };
type Around = { workers: Worker[]; members: KnownMember[]; seen: Map<string, number> };

/** Begins the check of one family sheet, with an empty memory of what the sheet says. */
export async function openFamily(_tx: Tx, permit: Permit<ImportVerb>): Promise<Checker<FamilyData>> {
  const seen = new Map<string, number>();

  return async (tx, rows) => {
    const reads = rows.map((raw) => ({ raw, row: FamilyRow.safeParse(filled(raw)) }));
    const staffNos = reads.flatMap(({ row }) => (row.success ? [row.data.staffNo] : []));
    const workers = await findWorkers(tx, permit, staffNos);
    const households = workers.flatMap(({ householdId }) => householdId ?? []);
    const members = await findMembers(tx, permit, households);

    return reads.map(({ raw, row }) => {
      const who = [raw.texts.staffNo, raw.texts.worker, raw.texts.name].filter(Boolean).join(" ");
      const faults = [
        ...raw.faults,
        ...(row.error?.issues ?? []).map((one) => faultIn(String(one.path[0]), one.message)),
      ];
      if (!row.success || faults.length > 0) return wrong(who, faults);

      return check(permit, { raw, row: row.data, who }, { workers, members, seen });
    });
  };
}

function filled(raw: RawRow): Record<string, string> {
  return Object.fromEntries(Object.entries(raw.texts).filter(([, text]) => text !== ""));
}

function wrong(who: string, faults: readonly Fault[]): Checked<FamilyData> {
  return { state: "WRONG", who, targetId: null, faults, differences: [], data: null };
}

function check(
  { today }: Permit,
  { raw, row, who }: { raw: RawRow; row: FamilyRow; who: string },
  { workers, members, seen }: Around,
): Checked<FamilyData> {
  const worker = workers.find(({ staffNo }) => staffNo === row.staffNo);
  if (!worker) return wrong(who, [faultIn("staffNo", "没有这个工号的人，请核对")]);
  if (row.worker && normaliseName(row.worker) !== worker.name) {
    return wrong(who, [faultIn("worker", `这个工号是${worker.name}的，请核对`)]);
  }
  const read = readMember(row, today);
  if (!read.ok) return wrong(who, [faultIn(read.field, read.sentence)]);
  const index = read.idNo ? blindIndex(read.idNo) : undefined;
  const home = worker.householdId ?? worker.id;
  const twice = repeated([`${home} ${index ?? ""}`, `${home} ${row.name} ${row.relation}`], index, { raw, seen });
  if (twice) return wrong(who, [twice]);
  const member = memberOf(row, index, worker.householdId ? members.filter((one) => one.householdId === home) : []);
  const { staffNo: _staffNo, worker: _worker, ...input } = row;
  if (!member) {
    const data = { fresh: { personId: worker.id, input } };

    return { state: "NEW", who, targetId: newId(), faults: [], differences: [], data };
  }
  if (index && member.idNoIndex && member.idNoIndex !== index) {
    return wrong(who, [faultIn("idNo", "和登记的身份证号不一致，请打开本人档案核对")]);
  }
  const addsIdNo = index && !member.idNoIndex ? read.idNo : null;
  const after = mergeMember(member.values, row, read.birthDate);
  const differences = memberDifferences(member.values, after, addsIdNo !== null);
  const found = { who, targetId: member.id, faults: [], differences };
  if (differences.length === 0) return { ...found, state: "SAME", data: null };
  const change = { personId: worker.id, version: member.version, before: member.values, after, addsIdNo };

  return { ...found, state: "CHANGED", data: { change } };
}

function repeated(
  [byNumber, byName]: [string, string],
  index: string | undefined,
  { raw, seen }: { raw: RawRow; seen: Map<string, number> },
): Fault | undefined {
  const marks = index ? [byNumber, byName] : [byName];
  const first = marks.map((mark) => seen.get(mark)).find((at) => at !== undefined);
  for (const mark of marks) if (!seen.has(mark)) seen.set(mark, raw.rowNo);

  return first === undefined ? undefined : faultIn("name", `和第 ${first} 行是同一位家属，请只留一行`);
}

async function findWorkers(tx: Tx, permit: Permit, staffNos: string[]): Promise<Worker[]> {
  return tx.$queryRaw<Worker[]>`
    select p.id, p.staff_no as "staffNo", p.name, p.household_id as "householdId" from person p
    where ${peopleWithin(permit)} and p.staff_no = any(${staffNos}::text[])`;
}

type MemberRow = Omit<MemberValues, "monthlyIncome" | "health"> & {
  id: string;
  version: number;
  householdId: string;
  idNoIndex: string | null;
  income: number | null;
  healthCipher: string | null;
};

/** The members of these households who were not taken out, with what a sheet may change. */
export async function findMembers(tx: Tx, { reach }: Permit, households: string[]): Promise<KnownMember[]> {
  const rows = await tx.$queryRaw<MemberRow[]>`
    select m.id, m.version, m.household_id as "householdId", m.id_no_index as "idNoIndex", m.name,
      m.relation::text as relation, to_char(m.birth_date, 'YYYY-MM-DD') as "birthDate", m.occupation::text as occupation,
      m.workplace, m.monthly_income_fen::int as income, m.medical_insurance as "medicalInsurance",
      m.health_cipher as "healthCipher"
    from family_member m join household h on h.id = m.household_id
    where h.bureau_id = ${reach.bureauId}::uuid and h.id = any(${households}::uuid[]) and m.removed_at is null`;

  return rows.map(({ id, version, householdId, idNoIndex, income, healthCipher, ...values }) => {
    const place = { table: "family_member", column: "health_cipher", rowId: id };
    const health = healthCipher ? decryptField(healthCipher, place) : null;

    return { id, version, householdId, idNoIndex, values: { ...values, monthlyIncome: income, health } };
  });
}
