import { beforeEach, describe, expect, test } from "vitest";
import { changeParameter } from "@/lib/parameters/commands";
import { listParameters, parameterAt, parametersAt, viewParameter } from "@/lib/parameters/queries";
import { parameterChange, type ParameterChange } from "@/lib/parameters/schema";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { administrator, clock, officerOf, permitFor } from "../calendar/permits";
import { ownerQuery, resetDatabase } from "../setup/database";

const permit = () => permitFor("parameters.change", administrator);
const viewer = () => permitFor("parameters.view", officerOf("reception"));
const change = (input: Partial<ParameterChange>): ParameterChange => ({
  key: "cases.simpleDays",
  value: 2,
  validFrom: "2026-10-10",
  reason: "局长办公会决定",
  isUnverified: false,
  seenId: "",
  ...input,
});

beforeEach(resetDatabase);

async function everything() {
  const rows = await ownerQuery(
    "SELECT p::text AS row FROM parameter p UNION ALL SELECT a::text FROM audit_event a ORDER BY 1",
  );

  return JSON.stringify(rows);
}

describe("changing a parameter", () => {
  test("a new row counts from its day; before, what counted before", async () => {
    const id = await changeParameter(permit(), change({ validFrom: "2026-11-01" }));
    const row = await db.parameter.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      key: "cases.simpleDays",
      value: 2,
      revision: 1,
      isUnverified: false,
      reason: "局长办公会决定",
      createdAt: clock,
    });
    expect(await parameterAt(db, "cases.simpleDays", "2026-10-31")).toBe(3);
    expect(await parameterAt(db, "cases.simpleDays", "2026-11-01")).toBe(2);
    const audit = await db.auditEvent.findMany();
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({
      verb: "parameters.change",
      objectId: id,
      detail: { key: "cases.simpleDays", validFrom: "2026-11-01", before: "3 个工作日", after: "2 个工作日" },
    });
  });
  test("a second value for the same day is a new revision, and the first stays in the history", async () => {
    const first = await changeParameter(permit(), change({}));
    await changeParameter(permit(), change({ value: 4, seenId: first }));
    const rows = await db.parameter.findMany({ orderBy: { revision: "asc" } });
    expect(rows.map(({ value, revision }) => [value, revision])).toEqual([
      [2, 1],
      [4, 2],
    ]);
    expect(await parameterAt(db, "cases.simpleDays", "2026-10-10")).toBe(4);
  });
  test("a value can be entered as not yet verified, and be verified without changing it", async () => {
    const first = await changeParameter(permit(), change({ value: 3, isUnverified: true }));
    await changeParameter(permit(), change({ value: 3, isUnverified: false, seenId: first, reason: "已核对文件" }));
    expect((await viewParameter(viewer(), "cases.simpleDays"))?.isUnverified).toBe(false);
  });
  test.each<[string, Partial<ParameterChange>, string]>([
    ["a day before today", { validFrom: "2026-10-09" }, "生效日期不能早于今天"],
    ["the value that counts anyway", { value: 3 }, "那一天本来就是“3 个工作日”，不用改"],
    ["an end before the beginning", { key: "reception.toTime", value: "08:00" }, "接待结束时间应晚于开始时间"],
    ["more kept back than there is", { key: "reception.walkInReserve", value: 12 }, "请减少预留"],
  ])("%s is refused, and nothing is written", async (_name, input, sentence) => {
    const before = await everything();
    await expect(changeParameter(permit(), change(input))).rejects.toThrow(sentence);
    expect(await everything()).toBe(before);
  });
  test("a change that spoils a later day is refused with that day", async () => {
    await changeParameter(permit(), change({ key: "reception.fromTime", value: "10:00", validFrom: "2026-12-01" }));
    const before = await everything();
    const early = change({ key: "reception.toTime", value: "10:00" });
    await expect(changeParameter(permit(), early)).rejects.toThrow("从2026-12-01起：接待结束时间应晚于开始时间");
    expect(await everything()).toBe(before);
    await changeParameter(permit(), change({ key: "reception.toTime", value: "12:00" }));
    expect(await parameterAt(db, "reception.toTime", "2026-12-01")).toBe("12:00");
  });
  test("a page that is no longer up to date is refused, and nothing is written", async () => {
    await changeParameter(permit(), change({}));
    const before = await everything();
    await expect(changeParameter(permit(), change({ value: 4 }))).rejects.toThrow("刚被别人处理过");
    expect(await everything()).toBe(before);
  });
  test("of ten who change it at once one gets through", async () => {
    const values = Array.from({ length: 10 }, (_, i) => change({ value: 10 + i }));
    const results = await Promise.allSettled(values.map((value) => changeParameter(permit(), value)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(String(result.reason)).toContain("刚被别人处理过");
    }
    expect(await db.parameter.count()).toBe(1);
    expect(await db.auditEvent.count()).toBe(1);
  });
  test("if the audit row cannot be written, the value is not there either", async () => {
    const before = await everything();
    await ownerQuery("ALTER TABLE audit_event ADD CONSTRAINT closed CHECK (verb <> 'parameters.change')");
    try {
      await expect(changeParameter(permit(), change({}))).rejects.toThrow();
    } finally {
      await ownerQuery("ALTER TABLE audit_event DROP CONSTRAINT closed");
    }
    expect(await everything()).toBe(before);
  });
});

