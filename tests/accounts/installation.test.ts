import { beforeEach, describe, expect, test } from "vitest";
import { installAdministrators } from "@/lib/accounts/installation/commands";
import { readArguments } from "@/lib/accounts/installation/rules";
import { Installation } from "@/lib/accounts/installation/schema";
import { checkSignIn } from "@/lib/auth/credentials";
import { createSession, resolveSession } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { civilOf } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { resetDatabase } from "../setup/database";
import { aPerson, anAdministrator, auditOf, openUnits } from "./office";

const words = [
  "单位=某某区环境卫生管理局",
  "系统管理员=90001:张三",
  "安全管理员＝９０００２：李四",
  "审计员=90003:王五",
];
const input = Installation.parse(readArguments(words));
const here = { ip: null, userAgent: null };

beforeEach(resetDatabase);

describe("the first administrators of a new portal", () => {
  test("are made on an empty database with secrets that are shown once and must be changed", async () => {
    const made = await installAdministrators(input);
    expect(made.map(({ role, staffNo, name }) => [role, staffNo, name])).toEqual([
      ["系统管理员", "90001", "张三"],
      ["安全管理员", "90002", "李四"],
      ["审计员", "90003", "王五"],
    ]);
    for (const { staffNo, secret } of made) {
      const id = await checkSignIn(staffNo, secret, here);
      expect(id).not.toBeNull();
      expect(await db.account.findUnique({ where: { id: id ?? "" } })).toMatchObject({
        mustChange: true,
        isDemo: false,
      });
    }
    expect(await db.orgUnit.findFirst()).toMatchObject({ name: "某某区环境卫生管理局", type: "BUREAU" });
    const rows = await auditOf("firstAdministrators");
    expect(rows.map(({ detail, isNotable }) => [detail, isNotable])).toEqual([
      [{ role: "SYSTEM_ADMIN" }, true],
      [{ role: "SECURITY_ADMIN" }, true],
      [{ role: "AUDITOR" }, true],
    ]);
  });

  test("hold their roles from the same day on", async () => {
    const made = await installAdministrators(input);
    const account = await db.account.findUniqueOrThrow({ where: { loginName: made[1]?.staffNo ?? "" } });
    const token = await createSession(account.id, here);
    const actor = await resolveSession(token, civilOf(now()));
    expect(actor?.grants.map(({ role }) => role)).toEqual(["SECURITY_ADMIN"]);
  });

  test("are people on file where their 工号 is known, and refused under another name", async () => {
    await openUnits();
    const person = await aPerson({ staffNo: "90001", name: "张三" });
    await installAdministrators(input);
    expect(await db.account.findUnique({ where: { loginName: "90001" } })).toMatchObject({ personId: person.id });
    expect(await db.orgUnit.count({ where: { type: "BUREAU" } })).toBe(1);
  });

  test("another name is refused and nothing is left behind", async () => {
    await openUnits();
    await aPerson({ staffNo: "90003", name: "别人" });
    await expect(installAdministrators(input)).rejects.toBeInstanceOf(Refusal);
    expect([await db.account.count(), await db.appointment.count(), await db.person.count()]).toEqual([0, 0, 1]);
  });

  test("not a second time, and not beside an administrator", async () => {
    await openUnits();
    await anAdministrator("AUDITOR");
    await expect(installAdministrators(input)).rejects.toThrow("已经有管理员了");
    expect(await db.account.count()).toBe(1);
  });
});

describe("the command line", () => {
  test.each([
    [[], "请写单位全称"],
    [words.slice(0, 3), "请写明系统管理员、安全管理员、审计员"],
    [[...words.slice(0, 3), "审计员=90001:张三"], "三个人"],
    [[...words.slice(0, 3), "审计员=90003"], "姓名"],
  ])("%j is refused", (given, sentence) => {
    const result = Installation.safeParse(readArguments(given));
    expect(result.success).toBe(false);
    expect(result.error?.issues.map(({ message }) => message).join()).toContain(sentence);
  });
});
