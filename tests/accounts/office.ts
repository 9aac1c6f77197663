import { expect } from "vitest";
import { hashSecret } from "@/lib/auth/hashing";
import { mintPermit, type Actor, type Permit } from "@/lib/auth/permit";
import { resolveSession } from "@/lib/auth/session";
import { grantsFor, type Role, type Verb } from "@/lib/auth/verbs";
import { blindIndex, encryptField } from "@/lib/crypto";
import { dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { ownerQuery } from "../setup/database";

export const today: CivilDate = "2026-10-10";
export const bureauId = newId();
export const units = { bureau: bureauId, office: newId(), first: newId(), squad: newId(), second: newId() };
export const secret = "jing-hai-3-hao-lou";

/** A bureau with an office, 一所 with a squad below it, and 二所. */
export async function openUnits(): Promise<void> {
  const unit = (id: string, parentId: string | null, code: string, name: string): Prisma.OrgUnitCreateManyInput => ({
    ...{ id, bureauId, parentId, code, name, sortNo: Number(code), validFrom: dateColumn("2010-01-01") },
    ...{ type: parentId ? "STATION" : "BUREAU", sphere: "OFFICE" },
  });
  await db.orgUnit.createMany({
    data: [
      unit(units.bureau, null, "1", "区环卫局"),
      unit(units.office, bureauId, "11", "办公室"),
      unit(units.first, bureauId, "21", "环卫一所"),
      unit(units.squad, units.first, "2101", "清扫一队"),
      unit(units.second, bureauId, "22", "环卫二所"),
    ],
  });
}

let lastNo = 7000;
/** A 工号 that nobody has yet. */
export function nextNo(): string {
  lastNo += 1;

  return String(lastNo);
}

type GivenPerson = {
  staffNo?: string;
  name?: string;
  unitId?: string;
  status?: "ACTIVE" | "LEFT";
  idNo?: string;
  birthDate?: CivilDate;
};

export async function aPerson(given: GivenPerson = {}): Promise<{ id: string; staffNo: string }> {
  const id = newId();
  const staffNo = given.staffNo ?? nextNo();
  await db.person.create({
    data: {
      ...{
        id,
        bureauId,
        staffNo,
        unitId: given.unitId ?? units.office,
        name: given.name ?? "张春兰",
        pinyin: "zhang chun lan",
      },
      ...{ hukouScope: "LOCAL", hukouType: "URBAN", employmentType: "ESTABLISHED", postType: "OFFICE_STAFF" },
      status: given.status ?? "ACTIVE",
      birthDate: given.birthDate ? dateColumn(given.birthDate) : null,
      mobile: "15401234567",
      idNoIndex: given.idNo ? blindIndex(given.idNo) : null,
      idNoCipher: given.idNo ? encryptField(given.idNo, { table: "person", column: "id_no_cipher", rowId: id }) : null,
    },
  });

  return { id, staffNo };
}

type Right = {
  role: Exclude<Role, "WORKER">;
  programme?: string;
  unitId?: string;
  validFrom?: CivilDate;
  validTo?: CivilDate;
};
type GivenAccount = GivenPerson & {
  kind?: "STAFF" | "WORKER";
  rights?: Right[];
  secret?: string | null;
  personId?: string;
  loginName?: string;
  mustChange?: boolean;
};
export type Account = { id: string; personId: string; loginName: string };

let knownHash: Promise<string> | undefined;

/** An account whose secret is `secret`, unless told otherwise (`secret: null` is one that has none yet). */
export async function anAccount(given: GivenAccount = {}): Promise<Account> {
  const person = given.personId ? { id: given.personId, staffNo: given.loginName ?? nextNo() } : await aPerson(given);
  const account = { id: newId(), personId: person.id, loginName: given.loginName ?? person.staffNo };
  const hash =
    given.secret === null
      ? null
      : given.secret
        ? await hashSecret(given.secret)
        : await (knownHash ??= hashSecret(secret));
  await db.account.create({
    data: {
      ...account,
      bureauId,
      kind: given.kind ?? "STAFF",
      passwordHash: hash,
      mustChange: given.mustChange ?? false,
    },
  });
  for (const right of given.rights ?? []) await anAppointment(account, right);

  return account;
}

export async function anAppointment(account: Account, right: Right): Promise<string> {
  const id = newId();
  await db.appointment.create({
    data: {
      ...{ id, accountId: account.id, personId: account.personId, role: right.role, programme: right.programme ?? "" },
      ...{ unitId: right.unitId ?? null, validFrom: dateColumn(right.validFrom ?? "2026-01-01") },
      validTo: right.validTo ? dateColumn(right.validTo) : null,
    },
  });

  return id;
}

/** A running session of the account, as if just signed in; the token is what the cookie would hold. */
export async function aSession(
  account: Account,
  client = { ip: "10.1.2.3", userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/109" },
) {
  const { createSession } = await import("@/lib/auth/session");
  const token = await createSession(account.id, client);
  const actor = await resolveSession(token, today);
  if (!actor) throw new Error("the session does not resolve");

  return { token, actor: { ...actor, ip: client.ip } };
}

/** What the gate would mint for a signed-in actor. Throws when the verb table does not allow the verb. */
export function permitOf<V extends Verb>(actor: Actor, verb: V, on: CivilDate = today): Permit<V> {
  const grants = grantsFor(verb, actor.grants);
  if (grants.length === 0) throw new Error(`${actor.loginName} may not ${verb}`);

  return mintPermit(verb, actor, grants, { now: instantAt(on, "09:00"), today: on, requestId: newId() });
}

/** One of the three administrators, signed in. */
export async function anAdministrator(role: "SYSTEM_ADMIN" | "SECURITY_ADMIN" | "AUDITOR") {
  const account = await anAccount({ rights: [{ role }] });
  const { actor, token } = await aSession(account);

  return { account, actor, token };
}

/** Whether the session behind the token still opens anything. */
export async function isRunning(token: string): Promise<boolean> {
  return (await resolveSession(token, today)) !== null;
}

/** The four tables of accounts and their log, to prove that a refused act left them as they were; without "last used at". */
export async function picture(): Promise<string> {
  const tables = [
    "account",
    "appointment",
    "audit_event",
    "(select id, account_id, revoked_at, revoked_reason from auth_session)",
  ];
  const sums = tables.map(
    (table) => `select md5(coalesce(string_agg(t::text, '|' order by id), '')) as sum from ${table} t`,
  );

  return JSON.stringify(await ownerQuery(sums.join(" union all ")));
}

/** The audit rows of a verb, oldest first. */
export async function auditOf(verb: string) {
  return db.auditEvent.findMany({ where: { verb }, orderBy: { id: "asc" } });
}

/** The act is refused with this sentence and leaves every row as it was. */
export async function refused(act: () => Promise<unknown>, sentence: RegExp): Promise<void> {
  const before = await picture();
  const fault = await act().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(fault).toBeInstanceOf(Refusal);
  expect((fault as Refusal).sentence).toMatch(sentence);
  expect(await picture()).toBe(before);
}
