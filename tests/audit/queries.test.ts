import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit, type AuditEntry } from "@/lib/audit/commands";
import { exportEvents } from "@/lib/audit/exports/queries";
import { lookedAt, whoLooked } from "@/lib/audit/looks/queries";
import { listEvents, listNotable, viewEvent } from "@/lib/audit/queries";
import { csvOf } from "@/lib/audit/rules";
import { AuditExport, AuditFilter } from "@/lib/audit/schema";
import { deedWords } from "@/lib/audit/words";
import { checkSignIn } from "@/lib/auth/credentials";
import type { Actor, Permit } from "@/lib/auth/permit";
import { verbs, type Verb } from "@/lib/auth/verbs";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { db, transact } from "@/prisma/client";
import {
  aPerson,
  aSession,
  anAccount,
  anAdministrator,
  auditOf,
  openUnits,
  permitOf,
  secret,
  units,
} from "../accounts/office";
import { connectAsApp, ownerQuery, resetDatabase } from "../setup/database";

let auditor: Actor;
let officer: Actor;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  auditor = (await anAdministrator("AUDITOR")).actor;
  const account = await anAccount({
    name: "王接待",
    staffNo: "2001",
    rights: [{ role: "OFFICER", programme: "people", unitId: units.office }],
  });
  officer = (await aSession(account)).actor;
});

async function act(verb: Verb, entry: AuditEntry, at?: string): Promise<void> {
  const permit = permitOf(officer, verb);
  await transact(async (tx) => recordAudit(tx, permit, entry));
  if (at)
    await ownerQuery("update audit_event set at = $1 where id = (select max(id::text)::uuid from audit_event)", [at]);
}

const seen = async (given: object) => {
  const { rows } = await listEvents(permitOf(auditor, "audit.view"), AuditFilter.parse(given));

  return rows.map(({ deed }) => deed);
};

