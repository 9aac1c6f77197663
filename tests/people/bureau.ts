import { mintPermit, type Actor, type Permit } from "@/lib/auth/permit";
import type { Grant, Verb } from "@/lib/auth/verbs";
import { grantsFor } from "@/lib/auth/verbs";
import { blindIndex, encryptField } from "@/lib/crypto";
import { dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { checkIdNo } from "@/lib/people/rules";
import { pinyinKey, tokensOf } from "@/lib/people/search/rules";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { ownerQuery } from "../setup/database";

export const today: CivilDate = "2026-10-10";
export const bureauId = newId();

/** The tree of the tests: a bureau, 人事科, two 环卫所 with a team each. */
export const units = {
  bureau: bureauId,
  personnel: newId(),
  first: newId(),
  firstTeam: newId(),
  second: newId(),
  secondTeam: newId(),
} as const;

export async function openUnits(): Promise<void> {
  const unit = (
    id: string,
    code: string,
    name: string,
    type: Prisma.OrgUnitCreateManyInput["type"],
    under: { parentId: string | null; topUnitId: string | null },
  ): Prisma.OrgUnitCreateManyInput => ({
    id,
    bureauId,
    parentId: under.parentId,
    topUnitId: under.topUnitId,
    code,
    name,
    type,
    sphere: type === "DIVISION" || type === "BUREAU" ? "OFFICE" : "GRASSROOTS",
    validFrom: dateColumn("2010-01-01"),
    sortNo: Number(code),
  });
  await db.orgUnit.createMany({
    data: [
      unit(units.bureau, "1", "区环卫局", "BUREAU", { parentId: null, topUnitId: null }),
      unit(units.personnel, "13", "人事科", "DIVISION", { parentId: bureauId, topUnitId: units.personnel }),
      unit(units.first, "31", "环卫一所", "STATION", { parentId: bureauId, topUnitId: units.first }),
      unit(units.firstTeam, "3101", "清扫一班", "TEAM", { parentId: units.first, topUnitId: units.first }),
      unit(units.second, "32", "环卫二所", "STATION", { parentId: bureauId, topUnitId: units.second }),
      unit(units.secondTeam, "3201", "清扫一班", "TEAM", { parentId: units.second, topUnitId: units.second }),
    ],
  });
}

type Given = Partial<Omit<Prisma.PersonUncheckedCreateInput, "id" | "birthDate">> & {
  idNo?: string;
  birthDate?: CivilDate;
};

let lastStaffNo = 100000;

/** A person on file with search words; a sweeper of 环卫一所 unless told otherwise. */
export async function aPerson(given: Given = {}): Promise<{ id: string; staffNo: string; name: string }> {
  const { idNo, birthDate, ...rest } = given;
  const id = newId();
  const name = given.name ?? "李扫街";
  lastStaffNo += 1;
  const staffNo = given.staffNo ?? String(lastStaffNo);
  const unitId = given.unitId ?? units.firstTeam;
  const read = idNo ? checkIdNo(idNo, today) : undefined;
  const born = birthDate ?? (read?.ok ? read.birthDate : undefined);
  const row: Prisma.PersonUncheckedCreateInput = {
    hukouScope: "LOCAL",
    hukouType: "URBAN",
    employmentType: "CONTRACT",
    postType: "SWEEPER",
    ...rest,
    id,
    bureauId,
    unitId,
    staffNo,
    name,
    pinyin: pinyinKey(name),
    sex: given.sex ?? (read?.ok ? read.sex : "MALE"),
    birthDate: born ? dateColumn(born) : null,
    ...(idNo
      ? {
          idNoCipher: encryptField(idNo, { table: "person", column: "id_no_cipher", rowId: id }),
          idNoIndex: blindIndex(idNo),
        }
      : {}),
  };
  await db.person.create({ data: row });
  const tokens = tokensOf({ name, staffNo, mobile: given.mobile ?? null });
  await db.personToken.createMany({ data: tokens.map((token) => ({ token, personId: id, bureauId, unitId })) });

  return { id, staffNo, name };
}

export type Staff = Actor & { grants: readonly Grant[] };

/** An account with these grants, belonging to a new person of 人事科. */
export async function anActor(
  name: string,
  grants: readonly Grant[],
  unitId: string = units.personnel,
): Promise<Staff> {
  const person = await aPerson({ name, unitId, postType: "OFFICE_STAFF" });
  const accountId = newId();
  await db.account.create({
    data: { id: accountId, bureauId, personId: person.id, kind: "STAFF", loginName: person.staffNo },
  });

  return {
    accountId,
    personId: person.id,
    bureauId,
    name,
    loginName: person.staffNo,
    kind: "STAFF",
    grants,
    sessionId: newId(),
    mustChange: false,
    ip: "127.0.0.1",
  };
}

export const officer = (programme: string): Grant => ({ role: "OFFICER", programme, unitIds: [units.personnel] });
export const liaisonOf = (...unitIds: string[]): Grant => ({ role: "LIAISON", programme: "", unitIds });
export const leader: Grant = { role: "LEADER", programme: "", unitIds: [] };
export const systemAdmin: Grant = { role: "SYSTEM_ADMIN", programme: "", unitIds: [] };

/** The permit that the gate would mint for this actor. Throws when the verb table does not allow it. */
export function permitOf<V extends Verb>(actor: Staff, verb: V, on: CivilDate = today): Permit<V> {
  const grants = grantsFor(verb, actor.grants);
  if (grants.length === 0) throw new Error(`${actor.name} may not ${verb}`);

  return mintPermit(verb, actor, grants, { now: instantAt(on, "09:00"), today: on, requestId: newId() });
}

/** How many rows every table holds: what a refused command must leave as it was. */
export async function countAll(): Promise<Record<string, number>> {
  const tables = await ownerQuery<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1",
  );
  const counts = tables
    .map(({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`)
    .join(" union all ");
  const rows = await ownerQuery<{ name: string; n: number }>(counts);

  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
