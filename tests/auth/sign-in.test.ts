import * as argon from "@node-rs/argon2";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clientAddress, networkOf } from "@/lib/auth/address";
import { checkSignIn, loginNameOf } from "@/lib/auth/credentials";
import { hashSecret, isSecret, TooManySignIns } from "@/lib/auth/hashing";
import { unlockAccount } from "@/lib/accounts/secrets/commands";
import { createSession } from "@/lib/auth/session";
import { db } from "@/prisma/client";
import { aSession, anAccount, anAdministrator, auditOf, openUnits, permitOf, secret } from "../accounts/office";
import { ownerQuery, resetDatabase } from "../setup/database";

vi.mock("@node-rs/argon2", async (importOriginal) => {
  const real = await importOriginal<typeof argon>();

  return { ...real, verify: vi.fn(real.verify), hash: vi.fn(real.hash) };
});

const here = { ip: "10.1.2.3", userAgent: null };
const elsewhere = { ip: "172.20.9.9", userAgent: null };

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
});
afterEach(() => vi.mocked(argon.verify).mockClear());

async function fail(loginName: string, times: number, client = here): Promise<void> {
  for (let i = 0; i < times; i += 1) expect(await checkSignIn(loginName, "wrong-secret", client)).toBeNull();
}

/** Moves every counter back in time, as if so many minutes had passed. */
async function letMinutesPass(minutes: number): Promise<void> {
  await ownerQuery("update rate_limit set expire = expire - $1", [minutes * 60_000]);
}

describe("a sign-in", () => {
  test("gives the account id and writes who, when and from where", async () => {
    const account = await anAccount();
    expect(await checkSignIn(account.loginName, secret, here)).toBe(account.id);
    const [row, ...more] = await auditOf("signIn");
    expect(more).toEqual([]);
    expect(row).toMatchObject({ outcome: "DONE", actorId: account.id, ip: "10.1.2.3", subjectId: account.personId });
    expect((await db.account.findUniqueOrThrow({ where: { id: account.id } })).lastSignInAt).not.toBeNull();
  });

  test("takes 工号 as people type it: full-width, lower case, with blanks", async () => {
    const account = await anAccount({ loginName: "A7100", personId: (await anAccount()).personId, kind: "WORKER" });
    expect(loginNameOf(" ａ71 00 ")).toBe("A7100");
    expect(await checkSignIn(" ａ71 00 ", secret, here)).toBe(account.id);
  });

  test.each([
    ["an unknown 工号", async () => "999999"],
    [
      "a disabled account",
      async () => {
        const account = await anAccount();
        await db.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } });

        return account.loginName;
      },
    ],
    ["somebody who has left", async () => (await anAccount({ status: "LEFT" })).loginName],
    [
      "a first secret that is older than its seven days",
      async () => {
        const account = await anAccount();
        await db.account.update({ where: { id: account.id }, data: { initialUntil: new Date(Date.now() - 1000) } });

        return account.loginName;
      },
    ],
    [
      "an office account that nobody used for 90 days",
      async () => {
        const account = await anAccount();
        const long = new Date(Date.now() - 91 * 24 * 3_600_000);
        await db.account.update({
          where: { id: account.id },
          data: { createdAt: long, lastSignInAt: long, passwordSetAt: long },
        });

        return account.loginName;
      },
    ],
    ["an account that has no secret yet", async () => (await anAccount({ secret: null })).loginName],
  ])("refuses %s like a wrong secret: same answer, same work", async (_, make) => {
    const loginName = await make();
    vi.mocked(argon.verify).mockClear();
    expect(await checkSignIn(loginName, secret, here)).toBeNull();
    expect(vi.mocked(argon.verify)).toHaveBeenCalledTimes(1);
    expect(await auditOf("signIn")).toMatchObject([{ outcome: "REFUSED" }]);
  });

  test("never keeps an unknown name: people type their password into the wrong box", async () => {
    await checkSignIn("my-Password-77", "x", here);
    expect(JSON.stringify(await auditOf("signIn"))).not.toMatch(/my-password-77/i);
  });

  test("refuses demo accounts in production", async () => {
    const account = await anAccount();
    await db.account.update({ where: { id: account.id }, data: { isDemo: true } });
    expect(await checkSignIn(account.loginName, secret, here)).toBe(account.id);
    const { rereadEnv } = await import("@/lib/env");
    vi.stubEnv("PORTAL_MODE", "production");
    rereadEnv();
    expect(await checkSignIn(account.loginName, secret, here)).toBeNull();
    vi.unstubAllEnvs();
    rereadEnv();
  });

  test("renews a hash that was made with weaker parameters", async () => {
    const account = await anAccount();
    const today = await hashSecret(secret);
    const { createHmac } = await import("node:crypto");
    const peppered = createHmac("sha256", process.env.PASSWORD_PEPPER ?? "")
      .update(secret)
      .digest("base64");
    const old = await argon.hash(peppered, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await db.account.update({ where: { id: account.id }, data: { passwordHash: old } });
    expect(await checkSignIn(account.loginName, secret, here)).toBe(account.id);
    const { passwordHash } = await db.account.findUniqueOrThrow({ where: { id: account.id } });
    expect(passwordHash?.slice(0, 30)).toBe(today.slice(0, 30));
    expect(await checkSignIn(account.loginName, secret, here)).toBe(account.id);
  });
});

