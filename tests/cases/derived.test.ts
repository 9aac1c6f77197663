import { beforeEach, describe, expect, it } from "vitest";
import { settleNotices } from "@/lib/cases/derived/commands";
import { countInbox, countTodo, listCases, listInbox } from "@/lib/cases/list/queries";
import { myCase, myCases } from "@/lib/cases/mine/queries";
import { viewCase } from "@/lib/cases/view/queries";
import { db } from "@/prisma/client";
import { countSql } from "../setup/count-sql";
import { ownerQuery } from "../setup/database";
import { applicationAt, caseRow, openUnion, permit, type HardshipCast } from "../hardship/bureau";

const afterNotice = "2026-10-26";
let cast: HardshipCast;
let caseId: string;
beforeEach(async () => {
  cast = await openUnion();
  caseId = await applicationAt(cast, "NOTICE");
});

const leader = () => permit(cast.boss, "cases.view", afterNotice);

describe("a notice that has ended", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["the leader's inbox", async () => (await listInbox(leader(), "todo", {})).rows.map(({ id }) => id)],
    ["the number on the menu", () => countTodo(leader())],
    ["the numbers on the boxes", () => countInbox(leader())],
    ["the list of all cases", () => listCases(leader(), {})],
    ["the case itself", () => viewCase(permit(cast.officer, "cases.view", afterNotice), caseId)],
    ["the worker's list", () => myCases(permit(cast.worker, "my.cases", afterNotice))],
    ["the worker's own page", () => myCase(permit(cast.worker, "my.cases", afterNotice), caseId)],
  ])("moves its case on when somebody reads %s, and nobody needs to click", async (_, read) => {
    await read();
    expect(await caseRow(caseId)).toMatchObject({ stage: "APPROVAL", status: "open", dueOn: new Date("2026-10-30") });
    const event = await db.caseEvent.findFirstOrThrow({ where: { caseId, kind: "noticeEnded" } });
    expect(event).toMatchObject({ actorId: null, actorName: "系统", isPublic: true });
  });

  it("stands in the leader's inbox on the first look, and counts there", async () => {
    expect((await listInbox(leader(), "todo", {})).rows.map(({ id }) => id)).toEqual([caseId]);
    expect([await countTodo(leader()), (await countInbox(leader())).todo]).toEqual([1, 1]);
    expect(await countTodo(permit(cast.boss, "cases.view", "2026-10-23"))).toBe(1);
  });

  it("is not over on its last day, and reading then asks one statement and changes nothing", async () => {
    const before = JSON.stringify(await caseRow(caseId));
    const { result, statements } = await countSql(() => settleNotices(permit(cast.boss, "cases.view", "2026-10-23")));
    expect([result, statements.length]).toEqual([0, 1]);
    expect(JSON.stringify(await caseRow(caseId))).toBe(before);
  });

  it("moves its case once, however many processes look at the same moment", async () => {
    const moved = await Promise.all(Array.from({ length: 8 }, () => settleNotices(leader())));
    expect(moved.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await db.caseEvent.count({ where: { caseId, kind: "noticeEnded" } })).toBe(1);
    expect(
      await db.auditEvent.count({ where: { objectId: caseId, detail: { path: ["derived"], equals: true } } }),
    ).toBe(1);
  });

  it("is not kept waiting by any number of older ones that an objection holds", async () => {
    await holdSixty(caseId);
    expect(await settleNotices(leader())).toBe(1);
    expect((await caseRow(caseId)).stage).toBe("APPROVAL");
    expect(await db.welfareCase.count({ where: { stage: "NOTICE" } })).toBe(60);
  });
});

/** Sixty cases with older notices, each with an open objection. */
async function holdSixty(likeId: string): Promise<void> {
  await ownerQuery(`create table held as select gen_random_uuid() as c, gen_random_uuid() as n,
    gen_random_uuid() as e, g from generate_series(1, 60) g`);
  const copy = (table: string, given: string, where: string) =>
    ownerQuery(`insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${given}))).* from ${table} t, held
      where ${where}`);
  await copy("welfare_case", `'id', c, 'number', 'KN-' || g, 'request_key', gen_random_uuid()`, `t.id = '${likeId}'`);
  await copy("public_notice", `'id', n, 'number', 'GS-' || g, 'object_id', c`, `t.object_id = '${likeId}'`);
  await copy("notice_entry", `'id', e, 'notice_id', n, 'key', c`, `t.key = '${likeId}'`);
  await ownerQuery(`insert into objection (id, bureau_id, notice_id, entry_id, channel, content_cipher, received_on,
      entered_by_id, entered_at, request_key)
    select gen_random_uuid(), '${cast.desk.bureauId}', n, e, 'PHONE', 'x', '2026-10-20', '${cast.desk.accountId}', now(),
      gen_random_uuid() from held`);
  await ownerQuery("drop table held");
}
