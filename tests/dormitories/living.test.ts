import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { listSites, viewBoard } from "@/lib/dormitories/board/queries";
import { listStays } from "@/lib/dormitories/list/queries";
import { recordRepair, reportFault } from "@/lib/dormitories/repairs/commands";
import { listRepairs } from "@/lib/dormitories/repairs/queries";
import { checkOut, keepBed, moveStay, swapStays, tellLeaving } from "@/lib/dormitories/stays/commands";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { ownerQuery } from "../setup/database";
import { units } from "../people/bureau";
import {
  aCleaner,
  claimOn,
  monday,
  openDormitory,
  permit,
  stageOf,
  stayOf,
  tuesday,
  waiting,
  type Dormitory,
  allot,
  comeIn,
  resident,
} from "./bureau";

let cast: Dormitory;
beforeEach(async () => {
  cast = await openDormitory();
});

describe("living there", () => {
  it("writes address, case, row to be signed and log in one act; the figures count one more tonight", async () => {
    const { id, caseId } = await resident(cast, "住户", cast.beds.A);
    expect(await stageOf(caseId)).toBe("CHECKED_IN");
    const person = await db.person.findUniqueOrThrow({ where: { id } });
    expect(person.address).toBe("和平路1号（测试宿舍）1号楼101室");
    expect(await db.signOff.findMany()).toMatchObject([{ kind: "BED", personId: id, signedOn: null }]);
    const [site] = await listSites(permit(cast.officer, "dormitories.view", tuesday));
    expect(site?.beds).toMatchObject({ all: 6, occupied: 1, FREE: 5 });
    const list = await listStays(permit(cast.officer, "dormitories.view", tuesday), { tab: "living" });
    expect([list.counts.living, list.rows[0]?.name]).toEqual([1, "住户"]);
  });

  it("is not begun before the allotment, nor while the bed is only proposed, and then nothing is written", async () => {
    const person = await aCleaner("性急");
    const caseId = await waiting(cast, person.id);
    await allot(cast, caseId, cast.beds.A, {}, tuesday);
    await expect(comeIn(cast, person.id, { inOn: monday })).rejects.toThrow("之间");
    await expect(comeIn(cast, person.id, { inOn: "2026-12-01" })).rejects.toThrow("之间");
    expect([await stageOf(caseId), await db.signOff.count()]).toEqual(["ALLOTTED", 0]);
  });

  it("moves to a free bed, ending one stay and beginning another, and never into a taken or wrong one", async () => {
    const { id } = await resident(cast, "搬家", cast.beds.A);
    const move = async (bedId: string) =>
      moveStay(permit(cast.officer, "dormitories.house", tuesday), { ...(await stayOf(id)), bedId });
    await expect(move(cast.beds.C)).rejects.toThrow("性别不符");
    await expect(move(cast.beds.A)).rejects.toThrow("不空");
    await move(cast.beds.B);
    expect([await claimOn(cast.beds.A), (await claimOn(cast.beds.B))?.personId]).toEqual([null, id]);
    const stays = await db.bedStay.findMany({ where: { personId: id }, orderBy: { id: "asc" } });
    expect(stays.map(({ state, outReason }) => [state, outReason])).toEqual([
      ["LEFT", "TRANSFER"],
      ["LIVING", null],
    ]);
  });

  it("lets two residents change beds, and one bed be taken by one of two officers only", async () => {
    const one = await resident(cast, "甲", cast.beds.A);
    const other = await resident(cast, "乙", cast.beds.B);
    const otherStay = await stayOf(other.id);
    await swapStays(permit(cast.officer, "dormitories.house", tuesday), {
      ...(await stayOf(one.id)),
      otherStayId: otherStay.stayId,
    });
    expect([(await claimOn(cast.beds.A))?.personId, (await claimOn(cast.beds.B))?.personId]).toEqual([
      other.id,
      one.id,
    ]);
    const woman = await resident(cast, "丙", cast.beds.C, { sex: "FEMALE" });
    const race = await Promise.allSettled(
      [cast.officer, cast.otherOfficer].map(async (who) =>
        moveStay(permit(who, "dormitories.house", tuesday), { ...(await stayOf(woman.id)), bedId: cast.beds.D }),
      ),
    );
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.bedStay.count({ where: { personId: woman.id, state: "LIVING" } })).toBe(1);
  });

  it("keeps the bed for 30 days at most, and says on the board from when it is free", async () => {
    const { id } = await resident(cast, "回家", cast.beds.A);
    const keep = async (awayTo: string) =>
      keepBed(permit(cast.officer, "dormitories.house", tuesday), {
        ...(await stayOf(id)),
        awayFrom: tuesday,
        awayTo,
      });
    await expect(keep(addDays(tuesday, 30))).rejects.toThrow("最多 30 天");
    await keep(addDays(tuesday, 29));
    await tellLeaving(permit(cast.firstLiaison, "dormitories.apply", tuesday), {
      ...(await stayOf(id)),
      leavingOn: "2026-12-01",
    });
    const board = await viewBoard(permit(cast.secondLiaison, "dormitories.view", tuesday), cast.siteId);
    expect(board.rooms[0]?.beds[0]).toMatchObject({ state: "AWAY", freeFrom: "2026-12-01", stay: { name: "回师傅" } });
  });

  it("ends with the new address, also after a death; not before it began, not by another unit's hand", async () => {
    const { id } = await resident(cast, "退宿", cast.beds.A);
    const out = async (given: object) =>
      checkOut(permit(cast.officer, "dormitories.house", addDays(tuesday, 3)), {
        ...(await stayOf(id)),
        outOn: addDays(tuesday, 2),
        outReason: "OWN_WISH",
        items: [],
        address: "安居里2号",
        ...given,
      });
    await expect(out({ outOn: monday })).rejects.toThrow("之间");
    await expect(
      tellLeaving(permit(cast.secondLiaison, "dormitories.apply", tuesday), {
        ...(await stayOf(id)),
        leavingOn: tuesday,
      }),
    ).rejects.toThrow();
    expect((await claimOn(cast.beds.A))?.state).toBe("LIVING");
    await out({});
    expect((await db.person.findUniqueOrThrow({ where: { id } })).address).toBe("安居里2号");
    expect(await claimOn(cast.beds.A)).toBeNull();
  });

  it("lists who has left the bureau and not the bed, from the eighth day", async () => {
    const { id } = await resident(cast, "离职", cast.beds.A);
    await db.person.update({ where: { id }, data: { status: "LEFT" } });
    await db.employmentEvent.create({
      data: {
        id: newId(),
        personId: id,
        kind: "LEFT",
        happenedOn: new Date("2026-10-14"),
        createdById: cast.officer.accountId,
      },
    });
    const overdue = async (on: string) =>
      (await listStays(permit(cast.officer, "dormitories.view", on), { tab: "overdue" })).counts.overdue;
    expect([await overdue("2026-10-21"), await overdue("2026-10-22")]).toEqual([0, 1]);
  });
});