describe("limits", () => {
  test("after five failures the right secret is refused from that network, and only from there", async () => {
    const account = await anAccount();
    await fail(account.loginName, 5);
    expect(await checkSignIn(account.loginName, secret, here)).toBeNull();
    expect(await checkSignIn(account.loginName, secret, { ip: "10.1.2.250", userAgent: null })).toBeNull();
    expect(await checkSignIn(account.loginName, secret, elsewhere)).toBe(account.id);
    expect((await auditOf("signIn")).map(({ reason }) => reason)).toContain("locked");
  });

  test("four failures lock nobody, and a right secret starts the count anew", async () => {
    const account = await anAccount();
    await fail(account.loginName, 4);
    expect(await checkSignIn(account.loginName, secret, here)).toBe(account.id);
    await fail(account.loginName, 4);
    expect(await checkSignIn(account.loginName, secret, here)).toBe(account.id);
  });

  test("the lock lasts a quarter of an hour from the fifth failure, and trying meanwhile does not lengthen it", async () => {
    const account = await anAccount();
    await fail(account.loginName, 4);
    await letMinutesPass(14);
    await fail(account.loginName, 1);
    await letMinutesPass(14);
    expect(await checkSignIn(account.loginName, secret, here)).toBeNull();
    await letMinutesPass(1.1);
    expect(await checkSignIn(account.loginName, secret, here)).toBe(account.id);
  });

  test("twenty guesses at once cannot outrun the count", async () => {
    const account = await anAccount();
    await Promise.all(Array.from({ length: 20 }, async () => checkSignIn(account.loginName, "wrong-secret", here)));
    const reasons = (await auditOf("signIn")).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === "wrong")).toHaveLength(5);
    expect(reasons.filter((reason) => reason === "locked")).toHaveLength(15);
  });

  test("twenty failures a day from everywhere: only networks that were used before still get in", async () => {
    const account = await anAccount();
    await createSession(account.id, elsewhere);
    for (let network = 1; network <= 4; network += 1)
      await fail(account.loginName, 5, { ip: `10.9.${network}.1`, userAgent: null });
    expect(await checkSignIn(account.loginName, secret, { ip: "192.168.77.1", userAgent: null })).toBeNull();
    expect(await checkSignIn(account.loginName, secret, elsewhere)).toBe(account.id);
  });

  test("an unknown 工号 is limited like a known one", async () => {
    await fail("999999", 6);
    expect((await auditOf("signIn")).map(({ reason }) => reason)).toEqual([
      "wrong",
      "wrong",
      "wrong",
      "wrong",
      "wrong",
      "locked",
    ]);
  });

  test("one address that tries many accounts is stopped, and the auditor sees it first", async () => {
    const account = await anAccount();
    await fail("999999", 1);
    await ownerQuery("update rate_limit set points = 99 where key = 'address:10.1.2.3'");
    await fail("888888", 1);
    expect(await checkSignIn(account.loginName, secret, here)).toBeNull();
    expect(await checkSignIn(account.loginName, secret, elsewhere)).toBe(account.id);
    expect((await auditOf("signIn")).filter(({ isNotable }) => isNotable)).toHaveLength(1);
  });

  test("a flood from one address is answered without hashing anything", async () => {
    const account = await anAccount();
    await fail("999999", 1);
    await ownerQuery("update rate_limit set points = 100 where key = 'address:10.1.2.3'");
    vi.mocked(argon.verify).mockClear();
    const answers = await Promise.all(
      Array.from({ length: 60 }, async () => checkSignIn(account.loginName, secret, here)),
    );
    expect(new Set(answers)).toEqual(new Set([null]));
    expect(vi.mocked(argon.verify)).not.toHaveBeenCalled();
  });

  test("the office's shared address bears more", async () => {
    const accounts = await Promise.all(Array.from({ length: 5 }, async () => anAccount()));
    for (const account of accounts) await createSession(account.id, here);
    await fail("999999", 1);
    await ownerQuery("update rate_limit set points = 500 where key = 'address:10.1.2.3'");
    expect(await checkSignIn(accounts[0]?.loginName ?? "", secret, here)).toBe(accounts[0]?.id);
    await ownerQuery("update rate_limit set points = 1000 where key = 'address:10.1.2.3'");
    expect(await checkSignIn(accounts[0]?.loginName ?? "", secret, here)).toBeNull();
  });

  test("安全管理员 lifts the lock; the act is in the log", async () => {
    const account = await anAccount();
    const other = await anAccount();
    const { actor } = await anAdministrator("SECURITY_ADMIN");
    await fail(account.loginName, 5);
    await fail(other.loginName, 5);
    await unlockAccount(permitOf(actor, "accounts.unlock"), { accountId: account.id, reason: "本人到窗口说明" });
    expect(await checkSignIn(account.loginName, secret, here)).toBe(account.id);
    expect(await checkSignIn(other.loginName, secret, here)).toBeNull();
    expect(await auditOf("accounts.unlock")).toMatchObject([{ objectId: account.id, reason: "本人到窗口说明" }]);
  });

  test("a running session goes on while the account is locked", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const { token } = await aSession(account);
    await fail(account.loginName, 6);
    const { resolveSession } = await import("@/lib/auth/session");
    expect(await resolveSession(token, "2026-10-10")).not.toBeNull();
  });

  test("hashing is bounded: two at once, twenty wait, the next is turned away", async () => {
    const gates: (() => void)[] = [];
    vi.mocked(argon.verify).mockImplementation(async () => new Promise((resolve) => gates.push(() => resolve(false))));
    const asked = Array.from({ length: 22 }, async () => isSecret("x", "$argon2id$v=19$m=19456,t=2,p=1$x$y"));
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    await expect(isSecret("x", "$argon2id$v=19$m=19456,t=2,p=1$x$y")).rejects.toBeInstanceOf(TooManySignIns);
    for (let i = 0; i < 22; i += 1) {
      await vi.waitFor(() => expect(gates.length).toBeGreaterThan(i));
      expect(gates.length - i).toBeLessThanOrEqual(2);
      gates[i]?.();
    }
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 22 }, () => false));
  });
});

describe("where somebody comes from", () => {
  test.each([
    ["203.0.113.7", [], "203.0.113.7"],
    ["::ffff:203.0.113.7", [], "203.0.113.7"],
    ["6.6.6.6, 203.0.113.7", [], "203.0.113.7"],
    ["6.6.6.6, 203.0.113.7, 10.0.0.1", ["10.0.0.1"], "203.0.113.7"],
    ["10.0.0.1", ["10.0.0.1"], null],
    ["unknown", [], null],
    [null, [], null],
  ])("%s behind %j is %s: what the client wrote itself counts for nothing", (header, proxies, address) => {
    expect(clientAddress(header, proxies)).toBe(address);
  });

  test.each([
    ["203.0.113.7", "203.0.113"],
    ["2001:db8:7::1", "2001:db8:7"],
    ["2001:0DB8:0007:1::1", "2001:db8:7"],
    ["::1", "0:0:0"],
    [null, "local"],
  ])("%s shares its limit with %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