describe("the auditor's log", () => {
  test("names every deed in Chinese", () => {
    const words = Object.keys(verbs).map((verb) => deedWords[verb as Verb]);
    expect(words.filter((word) => !/^\p{Script=Han}+$/u.test(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  test("is filtered by who, deed, outcome, person concerned, object and days", async () => {
    const person = await aPerson({ staffNo: "50009" });
    const caseId = newId();
    await act(
      "people.reveal",
      { object: "person", objectId: person.id, subjectId: person.id, fields: ["idNo"], reason: "核对参保" },
      "2026-10-08T01:00:00Z",
    );
    await act("cases.move", { object: "welfare_case", objectId: caseId }, "2026-10-09T15:59:59Z");
    await act("cases.note", { object: "welfare_case", objectId: caseId }, "2026-10-09T16:00:00Z");
    await checkSignIn("2001", "wrong-secret", { ip: "10.1.2.3", userAgent: null });
    expect(await seen({ who: "2001", outcome: "DONE" })).toEqual(["记录经过", "办理事项", "查看完整信息"]);
    expect(await seen({ verb: "people.reveal" })).toEqual(["查看完整信息"]);
    expect(await seen({ outcome: "REFUSED" })).toEqual(["登录"]);
    expect(await seen({ subject: "50009" })).toEqual(["查看完整信息"]);
    expect(await seen({ subject: "99999" })).toEqual([]);
    expect(await seen({ who: "99999" })).toEqual([]);
    expect(await seen({ object: caseId })).toEqual(["记录经过", "办理事项"]);
    expect(await seen({ from: "2026-10-09", to: "2026-10-09" })).toEqual(["办理事项"]);
    expect(await seen({ from: "nonsense", object: "nonsense", outcome: "nonsense", verb: "cases.move" })).toEqual([
      "办理事项",
    ]);
  });

  test("goes on after the last row, also where many rows have one instant", async () => {
    const at = new Date("2026-10-09T02:00:00Z");
    const event = (n: number) => ({
      ...{
        id: newId(),
        at,
        actorName: `2001 ${n}`,
        actorRole: "OFFICER",
        verb: "cases.move",
        outcome: "DONE" as const,
        object: "welfare_case",
      },
      ...{ bureauId: officer.bureauId, fields: [] },
    });
    await db.auditEvent.createMany({ data: Array.from({ length: 120 }, (_, n) => event(n)) });
    const names: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const { rows, next } = await listEvents(
        permitOf(auditor, "audit.view"),
        AuditFilter.parse({ verb: "cases.move", after }),
      );
      names.push(...rows.map(({ who }) => who));
      if (next === null) break;
      after = next;
    }
    expect(new Set(names).size).toBe(120);
    expect(names).toHaveLength(120);
    expect(await seen({ verb: "cases.move", after: Buffer.from('["x","y"]').toString("base64url") })).toHaveLength(50);
  });

  test("puts notable deeds of the last month first", async () => {
    await act("cases.move", { object: "welfare_case" });
    await act("people.reveal", { object: "person", fields: ["care"], isNotable: true }, "2026-09-20T01:00:00Z");
    await act("people.reveal", { object: "person", fields: ["care"], isNotable: true }, "2026-08-01T01:00:00Z");
    const notable = await listNotable(permitOf(auditor, "audit.view"));
    expect(notable.map(({ deed, fields, at }) => [deed, fields, at])).toEqual([
      ["查看完整信息", "特殊情况", "2026-09-20 09:00"],
    ]);
    expect(await seen({ notable: "1" })).toHaveLength(2);
  });

  test("shows of the person concerned the 工号 only, and no before and after values", async () => {
    const person = await aPerson({ staffNo: "50008", name: "秘密人名" });
    await act("people.change", {
      object: "person",
      objectId: person.id,
      subjectId: person.id,
      fields: ["address"],
      values: { address: "秘密住址" },
    });
    const [row] = await auditOf("people.change");
    const view = await viewEvent(permitOf(auditor, "audit.view"), row?.id ?? "");
    expect(view).toMatchObject({
      subject: "50008",
      deed: "修改职工信息",
      fields: "住址",
      who: "2001 王接待",
      role: "干事",
    });
    expect(JSON.stringify(view)).not.toMatch(/秘密|intl\./);
    expect(await viewEvent(permitOf(auditor, "audit.view"), newId())).toBeUndefined();
  });

  test("holds nothing of another bureau", async () => {
    await act("cases.move", { object: "welfare_case" });
    await ownerQuery("update audit_event set bureau_id = gen_random_uuid() where verb = 'cases.move'");
    const [row] = await auditOf("cases.move");
    expect(await seen({ verb: "cases.move" })).toEqual([]);
    expect(await viewEvent(permitOf(auditor, "audit.view"), row?.id ?? "")).toBeUndefined();
  });
});

describe("the export", () => {
  const input = (more: object = {}) => AuditExport.parse({ reason: "季度检查留存", ...more });

  test("is what the page shows, and is itself in the log with rows and hash", async () => {
    await act("cases.move", { object: "welfare_case", reason: "=HYPERLINK(1)" });
    await act("cases.note", { object: "welfare_case" });
    const file = await exportEvents(permitOf(auditor, "audit.export"), input({ verb: "cases.move" }));
    const lines = file.split("\r\n");
    expect(lines[0]).toBe(
      '\uFEFF"时间","谁","岗位","做了什么","结果","对象","对象编号","涉及职工工号","字段","原因","地址","要紧"',
    );
    expect(lines[1]).toContain('"2001 王接待","干事","办理事项","成功","事项"');
    expect(lines[1]).toContain(`"'=HYPERLINK(1)"`);
    expect(lines).toHaveLength(3);
    const sha256 = createHash("sha256").update(file).digest("hex");
    expect(await auditOf("audit.export")).toMatchObject([
      {
        actorId: auditor.accountId,
        reason: "季度检查留存",
        isNotable: true,
        detail: { rows: 1, sha256, filter: '{"verb":"cases.move"}' },
      },
    ]);
  });

  test("without its own audit row nothing is handed out", async () => {
    await ownerQuery("revoke insert on audit_event from base_app");
    try {
      await expect(exportEvents(permitOf(auditor, "audit.export"), input())).rejects.toThrow();
    } finally {
      await ownerQuery("grant insert on audit_event to base_app");
    }
  });

  test("wants the own password when the last proof is old", async () => {
    await ownerQuery("update auth_session set reauth_at = reauth_at - interval '6 minutes'");
    const permit = permitOf(auditor, "audit.export");
    await expect(exportEvents(permit, input())).rejects.toBeInstanceOf(Refusal);
    expect(await auditOf("audit.export")).toEqual([]);
    await expect(exportEvents(permit, input({ ownSecret: secret }))).resolves.toContain("时间");
  });

  test("no cell is a formula for a spreadsheet, and every cell comes back as it was", () => {
    const danger = fc.constantFrom(
      "=1+1",
      "+1",
      "-1",
      "@x",
      "\t=1",
      "\r=1",
      "\n1",
      "  =SUM(A1)",
      "＝1",
      "　＋1",
      '"=1',
      "普通",
      "",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(danger, fc.string()), { minLength: 1, maxLength: 4 }), (cells) => {
        const [, body = ""] = csvOf(["头"], [cells]).split(/"头"\r\n/);
        const read = [...body.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n$)/g)].map(([, cell = ""]) =>
          cell.replaceAll('""', '"'),
        );
        expect(read.map((cell) => cell.replace(/^'/, ""))).toEqual(cells.map((cell) => cell.replace(/^'/, "")));
        expect(read.filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell))).toEqual([]);
      }),
    );
  });
});

