import { beforeEach, describe, expect, it } from "vitest";
import { applyFor } from "@/lib/hardship/application/commands";
import { reportVisit } from "@/lib/hardship/checks/commands";
import { saveFacts } from "@/lib/hardship/decisions/commands";
import { hardshipFigures } from "@/lib/hardship/figures/queries";
import { listFiles } from "@/lib/hardship/list/queries";
import { FileFilter } from "@/lib/hardship/list/schema";
import { cancelFile, checkPaper, confirmReview, openReview, proposeReview } from "@/lib/hardship/review/commands";
import { db } from "@/prisma/client";
import {
  anApplication,
  applicationAt,
  at,
  caseRow,
  figures,
  fileRow,
  openUnion,
  permit,
  visit,
  type HardshipCast,
} from "./bureau";

const reviewDay = "2027-11-01";
let cast: HardshipCast;
let fileId: string;
beforeEach(async () => {
  cast = await openUnion();
  fileId = (await fileRow(await applicationAt(cast, "ON_FILE"))).file.id;
});

const file = () => db.hardshipFile.findUniqueOrThrow({ where: { id: fileId } });
const touch = async () => ({ fileId, version: (await file()).version });

/** A review up to the proposal. */
async function reviewed(outcome: "KEEP" | "LIFT", income = 6_024_000): Promise<string> {
  const caseId = await openReview(permit(cast.officer, "hardship.review", reviewDay), await touch());
  await reportVisit(
    permit(cast.firstLiaison, "hardship.check", reviewDay),
    await visit(cast, caseId, { visitedOn: reviewDay }),
  );
  await saveFacts(permit(cast.officer, "hardship.assess", reviewDay), await figures(caseId, { income }));
  const proposal = { ...(await at(caseId)), level: "DEEP" as const, outcome, note: "已核实" };
  await proposeReview(permit(cast.officer, "hardship.review", reviewDay), proposal);

  return caseId;
}

describe("the yearly review", () => {
  it("is a case of its own on a file that goes on, and keeps the household for another year", async () => {
    const caseId = await reviewed("KEEP");
    expect(await caseRow(caseId)).toMatchObject({ stage: "PROPOSED", stageTable: "hardship-review" });
    expect((await file()).state).toBe("ON_FILE");
    await confirmReview(permit(cast.manager, "hardship.agree", reviewDay), { ...(await at(caseId)), note: "同意" });
    const after = await file();
    expect([
      after.state,
      after.lastReviewedOn?.toISOString().slice(0, 10),
      after.reviewDueOn?.toISOString().slice(0, 10),
    ]).toEqual(["ON_FILE", reviewDay, "2028-11-30"]);
  });

  it("lifts a household; the originals are kept ten years, and who falls back reopens the same file", async () => {
    const caseId = await reviewed("LIFT", 12_000_000);
    await confirmReview(permit(cast.manager, "hardship.agree", reviewDay), { ...(await at(caseId)), note: "已脱困" });
    const lifted = await file();
    expect([lifted.state, lifted.keepUntil?.toISOString().slice(0, 10), lifted.reviewDueOn]).toEqual([
      "LIFTED",
      "2037-11-01",
      null,
    ]);
    const again = await applyFor(
      permit(cast.officer, "hardship.apply", reviewDay),
      anApplication(cast.worker.personId),
    );
    expect((await fileRow(again)).file).toMatchObject({ id: fileId, state: "APPLYING", number: lifted.number });
    expect(await db.hardshipFile.count()).toBe(1);
  });

  it("is not opened twice, nor confirmed by who proposed it", async () => {
    const caseId = await reviewed("KEEP");
    await expect(openReview(permit(cast.officer, "hardship.review", reviewDay), await touch())).rejects.toThrow(
      "已经在办",
    );
    const opinion = { ...(await at(caseId)), note: "同意" };
    await expect(confirmReview(permit(cast.officer, "hardship.agree", reviewDay), opinion)).rejects.toThrow(
      "不能同意复核结果",
    );
    expect([(await caseRow(caseId)).stage, await db.hardshipAssessment.count()]).toEqual(["PROPOSED", 2]);
  });

  it("does not keep a household whose figures speak against it without a reason", async () => {
    await expect(reviewed("KEEP", 12_000_000)).rejects.toThrow("请写明理由");
    expect((await file()).reviewDueOn?.toISOString().slice(0, 10)).toBe("2027-11-30");
  });
});

describe("the file", () => {
  it("is cancelled by the head of the office with a reason, by nobody else and not during a review", async () => {
    const cancel = async () => ({ ...(await touch()), reason: "LEFT" as const, note: "已经离职回乡" });
    await expect(cancelFile(permit(cast.officer, "hardship.cancel"), await cancel())).rejects.toThrow("负责人");
    const caseId = await openReview(permit(cast.officer, "hardship.review", reviewDay), await touch());
    await expect(cancelFile(permit(cast.manager, "hardship.cancel"), await cancel())).rejects.toThrow("正在年度复核");
    expect((await file()).state).toBe("ON_FILE");
    const voided = {
      stage: "VOID",
      status: "void",
      dueOn: null,
      voidedAt: new Date(),
      voidReason: "登记重复",
    } as const;
    await db.welfareCase.update({ where: { id: caseId }, data: voided });
    await cancelFile(permit(cast.manager, "hardship.cancel"), await cancel());
    expect(await file()).toMatchObject({ state: "CANCELLED", cancelReason: "LEFT" });
  });

  it("is laid beside the paper once", async () => {
    await checkPaper(permit(cast.officer, "hardship.assess"), await touch());
    expect((await file()).paperCheckedOn).not.toBeNull();
    await expect(checkPaper(permit(cast.officer, "hardship.assess"), await touch())).rejects.toThrow("不用核对");
  });
});

describe("the figures", () => {
  it("count what their links list, and hide small cells where the cause shows", async () => {
    const found = await hardshipFigures(permit(cast.officer, "hardship.view", "2028-01-10"));
    expect(found.causes).toEqual([{ cause: "LOW_INCOME", shown: "<5" }]);
    for (const { filter, count } of found.counts) {
      const rows = await listFiles(permit(cast.officer, "hardship.view", "2028-01-10"), FileFilter.parse(filter));
      expect(rows.total, JSON.stringify(filter)).toBe(count);
    }
    expect(found.counts.map(({ key, count }) => `${key} ${count}`)).toEqual([
      "onFile 1",
      "deep 1",
      "relative 0",
      "accident 0",
      "neverHelped 1",
      "notReviewed 1",
      "newThisYear 0",
      "backThisYear 0",
      "liftedThisYear 0",
      "cancelledThisYear 0",
    ]);
  });

  it("reach no further than the unit", async () => {
    const { counts } = await hardshipFigures(permit(cast.secondLiaison, "hardship.view"));
    expect(counts.every(({ count }) => count === 0)).toBe(true);
  });
});