describe("the database itself", () => {
  it("never holds two claims on a bed or two of a person, whatever the program does", async () => {
    const { id } = await resident(cast, "住户", cast.beds.A);
    const stay = (
      bed: string,
      person: string,
    ) => `INSERT INTO bed_stay (id, bureau_id, site_id, bed_id, person_id, state, shift, held_at, created_by_id)
      SELECT gen_random_uuid(), bureau_id, site_id, '${bed}', '${person}', 'HELD', 'EARLY', now(), created_by_id FROM bed_stay LIMIT 1`;
    await expect(ownerQuery(stay(cast.beds.A, cast.worker.personId))).rejects.toThrow("bed_stay_bed_once");
    await expect(ownerQuery(stay(cast.beds.B, id))).rejects.toThrow("bed_stay_person_once");
    await expect(
      ownerQuery("UPDATE bed_stay SET out_on = in_on - 1, state = 'LEFT', out_reason = 'OWN_WISH'"),
    ).rejects.toThrow("bed_stay_out_after_in");
    await expect(ownerQuery("UPDATE bed_stay SET in_on = NULL")).rejects.toThrow("bed_stay_dates_by_state");
  });
});

describe("repairs", () => {
  it("come from the resident's room, urgent within 24 hours, numbered among all repairs", async () => {
    const { id } = await resident(cast, "住户", cast.beds.A);
    const who = { ...cast.worker, personId: id };
    const fault = { requestKey: newId(), kind: "WATER" as const, isUrgent: "on" as const, text: "整层停水" };
    const caseId = await reportFault(permit(who, "my.dormitory", tuesday), fault);
    expect(await reportFault(permit(who, "my.dormitory", tuesday), fault)).toBe(caseId);
    const ticket = await db.repairTicket.findUniqueOrThrow({ where: { caseId }, include: { case: true } });
    expect(ticket.case.number).toBe("WX-202610-001");
    expect(ticket.dueAt?.toISOString()).toBe("2026-10-14T01:00:00.000Z");
    const list = await listRepairs(permit(cast.officer, "dormitories.view", "2026-10-15"), { tab: "late" });
    expect(list.rows).toHaveLength(1);
    await expect(
      reportFault(permit(cast.otherWorker, "my.dormitory", tuesday), { ...fault, requestKey: newId() }),
    ).rejects.toThrow("不住职工宿舍");
    expect(await db.repairTicket.count()).toBe(1);
  });

  it("are never accepted by who repaired: the resident is refused as repairer, in the program and in the database", async () => {
    const { id, staffNo } = await resident(cast, "住户", cast.beds.A);
    const who = { ...cast.worker, personId: id };
    await reportFault(permit(who, "my.dormitory", tuesday), { requestKey: newId(), kind: "OTHER", text: "门锁坏了" });
    const ticket = await db.repairTicket.findFirstOrThrow();
    const repair = { ticketId: ticket.id, version: 1, cost: 8_000, doneOn: tuesday };
    const record = (repairerNo: string) =>
      recordRepair(permit(cast.officer, "dormitories.repair", tuesday), { ...repair, repairerNo });
    await expect(record(staffNo)).rejects.toThrow("不能同时是维修人");
    await expect(ownerQuery("UPDATE repair_ticket SET repairer_id = reporter_id")).rejects.toThrow(
      "repair_ticket_not_own",
    );
    await record(cast.otherOfficer.loginName);
    expect(await db.repairTicket.findFirstOrThrow()).toMatchObject({ costFen: 8_000n, version: 2 });
    await expect(record(cast.otherOfficer.loginName)).rejects.toThrow("刚被别人");
  });
});

it("shows a leader every site, a liaison the names of her own people only", async () => {
  await resident(cast, "陈一所", cast.beds.A, { unitId: units.firstTeam });
  const name = async (who: keyof Pick<Dormitory, "boss" | "firstLiaison" | "secondLiaison">) =>
    (await viewBoard(permit(cast[who], "dormitories.view", tuesday), cast.siteId)).rooms[0]?.beds[0]?.stay?.name;
  expect([await name("boss"), await name("firstLiaison"), await name("secondLiaison")]).toEqual([
    "陈一所",
    "陈一所",
    "陈师傅",
  ]);
});