describe("谁看过我的信息", () => {
  test("tells the worker who, when, what and why; the own acts and refusals are left out", async () => {
    const account = await anAccount({ kind: "WORKER", name: "老李" });
    const { actor } = await aSession(account);
    await act(
      "people.reveal",
      { object: "person", subjectId: account.personId, fields: ["idNo", "mobile"], reason: "办理参保" },
      "2026-10-08T01:00:00Z",
    );
    await act("cases.open", { object: "welfare_case", subjectId: account.personId }, "2026-10-09T01:00:00Z");
    await act("people.reveal", { object: "person", subjectId: (await aPerson()).id, fields: ["idNo"] });
    const own = permitOf(actor, "my.changeContact");
    await transact(async (tx) => recordAudit(tx, own, { object: "person", subjectId: account.personId }));
    const looks = await whoLooked(permitOf(actor, "my.whoLooked"));
    expect(looks.rows.map(({ id: _, ...look }) => look)).toEqual([
      { at: "10月9日（昨天）上午9点", who: "王接待（干事）", what: "登记了您的事", why: "" },
      { at: "10月8日（这周四）上午9点", who: "王接待（干事）", what: "看了您的身份证号、手机号", why: "办理参保" },
    ]);
    expect(looks.next).toBeNull();
  });
});

describe("谁看过 beside a case or a person", () => {
  test("shows the latest ten; a liaison only for persons of the own units", async () => {
    const person = await aPerson({ unitId: units.second });
    for (let i = 0; i < 12; i += 1)
      await act("people.reveal", { object: "person", objectId: person.id, subjectId: person.id, fields: ["idNo"] });
    const looks = await lookedAt(permitOf(officer, "people.view"), { subjectId: person.id });
    expect(looks).toHaveLength(10);
    expect(looks[0]).toMatchObject({ who: "2001 王接待", what: "查看完整信息 身份证号" });
    const liaison = await aSession(await anAccount({ rights: [{ role: "LIAISON", unitId: units.first }] }));
    const permit: Permit<"people.view"> = permitOf(liaison.actor, "people.view");
    expect(await lookedAt(permit, { subjectId: person.id })).toEqual([]);
    await db.person.update({ where: { id: person.id }, data: { unitId: units.squad } });
    expect(await lookedAt(permit, { subjectId: person.id })).toHaveLength(10);
  });
});

describe("the log only grows", () => {
  test.each([
    ["change", "update audit_event set reason = 'x'"],
    ["remove", "delete from audit_event"],
    ["empty", "truncate audit_event"],
    ["lock", "select id from audit_event for update"],
    ["rebuild", "alter table audit_event add column x text"],
  ])("the app's role cannot %s it", async (_, sql) => {
    await act("cases.move", { object: "welfare_case" });
    const client = await connectAsApp();
    try {
      await expect(client.query(sql)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.end();
    }
    expect(await auditOf("cases.move")).toHaveLength(1);
  });

  test("an act whose transaction fails leaves no row, and no act goes without one", async () => {
    const permit = permitOf(officer, "cases.move");
    await expect(
      transact(async (tx) => {
        await recordAudit(tx, permit, { object: "welfare_case" });
        throw new Refusal("不行");
      }),
    ).rejects.toBeInstanceOf(Refusal);
    expect(await auditOf("cases.move")).toEqual([]);
  });
});
