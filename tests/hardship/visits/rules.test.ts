import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedOf, isAsked, mayAsk } from "@/lib/hardship/visits/asking/rules";
import { mayForm, refuseGroup } from "@/lib/hardship/visits/groups/rules";
import {
  giversOf,
  refuseAgain,
  refuseRow,
  refuseVisit,
  rowStateOf,
  type RowFacts,
} from "@/lib/hardship/visits/records/rules";
import { needOptions } from "@/lib/hardship/visits/records/words";

const today = "2026-10-12";
const open: RowFacts = {
  stage: "VISITING",
  isLeftOut: false,
  takenOff: false,
  signedOn: null,
  notMetReason: null,
  memberIds: ["a", "b", "c"],
  finishBy: "2026-10-23",
};

describe("whether something may be written down about a household", () => {
  it("may, while the campaign is visited and the household is on the list in a group", () => {
    expect(refuseRow(open)).toBeUndefined();
    expect(refuseRow({ ...open, notMetReason: "HOSPITAL" })).toBeUndefined();
  });

  it.each([
    [{ stage: "NOTICE" }, "走访阶段"],
    [{ stage: "SETTLING" }, "走访阶段"],
    [{ signedOn: "2026-10-10" }, "2026-10-10"],
    [{ takenOff: true }, "撤下"],
    [{ isLeftOut: true }, "没有排进"],
    [{ memberIds: [] }, "走访组"],
  ] as const)("is refused for %j", (given, words) => {
    expect(refuseRow({ ...open, ...given })?.sentence).toContain(words);
  });

  it("takes two of the group at least, on a day that has come", () => {
    const went = { visitedOn: today, visitors: ["a", "b"] };
    expect(refuseVisit(open, went, today)).toBeUndefined();
    expect(refuseVisit(open, { ...went, visitors: ["a", "a"] }, today)).toMatchObject({ field: "visitors" });
    expect(refuseVisit(open, { ...went, visitors: ["a", "x"] }, today)).toMatchObject({ field: "visitors" });
    expect(refuseVisit(open, { ...went, visitedOn: "2026-10-13" }, today)).toMatchObject({ field: "visitedOn" });
  });

  it("goes again between today and the last day", () => {
    expect(refuseAgain("2026-10-12", "2026-10-23", today)).toBeUndefined();
    expect(refuseAgain("2026-10-23", "2026-10-23", today)).toBeUndefined();
    expect(refuseAgain("2026-10-11", "2026-10-23", today)).toBeDefined();
    expect(refuseAgain("2026-10-24", "2026-10-23", today)).toBeDefined();
  });

  it("stands as signed before anything else", () => {
    expect(rowStateOf({ takenOff: false, signedOn: null, notMetReason: null })).toBe("planned");
    expect(rowStateOf({ takenOff: false, signedOn: null, notMetReason: "OTHER" })).toBe("notMet");
    expect(rowStateOf({ takenOff: true, signedOn: null, notMetReason: "OTHER" })).toBe("takenOff");
    expect(rowStateOf({ takenOff: false, signedOn: today, notMetReason: "OTHER" })).toBe("signed");
  });
});

describe("the two who gave the cash", () => {
  it("are always two different ones of those who went, or a sentence", () => {
    const ids = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 5 });
    fc.assert(
      fc.property(ids, ids, (visitors, chosen) => {
        const givers = giversOf(visitors, chosen);
        if (!Array.isArray(givers)) return givers.sentence.length > 0 && givers.field === "givers";

        return new Set(givers).size === 2 && givers.every((id) => visitors.some((one) => one === id));
      }),
    );
  });

  it("need not be ticked where only two went", () => {
    expect(giversOf(["a", "b"], [])).toEqual(["a", "b"]);
    expect(giversOf(["a", "b", "c"], [])).toMatchObject({ field: "givers" });
    expect(giversOf(["a", "b", "c"], ["c", "a"])).toEqual(["c", "a"]);
    expect(giversOf(["a", "b"], ["a", "x"])).toMatchObject({ field: "givers" });
  });
});

describe("a group", () => {
  const group = { leaderId: "a", officerId: "b", liaisonId: "c", plannedOn: "2026-10-20" };
  const campaign = { stage: "NOTICE", finishBy: "2026-10-23" } as const;

  it("is three people on a day before the festival", () => {
    expect(refuseGroup(campaign, group, today)).toBeUndefined();
    expect(refuseGroup(campaign, { ...group, plannedOn: "2026-10-23" }, today)).toBeUndefined();
    expect(refuseGroup(campaign, { ...group, plannedOn: "2026-10-24" }, today)).toMatchObject({ field: "plannedOn" });
    expect(refuseGroup(campaign, { ...group, plannedOn: "2026-10-11" }, today)).toMatchObject({ field: "plannedOn" });
    expect(refuseGroup(campaign, { ...group, officerId: "a" }, today)).toMatchObject({ field: "officerId" });
    expect(refuseGroup(campaign, { ...group, liaisonId: "b" }, today)).toMatchObject({ field: "liaisonId" });
    expect(refuseGroup({ ...campaign, stage: "SETTLING" }, group, today)).toBeDefined();
  });

  it("is formed until the last visit and not afterwards", () => {
    expect(mayForm("DRAFT") && mayForm("VISITING")).toBe(true);
    expect(mayForm("SETTLING") || mayForm("ARCHIVED") || mayForm("VOID")).toBe(false);
  });
});

describe("who is asked afterwards", () => {
  it("is the share of the households, rounded up, never more than there are", () => {
    expect([askedOf(158, 10), askedOf(3, 10), askedOf(0, 10), askedOf(5, 100)]).toEqual([16, 1, 0, 5]);
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: 1, max: 100 }), (households, share) => {
        const asked = askedOf(households, share);

        return asked <= households && asked * 100 >= households * share && (households === 0 || asked > 0);
      }),
    );
  });

  it("is asked by nobody who had a hand in it", () => {
    const hands = { personIds: ["giver"], accountIds: ["recorder"] };
    expect(mayAsk(hands, { personId: "other", accountId: "another" })).toBe(true);
    expect(mayAsk(hands, { personId: "giver", accountId: "another" })).toBe(false);
    expect(mayAsk(hands, { personId: "other", accountId: "recorder" })).toBe(false);
  });

  it("is asked from the first visit until the campaign is filed", () => {
    expect((["VISITING", "SETTLING", "RESULT_NOTICE"] as const).every(isAsked)).toBe(true);
    expect((["NOTICE", "ARCHIVED", "VOID"] as const).some(isAsked)).toBe(false);
  });
});

it("offers every programme's matters as a need but a hardship file, which has its own form", () => {
  const values = needOptions().map(({ value }) => value);
  expect(values).toContain("dormitories|宿舍维修");
  expect(values).not.toContain("hardship|困难申请");
});
