import { describe, expect, it } from "vitest";
import { demoRows } from "@/prisma/seed";
import { unreported } from "@/prisma/seed/hardship-coming";

const hashes = { password: "x", pin: "x" };

describe("the coming Spring Festival of the demonstration", () => {
  it("is being prepared in November: a reason for every household, two units not reported, nothing granted", () => {
    const { tables } = demoRows("2026-11-22", hashes);
    const coming = tables.visit_campaign?.find(({ stage }) => stage === "SURVEY");
    expect(coming).toMatchObject({ year: 2027, name: "2027年春节走访慰问", standardFen: 50_000n });
    const rows = tables.visit_row?.filter(({ campaignId }) => campaignId === coming?.id) ?? [];
    expect(rows.filter(({ takenOffAt }) => !takenOffAt)).toHaveLength(161);
    expect(rows.filter(({ takenOffReason }) => takenOffReason)).toHaveLength(1);
    expect(rows.filter(({ offAskedReason }) => offAskedReason)).toHaveLength(1);
    expect(new Set(rows.map(({ householdId }) => householdId)).size).toBe(rows.length);
    expect(rows.every(({ reason, signOffId }) => reason !== "" && !signOffId)).toBe(true);
    expect(new Set(rows.map(({ category }) => category))).toEqual(new Set(["HARDSHIP", "SICK", "RETIRED", "WIDOWED"]));
    const stations = tables.org_unit?.filter(({ type }) => type === "STATION") ?? [];
    expect(stations.length - (tables.campaign_report?.length ?? 0)).toBe(unreported);
    expect(tables.sign_off?.some(({ campaignId }) => campaignId === coming?.id)).toBe(false);
  });

  it.each(["2026-10-01", "2026-02-17"])("is not there yet on %s, and the ten past ones add up", (today) => {
    const { tables } = demoRows(today, hashes);
    expect(tables.visit_campaign).toHaveLength(10);
    const paid = tables.sign_off
      ?.filter(({ campaignId }) => campaignId)
      .reduce((sum, row) => sum + BigInt(row.amountFen ?? 0), 0n);
    expect(paid).toBe(62_025_000n);
  });
});
