import { beforeEach, describe, expect, test } from "vitest";
import { createSession, endSessionOf, isFresh, markFresh, resolveSession, sessionCookie } from "@/lib/auth/session";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { aSession, anAccount, anAppointment, isRunning, openUnits, permitOf, today, units } from "../accounts/office";
import { countSql } from "../setup/count-sql";
import { ownerQuery, resetDatabase } from "../setup/database";

const client = { ip: "10.1.2.3", userAgent: "Mozilla/5.0" };

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
});

/** As if so many minutes had passed since the session was made and last used. */
async function letMinutesPass(
  minutes: number,
  columns = ["last_seen_at", "created_at", "absolute_expires_at", "reauth_at"],
): Promise<void> {
  const moves = columns.map((column) => `${column} = ${column} - make_interval(mins => $1)`);
  await ownerQuery(`update auth_session set ${moves.join(", ")}`, [minutes]);
}

describe("a session", () => {
  test("is a random token of 256 bits of which the database keeps only the hash", async () => {
    const account = await anAccount();
    const token = await createSession(account.id, client);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const [row] = await ownerQuery<{ all: string }>("select s::text as all from auth_session s");
    expect(row?.all).not.toContain(token);
    expect(await createSession(account.id, client)).not.toBe(token);
  });

  test("resolves to the person with today's roles, their programmes and the units below theirs", async () => {
    const account = await anAccount({
      name: "赵一",
      rights: [
        { role: "OFFICER", programme: "insurance", unitId: units.office },
        { role: "LIAISON", unitId: units.first },
        { role: "LEADER", validFrom: "2026-10-11" },
        { role: "LEADER", validFrom: "2026-01-01", validTo: "2026-10-09" },
      ],
    });
    const actor = await resolveSession(await createSession(account.id, client), today);
    expect(actor).toMatchObject({
      accountId: account.id,
      name: "赵一",
      loginName: account.loginName,
      kind: "STAFF",
      mustChange: false,
    });
    const grants = actor?.grants.map(({ role, programme, unitIds }) => ({
      role,
      programme,
      unitIds: [...unitIds].sort(),
    }));
    expect(grants).toEqual(
      expect.arrayContaining([
        { role: "OFFICER", programme: "insurance", unitIds: [units.office] },
        { role: "LIAISON", programme: "", unitIds: [units.first, units.squad].sort() },
      ]),
    );
    expect(grants).toHaveLength(2);
  });

  test("a dated role counts from its first to its last day", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER", validFrom: "2026-10-10", validTo: "2026-10-12" }] });
    const token = await createSession(account.id, client);
    const held = async (on: string) => (await resolveSession(token, on))?.grants.length;
    expect([
      await held("2026-10-09"),
      await held("2026-10-10"),
      await held("2026-10-12"),
      await held("2026-10-13"),
    ]).toEqual([0, 1, 1, 0]);
  });

  test("a role that is taken back in the table is gone at the next request", async () => {
    const account = await anAccount();
    const id = await anAppointment(account, { role: "LEADER" });
    const token = await createSession(account.id, client);
    await db.appointment.update({ where: { id }, data: { revokedAt: new Date() } });
    expect((await resolveSession(token, today))?.grants).toEqual([]);
  });

  test("a worker's account holds its own matters and nothing else, whatever the table says", async () => {
    const account = await anAccount({ kind: "WORKER", rights: [{ role: "LEADER" }] });
    const actor = await resolveSession(await createSession(account.id, client), today);
    expect(actor?.grants).toEqual([{ role: "WORKER", programme: "", unitIds: [] }]);
  });

  test("an administrator holds no other role, whatever the table says", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }, { role: "AUDITOR" }] });
    const actor = await resolveSession(await createSession(account.id, client), today);
    expect(actor?.grants.map(({ role }) => role)).toEqual(["AUDITOR"]);
  });

  test("is found in one statement", async () => {
    const { token } = await aSession(await anAccount({ rights: [{ role: "LEADER" }] }));
    const { statements } = await countSql(async () => resolveSession(token, today));
    expect(statements).toHaveLength(1);
  });
});

