import { beforeEach, describe, expect, it } from "vitest";
import { listAttachments } from "@/lib/cases/attachments/queries";
import { loadCase } from "@/lib/cases/queries";
import { listInbox } from "@/lib/cases/list/queries";
import { newId } from "@/lib/id";
import { schoolingFigures } from "@/lib/schooling/figures/queries";
import { draftLetter } from "@/lib/schooling/letters/commands";
import { letterPaper, viewLetter } from "@/lib/schooling/letters/queries";
import { listPlacements } from "@/lib/schooling/list/queries";
import { PlacementFilter } from "@/lib/schooling/list/schema";
import { sendPaper } from "@/lib/schooling/materials/commands";
import { myChildren } from "@/lib/schooling/mine/queries";
import { resultsOf, surveyOf } from "@/lib/schooling/papers/queries";
import { comingChildren, ownReminder } from "@/lib/schooling/planner/queries";
import { revealChild } from "@/lib/schooling/reveal/commands";
import { viewPlacement } from "@/lib/schooling/view/queries";
import { dateColumn } from "@/lib/dates";
import { db, transact } from "@/prisma/client";
import { aPerson, bureauId } from "../people/bureau";
import { countSql } from "../setup/count-sql";
import { ownerQuery } from "../setup/database";
import { canary, evidence, idNoOf, openSchool, permit, placementAt, type SchoolCast } from "./bureau";

let cast: SchoolCast;
beforeEach(async () => {
  cast = await openSchool();
});

const looks = (verb: string) =>
  db.auditEvent.findMany({ where: { verb, object: "school_placement", outcome: "DONE" }, orderBy: { id: "asc" } });
const all = PlacementFilter.parse({ tab: "all" });
const rows = async (who: keyof SchoolCast) =>
  (await listPlacements(permit(cast[who], "schooling.view"), all)).rows.map(({ caseId }) => caseId);

describe("who reaches a placement", () => {
  it("is the unit's liaison until her own check, then only the officers and the parent", async () => {
    const caseId = await placementAt(cast, "UNIT_CHECK");
    const view = (who: keyof SchoolCast) => viewPlacement(permit(cast[who], "schooling.view"), caseId);
    await expect(view("firstLiaison")).resolves.toMatchObject({ caseId });
    await expect(view("secondLiaison")).rejects.toThrow();
    expect([await rows("firstLiaison"), await rows("secondLiaison")]).toEqual([[caseId], []]);
    const later = await placementAt(cast, "UNION_CHECK", { childId: idNoOf("2021-05-05") });
    await expect(viewPlacement(permit(cast.firstLiaison, "schooling.view"), later)).rejects.toThrow();
    await expect(
      revealChild(permit(cast.firstLiaison, "schooling.reveal"), { caseId: later, reason: "核对姓名" }),
    ).rejects.toThrow();
    await expect(transact((tx) => loadCase(tx, permit(cast.firstLiaison, "cases.view"), later))).rejects.toThrow();
    expect(await rows("firstLiaison")).toEqual([caseId]);
    expect((await rows("officer")).sort()).toEqual([caseId, later].sort());
  });

  it("is no leader: neither the case nor the inbox nor a paper, only numbers below five hidden", async () => {
    const caseId = await placementAt(cast, "COORDINATING");
    await sendPaper(permit(cast.worker, "my.schooling"), { caseId, kind: "HOUSEHOLD_BOOK", file: evidence() });
    const boss = permit(cast.boss, "cases.view");
    await expect(transact((tx) => loadCase(tx, boss, caseId))).rejects.toThrow();
    expect((await listInbox(boss, "todo", {})).rows.map(({ id }) => id)).not.toContain(caseId);
    const { id } = await db.schoolPlacement.findUniqueOrThrow({ where: { caseId } });
    const papers = await listAttachments(boss, { owner: "school_placement", ownerId: id });
    expect(papers.map(({ mayOpen }) => mayOpen)).toEqual([false]);
    const figures = await schoolingFigures(permit(cast.boss, "schooling.totals"));
    expect(figures.intakes).toMatchObject([{ year: 2027, registered: { shown: "<5", filter: null }, rate: null }]);
    const own = await schoolingFigures(permit(cast.officer, "schooling.totals"));
    expect(own.intakes).toMatchObject([{ registered: { shown: "1", filter: { tab: "all", year: "2027" } } }]);
  });

  it("counts with the very filters that its links carry", async () => {
    await placementAt(cast, "COORDINATING");
    await placementAt(cast, "PREPARING", { childId: idNoOf("2021-05-05") });
    const [line] = (await schoolingFigures(permit(cast.officer, "schooling.totals"))).intakes;
    for (const figure of [line?.registered, line?.eligible]) {
      const list = await listPlacements(permit(cast.officer, "schooling.view"), PlacementFilter.parse(figure?.filter));
      expect(String(list.total)).toBe(figure?.shown);
    }
  });
});

