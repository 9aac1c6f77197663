import { beforeEach, describe, expect, test } from "vitest";
import { encryptField } from "@/lib/crypto";
import { instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { findByIdNo, reveal, revealIdNo } from "@/lib/people/reveal/commands";
import { Reveal } from "@/lib/people/reveal/schema";
import { db } from "@/prisma/client";
import { ownerQuery, resetDatabase } from "../../setup/database";
import {
  anActor,
  aPerson,
  countAll,
  leader,
  liaisonOf,
  officer,
  openUnits,
  permitOf,
  today,
  units,
  type Staff,
} from "../bureau";

const ID_NO = "129900196804121011";
let desk: Staff;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  desk = await anActor("吴接待", [officer("reception")]);
  id = (
    await aPerson({
      name: "李扫街",
      idNo: ID_NO,
      mobile: "13812345678",
      address: "红旗路1号",
      hukouAddress: "某县某村",
    })
  ).id;
});

const permit = () => permitOf(desk, "people.reveal");
const spend = async (looks: number, at = instantAt(today, "08:30")) => {
  const data = Array.from({ length: looks }, () => ({
    id: newId(),
    at,
    actorId: desk.accountId,
    actorName: "吴接待",
    actorRole: "OFFICER",
    verb: "people.reveal",
    outcome: "DONE" as const,
    object: "person",
  }));
  await db.auditEvent.createMany({ data });
};

test("an officer who writes a reason sees the number, and one audit row says so without the number", async () => {
  expect(await revealIdNo(permit(), id, "核对参保信息")).toBe(ID_NO);
  const rows = await db.auditEvent.findMany();
  expect(rows).toMatchObject([
    { verb: "people.reveal", reason: "核对参保信息", subjectId: id, fields: ["idNo"], isNotable: false },
  ]);
  expect(JSON.stringify(rows)).not.toContain(ID_NO);
});

test.each([
  ["mobile", "13812345678"],
  ["address", "现住 红旗路1号；户籍 某县某村"],
  ["bankCard", "没有登记"],
] as const)("%s is shown the same way", async (field, shown) => {
  expect(await reveal(permit(), { id, field, reason: "电话回访核实" })).toBe(shown);
  expect(await db.auditEvent.count({ where: { fields: { has: field } } })).toBe(1);
});

test.each(["", "看看", "四个字啊"])("a reason of less than five characters is malformed: %j", (reason) => {
  expect(Reveal.safeParse({ id, field: "idNo", reason }).success).toBe(false);
});

describe("special circumstances (class 3)", () => {
  test("are shown to programmes that need them, and the row stands out for the auditor", async () => {
    const care = JSON.stringify([{ kind: "DISABILITY", level: "二级" }, { kind: "LIVES_ALONE" }]);
    const healthFlagsCipher = encryptField(care, { table: "person", column: "health_flags_cipher", rowId: id });
    await db.person.update({ where: { id }, data: { healthFlagsCipher } });
    const helper = await anActor("郑帮扶", [officer("hardship")]);
    expect(await reveal(permitOf(helper, "people.reveal"), { id, field: "care", reason: "困难建档核对" })).toBe(
      "残疾（二级）、独居",
    );
    expect(await db.auditEvent.findMany()).toMatchObject([{ isNotable: true }]);
  });

  test("are not found by others", async () => {
    const before = await countAll();
    await expect(reveal(permit(), { id, field: "care", reason: "只是想看看" })).rejects.toThrow("NEXT_HTTP_ERROR");
    expect(await countAll()).toEqual(before);
  });
});

describe("the budget", () => {
  test("sixty looks an hour; the sixty-first is refused, shows nothing and leaves no row", async () => {
    await spend(59);
    expect(await revealIdNo(permit(), id, "核对参保信息")).toBe(ID_NO);
    const before = await countAll();
    await expect(revealIdNo(permit(), id, "核对参保信息")).rejects.toThrow("一小时内最多查看 60 次");
    await expect(findByIdNo(permit(), ID_NO)).rejects.toThrow("一小时内最多查看 60 次");
    expect(await countAll()).toEqual(before);
  });

  test("looks of more than an hour ago and of other people do not count", async () => {
    await spend(60, instantAt(today, "07:59"));
    await ownerQuery("update audit_event set actor_id = $1 where id in (select id from audit_event limit 1)", [
      newId(),
    ]);
    expect(await revealIdNo(permit(), id, "核对参保信息")).toBe(ID_NO);
  });

  test("two at the same instant cannot both be the sixtieth", async () => {
    await spend(59);
    const results = await Promise.allSettled([
      revealIdNo(permit(), id, "核对参保信息"),
      revealIdNo(permit(), id, "核对参保信息"),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test("without its audit row nothing is shown", async () => {
  await ownerQuery("alter table audit_event add constraint no_more check (false) not valid");
  try {
    await expect(revealIdNo(permit(), id, "核对参保信息")).rejects.toThrow();
  } finally {
    await ownerQuery("alter table audit_event drop constraint no_more");
  }
});

test("an unknown person is not found and costs nothing", async () => {
  const before = await countAll();
  await expect(revealIdNo(permit(), newId(), "核对参保信息")).rejects.toThrow("NEXT_HTTP_ERROR");
  expect(await countAll()).toEqual(before);
});

test("leaders and liaisons have no such right", async () => {
  const boss = await anActor("赵局长", [leader], units.bureau);
  const liaison = await anActor("钱联络", [liaisonOf(units.first)], units.first);
  expect(() => permitOf(boss, "people.reveal")).toThrow("may not");
  expect(() => permitOf(liaison, "people.reveal")).toThrow("may not");
});

describe("finding by the whole ID number", () => {
  test("goes by the keyed hash, full-width digits included, and is audited", async () => {
    expect(await findByIdNo(permit(), " １２９９００196804121011 ")).toBe(id);
    expect(await db.auditEvent.findMany()).toMatchObject([
      { verb: "people.reveal", subjectId: id, detail: { step: "search", found: 1 } },
    ]);
  });

  test("a number that nobody has is refused, and the question is audited all the same", async () => {
    await expect(findByIdNo(permit(), "12990019800229012X")).rejects.toThrow("没有人登记过这个号码");
    expect(await db.auditEvent.findMany()).toMatchObject([{ subjectId: null, detail: { step: "search", found: 0 } }]);
  });
});
