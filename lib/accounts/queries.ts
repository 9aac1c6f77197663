import "server-only";
import { listAppointments, type AppointmentLine } from "@/lib/accounts/appointments/queries";
import { stateOf } from "@/lib/accounts/rules";
import type { AccountFilter } from "@/lib/accounts/schema";
import { appointmentWord, kindWords, stateWords, type AccountState } from "@/lib/accounts/words";
import { lockedAmong } from "@/lib/auth/limits";
import type { Permit } from "@/lib/auth/permit";
import type { Role } from "@/lib/auth/verbs";
import { formatInstant } from "@/lib/dates";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

/** An account as the administrators see it: of the person 工号, name and unit, nothing else. */
export type AccountRow = {
  id: string;
  loginName: string;
  name: string;
  unit: string;
  kind: string;
  roles: string[];
  state: AccountState;
  stateWord: string;
  lastSignIn: string;
};

type Stored = {
  id: string;
  loginName: string;
  name: string;
  unit: string;
  kind: "STAFF" | "WORKER";
  isDisabled: boolean;
  isReady: boolean;
  lastSignIn: Date | null;
  roles: { role: Role; programme: string; unit: string | null }[] | null;
};

/**
 * A page of accounts by 工号.
 * @param filter `q` is the beginning of a 工号 or of a name; `role` NONE finds accounts without any role
 */
export async function listAccounts(permit: Permit<"accounts.view">, filter: AccountFilter): Promise<Page<AccountRow>> {
  const rows = await db.$queryRaw<Stored[]>`
    ${accountRows(permit)} and ${whereOf(permit, filter)} order by a.login_name limit ${pageSize + 1}`;
  const locked = await lockedAmong(rows.map(({ loginName }) => loginName));

  return pageOf(
    rows.map((row) => rowOf(row, locked)),
    ({ loginName }) => [loginName],
    { cursor: filter.after },
  );
}

export type AccountView = AccountRow & {
  personId: string;
  disabledReason: string | null;
  initialUntil: string | null;
  createdAt: string;
  appointments: AppointmentLine[];
};

/** One account with all its roles, also past ones; undefined when it does not exist or belongs to another bureau. */
export async function viewAccount(permit: Permit<"accounts.view">, id: string): Promise<AccountView | undefined> {
  const [stored] = await db.$queryRaw<Stored[]>`${accountRows(permit)} and a.id = ${id}::uuid`;
  if (!stored) return undefined;
  const [account, locked, appointments] = await Promise.all([
    db.account.findUniqueOrThrow({
      where: { id },
      select: { personId: true, disabledReason: true, initialUntil: true, createdAt: true },
    }),
    lockedAmong([stored.loginName]),
    listAppointments(permit, id),
  ]);

  return {
    ...rowOf(stored, locked),
    personId: account.personId,
    disabledReason: account.disabledReason,
    initialUntil: account.initialUntil && formatInstant(account.initialUntil),
    createdAt: formatInstant(account.createdAt),
    appointments,
  };
}

/** Somebody for whom 系统管理员 may make an account, found by the whole 工号; undefined when there is nobody. */
export async function findPerson(permit: Permit<"accounts.create">, staffNo: string) {
  const person = await db.person.findFirst({
    where: { staffNo: staffNo.normalize("NFKC").toUpperCase(), bureauId: permit.reach.bureauId },
    select: { staffNo: true, name: true, unit: { select: { name: true } }, accounts: { select: { kind: true } } },
  });
  if (!person) return undefined;
  const kinds = person.accounts.map(({ kind }) => kind);

  return { staffNo: person.staffNo, name: person.name, unit: person.unit.name, kinds };
}

function accountRows(permit: Permit): Prisma.Sql {
  return Prisma.sql`
    select a.id, a.login_name as "loginName", p.name, u.name as unit, a.kind::text as kind,
      a.disabled_at is not null as "isDisabled",
      a.password_hash is not null and (a.initial_until is null or a.initial_until > now()) as "isReady",
      a.last_sign_in_at as "lastSignIn",
      (select json_agg(json_build_object('role', ap.role, 'programme', ap.programme, 'unit', au.name) order by ap.valid_from, ap.id)
        from appointment ap left join org_unit au on au.id = ap.unit_id
        where ap.account_id = a.id and ap.revoked_at is null and ap.valid_from <= ${permit.today}::date
          and (ap.valid_to is null or ap.valid_to >= ${permit.today}::date)) as roles
    from account a join person p on p.id = a.person_id join org_unit u on u.id = p.unit_id
    where a.bureau_id = ${permit.reach.bureauId}::uuid`;
}

function whereOf(permit: Permit, { q, kind, role, state, after }: AccountFilter): Prisma.Sql {
  const held = Prisma.sql`select 1 from appointment h where h.account_id = a.id and h.revoked_at is null
    and (h.valid_to is null or h.valid_to >= ${permit.today}::date)`;
  const [last] = decodeCursor(after, 1) ?? [];
  const isReady = Prisma.sql`(a.password_hash is not null and (a.initial_until is null or a.initial_until > now()))`;
  const states = {
    usable: Prisma.sql`a.disabled_at is null and ${isReady}`,
    waiting: Prisma.sql`a.disabled_at is null and not ${isReady}`,
    disabled: Prisma.sql`a.disabled_at is not null`,
  };
  const conditions = [
    Prisma.sql`true`,
    ...(last ? [Prisma.sql`a.login_name > ${last}`] : []),
    ...(q
      ? [Prisma.sql`(starts_with(a.login_name, ${q.normalize("NFKC").toUpperCase()}) or starts_with(p.name, ${q}))`]
      : []),
    ...(kind ? [Prisma.sql`a.kind::text = ${kind}`] : []),
    ...(state ? [states[state]] : []),
    ...(role === "NONE" ? [Prisma.sql`not exists (${held})`] : []),
    ...(role && role !== "NONE" ? [Prisma.sql`exists (${held} and h.role::text = ${role})`] : []),
  ];

  return Prisma.join(conditions, " and ");
}

function rowOf(row: Stored, locked: Set<string>): AccountRow {
  const state = stateOf(row, locked.has(row.loginName));

  return {
    id: row.id,
    loginName: row.loginName,
    name: row.name,
    unit: row.unit,
    kind: kindWords[row.kind],
    roles: (row.roles ?? []).map(({ role, programme, unit }) => appointmentWord(role, programme, unit)),
    state,
    stateWord: stateWords[state],
    lastSignIn: row.lastSignIn ? formatInstant(row.lastSignIn) : "从未登录",
  };
}
