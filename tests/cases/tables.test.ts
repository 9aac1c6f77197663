import { describe, expect, it } from "vitest";
import type { Reach } from "@/lib/auth/permit";
import { capacities, movesFor, type ActorFacts, type CaseFacts } from "@/lib/cases/rules";
import { faultsOf, genericTable, type StageTable } from "@/lib/cases/tables/rules";
import { moveWord, stageTables, stageWord, tableOf, unitTables } from "@/lib/stages";

const reach: Reach = {
  bureauId: "b",
  kind: "bureau",
  unitIds: [],
  officeUnitIds: [],
  programmes: [],
  manages: [],
  isLeader: false,
  isWarden: false,
  personId: "p0",
};
const officer: ActorFacts = { accountId: "o", reach: { ...reach, programmes: ["hardship"] } };
const manager: ActorFacts = {
  accountId: "m",
  reach: { ...reach, programmes: ["hardship"], manages: ["hardship"], personId: "p2" },
};
const liaison: ActorFacts = { accountId: "l", reach: { ...reach, kind: "units", unitIds: ["team"] } };
const leader: ActorFacts = { accountId: "b", reach: { ...reach, isLeader: true, personId: "p3" } };

const facts: CaseFacts = {
  programme: "hardship",
  stageTable: "hardship",
  stage: "PROPOSED",
  status: "open",
  personId: "p1",
  unitId: "team",
  createdById: "l",
  handlerUnitId: null,
  handlerId: "o",
  answeredById: null,
  promisedById: null,
  reopenedCount: 0,
  isComplaint: false,
  accusedId: null,
  accusedUnitId: null,
};
const { stages } = tableOf("hardship");

describe("the registry of stage tables", () => {
  it.each(Object.entries<StageTable>(stageTables))("%s can run: stages, effects and words fit together", (_, table) => {
    expect(faultsOf(table)).toEqual([]);
  });

  it("sees what would not run", () => {
    const broken: StageTable = {
      ...genericTable,
      stages: {
        PENDING: { status: "open", moves: { leap: { to: "NOWHERE", who: ["S", "O"] } } },
        ISLE: { status: "closed", moves: {} },
      },
      ownMoves: ["unknown"],
    };
    const faults = faultsOf(broken).join("\n");
    for (const found of [
      "NOWHERE, which is no stage",
      "ISLE cannot be reached",
      "leap has no effect",
      "derived and clicked",
      "unknown is no move",
    ])
      expect(faults).toContain(found);
  });

  it("knows the words of each table, and guesses none", () => {
    expect([stageWord("generic", "PENDING"), stageWord("hardship", "NOTICE")]).toEqual(["待受理", "公示"]);
    expect([moveWord("hardship", "agree"), moveWord("generic", "agree")]).toEqual(["同意公示", undefined]);
    expect(() => tableOf("toString")).toThrow("unknown stage table");
    expect(unitTables).toEqual([
      ...["hardship", "hardship-review", "insurance", "insurance-gap", "insurance-transfer"],
      ...["dormitories", "schooling"],
    ]);
  });
});

describe("managers, units and what follows from facts", () => {
  it("lets the manager agree, not the officer who proposed, not the manager about an own proposal", () => {
    expect(movesFor(stages, facts, manager)).toContain("agree");
    expect(movesFor(stages, facts, officer)).not.toContain("agree");
    expect(movesFor(stages, { ...facts, handlerId: "m" }, manager)).not.toContain("agree");
  });

  it("lets no leader approve what concerns the leader, was entered or proposed by the same person", () => {
    const approval = { ...facts, stage: "APPROVAL" };
    expect(movesFor(stages, approval, leader)).toEqual(["approve", "refuse"]);
    for (const own of [{ personId: "p3" }, { createdById: "b" }, { handlerId: "b" }])
      expect(movesFor(stages, { ...approval, ...own }, leader)).toEqual([]);
  });

  it("gives the home check to the liaison of the person's unit, to no other", () => {
    const check = { ...facts, stage: "HOME_CHECK", createdById: "worker" };
    expect(movesFor(stages, check, liaison)).toEqual(["report", "return"]);
    expect(movesFor(stages, { ...check, unitId: "other" }, liaison)).toEqual([]);
    expect(capacities(check, liaison)).toEqual(["U"]);
  });

  it("lets nobody click what follows from facts", () => {
    for (const actor of [officer, manager, liaison, leader])
      expect(movesFor(stages, { ...facts, stage: "NOTICE" }, actor)).not.toContain("noticeEnded");
  });
});
