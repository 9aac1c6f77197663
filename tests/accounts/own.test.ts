import { beforeEach, describe, expect, test } from "vitest";
import { changeSecret } from "@/lib/accounts/own/commands";
import { endOwnSessions } from "@/lib/accounts/sessions/commands";
import { listOwnSessions } from "@/lib/accounts/sessions/queries";
import { checkSignIn } from "@/lib/auth/credentials";
import { db } from "@/prisma/client";
import { resetDatabase } from "../setup/database";
import { aSession, anAccount, auditOf, isRunning, openUnits, permitOf, refused, secret } from "./office";

const phone = { ip: "10.1.2.3", userAgent: "Mozilla/5.0 (Linux; Android 10) Chrome/116 MicroMessenger/8.0.47" };

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
});

describe("the owner of an account", () => {
  test("changes the password: the session that asks goes on, the others end", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }], mustChange: true });
    const [mine, other] = [await aSession(account), await aSession(account)];
    await changeSecret(permitOf(mine.actor, "accounts.own"), typed(secret, "wu-dao-kou-de-yu-tian"));
    expect([await isRunning(mine.token), await isRunning(other.token)]).toEqual([true, false]);
    expect(await checkSignIn(account.loginName, secret, phone)).toBeNull();
    expect(await checkSignIn(account.loginName, "wu-dao-kou-de-yu-tian", phone)).toBe(account.id);
    expect(await db.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      mustChange: false,
      initialUntil: null,
    });
    expect(await auditOf("accounts.own")).toMatchObject([{ fields: ["secret"], detail: { sessionsEnded: 1 } }]);
  });

  test.each([
    ["a wrong present password", typed("nonsense-nonsense", "wu-dao-kou-de-yu-tian"), /现在用的密码不对/],
    ["the same one again", typed(secret, secret), /不能和现在的一样/],
    ["a password against the policy", typed(secret, "huanwei123"), /太常见/],
    ["the own name", typed(secret, "zhangchunlan-9"), /不要有自己的姓名/],
  ])("not with %s", async (_, input, sentence) => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const { actor } = await aSession(account);
    await refused(async () => changeSecret(permitOf(actor, "accounts.own"), input), sentence);
  });

  test("guessing the present password in an open session is limited like signing in", async () => {
    const account = await anAccount({ rights: [{ role: "LEADER" }] });
    const { actor } = await aSession(account);
    const permit = permitOf(actor, "accounts.own");
    for (let i = 0; i < 5; i += 1)
      await expect(changeSecret(permit, typed("nonsense-nonsense", "wu-dao-kou-de-yu-tian"))).rejects.toThrow();
    await refused(async () => changeSecret(permit, typed(secret, "wu-dao-kou-de-yu-tian")), /试得太多次/);
  });

  test("a worker's PIN follows the rules for PINs", async () => {
    const worker = await anAccount({
      kind: "WORKER",
      secret: "258036",
      birthDate: "1968-04-12",
      idNo: "12990019680412101X",
    });
    const { actor } = await aSession(worker);
    const permit = permitOf(actor, "accounts.own");
    await refused(async () => changeSecret(permit, typed("258036", "680412")), /生日/);
    await refused(async () => changeSecret(permit, typed("258036", "412101")), /身份证号/);
    await refused(async () => changeSecret(permit, typed("258036", "wu-dao-kou-de-yu-tian")), /6位数字/);
    await changeSecret(permit, typed("258036", "908172"));
    expect(await checkSignIn(worker.loginName, "908172", phone)).toBe(worker.id);
  });

  test("sees the own sign-ins with their devices and ends them", async () => {
    const account = await anAccount({ kind: "WORKER" });
    const [mine, lost] = [await aSession(account, phone), await aSession(account)];
    const seen = await listOwnSessions(permitOf(mine.actor, "accounts.own"));
    expect(seen.map(({ device, isThis }) => ({ device, isThis }))).toEqual(
      expect.arrayContaining([
        { device: "安卓手机（微信）", isThis: true },
        { device: "Windows 电脑（Chrome 浏览器）", isThis: false },
      ]),
    );
    await endOwnSessions(permitOf(mine.actor, "accounts.own"), { sessionId: lost.actor.sessionId });
    expect([await isRunning(mine.token), await isRunning(lost.token)]).toEqual([true, false]);
    const again = await aSession(account);
    await endOwnSessions(permitOf(mine.actor, "accounts.own"), {});
    expect([await isRunning(mine.token), await isRunning(again.token)]).toEqual([true, false]);
  });

  test("cannot end the session of somebody else", async () => {
    const [mine, other] = [await aSession(await anAccount({ kind: "WORKER" })), await aSession(await anAccount())];
    await refused(
      async () => endOwnSessions(permitOf(mine.actor, "accounts.own"), { sessionId: other.actor.sessionId }),
      /刚被别人处理过/,
    );
    expect(await isRunning(other.token)).toBe(true);
  });
});

function typed(currentSecret: string, newSecret: string) {
  return { currentSecret, newSecret, againSecret: newSecret };
}
