import { beforeEach, describe, expect, test } from "vitest";
import { createAccount, disableAccount, enableAccount } from "@/lib/accounts/commands";
import { findPerson, listAccounts, viewAccount } from "@/lib/accounts/queries";
import { AccountFilter } from "@/lib/accounts/schema";
import { resetSecret } from "@/lib/accounts/secrets/commands";
import { endSessionsOf } from "@/lib/accounts/sessions/commands";
import { listSessions } from "@/lib/accounts/sessions/queries";
import { checkSignIn } from "@/lib/auth/credentials";
import type { Actor } from "@/lib/auth/permit";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { ownerQuery, resetDatabase } from "../setup/database";
import {
  aPerson,
  aSession,
  anAccount,
  anAdministrator,
  auditOf,
  bureauId,
  isRunning,
  openUnits,
  permitOf,
  refused,
  secret,
  today,
} from "./office";

const phone = { ip: "10.1.2.3", userAgent: "Mozilla/5.0 (Linux; Android 10) Chrome/116 MicroMessenger/8.0.47" };
let system: Actor;
let security: Actor;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  system = (await anAdministrator("SYSTEM_ADMIN")).actor;
  security = (await anAdministrator("SECURITY_ADMIN")).actor;
  await anAdministrator("AUDITOR");
});

describe("系统管理员 makes an account", () => {
  test("for a person by 工号, without secret and without role", async () => {
    const person = await aPerson({ staffNo: "7500" });
    const id = await createAccount(permitOf(system, "accounts.create"), { staffNo: "7500", kind: "STAFF" });
    expect(await db.account.findUnique({ where: { id } })).toMatchObject({
      ...{
        personId: person.id,
        loginName: "7500",
        kind: "STAFF",
        passwordHash: null,
        mustChange: true,
        createdById: system.accountId,
      },
    });
    expect(await db.appointment.count({ where: { accountId: id } })).toBe(0);
    expect(await auditOf("accounts.create")).toMatchObject([
      { objectId: id, subjectId: person.id, actorId: system.accountId },
    ]);
  });

  test("a second kind for the same person gets a letter behind the 工号", async () => {
    await aPerson({ staffNo: "7501" });
    const permit = permitOf(system, "accounts.create");
    await createAccount(permit, { staffNo: "7501", kind: "STAFF" });
    const id = await createAccount(permit, { staffNo: "7501", kind: "WORKER" });
    expect(await db.account.findUnique({ where: { id } })).toMatchObject({ loginName: "7501-Z" });
  });

  test.each([
    ["an unknown 工号", "8888", /没有这个工号/],
    ["somebody who has left", "7502", /已经离开单位/],
    ["somebody who has one already", "7503", /已经有这种账号/],
  ])("not for %s", async (_, staffNo, sentence) => {
    await aPerson({ staffNo: "7502", status: "LEFT" });
    await anAccount({ staffNo: "7503" });
    await refused(async () => createAccount(permitOf(system, "accounts.create"), { staffNo, kind: "STAFF" }), sentence);
  });

  test("ten at once make one", async () => {
    await aPerson({ staffNo: "7504" });
    const permit = permitOf(system, "accounts.create");
    const tries = Array.from({ length: 10 }, async () => createAccount(permit, { staffNo: "7504", kind: "STAFF" }));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.filter((one) => one.status === "rejected" && one.reason instanceof Refusal)).toHaveLength(9);
    expect(await auditOf("accounts.create")).toHaveLength(1);
  });

  test("sees 工号, name and unit of the person, nothing else", async () => {
    await aPerson({ staffNo: "7505", idNo: "12990019680412101X", birthDate: "1968-04-12" });
    const found = await findPerson(permitOf(system, "accounts.create"), "7505");
    expect(found).toEqual({ staffNo: "7505", name: "张春兰", unit: "办公室", kinds: [] });
    expect(await findPerson(permitOf(system, "accounts.create"), "75")).toBeUndefined();
  });
});