describe("reading parameters", () => {
  test("several at once, each with its type, and the fallback for what nobody entered", async () => {
    await changeParameter(permit(), change({}));
    const values = await parametersAt(
      db,
      ["cases.simpleDays", "reception.place", "reception.slotMinutes"],
      "2026-10-10",
    );
    expect(values).toEqual({
      "cases.simpleDays": 2,
      "reception.place": "局机关一楼接待室",
      "reception.slotMinutes": 15,
    });
  });
  test("a stored value that no longer fits falls back", async () => {
    await db.parameter.create({
      data: {
        id: newId(),
        key: "cases.simpleDays",
        value: "drei",
        validFrom: dateColumn("2026-01-01"),
        reason: "旧版本",
      },
    });
    expect(await parameterAt(db, "cases.simpleDays", "2026-10-10")).toBe(3);
  });
  test("the list shows the value of today and the next one", async () => {
    await changeParameter(permit(), change({ validFrom: "2026-11-01", isUnverified: true }));
    const line = (await listParameters(viewer())).find(({ key }) => key === "cases.simpleDays");
    expect(line).toMatchObject({
      value: "3 个工作日",
      isUnverified: false,
      next: { value: "2 个工作日", validFrom: "2026-11-01" },
    });
    expect(line?.since).toBeUndefined();
  });
  test("the history says of each row what it is today", async () => {
    await db.parameter.createMany({
      data: [
        { id: newId(), key: "cases.simpleDays", value: 7, validFrom: dateColumn("2020-01-01"), reason: "旧规定" },
        { id: newId(), key: "cases.simpleDays", value: 5, validFrom: dateColumn("2025-01-01"), reason: "三日办结" },
      ],
    });
    const [latest] = await db.parameter.findMany({ orderBy: { id: "desc" }, take: 1 });
    const replaced = await changeParameter(permit(), change({ validFrom: "2026-11-01", seenId: latest?.id ?? "" }));
    const newest = await changeParameter(permit(), change({ validFrom: "2026-11-01", value: 1, seenId: replaced }));
    const view = await viewParameter(viewer(), "cases.simpleDays");
    expect(view?.history.map(({ value, place }) => [value, place])).toEqual([
      ["1 个工作日", "next"],
      ["2 个工作日", "replaced"],
      ["5 个工作日", "now"],
      ["7 个工作日", "past"],
    ]);
    expect(view).toMatchObject({ stored: "5", seenId: newest });
  });
  test("a key that does not exist is not found", async () => {
    expect(await viewParameter(viewer(), "toString")).toBeUndefined();
  });
});

describe("the form", () => {
  test("takes what was typed for the parameter it names", () => {
    const typed = { key: "cases.simpleDays", value: "２", validFrom: "2026-10-10", reason: "局长办公会决定" };
    expect(parameterChange.parse(typed)).toEqual(change({}));
  });
  test("complains at the field", () => {
    const complaints = (typed: object) =>
      parameterChange.safeParse(typed).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(complaints({ key: "cases.simpleDays", value: "x", validFrom: "2026-10-10", reason: "决定" })).toEqual([
      ["value", "请填写整数"],
    ]);
    expect(complaints({ key: "cases.simpleDays", value: "2" })).toEqual([
      ["validFrom", "请填写生效日期"],
      ["reason", "请写明依据或原因"],
    ]);
    expect(complaints({ key: "nothing", value: "2", validFrom: "2026-10-10", reason: "决定" })?.[0]?.[0]).toBe("key");
  });
});
