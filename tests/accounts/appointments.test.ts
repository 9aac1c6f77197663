import { beforeEach, describe, expect, test } from "vitest";
import { grantRole, revokeRole } from "@/lib/accounts/appointments/commands";
import { listUnits } from "@/lib/accounts/appointments/queries";
import { refuseGrant, type Tenure } from "@/lib/accounts/appointments/rules";
import { createAccount, disableAccount } from "@/lib/accounts/commands";
import { viewAccount } from "@/lib/accounts/queries";
import type { Actor } from "@/lib/auth/permit";
import { resolveSession } from "@/lib/auth/session";
import { mayDo, verbs, type Verb } from "@/lib/auth/verbs";
import { db, sqlState } from "@/prisma/client";
import { ownerQuery, resetDatabase } from "../setup/database";
import { aPerson, aSession, anAccount, anAdministrator, anAppointment, auditOf, isRunning } from "./office";
import { openUnits, permitOf, picture, refused, secret, today, units, type Account } from "./office";

type Administrator = { account: Account; actor: Actor; token: string };
let system: Administrator;
let security: Administrator;
let auditor: Administrator;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  system = await anAdministrator("SYSTEM_ADMIN");
  security = await anAdministrator("SECURITY_ADMIN");
  auditor = await anAdministrator("AUDITOR");
});

const granting = () => permitOf(security.actor, "accounts.grant");
const wanted = (accountId: string, more: Partial<Parameters<typeof grantRole>[1]> = {}) => ({
  ...{ accountId, role: "LEADER" as const, validFrom: today, reason: "任职文件 2026-18 号" },
  ...more,
});
const rightsOf = async (token: string) => {
  const actor = await resolveSession(token, today);

  return (Object.keys(verbs) as Verb[]).filter((verb) => actor && mayDo(verb, actor.grants));
};

