import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { instantAt, type CivilDate } from "@/lib/dates";
import { dormitoryFigures } from "@/lib/dormitories/figures/queries";
import { photosOf } from "@/lib/dormitories/photos/queries";
import { inspect } from "@/lib/dormitories/rating/inspections/commands";
import { siteHistory } from "@/lib/dormitories/rating/queries";
import { sheetItems } from "@/lib/dormitories/rating/rules";
import type { Inspect } from "@/lib/dormitories/rating/schema";
import { acceptFor, acceptMine } from "@/lib/dormitories/repairs/acceptance/commands";
import { myRepairs } from "@/lib/dormitories/repairs/acceptance/queries";
import { recordRepair, reportFault } from "@/lib/dormitories/repairs/commands";
import { listRepairs } from "@/lib/dormitories/repairs/queries";
import type { ReportFault } from "@/lib/dormitories/repairs/schema";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { ownerQuery } from "../setup/database";
import { aWarden, monday, openDormitory, permit, resident, tuesday, type Dormitory } from "./bureau";

let cast: Dormitory;
let phone: Dormitory["worker"];
beforeEach(async () => {
  cast = await openDormitory();
  const { id } = await resident(cast, "报修人", cast.beds.A);
  phone = { ...cast.worker, personId: id };
});

const picture = async (name = "坏了.jpg") => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#abc" } })
    .jpeg()
    .toBuffer();

  return new File([new Uint8Array(bytes)], name, { type: "image/jpeg" });
};
const report = (given: Partial<ReportFault> = {}, on: CivilDate = tuesday) =>
  reportFault(permit(phone, "my.dormitory", on), {
    requestKey: newId(),
    kind: "WATER",
    text: "水管漏水",
    ...given,
  });
const ticketOf = (caseId: string) => db.repairTicket.findUniqueOrThrow({ where: { caseId } });
const repaired = async (caseId: string, cost = 5_000) => {
  const { id, version } = await ticketOf(caseId);
  await recordRepair(permit(cast.officer, "dormitories.repair", tuesday), {
    ticketId: id,
    version,
    repairerNo: cast.otherOfficer.loginName,
    cost,
    doneOn: tuesday,
  });

  return ticketAt(caseId);
};
const ticketAt = async (caseId: string) => {
  const { id, version } = await ticketOf(caseId);

  return { ticketId: id, version };
};

describe("a report", () => {
  it("that is urgent has 24 hours to the minute, an ordinary one three working days", async () => {
    const urgent = await ticketOf(await report({ isUrgent: "on" }));
    expect(urgent.dueAt).toEqual(instantAt("2026-10-14", "09:00"));
    const caseId = await report();
    expect((await ticketOf(caseId)).dueAt).toBeNull();
    const { dueOn } = await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } });
    expect(dueOn?.toISOString().slice(0, 10)).toBe("2026-10-16");
  });

  it("of cold heating is urgent by itself in the heating season, and in no other time", async () => {
    expect((await ticketOf(await report({ kind: "HEATING" }, "2026-11-14"))).isUrgent).toBe(false);
    expect((await ticketOf(await report({ kind: "HEATING" }, "2026-11-15"))).isUrgent).toBe(true);
  });

  it("keeps the photo with it, opened by the office, by nobody of another programme; a file that is none leaves nothing", async () => {
    const caseId = await report({ file: await picture() });
    const { id } = await ticketOf(caseId);
    const photos = await photosOf(permit(cast.officer, "dormitories.view"), "repair_ticket", [id]);
    expect(photos.get(id)).toHaveLength(1);
    expect((await photosOf(permit(cast.firstLiaison, "dormitories.view"), "repair_ticket", [id])).size).toBe(0);
    const before = await db.repairTicket.count();
    const text = new File(["not a picture"], "坏了.jpg", { type: "image/jpeg" });
    await expect(report({ file: text })).rejects.toThrow("只收照片");
    expect([await db.repairTicket.count(), await db.attachment.count()]).toEqual([before, 1]);
    await report({ file: new File([], "") });
    expect(await db.attachment.count()).toBe(1);
  });
});