describe("系统管理员 shuts an account and opens it again", () => {
  test("its sessions end in the same moment, and it cannot sign in", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const { token } = await aSession(account);
    await disableAccount(permitOf(system, "accounts.disable"), { accountId: account.id, reason: "调离" });
    expect(await isRunning(token)).toBe(false);
    expect(await checkSignIn(account.loginName, secret, phone)).toBeNull();
    expect(await auditOf("accounts.disable")).toMatchObject([
      { objectId: account.id, reason: "调离", detail: { sessionsEnded: 1 } },
    ]);
  });

  test("opened again it has no secret: its old roles do not come back by one hand alone", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    await disableAccount(permitOf(system, "accounts.disable"), { accountId: account.id, reason: "休假" });
    await enableAccount(permitOf(system, "accounts.enable"), { accountId: account.id, reason: "回来了" });
    expect(await checkSignIn(account.loginName, secret, phone)).toBeNull();
    const handed = await resetSecret(permitOf(security, "accounts.resetSecret"), {
      accountId: account.id,
      reason: "重新启用",
    });
    expect(await checkSignIn(account.loginName, handed.secret, phone)).toBe(account.id);
    expect(await auditOf("accounts.enable")).toHaveLength(1);
  });

  test("not twice, not the own one, not an open one opened", async () => {
    const account = await anAccount();
    await refused(
      async () => enableAccount(permitOf(system, "accounts.enable"), { accountId: account.id, reason: "误点" }),
      /刚被别人处理过/,
    );
    await refused(
      async () => disableAccount(permitOf(system, "accounts.disable"), { accountId: system.accountId, reason: "误点" }),
      /不能停用自己/,
    );
    await disableAccount(permitOf(system, "accounts.disable"), { accountId: account.id, reason: "调离" });
    await refused(
      async () => disableAccount(permitOf(system, "accounts.disable"), { accountId: account.id, reason: "调离" }),
      /刚被别人处理过/,
    );
  });

  test("not in another bureau", async () => {
    const account = await anAccount();
    await ownerQuery("update account set bureau_id = gen_random_uuid() where id = $1", [account.id]);
    await refused(
      async () => disableAccount(permitOf(system, "accounts.disable"), { accountId: account.id, reason: "调离" }),
      /没有这个账号/,
    );
    expect(await viewAccount(permitOf(system, "accounts.view"), account.id)).toBeUndefined();
    expect(await listSessions(permitOf(security, "accounts.view"), account.id)).toEqual([]);
  });
});

describe("安全管理员 hands out a first secret", () => {
  test("random, void after seven days, to be changed; old sessions and locks end", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const { token } = await aSession(account);
    for (let i = 0; i < 5; i += 1) await checkSignIn(account.loginName, "wrong-secret", phone);
    const handed = await resetSecret(permitOf(security, "accounts.resetSecret"), {
      accountId: account.id,
      reason: "忘记密码",
    });
    expect(handed.loginName).toBe(account.loginName);
    expect(handed.secret).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(await isRunning(token)).toBe(false);
    expect(await checkSignIn(account.loginName, handed.secret, phone)).toBe(account.id);
    const row = await db.account.findUniqueOrThrow({ where: { id: account.id } });
    expect(row.mustChange).toBe(true);
    const days = ((row.initialUntil?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    await db.account.update({ where: { id: account.id }, data: { initialUntil: new Date(Date.now() - 1) } });
    expect(await checkSignIn(account.loginName, handed.secret, phone)).toBeNull();
  });

  test("six digits for a worker", async () => {
    const worker = await anAccount({ kind: "WORKER", secret: null });
    const handed = await resetSecret(permitOf(security, "accounts.resetSecret"), {
      accountId: worker.id,
      reason: "初次发放",
    });
    expect(handed.secret).toMatch(/^\d{6}$/);
    expect(await checkSignIn(worker.loginName, handed.secret, phone)).toBe(worker.id);
  });

  test("stands nowhere in the database in clear", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const handed = await resetSecret(permitOf(security, "accounts.resetSecret"), {
      accountId: account.id,
      reason: "忘记密码",
    });
    const rows = await ownerQuery<{ all: string }>(
      "select a::text as all from account a union all select e::text from audit_event e",
    );
    expect(rows.some(({ all }) => all.includes(handed.secret))).toBe(false);
    expect(await auditOf("accounts.resetSecret")).toMatchObject([
      { objectId: account.id, fields: ["secret"], reason: "忘记密码" },
    ]);
  });

  test("not for oneself, for a shut account, or for an office account without a role", async () => {
    const permit = permitOf(security, "accounts.resetSecret");
    const shut = await anAccount({ rights: [{ role: "LEADER" }] });
    await db.account.update({ where: { id: shut.id }, data: { disabledAt: new Date() } });
    const idle = await anAccount();
    await refused(async () => resetSecret(permit, { accountId: security.accountId, reason: "自己的" }), /自己的密码/);
    await refused(async () => resetSecret(permit, { accountId: shut.id, reason: "忘记密码" }), /已停用/);
    await refused(async () => resetSecret(permit, { accountId: idle.id, reason: "忘记密码" }), /先授权/);
  });

  test("wants the own password when the last proof is more than five minutes old", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const permit = permitOf(security, "accounts.resetSecret");
    const input = { accountId: account.id, reason: "忘记密码" };
    await ownerQuery("update auth_session set reauth_at = reauth_at - interval '6 minutes'");
    await refused(async () => resetSecret(permit, input), /再输一次您自己的密码/);
    await refused(async () => resetSecret(permit, { ...input, ownSecret: "not-mine-at-all" }), /您自己的密码不对/);
    await expect(resetSecret(permit, { ...input, ownSecret: secret })).resolves.toMatchObject({
      loginName: account.loginName,
    });
  });
});

