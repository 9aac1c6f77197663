import { beforeEach, describe, expect, it } from "vitest";
import { dateColumn } from "@/lib/dates";
import { helpByYear } from "@/lib/hardship/files/years/queries";
import { hardshipFigures } from "@/lib/hardship/figures/queries";
import { listFiles } from "@/lib/hardship/list/queries";
import { FileFilter } from "@/lib/hardship/list/schema";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { bureauId, units } from "../people/bureau";
import { aHousehold } from "./campaigns/bureau";
import { openUnion, permit, type HardshipCast } from "./bureau";

let cast: HardshipCast;
beforeEach(async () => {
  cast = await openUnion();
});

const byNumber = (number: string) => db.hardshipFile.findUniqueOrThrow({ where: { number } });

describe("the movement of files in a year", () => {
  it("counts new ones, those that fell back, lifted and cancelled ones, each with its rows", async () => {
    await aHousehold({ state: "ON_FILE", level: "DEEP", number: "KN-NEW" });
    await aHousehold({ state: "ON_FILE", level: "DEEP", number: "KN-BACK" });
    await aHousehold({ state: "LIFTED", level: "DEEP", number: "KN-LIFTED" });
    await aHousehold({ state: "CANCELLED", level: "DEEP", number: "KN-GONE" });
    await aHousehold({ state: "LIFTED", level: "DEEP", number: "KN-OLD" });
    const back = await byNumber("KN-BACK");
    const first = await db.welfareCase.findUniqueOrThrow({ where: { number: "KN-BACK" } });
    const again = newId();
    await db.welfareCase.create({ data: { ...first, id: again, number: "KN-BACK-2", requestKey: newId() } });
    await db.hardshipAssessment.create({
      data: {
        id: newId(),
        fileId: back.id,
        caseId: again,
        kind: "APPLICATION",
        applicantId: back.headId,
        mainCause: "OTHER",
      },
    });
    const removed = { removedOn: dateColumn("2025-06-01") };
    await db.hardshipFile.updateMany({ where: { number: { in: ["KN-LIFTED", "KN-GONE"] } }, data: removed });
    const before = { removedOn: dateColumn("2024-06-01"), onFileSince: dateColumn("2023-01-10") };
    await db.hardshipFile.updateMany({ where: { number: "KN-OLD" }, data: before });
    await db.hardshipFile.updateMany({
      where: { number: { in: ["KN-LIFTED", "KN-GONE"] } },
      data: { onFileSince: dateColumn("2023-01-10") },
    });
    const view = permit(cast.officer, "hardship.view", "2025-11-22");
    const { counts } = await hardshipFigures(view);
    const movement = counts.filter(({ key }) => key.endsWith("ThisYear"));
    expect(movement.map(({ key, count }) => `${key} ${count}`)).toEqual([
      "newThisYear 1",
      "backThisYear 1",
      "liftedThisYear 1",
      "cancelledThisYear 1",
    ]);
    for (const { filter, count } of movement)
      expect((await listFiles(view, FileFilter.parse(filter))).total).toBe(count);
  });
});

describe("help by year", () => {
  it("adds up what was granted and signed for, whoever of the household got it, and only within reach", async () => {
    const household = await aHousehold({ state: "ON_FILE", level: "DEEP", number: "KN-HELP" });
    const money = (grantedOn: string, given: object) => ({
      id: newId(),
      bureauId,
      personId: household.id,
      householdId: household.householdId,
      unitId: units.firstTeam,
      programme: "hardship",
      kind: "MONEY" as const,
      what: "慰问金",
      amountFen: 50_000n,
      grantedById: cast.boss.accountId,
      grantedOn: dateColumn(grantedOn),
      ...given,
    });
    const signed = {
      signedById: cast.officer.accountId,
      receivedBy: "李扫街",
      mode: "TRANSFER" as const,
      voucherNo: "1",
    };
    await db.signOff.createMany({
      data: [
        money("2025-01-10", { signedOn: dateColumn("2025-01-20"), ...signed }),
        money("2026-01-10", { programme: "relief", amountFen: 100_000n }),
      ],
    });
    const { id } = await byNumber("KN-HELP");
    expect(await helpByYear(permit(cast.officer, "hardship.view"), id)).toEqual([
      { year: 2026, grantedFen: 100_000n, signedFen: 0n, times: 1 },
      { year: 2025, grantedFen: 50_000n, signedFen: 50_000n, times: 1 },
    ]);
    expect(await helpByYear(permit(cast.secondLiaison, "hardship.view"), id)).toEqual([]);
  });
});