describe("a look at the child", () => {
  it("takes a reason and writes one row that the parent can read, before anything is shown", async () => {
    const caseId = await placementAt(cast, "UNION_CHECK");
    const shown = await revealChild(permit(cast.officer, "schooling.reveal"), { caseId, reason: "核对户口簿" });
    expect(shown).toContain(canary);
    expect(shown).toContain(idNoOf("2021-03-08"));
    const [row, ...more] = await looks("schooling.reveal");
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      reason: "核对户口簿",
      subjectId: cast.worker.personId,
      actorId: cast.officer.accountId,
      fields: ["child"],
    });
  });

  it("is in the log for the parent's own page, the letter's list and the sheets too", async () => {
    const caseId = await placementAt(cast, "COORDINATING");
    const id = await draftLetter(permit(cast.officer, "schooling.letter"), { requestKey: newId(), cases: [caseId] });
    const [mine] = await myChildren(permit(cast.worker, "my.schooling"));
    expect(mine?.name).toBe(canary);
    expect(await looks("my.schooling")).toHaveLength(4);
    const before = (await looks("schooling.print")).length;
    expect((await letterPaper(permit(cast.officer, "schooling.print"), id)).rows[0]?.child).toBe(canary);
    await surveyOf(permit(cast.officer, "schooling.print"), 2027);
    await resultsOf(permit(cast.officer, "schooling.print"), 2027);
    expect((await looks("schooling.print")).length - before).toBe(3);
  });

  it("happens nowhere else: no list, letter, sheet, case, event or row of the log carries the name", async () => {
    const caseId = await placementAt(cast, "ASSIGNED");
    const [letter] = await db.schoolLetter.findMany();
    const shown = [
      await viewPlacement(permit(cast.officer, "schooling.view"), caseId),
      await listPlacements(permit(cast.officer, "schooling.view"), all),
      await viewLetter(permit(cast.boss, "schooling.totals"), letter?.id ?? ""),
      await surveyOf(permit(cast.officer, "schooling.print"), 2027),
      await resultsOf(permit(cast.officer, "schooling.print"), 2027),
      await myChildren(permit(cast.otherWorker, "my.schooling")),
    ];
    expect(
      JSON.stringify(shown, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toContain(canary);
    await revealChild(permit(cast.officer, "schooling.reveal"), { caseId, reason: "核对户口簿" });
    const tables = await ownerQuery<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'",
    );
    for (const { name } of tables) {
      const found = await ownerQuery(`select 1 from "${name}" t where t::text like $1 or t::text like $2`, [
        `%${canary}%`,
        `%${idNoOf("2021-03-08")}%`,
      ]);
      expect({ name, rows: found.length }).toEqual({ name, rows: 0 });
    }
  });
});

describe("the season's planner", () => {
  async function aFamily(birth: string, given: object = {}, relation: "SON" | "SPOUSE" = "SON") {
    const parent = await aPerson({ name: "外来家长", hukouScope: "OUTSIDE", ...given });
    const household = newId();
    await db.household.create({ data: { id: household, bureauId, headId: parent.id } });
    await db.person.update({ where: { id: parent.id }, data: { householdId: household } });
    await db.familyMember.create({
      data: { id: newId(), householdId: household, name: canary, relation, birthDate: dateColumn(birth) },
    });

    return parent;
  }

  it("finds the children of migrants who are old enough for the first time, in one statement and without a name", async () => {
    const [first, last] = [await aFamily("2020-09-01"), await aFamily("2021-08-31")];
    await aFamily("2020-08-31");
    await aFamily("2021-09-01");
    await aFamily("2021-01-01", { hukouScope: "LOCAL" });
    await aFamily("2021-01-01", { status: "LEFT" });
    await aFamily("2021-01-01", {}, "SPOUSE");
    const { result: list, statements } = await countSql(() =>
      comingChildren(permit(cast.officer, "schooling.plan"), {}),
    );
    expect(list.rows.map(({ personId }) => personId).sort()).toEqual([first.id, last.id].sort());
    expect(list.total).toBe(2);
    expect(statements.length).toBeLessThanOrEqual(3);
    expect(JSON.stringify(list)).not.toContain(canary);
    expect((await comingChildren(permit(cast.secondLiaison, "schooling.plan"), {})).rows).toEqual([]);
  });

  it("reminds the parent on the phone until the child is registered", async () => {
    const parent = await aFamily("2021-03-08");
    const actor = { ...cast.worker, personId: parent.id };
    expect((await ownReminder(permit(actor, "my.schooling")))?.year).toBe(2027);
    expect(await ownReminder(permit(cast.otherWorker, "my.home"))).toBeNull();
  });
});

it("pages the register by key with a bounded number of statements", async () => {
  await placementAt(cast, "REGISTERED");
  const { statements } = await countSql(() => listPlacements(permit(cast.officer, "schooling.view"), all));
  expect(statements.length).toBeLessThanOrEqual(4);
});
