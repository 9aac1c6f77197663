import { beforeAll, describe, expect, it } from "vitest";
import { listCases } from "@/lib/cases/list/queries";
import { readDashboard } from "@/lib/dashboard/queries";
import { rateWords } from "@/lib/cases/rates/rules";
import { countsOf, daysWords, lastTwelveMonths, type CountName } from "@/lib/dashboard/rules";
import { units } from "../people/bureau";
import { anAssignedCase, answered, move, openBureau, permit, type Cast } from "../cases/bureau";

let cast: Cast;
const today = "2026-10-30";

beforeAll(async () => {
  cast = await openBureau();
  const onTime = await anAssignedCase(cast, {}, "2026-10-12");
  await move(cast.insurance, onTime, "answer", answered, "2026-10-15");
  await move(cast.desk, onTime, "followUp", {}, "2026-10-16");
  await move(cast.desk, onTime, "close", { satisfaction: "FAIR" }, "2026-10-16");
  const late = await anAssignedCase(cast, {}, "2026-10-12");
  await move(cast.insurance, late, "answer", { ...answered, outcome: "EXPLAINED" }, "2026-10-22");
  await anAssignedCase(cast, {}, "2026-10-12"); // overdue and unanswered
  await anAssignedCase(cast, { subject: "dormitories|宿舍维修", handlerUnitId: units.first }, today);
  const voided = await anAssignedCase(cast, {}, "2026-10-12");
  await move(cast.desk, voided, "void", { note: "重复登记" }, "2026-10-13");
});

describe("the dashboard", () => {
  it("counts what the definitions say", async () => {
    const { total } = await readDashboard(permit(cast.boss, "dashboard.view", today));
    expect(total).toEqual({
      unsettled: 2,
      overdue: 1,
      onTime: 1,
      due: 3,
      resolved: 1,
      answered: 2,
      content: 1,
      reached: 1,
      medianDays: 5.5,
    });
  });

  it("opens with every number exactly the rows that it counts, by programme and unit too", async () => {
    const list = permit(cast.boss, "cases.view", today);
    const figures = await readDashboard(permit(cast.boss, "dashboard.view", today));
    const lines = [
      { counts: figures.total, where: {} },
      ...figures.programmes.map(({ key, counts }) => ({ counts, where: { programme: key } })),
      ...figures.units.map(({ key, counts }) => ({ counts, where: { unit: key } })),
    ];
    expect(lines).toHaveLength(4);
    for (const { counts, where } of lines)
      for (const [name, filter] of Object.entries(countsOf(figures.span)))
        expect(Number((await listCases(list, { ...filter, ...where })).total), `${name} ${JSON.stringify(where)}`).toBe(
          counts[name as CountName],
        );
  });

  it("puts a case into the month of its answer or of its missed due date", async () => {
    const { months } = await readDashboard(permit(cast.boss, "dashboard.view", today));
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toEqual({ month: "2026-10", onTime: 1, due: 3 });
  });

  it("shows a liaison only what the own unit handles", async () => {
    const { total } = await readDashboard(permit(cast.firstLiaison, "dashboard.view", today));
    expect(total.unsettled).toBe(1);
    expect((await readDashboard(permit(cast.secondLiaison, "dashboard.view", today))).total.unsettled).toBe(0);
  });
});

describe("figures in words", () => {
  it("never make up a rate where there is nothing to divide by", () => {
    expect(rateWords(0, 0)).toBe("暂无");
    expect(rateWords(19, 20)).toBe("95.0%");
    expect(daysWords(null)).toBe("暂无");
    expect(daysWords(2.5)).toBe("2.5");
  });

  it("look back over twelve months, the running one included", () => {
    expect(lastTwelveMonths("2026-02-28")).toMatchObject({ from: "2025-03-01", to: "2026-02-28" });
  });
});
