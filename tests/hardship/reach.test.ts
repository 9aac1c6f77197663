import { beforeEach, describe, expect, it } from "vitest";
import { viewFile } from "@/lib/hardship/files/view/queries";
import { listFiles } from "@/lib/hardship/list/queries";
import { FileFilter } from "@/lib/hardship/list/schema";
import { revealFile } from "@/lib/hardship/reveal/commands";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { afterNotice, applicationAt, fileRow, noticeDay, openUnion, permit, type HardshipCast } from "./bureau";

let cast: HardshipCast;
beforeEach(async () => {
  cast = await openUnion();
});

describe("who sees what", () => {
  it("shows the ledger within reach: officer all, liaison the own unit, leader masked without cause", async () => {
    await applicationAt(cast, "ON_FILE");
    const list = async (who: keyof HardshipCast) =>
      (await listFiles(permit(cast[who], "hardship.view", afterNotice), FileFilter.parse({}))).rows;
    expect(await list("officer")).toMatchObject([{ name: "王建国", cause: "LOW_INCOME", mayOpen: true }]);
    expect(await list("firstLiaison")).toMatchObject([{ name: "王建国", cause: null }]);
    expect(await list("secondLiaison")).toEqual([]);
    expect(await list("boss")).toMatchObject([{ name: "王*国", staffNo: "", cause: null, mayOpen: false }]);
  });

  it("opens the file to a leader only while it waits for approval, to no other unit, and writes who looked", async () => {
    const caseId = await applicationAt(cast, "NOTICE");
    const { file } = await fileRow(caseId);
    const view = (who: keyof HardshipCast, on = noticeDay) => viewFile(permit(cast[who], "hardship.view", on), file.id);
    await expect(view("boss")).rejects.toThrow();
    await expect(view("secondLiaison")).rejects.toThrow();
    expect((await view("firstLiaison")).reckoning).toBeNull();
    expect((await view("officer")).reckoning?.perHeadFen).toBe(76_333n);
    expect((await view("boss", afterNotice)).running.moves).toEqual(["approve", "refuse"]);
    expect(await db.auditEvent.count({ where: { verb: "hardship.view", objectId: file.id } })).toBe(3);
  });

  it("shows the story with a reason and an audit row; a file out of reach is not found and leaves none", async () => {
    const caseId = await applicationAt(cast, "REVIEW");
    const { file } = await fileRow(caseId);
    const ask = { fileId: file.id, field: "story", reason: "核对申请内容" } as const;
    expect(await revealFile(permit(cast.officer, "hardship.reveal"), ask)).toContain("扫马路");
    expect(await revealFile(permit(cast.officer, "hardship.reveal"), { ...ask, field: "observed" })).toContain("平房");
    await expect(revealFile(permit(cast.officer, "hardship.reveal"), { ...ask, fileId: newId() })).rejects.toThrow();
    const rows = await db.auditEvent.findMany({ where: { verb: "hardship.reveal" } });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ reason: "核对申请内容", subjectId: cast.worker.personId, isNotable: true });
  });
});