describe("a session ends", () => {
  test.each([
    ["an office account", {}, 30, 10],
    ["an administrator", { rights: [{ role: "AUDITOR" as const }] }, 15, 8],
    ["a worker", { kind: "WORKER" as const }, 30, 12],
  ])("for %s after its idle and its longest time", async (_, given, idleMinutes, hours) => {
    const account = await anAccount(given);
    const { token } = await aSession(account);
    await letMinutesPass(idleMinutes - 1, ["last_seen_at"]);
    expect(await isRunning(token)).toBe(true); // and this was a use: the idle time starts anew
    await letMinutesPass(idleMinutes - 1, ["last_seen_at"]);
    expect(await isRunning(token)).toBe(true);
    await letMinutesPass(idleMinutes + 1, ["last_seen_at"]);
    expect(await isRunning(token)).toBe(false);

    const { token: second } = await aSession(account);
    await letMinutesPass(hours * 60 - 1, ["absolute_expires_at"]);
    expect(await isRunning(second)).toBe(true);
    await letMinutesPass(2, ["absolute_expires_at"]);
    expect(await isRunning(second)).toBe(false);
  });

  test("writes that it was used at most once a minute", async () => {
    const { token } = await aSession(await anAccount());
    const seen = async () => (await db.authSession.findFirstOrThrow()).lastSeenAt.getTime();
    const first = await seen();
    await isRunning(token);
    expect(await seen()).toBe(first);
    await letMinutesPass(2, ["last_seen_at"]);
    await isRunning(token);
    expect(await seen()).toBeGreaterThanOrEqual(first);
  });

  test("when its owner signs out; the row says so and is kept", async () => {
    const { token } = await aSession(await anAccount());
    await endSessionOf(token, "signed out");
    expect(await isRunning(token)).toBe(false);
    expect(await db.authSession.findFirstOrThrow()).toMatchObject({ revokedReason: "signed out" });
  });

  test("when the same browser signs in anew", async () => {
    const account = await anAccount();
    const old = await createSession(account.id, client);
    const fresh = await createSession(account.id, client, old);
    expect([await isRunning(old), await isRunning(fresh)]).toEqual([false, true]);
  });

  test("when an office account opens a fourth: the oldest goes; a worker may have more phones", async () => {
    const account = await anAccount();
    const tokens: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      tokens.push(await createSession(account.id, client));
      await letMinutesPass(1, ["created_at"]);
    }
    expect(await Promise.all(tokens.map(isRunning))).toEqual([false, true, true, true]);

    const worker = await anAccount({ kind: "WORKER" });
    const phones = await Promise.all(Array.from({ length: 4 }, async () => createSession(worker.id, client)));
    expect(await Promise.all(phones.map(isRunning))).toEqual([true, true, true, true]);
  });

  test("when the account is disabled or the person has left, in that very moment", async () => {
    const account = await anAccount();
    const { token } = await aSession(account);
    await db.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    expect(await isRunning(token)).toBe(false);

    const leaver = await anAccount();
    const second = await aSession(leaver);
    await db.person.update({ where: { id: leaver.personId }, data: { status: "LEFT" } });
    expect(await isRunning(second.token)).toBe(false);
  });

  test("never for a token that was made up", async () => {
    await aSession(await anAccount());
    expect(await isRunning("")).toBe(false);
    expect(await isRunning(newId())).toBe(false);
  });
});

describe("the second proof", () => {
  test("counts for five minutes after signing in or proving oneself", async () => {
    const { actor } = await aSession(await anAccount({ rights: [{ role: "SECURITY_ADMIN" }] }));
    const permit = permitOf(actor, "accounts.grant");
    expect(await isFresh(permit)).toBe(true);
    await letMinutesPass(6, ["reauth_at"]);
    expect(await isFresh(permit)).toBe(false);
    await markFresh(permit);
    expect(await isFresh(permit)).toBe(true);
  });
});

test("the cookie is bound to the host wherever there is https", () => {
  expect(sessionCookie("https://home.example.gov.cn")).toBe("__Host-sid");
  expect(sessionCookie("http://localhost:3000")).toBe("sid");
});