describe("安全管理员 grants a dated role", () => {
  test("and the person may do what the role allows from the next sign-in on", async () => {
    const account = await anAccount();
    const { token } = await aSession(account);
    await grantRole(
      granting(),
      wanted(account.id, { role: "OFFICER", programme: "insurance", unitId: units.office, validTo: "2026-12-31" }),
    );
    expect(await isRunning(token)).toBe(false);
    const { actor } = await aSession(account);
    expect(actor.grants).toEqual([{ role: "OFFICER", programme: "insurance", unitIds: [units.office] }]);
    expect(await auditOf("accounts.grant")).toMatchObject([
      {
        ...{ objectId: account.id, subjectId: account.personId, reason: "任职文件 2026-18 号", isNotable: false },
        detail: { act: "grant", role: "OFFICER", programme: "insurance", unitId: units.office },
      },
    ]);
    const view = await viewAccount(permitOf(security.actor, "accounts.view"), account.id);
    expect(view?.roles).toEqual(["干事（社会保险）"]);
  });

  test("the units offered are the tree as it stands today", async () => {
    await ownerQuery("update org_unit set valid_to = '2026-10-09' where id = $1", [units.second]);
    const offered = await listUnits(granting());
    expect(offered.map(({ label }) => label)).toEqual(["区环卫局", "　办公室", "　环卫一所", "　　清扫一队"]);
    const account = await anAccount();
    await refused(
      async () => grantRole(granting(), wanted(account.id, { role: "LIAISON", unitId: units.second })),
      /已经撤并/,
    );
  });

  test.each([
    ["OFFICER", "health", true],
    ["OFFICER", "schooling", true],
    ["OFFICER", "discipline", true],
    ["OFFICER", "hardship", false],
    ["SYSTEM_ADMIN", undefined, true],
    ["LEADER", undefined, false],
  ] as const)("%s %s stands at the top of the auditor's log: %s", async (role, programme, isNotable) => {
    const account = await anAccount();
    await grantRole(
      granting(),
      wanted(account.id, { role, programme, unitId: role === "OFFICER" ? units.office : undefined }),
    );
    expect(await auditOf("accounts.grant")).toMatchObject([{ isNotable }]);
  });

  test("two grants at once to one account: the second is told, an administrator never holds another role", async () => {
    const account = await anAccount();
    const results = await Promise.allSettled([
      grantRole(granting(), wanted(account.id, { role: "AUDITOR" })),
      grantRole(granting(), wanted(account.id, { role: "LEADER" })),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.appointment.count({ where: { accountId: account.id } })).toBe(1);
  });

  test("takes it back: the sessions end, the row stays", async () => {
    const account = await anAccount();
    const appointmentId = await anAppointment(account, { role: "LEADER" });
    const { token } = await aSession(account);
    await revokeRole(granting(), { appointmentId, reason: "免职文件 2026-21 号" });
    expect(await isRunning(token)).toBe(false);
    expect(await db.appointment.findUnique({ where: { id: appointmentId } })).toMatchObject({
      ...{ revokedById: security.account.id, revokeReason: "免职文件 2026-21 号" },
    });
    await refused(async () => revokeRole(granting(), { appointmentId, reason: "再来一次" }), /刚被别人处理过/);
  });
});

describe("separation of the three (security guide §9.2)", () => {
  test("(a) nobody holds two of the three: refused in words", async () => {
    await refused(
      async () => grantRole(granting(), wanted(system.account.id, { role: "AUDITOR" })),
      /管理员不能再担任别的岗位/,
    );
    await refused(async () => grantRole(granting(), wanted(system.account.id)), /管理员不能再担任别的岗位/);
    const leader = await anAccount({ rights: [{ role: "LEADER" }] });
    await refused(async () => grantRole(granting(), wanted(leader.id, { role: "AUDITOR" })), /只能专任/);
  });

  test("(a) nobody holds two of the three: refused by the database, also through a second account of the same person", async () => {
    const worker = await anAccount({ personId: system.account.personId, loginName: "7999-Z", kind: "WORKER" });
    for (const target of [system.account, worker]) {
      const error = await ownerQuery(
        `insert into appointment (id, account_id, person_id, role, valid_from) values (gen_random_uuid(), $1, $2, 'AUDITOR', '2026-10-10')`,
        [target.id, target.personId],
      ).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(sqlState(error)).toBe("23505");
    }
  });

  test("(a) and when only the database sees it, the refusal is still a sentence", async () => {
    const account = await anAccount();
    const other = await anAccount({ personId: account.personId, loginName: "7998-Z", kind: "WORKER" });
    await anAppointment(other, { role: "AUDITOR" });
    await refused(
      async () => grantRole(granting(), wanted(account.id, { role: "SYSTEM_ADMIN" })),
      /一个人不能兼任两个/,
    );
  });

  test("(b) an account that 系统管理员 has made can do nothing until 安全管理员 grants a role", async () => {
    const person = await aPerson();
    const id = await createAccount(permitOf(system.actor, "accounts.create"), {
      staffNo: person.staffNo,
      kind: "STAFF",
    });
    const account = { id, personId: person.id, loginName: person.staffNo };
    expect(await rightsOf((await aSession(account)).token)).toEqual([]);
    await grantRole(granting(), wanted(id));
    expect(await rightsOf((await aSession(account)).token)).toContain("cases.view");
  });

  test("(e) 安全管理员 cannot change the own roles, through no account of the same person", async () => {
    await refused(async () => grantRole(granting(), wanted(security.account.id)), /不能给自己授权/);
    const own = await db.appointment.findFirstOrThrow({ where: { accountId: security.account.id } });
    await refused(
      async () => revokeRole(granting(), { appointmentId: own.id, reason: "不想干了" }),
      /不能收回自己的岗位/,
    );
    const second = await anAccount({ personId: security.account.personId, loginName: "7997-Z", kind: "WORKER" });
    await refused(async () => grantRole(granting(), wanted(second.id)), /不能给自己授权/);
  });

  test("(f) the last active one of each kind can be neither disabled nor revoked", async () => {
    const disabling = permitOf((await anAdministrator("SYSTEM_ADMIN")).actor, "accounts.disable");
    for (const last of [security, auditor]) {
      await refused(
        async () => disableAccount(disabling, { accountId: last.account.id, reason: "退休" }),
        /这是最后一位/,
      );
    }
    const appointment = await db.appointment.findFirstOrThrow({ where: { accountId: auditor.account.id } });
    await refused(
      async () => revokeRole(granting(), { appointmentId: appointment.id, reason: "退休" }),
      /这是最后一位审计员/,
    );

    const second = await anAdministrator("AUDITOR");
    await db.account.update({ where: { id: second.account.id }, data: { disabledAt: new Date() } });
    await refused(
      async () => revokeRole(granting(), { appointmentId: appointment.id, reason: "退休" }),
      /这是最后一位审计员/,
    );
    await db.account.update({ where: { id: second.account.id }, data: { disabledAt: null } });
    await revokeRole(granting(), { appointmentId: appointment.id, reason: "退休" });
  });

  test("(f) two who remove each other at once: one is left", async () => {
    const second = await anAdministrator("SYSTEM_ADMIN");
    const results = await Promise.allSettled([
      disableAccount(permitOf(system.actor, "accounts.disable"), { accountId: second.account.id, reason: "交接" }),
      disableAccount(permitOf(second.actor, "accounts.disable"), { accountId: system.account.id, reason: "交接" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [left] = await ownerQuery<{ n: number }>(
      "select count(*)::int as n from account a join appointment ap on ap.account_id = a.id where ap.role = 'SYSTEM_ADMIN' and a.disabled_at is null",
    );
    expect(left?.n).toBe(1);
  });

  test("(g) without its audit row no act of the three happens", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const before = await picture();
    await ownerQuery("revoke insert on audit_event from base_app");
    try {
      await expect(
        grantRole(granting(), wanted(account.id, { role: "LIAISON", unitId: units.first })),
      ).rejects.toThrow();
      await expect(
        disableAccount(permitOf(system.actor, "accounts.disable"), { accountId: account.id, reason: "调离" }),
      ).rejects.toThrow();
    } finally {
      await ownerQuery("grant insert on audit_event to base_app");
    }
    expect(await picture()).toBe(before);
  });

  test("wants the own password when the last proof is old", async () => {
    const account = await anAccount();
    await ownerQuery("update auth_session set reauth_at = reauth_at - interval '6 minutes'");
    await refused(async () => grantRole(granting(), wanted(account.id)), /再输一次您自己的密码/);
    await grantRole(granting(), wanted(account.id, { ownSecret: secret }));
    expect(await db.appointment.count({ where: { accountId: account.id } })).toBe(1);
  });
});

describe("what may be granted", () => {
  const target = { kind: "STAFF" as const, isDisabled: false, isSelf: false, held: [] };
  const tenure = (more: Partial<Tenure> = {}): Tenure => ({
    ...{ role: "LEADER" as const, programme: "", unitId: null, validFrom: today, validTo: null },
    ...more,
  });

  test.each([
    ["a leader", tenure(), target, undefined],
    ["to a worker's account", tenure(), { ...target, kind: "WORKER" as const }, /职工手机账号/],
    ["to a shut account", tenure(), { ...target, isDisabled: true }, /已停用/],
    ["an officer without programme", tenure({ role: "OFFICER", unitId: "u" }), target, /分管的业务/],
    ["an officer without office", tenure({ role: "OFFICER", programme: "health" }), target, /所在的科室/],
    ["a liaison without unit", tenure({ role: "LIAISON" }), target, /负责的单位/],
    ["an end before the beginning", tenure({ validTo: "2026-10-09" }), target, /早于开始日期/],
    ["an end in the past", tenure({ validFrom: "2026-01-01", validTo: "2026-10-09" }), target, /已经过去/],
    ["an administrator with an end", tenure({ role: "AUDITOR", validTo: "2026-12-31" }), target, /不写结束日期/],
    ["the same twice", tenure(), { ...target, held: [tenure()] }, /同样的授权/],
    [
      "the same again after it ends",
      tenure({ validFrom: "2027-01-01" }),
      { ...target, held: [tenure({ validTo: "2026-12-31" })] },
      undefined,
    ],
    [
      "a second programme",
      tenure({ role: "OFFICER", programme: "relief", unitId: "u" }),
      { ...target, held: [tenure({ role: "OFFICER", programme: "hardship", unitId: "u" })] },
      undefined,
    ],
  ])("%s", (_, wish, whom, sentence) => {
    const refusal = refuseGrant(wish, whom, today);
    if (sentence) expect(refusal).toMatch(sentence);
    else expect(refusal).toBeUndefined();
  });
});
