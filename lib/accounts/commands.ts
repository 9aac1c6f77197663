import "server-only";
import { keepOneOfEach } from "@/lib/accounts/appointments/commands";
import { administratorRoles } from "@/lib/accounts/appointments/rules";
import { loginNameFor, refuseAccount } from "@/lib/accounts/rules";
import type { Closing, NewAccount } from "@/lib/accounts/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { endSessions } from "@/lib/auth/session";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";

/**
 * 系统管理员 makes an account for the person with this 工号. It has no secret and no role, so it can do nothing until the
 * 安全管理员 has granted a role and handed out a first secret (security.md §9.2 b).
 * @returns the account id; refused for an unknown 工号, somebody who has left, and a second account of one kind
 */
export async function createAccount(permit: Permit<"accounts.create">, input: NewAccount): Promise<string> {
  const id = newId();
  try {
    await transact(async (tx) => {
      const person = await tx.person.findFirst({
        where: { staffNo: input.staffNo, bureauId: permit.reach.bureauId },
        select: { id: true, staffNo: true, status: true, accounts: { select: { kind: true } } },
      });
      if (!person) throw new Refusal("没有这个工号。请核对，或者请人事科先登记这个人。", "staffNo");
      const kinds = person.accounts.map(({ kind }) => kind);
      const refusal = refuseAccount(person, kinds, input.kind);
      if (refusal) throw new Refusal(refusal);
      const loginName = loginNameFor(person.staffNo, input.kind, kinds.length > 0);
      await tx.account.create({
        data: {
          id,
          bureauId: permit.reach.bureauId,
          personId: person.id,
          kind: input.kind,
          loginName,
          mustChange: true,
          createdById: permit.actor.accountId,
        },
      });
      await recordAudit(tx, permit, {
        object: "account",
        objectId: id,
        subjectId: person.id,
        detail: { kind: input.kind, loginName },
      });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这个人刚刚已经开了账号，请在账号列表里找。");
    throw fault;
  }

  return id;
}

/**
 * 系统管理员 shuts an account; every session of it ends in the same transaction.
 * Refused: the own account, one already shut, and the last active administrator of a kind.
 */
export async function disableAccount(permit: Permit<"accounts.disable">, input: Closing): Promise<void> {
  await transact(async (tx) => {
    const account = await within(tx, permit, input.accountId);
    if (account.id === permit.actor.accountId) throw new Refusal("不能停用自己的账号，请另一位系统管理员办理。");
    const roles = account.appointments.map(({ role }) => role);
    await keepOneOfEach(tx, permit, roles, account.id);
    const { count } = await tx.account.updateMany({
      where: { id: account.id, disabledAt: null },
      data: { disabledAt: permit.now, disabledReason: input.reason, version: { increment: 1 } },
    });
    if (count !== 1) throw actedMeanwhile();
    const ended = await endSessions(tx, account.id, "account disabled");
    await recordAudit(tx, permit, {
      object: "account",
      objectId: account.id,
      subjectId: account.personId,
      reason: input.reason,
      detail: { sessionsEnded: ended },
      isNotable: roles.some((role) => administratorRoles.includes(role)),
    });
  });
}

/**
 * 系统管理员 opens a shut account again. Its old secret is void: nobody gets in until the 安全管理员 hands out a new one,
 * so that roles which still stand do not come back by one hand alone.
 */
export async function enableAccount(permit: Permit<"accounts.enable">, input: Closing): Promise<void> {
  await transact(async (tx) => {
    const account = await within(tx, permit, input.accountId);
    const { count } = await tx.account.updateMany({
      where: { id: account.id, disabledAt: { not: null } },
      data: {
        disabledAt: null,
        disabledReason: null,
        passwordHash: null,
        mustChange: true,
        initialUntil: null,
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, {
      object: "account",
      objectId: account.id,
      subjectId: account.personId,
      reason: input.reason,
      isNotable: account.appointments.some(({ role }) => administratorRoles.includes(role)),
    });
  });
}

async function within(tx: Tx, permit: Permit, id: string) {
  const account = await tx.account.findFirst({
    where: { id, bureauId: permit.reach.bureauId },
    select: {
      id: true,
      personId: true,
      appointments: { where: { revokedAt: null }, select: { role: true } },
    },
  });
  if (!account) throw new Refusal("没有这个账号，请回到账号列表重新选。");

  return account;
}