describe("an acceptance", () => {
  it("is the resident's on the own phone, after the repair and once; nobody else's", async () => {
    const caseId = await report();
    const mine = async (who = phone) => acceptMine(permit(who, "my.dormitory", tuesday), await ticketAt(caseId));
    await expect(mine()).rejects.toThrow("还没有登记");
    await repaired(caseId);
    expect(await myRepairs(permit(phone, "my.dormitory", tuesday))).toMatchObject([{ mayAccept: true }]);
    await expect(mine(cast.otherWorker)).rejects.toThrow();
    expect((await ticketOf(caseId)).acceptedById).toBeNull();
    const acts = await Promise.allSettled([mine(), mine()]);
    expect(acts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(mine()).rejects.toThrow("已经验收过");
    expect(await myRepairs(permit(phone, "my.dormitory", tuesday))).toMatchObject([
      { says: "修好了，已经验收。", mayAccept: false },
    ]);
  });

  it("at the door has a signature, and is never the repairer's, past the program neither", async () => {
    const caseId = await report();
    await repaired(caseId);
    const at = async (acceptorNo: string, file?: File) =>
      acceptFor(permit(cast.officer, "dormitories.repair", tuesday), { ...(await ticketAt(caseId)), acceptorNo, file });
    await expect(at(cast.desk.loginName)).rejects.toThrow("签字");
    await expect(at(cast.otherOfficer.loginName, await picture())).rejects.toThrow("不能自己验收");
    await expect(at("999999", await picture())).rejects.toThrow("没有这个工号");
    expect(await db.attachment.count()).toBe(0);
    await expect(
      ownerQuery("update repair_ticket set accepted_by_id = repairer_id, accepted_at = now()"),
    ).rejects.toThrow("repair_ticket_two_people");
    await at(cast.desk.loginName, await picture("签字.jpg"));
    const ticket = await ticketOf(caseId);
    expect([ticket.acceptedById, await db.attachment.count({ where: { id: ticket.acceptanceId ?? "" } })]).toEqual([
      cast.desk.personId,
      1,
    ]);
  });

  it("of another house is found by no warden, and what waits and what it cost are the rows behind the figures", async () => {
    const caseId = await report();
    await repaired(caseId, 12_345);
    await repaired(await report(), 55);
    const other = await aWarden(cast, null);
    const act = { ...(await ticketAt(caseId)), acceptorNo: cast.desk.loginName, file: await picture() };
    await expect(acceptFor(permit(other, "dormitories.repair", tuesday), act)).rejects.toThrow();
    const figures = await dormitoryFigures(permit(cast.boss, "dormitories.line", tuesday));
    expect([figures.unaccepted, figures.repairFen, figures.year]).toEqual([2, 12_400n, "2026"]);
    const list = (filter: object) =>
      listRepairs(permit(cast.boss, "dormitories.view", tuesday), { tab: "all", ...filter });
    const rows = (await list({ year: "2026" })).rows;
    expect(rows.reduce((sum, { costFen }) => sum + (costFen ?? 0n), 0n)).toBe(figures.repairFen);
    expect((await list({ tab: "unaccepted" })).rows).toHaveLength(2);
    expect(await list({ year: "2025" })).toMatchObject({ rows: [], costFen: 0n });
  });
});

describe("photos of an inspection", () => {
  const sheet = (given: Partial<Inspect> = {}): Inspect => ({
    siteId: cast.siteId,
    kind: "WEEKLY",
    inspectedOn: monday,
    inspectorNo: cast.officer.loginName,
    points: Object.fromEntries(sheetItems.map(({ code, max }) => [code, max])),
    ...given,
  });
  const look = (given: Partial<Inspect>) => inspect(permit(cast.officer, "dormitories.inspect", tuesday), sheet(given));

  it("are of the best and the worst room, with consent, and stand in the history of the house", async () => {
    const photos = { bestPhoto: await picture(), worstPhoto: await picture() };
    await expect(look({ ...photos, bestRoom: "101", hasConsent: "on" })).rejects.toThrow("哪一间");
    await expect(look({ ...photos, bestRoom: "101", worstRoom: "103" })).rejects.toThrow("征得本人同意");
    expect([await db.dormInspection.count(), await db.attachment.count()]).toEqual([0, 0]);
    await look({ ...photos, bestRoom: "101", worstRoom: "103", hasConsent: "on" });
    const { inspections } = await siteHistory(permit(cast.officer, "dormitories.view", tuesday), cast.siteId);
    expect(inspections).toMatchObject([{ bestRoom: "101", worstRoom: "103" }]);
    const [seen] = inspections;
    const opens = await photosOf(permit(cast.officer, "dormitories.view"), "dorm_inspection", [seen?.id ?? ""]);
    expect(opens.get(seen?.id ?? "")?.toSorted()).toEqual([seen?.bestPhotoId, seen?.worstPhotoId].toSorted());
  });
});