describe("安全管理员 ends sign-ins", () => {
  test("all of an account, or one", async () => {
    const account = await anAccount();
    const [one, two, three] = [await aSession(account), await aSession(account), await aSession(account)];
    const permit = permitOf(security, "accounts.endSessions");
    await endSessionsOf(permit, { accountId: account.id, sessionId: one.actor.sessionId, reason: "手机丢了" });
    expect([await isRunning(one.token), await isRunning(two.token)]).toEqual([false, true]);
    await endSessionsOf(permit, { accountId: account.id, reason: "手机丢了" });
    expect([await isRunning(two.token), await isRunning(three.token)]).toEqual([false, false]);
    expect(await auditOf("accounts.endSessions")).toMatchObject([
      { detail: { sessionsEnded: 1 } },
      { detail: { sessionsEnded: 2 } },
    ]);
    await refused(async () => endSessionsOf(permit, { accountId: account.id, reason: "手机丢了" }), /没有在线/);
  });

  test("never a session that belongs to another account", async () => {
    const [account, other] = [await anAccount(), await anAccount()];
    const { actor, token } = await aSession(other);
    const permit = permitOf(security, "accounts.endSessions");
    await refused(
      async () => endSessionsOf(permit, { accountId: account.id, sessionId: actor.sessionId, reason: "手机丢了" }),
      /没有在线/,
    );
    expect(await isRunning(token)).toBe(true);
  });
});

describe("the list of accounts", () => {
  test("is found by the beginning of 工号 or name, by kind, role and state, page after page", async () => {
    await anAccount({ staffNo: "7601", name: "孙大海", rights: [{ role: "LEADER" }] });
    await anAccount({ staffNo: "7602", name: "钱小雨", secret: null });
    const worker = await anAccount({ staffNo: "7603", name: "孙二河", kind: "WORKER" });
    await db.account.update({ where: { id: worker.id }, data: { disabledAt: new Date() } });
    const found = async (given: object) => {
      const { rows } = await listAccounts(permitOf(security, "accounts.view"), AccountFilter.parse(given));

      return rows.map(({ loginName }) => loginName).filter((loginName) => loginName.startsWith("76"));
    };
    expect(await found({ q: "76" })).toEqual(["7601", "7602", "7603"]);
    expect(await found({ q: "孙" })).toEqual(["7601", "7603"]);
    expect(await found({ q: "%" })).toEqual([]);
    expect(await found({ kind: "WORKER" })).toEqual(["7603"]);
    expect(await found({ role: "LEADER" })).toEqual(["7601"]);
    expect(await found({ q: "76", role: "NONE" })).toEqual(["7602", "7603"]);
    expect(await found({ state: "waiting" })).toEqual(["7602"]);
    expect(await found({ state: "disabled" })).toEqual(["7603"]);
    expect(await found({ q: "76", kind: "nonsense" })).toEqual(["7601", "7602", "7603"]);
  });

  test("goes on after the last row of a page", async () => {
    await ownerQuery(
      `insert into person (id, bureau_id, unit_id, staff_no, name, pinyin, hukou_scope, hukou_type, employment_type, post_type)
        select gen_random_uuid(), $1, $1, '9' || lpad(n::text, 4, '0'), '某人', 'mou ren', 'LOCAL', 'URBAN', 'CONTRACT', 'SWEEPER' from generate_series(1, 120) n`,
      [bureauId],
    );
    await ownerQuery(
      `insert into account (id, bureau_id, person_id, kind, login_name) select gen_random_uuid(), $1, id, 'WORKER', staff_no from person where name = '某人'`,
      [bureauId],
    );
    const permit = permitOf(security, "accounts.view");
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const { rows, next } = await listAccounts(permit, AccountFilter.parse({ q: "9", kind: "WORKER", after }));
      seen.push(...rows.map(({ loginName }) => loginName));
      if (next === null) break;
      after = next;
    }
    expect(seen).toHaveLength(120);
    expect(seen).toEqual([...seen].sort());
  });

  test("says which account is locked", async () => {
    const account = await anAccount();
    for (let i = 0; i < 5; i += 1) await checkSignIn(account.loginName, "wrong-secret", phone);
    const view = await viewAccount(permitOf(security, "accounts.view"), account.id);
    expect(view).toMatchObject({ state: "locked", stateWord: "已锁定", kind: "办公室账号", unit: "办公室" });
    expect(today).toBe("2026-10-10");
  });
});
