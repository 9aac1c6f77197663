import { beforeEach, describe, expect, it } from "vitest";
import { dateColumn } from "@/lib/dates";
import { freeBedsFor } from "@/lib/dormitories/board/free/queries";
import { listSites, viewBoard } from "@/lib/dormitories/board/queries";
import { listStays } from "@/lib/dormitories/list/queries";
import { sitesToWish } from "@/lib/dormitories/mine/queries";
import { inspect } from "@/lib/dormitories/rating/inspections/commands";
import { siteHistory, siteToInspect } from "@/lib/dormitories/rating/queries";
import { sheetItems } from "@/lib/dormitories/rating/rules";
import { recordRepair, reportFault } from "@/lib/dormitories/repairs/commands";
import { listRepairs } from "@/lib/dormitories/repairs/queries";
import { checkIn, checkOut, moveStay } from "@/lib/dormitories/stays/commands";
import { viewHandover } from "@/lib/dormitories/stays/queries";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { anActor, bureauId, type Staff } from "../people/bureau";
import {
  aCleaner,
  allot,
  monday,
  openDormitory,
  permit,
  resident,
  stageOf,
  stayOf,
  tuesday,
  waiting,
  type Dormitory,
} from "./bureau";

let cast: Dormitory;
let warden: Staff;
/** another house with one bed, kept by somebody else */
let elsewhere: { siteId: string; bedId: string };

beforeEach(async () => {
  cast = await openDormitory();
  warden = await anActor("管宿舍", [{ role: "WARDEN", programme: "", unitIds: [] }]);
  await db.dormSite.update({ where: { id: cast.siteId }, data: { wardenId: warden.personId } });
  elsewhere = { siteId: newId(), bedId: newId() };
  const roomId = newId();
  await db.dormSite.create({
    data: {
      id: elsewhere.siteId,
      bureauId,
      sortNo: 2,
      name: "别处宿舍",
      address: "远路2号",
      source: "JOINT",
      openedOn: dateColumn("2015-01-01"),
      area: 90,
      wardenId: cast.desk.personId,
      createdById: cast.officer.accountId,
    },
  });
  await db.dormRoom.create({
    data: { id: roomId, siteId: elsewhere.siteId, building: "1号楼", floor: 1, name: "101", use: "MALE", area: 9 },
  });
  await db.dormBed.create({
    data: { id: elsewhere.bedId, siteId: elsewhere.siteId, roomId, label: "A", tier: "LOWER" },
  });
});

const view = (on = tuesday) => permit(warden, "dormitories.view", on);
const house = (on = tuesday) => permit(warden, "dormitories.house", on);
const full = Object.fromEntries(sheetItems.map(({ code, max }) => [code, max]));

describe("a warden", () => {
  it("moves somebody in, prints the sheet and moves them out in the own house, which the case follows", async () => {
    const man = await aCleaner("新住");
    const caseId = await waiting(cast, man.id);
    await allot(cast, caseId, cast.beds.A);
    const form = { ...(await stayOf(man.id)), inOn: tuesday, items: ["钥匙"], deposit: 0 };
    expect(await checkIn(house(), form)).toEqual({ siteId: cast.siteId, bedId: cast.beds.A });
    expect(await stageOf(caseId)).toBe("CHECKED_IN");
    expect((await viewHandover(view(), form.stayId)).person.name).toBe("新住");
    await checkOut(house("2026-10-20"), {
      ...(await stayOf(man.id)),
      outOn: "2026-10-20",
      outReason: "OWN_WISH",
      items: [],
    });
    expect((await listStays(view("2026-10-20"), { tab: "left" })).rows.map(({ name }) => name)).toEqual(["新住"]);
  });

  it("sees the own house with names and no other, by list, board, register, repairs or address", async () => {
    const own = await resident(cast, "自己人", cast.beds.A);
    const other = await resident(cast, "外人", elsewhere.bedId);
    for (const { id } of [own, other])
      await reportFault(permit({ ...cast.worker, personId: id }, "my.dormitory", tuesday), {
        requestKey: newId(),
        kind: "HEATING",
        text: "暖气不热",
      });
    expect((await listSites(view())).map(({ id }) => id)).toEqual([cast.siteId]);
    expect((await viewBoard(view(), cast.siteId)).rooms[0]?.beds[0]?.stay?.name).toBe("自己人");
    expect((await listStays(view(), { tab: "living" })).rows.map(({ name }) => name)).toEqual(["自己人"]);
    expect((await listRepairs(view(), { tab: "all" })).rows).toHaveLength(1);
    expect((await sitesToWish(view())).map(({ value }) => value)).toEqual([cast.siteId]);
    const { stayId } = await stayOf(other.id);
    await expect(viewBoard(view(), elsewhere.siteId)).rejects.toThrow();
    await expect(viewHandover(view(), stayId)).rejects.toThrow();
    await expect(siteToInspect(permit(warden, "dormitories.inspect", tuesday), elsewhere.siteId)).rejects.toThrow();
    expect((await siteHistory(view(), elsewhere.siteId)).inspections).toEqual([]);
  });

  it("acts on nobody of another house, and moves nobody there", async () => {
    const own = await resident(cast, "自己人", cast.beds.A);
    const other = await resident(cast, "外人", elsewhere.bedId);
    const out = { outOn: tuesday, outReason: "OWN_WISH" as const, items: [] };
    await expect(checkOut(house(), { ...(await stayOf(other.id)), ...out })).rejects.toThrow();
    await db.bedStay.updateMany({
      where: { personId: other.id },
      data: { state: "LEFT", outOn: dateColumn(tuesday), outReason: "OWN_WISH" },
    });
    expect((await freeBedsFor(view(), "MALE")).map(({ id }) => id)).toEqual([cast.beds.B]);
    const move = moveStay(house(), { ...(await stayOf(own.id)), bedId: elsewhere.bedId });
    await expect(move).rejects.toThrow("现在不空");
    expect(await db.bedStay.count({ where: { bedId: elsewhere.bedId, state: "LIVING" } })).toBe(0);
  });

  it("inspects the own house week by week, and neither rates it nor looks at another", async () => {
    const may = permit(warden, "dormitories.inspect", tuesday);
    const sheet = {
      siteId: cast.siteId,
      kind: "WEEKLY" as const,
      inspectedOn: monday,
      inspectorNo: warden.loginName,
      points: full,
    };
    await inspect(may, sheet);
    await expect(inspect(may, { ...sheet, kind: "MONTHLY" })).rejects.toThrow("每周的检查");
    await expect(inspect(may, { ...sheet, siteId: elsewhere.siteId })).rejects.toThrow();
    expect(await db.dormInspection.count()).toBe(1);
  });

  it("records repairs of the own house only", async () => {
    const other = await resident(cast, "外人", elsewhere.bedId);
    await reportFault(permit({ ...cast.worker, personId: other.id }, "my.dormitory", tuesday), {
      requestKey: newId(),
      kind: "HEATING",
      text: "暖气不热",
    });
    const { id } = await db.repairTicket.findFirstOrThrow();
    const form = { ticketId: id, version: 1, repairerNo: warden.loginName, cost: 0, doneOn: tuesday };
    await expect(recordRepair(permit(warden, "dormitories.repair", tuesday), form)).rejects.toThrow();
    await db.dormSite.update({ where: { id: elsewhere.siteId }, data: { wardenId: warden.personId } });
    await recordRepair(permit(warden, "dormitories.repair", tuesday), form);
    expect((await db.repairTicket.findFirstOrThrow()).repairerId).toBe(warden.personId);
  });
});
