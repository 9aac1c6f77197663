import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { aSweeper, bureauId, insure, openInsurance } from "./bureau";

let personId: string;
beforeAll(async () => {
  await openInsurance();
  personId = (await aSweeper()).id;
});

const period = (given: object) => ({
  id: newId(),
  bureauId,
  personId,
  scheme: "PENSION" as const,
  payer: "BUREAU" as const,
  startMonth: "2025-01",
  startCode: "FIRST" as const,
  ...given,
});
const base = (given: object) => ({
  id: newId(),
  bureauId,
  personId,
  fromMonth: "2026-01",
  wageFen: 251_000n,
  source: "LAST_YEAR" as const,
  baseFen: 501_300n,
  clamp: "FLOOR" as const,
  createdById: newId(),
  ...given,
});

describe("what the database itself refuses", () => {
  it.each([
    ["a month that is none", { startMonth: "2025-13" }, "enrolment_months"],
    ["an end before the beginning", { endMonth: "2024-12", endCode: "SUSPENDED" }, "enrolment_months"],
    ["an end without a reason", { endMonth: "2025-12" }, "enrolment_ended_for_a_reason"],
    ["a beginning with the code of an end", { startCode: "RETIRED" }, "enrolment_codes"],
  ])("%s", async (_what, given, constraint) => {
    await expect(db.enrolment.create({ data: period(given) })).rejects.toThrow(constraint);
    expect(await db.enrolment.count()).toBe(0);
  });

  it("a second running period of one scheme", async () => {
    await insure(personId, ["INJURY"]);
    await expect(insure(personId, ["INJURY"], "2026-01")).rejects.toThrow();
    expect(await db.enrolment.count({ where: { scheme: "INJURY" } })).toBe(1);
  });

  it.each([
    ["a base with 角 and 分", { baseFen: 501_301n }, "contribution_base_amounts"],
    ["a base of a month that is none", { fromMonth: "2026-00" }, "contribution_base_month"],
  ])("%s", async (_what, given, constraint) => {
    await expect(db.contributionBase.create({ data: base(given) })).rejects.toThrow(constraint);
    expect(await db.contributionBase.count()).toBe(0);
  });
});
