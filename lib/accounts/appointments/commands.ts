import "server-only";
import { administratorRoles, isNotableGrant, refuseGrant, type Tenure } from "@/lib/accounts/appointments/rules";
import type { NewAppointment, Revocation } from "@/lib/accounts/appointments/schema";
import { recordAudit } from "@/lib/audit/commands";
import { proveSelf } from "@/lib/auth/credentials";
import type { Permit } from "@/lib/auth/permit";
import { endSessions } from "@/lib/auth/session";
import type { Role } from "@/lib/auth/verbs";
import { roleWords } from "@/lib/auth/words";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";

/**
 * Gives an account a dated role; its running sessions end, so that the new rights begin with a new sign-in.
 * Refused: for oneself, beside an administrator role, twice the same, without scope, and by the database when one
 * human being would hold two of the three administrator roles.
 */
export async function grantRole(permit: Permit<"accounts.grant">, input: NewAppointment): Promise<void> {
  await proveSelf(permit, input.ownSecret);
  const wanted = tenureOf(input);
  try {
    await transact(async (tx) => {
      const account = await accountWithRoles(tx, permit, input.accountId);
      const isSelf = account.personId === permit.actor.personId;
      const target = { kind: account.kind, isDisabled: account.disabledAt !== null, isSelf, held: account.held };
      const refusal = refuseGrant(wanted, target, permit.today);
      if (refusal) throw new Refusal(refusal);
      if (wanted.unitId) await demandUnit(tx, permit, wanted.unitId);
      await raiseVersion(tx, account);
      await tx.appointment.create({
        data: {
          id: newId(),
          accountId: account.id,
          personId: account.personId,
          role: wanted.role,
          programme: wanted.programme,
          unitId: wanted.unitId,
          isManager: wanted.role === "OFFICER" && input.isManager === "on",
          validFrom: dateColumn(wanted.validFrom),
          validTo: wanted.validTo ? dateColumn(wanted.validTo) : null,
          reason: input.reason,
          grantedById: permit.actor.accountId,
        },
      });
      await endSessions(tx, account.id, "role granted");
      await recordGrant(tx, permit, account, { ...wanted, reason: input.reason });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这个人已经担任一个管理员岗位，一个人不能兼任两个。");
    throw fault;
  }
}

/**
 * Takes a role back; the account's sessions end in the same transaction.
 * Refused: one's own role, one already taken back, and the last active administrator of a kind.
 */
export async function revokeRole(permit: Permit<"accounts.grant">, input: Revocation): Promise<void> {
  await proveSelf(permit, input.ownSecret);
  await transact(async (tx) => {
    const found = await tx.appointment.findFirst({
      where: { id: input.appointmentId, account: { bureauId: permit.reach.bureauId } },
      select: {
        id: true,
        role: true,
        programme: true,
        unitId: true,
        revokedAt: true,
        account: { select: { id: true, personId: true } },
      },
    });
    if (!found) throw new Refusal("没有这条授权，请刷新页面。");
    if (found.account.personId === permit.actor.personId)
      throw new Refusal("不能收回自己的岗位，请另一位安全管理员办理。");
    await keepOneOfEach(tx, permit, [found.role], found.account.id);
    const { count } = await tx.appointment.updateMany({
      where: { id: found.id, revokedAt: null },
      data: { revokedAt: permit.now, revokedById: permit.actor.accountId, revokeReason: input.reason },
    });
    if (count !== 1) throw actedMeanwhile();
    await endSessions(tx, found.account.id, "role revoked");
    await recordGrant(tx, permit, found.account, { ...found, reason: input.reason, isRevoked: true });
  });
}

/**
 * Refuses when without this account one of the administrator roles in `roles` would have nobody left who is usable.
 * The rows of the role are locked first: two who disable each other at once would both still see the other one.
 */
export async function keepOneOfEach(
  tx: Tx,
  permit: Permit<"accounts.grant"> | Permit<"accounts.disable">,
  roles: readonly Role[],
  accountId: string,
): Promise<void> {
  for (const role of administratorRoles.filter((one) => roles.includes(one))) {
    await tx.$queryRaw`select id from appointment where role::text = ${role} and revoked_at is null order by id for update`;
    const [others] = await tx.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from appointment ap join account a on a.id = ap.account_id
      where ap.role::text = ${role} and ap.revoked_at is null and ap.valid_from <= ${permit.today}::date
        and (ap.valid_to is null or ap.valid_to >= ${permit.today}::date)
        and a.disabled_at is null and a.id <> ${accountId}::uuid`;
    if (!others || others.n === 0)
      throw new Refusal(`这是最后一位${roleWords[role]}，不能停用或收回。请先授权另一个人担任${roleWords[role]}。`);
  }
}

type Target = { id: string; personId: string };

async function accountWithRoles(tx: Tx, permit: Permit, id: string) {
  const account = await tx.account.findFirst({
    where: { id, bureauId: permit.reach.bureauId },
    select: {
      id: true,
      personId: true,
      kind: true,
      disabledAt: true,
      version: true,
      appointments: {
        where: { revokedAt: null, OR: [{ validTo: null }, { validTo: { gte: dateColumn(permit.today) } }] },
        select: { role: true, programme: true, unitId: true, validFrom: true, validTo: true },
      },
    },
  });
  if (!account) throw new Refusal("没有这个账号，请回到账号列表重新选。");
  const held = account.appointments.map((one) => ({
    ...one,
    validFrom: fromDateColumn(one.validFrom),
    validTo: one.validTo ? fromDateColumn(one.validTo) : null,
  }));

  return { ...account, held };
}

/** Two grants to one account at once: the second is told, otherwise both would have looked at the same old roles. */
async function raiseVersion(tx: Tx, account: { id: string; version: number }): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { id: account.id, version: account.version, disabledAt: null },
    data: { version: account.version + 1 },
  });
  if (count !== 1) throw actedMeanwhile();
}

async function demandUnit(tx: Tx, permit: Permit, unitId: string): Promise<void> {
  const unit = await tx.orgUnit.findFirst({
    where: {
      id: unitId,
      bureauId: permit.reach.bureauId,
      OR: [{ validTo: null }, { validTo: { gte: dateColumn(permit.today) } }],
    },
    select: { id: true },
  });
  if (!unit) throw new Refusal("没有这个单位，或者已经撤并，请重新选。", "unitId");
}

function tenureOf({ role, programme, unitId, validFrom, validTo }: NewAppointment): Tenure {
  return {
    role,
    programme: role === "OFFICER" ? (programme ?? "") : "",
    unitId: role === "OFFICER" || role === "LIAISON" ? (unitId ?? null) : null,
    validFrom,
    validTo: validTo ?? null,
  };
}

type Granted = { role: Role; programme: string; unitId: string | null; reason: string; isRevoked?: boolean };

async function recordGrant(tx: Tx, permit: Permit<"accounts.grant">, account: Target, what: Granted): Promise<void> {
  await recordAudit(tx, permit, {
    object: "account",
    objectId: account.id,
    subjectId: account.personId,
    reason: what.reason,
    fields: ["appointment"],
    detail: {
      act: what.isRevoked ? "revoke" : "grant",
      role: what.role,
      ...(what.programme ? { programme: what.programme } : {}),
      ...(what.unitId ? { unitId: what.unitId } : {}),
    },
    isNotable: isNotableGrant(what.role, what.programme),
  });
}
