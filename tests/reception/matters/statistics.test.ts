import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupBy, tally, type MatterFacts } from "@/lib/reception/matters/statistics/rules";

const answered: MatterFacts = {
  dayId: "day",
  month: "2026-11",
  category: "PAY",
  unit: "环卫一所",
  mode: "ASSIGN",
  dueOn: null,
  firstAnsweredOn: "2026-11-12",
  firstDueOn: "2026-11-13",
  outcome: "RESOLVED",
  satisfaction: "SATISFIED",
};
const running: MatterFacts = {
  ...answered,
  ...{ dueOn: "2026-11-20", firstAnsweredOn: null, firstDueOn: null, outcome: null, satisfaction: null },
};
const today = "2026-11-20";

describe("the columns of 年度统计", () => {
  test.each<[string, Partial<MatterFacts>, object]>([
    ["answered in time, solved, content", {}, { onTime: 1, due: 1, resolved: 1, answered: 1, content: 1, reached: 1 }],
    ["answered on the last day", { firstDueOn: "2026-11-12" }, { onTime: 1, due: 1 }],
    ["answered a day late", { firstDueOn: "2026-11-11" }, { onTime: 0, due: 1 }],
    ["explained, not solved", { outcome: "EXPLAINED" }, { resolved: 0, answered: 1 }],
    ["nobody picked up", { satisfaction: "NOT_REACHED" }, { content: 0, reached: 0 }],
    ["not content", { satisfaction: "DISSATISFIED" }, { content: 0, reached: 1 }],
    ["answered on the spot", { mode: "ON_SPOT", firstDueOn: null }, { onSpot: 1, assigned: 0, onTime: 1 }],
  ])("%s", (_, change, expected) => {
    expect(tally([{ ...answered, ...change }], today)).toMatchObject(expected);
  });

  test("what is still running counts as late only from the day after its last day", () => {
    expect(tally([running], "2026-11-20")).toMatchObject({ matters: 1, due: 0, answered: 0 });
    expect(tally([running], "2026-11-21")).toMatchObject({ matters: 1, due: 1, onTime: 0 });
  });

  test("the groups add up to the whole, however the matters are divided", () => {
    const fact = fc.record({
      unit: fc.constantFrom("环卫一所", "环卫二所", "工会"),
      outcome: fc.constantFrom("RESOLVED" as const, "EXPLAINED" as const, null),
      satisfaction: fc.constantFrom("SATISFIED" as const, "DISSATISFIED" as const, null),
    });
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        const matters = facts.map((one) => ({ ...answered, ...one }));
        const whole = tally(matters, today);
        const groups = groupBy(matters, ({ unit }) => unit, today);
        for (const key of Object.keys(whole) as (keyof typeof whole)[]) {
          expect(groups.reduce((sum, group) => sum + group.tally[key], 0)).toBe(whole[key]);
        }
      }),
    );
  });
});
