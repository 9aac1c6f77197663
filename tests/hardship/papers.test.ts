import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import sharp from "sharp";
import { withdrawMine } from "@/lib/hardship/application/commands";
import { sendPaper } from "@/lib/hardship/mine/commands";
import { env } from "@/lib/env";
import { db } from "@/prisma/client";
import { applicationAt, at, fileRow, openUnion, permit, type HardshipCast } from "./bureau";

let cast: HardshipCast;
let assessmentId: string;
let caseId: string;
beforeEach(async () => {
  cast = await openUnion();
  caseId = await applicationAt(cast, "APPLIED");
  assessmentId = (await fileRow(caseId)).assessment.id;
});

const photo = async () =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 40, height: 30, channels: 3, background: "#caa" } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    "户口簿.jpg",
  );
const paper = async (given: object = {}) => ({
  assessmentId,
  kind: "HOUSEHOLD_BOOK" as const,
  file: await photo(),
  ...given,
});
const kept = () => {
  const folder = path.resolve(env.DATA_DIR, "uploads");

  return existsSync(folder) ? readdirSync(folder).length : 0;
};
const state = async () => [await db.attachment.count(), await db.hardshipDocument.count(), kept()];

describe("a paper that the worker photographs", () => {
  it("is kept for the file and ticked as received; the original is still to be seen", async () => {
    await sendPaper(permit(cast.worker, "my.hardship"), await paper());
    const [row] = await db.attachment.findMany();
    const { file } = await fileRow(caseId);
    expect(row).toMatchObject({ owner: "hardship_file", ownerId: file.id, kind: "HOUSEHOLD_BOOK", hasConsent: true });
    expect(await db.hardshipDocument.findMany()).toMatchObject([{ kind: "HOUSEHOLD_BOOK", originalSeen: false }]);
    expect(await db.auditEvent.count({ where: { verb: "my.hardship", object: "attachment" } })).toBe(1);
  });

  it("may be sent again: two pictures, one tick, and the day on which the first came stays", async () => {
    await sendPaper(permit(cast.worker, "my.hardship"), await paper());
    await sendPaper(permit(cast.firstLiaison, "hardship.check", "2026-10-14"), await paper());
    expect((await state()).slice(0, 2)).toEqual([2, 1]);
    const [document] = await db.hardshipDocument.findMany();
    expect(document?.receivedOn.toISOString().slice(0, 10)).toBe("2026-10-12");
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    ["another worker", async () => sendPaper(permit(cast.otherWorker, "my.hardship"), await paper()), /404/],
    ["another unit", async () => sendPaper(permit(cast.secondLiaison, "hardship.check"), await paper()), /404/],
    [
      "what is no picture",
      async () => sendPaper(permit(cast.worker, "my.hardship"), await paper({ file: new File(["x"], "a.jpg") })),
      /只收照片/,
    ],
  ])("is refused from %s, and neither row nor file is left", async (_, send, sentence) => {
    const before = await state();
    await expect(send()).rejects.toThrow(sentence);
    expect(await state()).toEqual(before);
  });

  it("is refused once the application is over", async () => {
    await withdrawMine(permit(cast.worker, "my.hardship"), await at(caseId));
    const before = await state();
    await expect(sendPaper(permit(cast.worker, "my.hardship"), await paper())).rejects.toThrow("已经办完了");
    expect(await state()).toEqual(before);
  });
});
