import { beforeEach, describe, expect, it } from "vitest";
import { dateColumn, type CivilDate } from "@/lib/dates";
import {
  confirmBill,
  postBill,
  refuseBill,
  reverseBill,
  settleMonth,
} from "@/lib/dormitories/utilities/bills/commands";
import { billsOf, doorSheet, listBills } from "@/lib/dormitories/utilities/bills/queries";
import { meterBoard, metersOf } from "@/lib/dormitories/utilities/board/queries";
import { myBills } from "@/lib/dormitories/utilities/mine/queries";
import { enterReading, replaceReading } from "@/lib/dormitories/utilities/readings/commands";
import type { EnterReading } from "@/lib/dormitories/utilities/schema";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { countSql } from "../setup/count-sql";
import { ownerQuery } from "../setup/database";
import { aCleaner, aWarden, openDormitory, permit, type Dormitory } from "./bureau";
import { bureauId, type Staff } from "../people/bureau";

let cast: Dormitory;
beforeEach(async () => {
  cast = await openDormitory();
});

const november: CivilDate = "2026-11-03";
const meter = (who: Staff = cast.officer) => permit(who, "dormitories.meter", november);
const read = (given: Partial<EnterReading> = {}, who = cast.officer) =>
  enterReading(meter(who), {
    siteId: cast.siteId,
    month: "2026-10",
    utility: "ELECTRICITY",
    shown: 100_000,
    readOn: "2026-11-01",
    ...given,
  });
const settle = (month = "2026-10", who = cast.officer) =>
  settleMonth(permit(who, "dormitories.settle", november), { siteId: cast.siteId, month });
const bill = async (id: string) => {
  const { version } = await db.utilityBill.findUniqueOrThrow({ where: { id } });

  return { billId: id, version };
};
const confirm = async (id: string, who: Staff = cast.manager) =>
  confirmBill(permit(who, "dormitories.confirm", november), await bill(id));

/** Somebody who slept in that bed from a day up to another. */
async function slept(bedId: string, inOn: CivilDate, outOn: CivilDate | null = null, personId?: string) {
  const person = personId ?? (await aCleaner("住户甲")).id;
  await db.bedStay.create({
    data: {
      id: newId(),
      bureauId,
      siteId: cast.siteId,
      bedId,
      personId: person,
      state: outOn ? "LEFT" : "LIVING",
      shift: "EARLY",
      heldAt: new Date(`${inOn}T00:00:00Z`),
      inOn: dateColumn(inOn),
      outOn: outOn && dateColumn(outOn),
      outReason: outOn ? "OWN_WISH" : null,
      createdById: cast.officer.accountId,
    },
  });

  return person;
}

/** Two meters read for September and October: 400 units of power and 20 t of water in October. */
async function metered() {
  for (const [month, readOn, power, water] of [
    ["2026-09", "2026-09-30", 100_000, 10_000],
    ["2026-10", "2026-10-31", 140_000, 12_000],
  ] as const) {
    await read({ month, readOn, shown: power });
    await read({ month, readOn, utility: "WATER", shown: water });
  }
}

describe("a reading", () => {
  it("begins at what the meter shows first, and later says what was used", async () => {
    await metered();
    const [power, water] = await metersOf(permit(cast.officer, "dormitories.living", november), {
      siteId: cast.siteId,
      month: "2026-10",
    });
    expect([power?.previous?.shown, power?.reading?.used, water?.reading?.used]).toEqual([100_000, 40_000, 2_000]);
    expect((await db.meterReading.findFirstOrThrow({ where: { month: dateColumn("2026-09-01") } })).used).toBe(0);
  });

  it("is refused below the last one unless the meter was changed, and then both ends are asked for", async () => {
    await metered();
    const less = { month: "2026-11", readOn: november, shown: 500 };
    await expect(read(less)).rejects.toThrow("比上次的 1,400 还小");
    await expect(read({ ...less, isChanged: "on" })).rejects.toThrow("旧表的止数");
    await expect(read({ ...less, isChanged: "on", oldEnd: 130_000, newStart: 0 })).rejects.toThrow("不能小于上次");
    await expect(read({ ...less, isChanged: "on", oldEnd: 145_000, newStart: 600 })).rejects.toThrow("起数");
    expect(await db.meterReading.count()).toBe(4);
    await read({ ...less, isChanged: "on", oldEnd: 145_000, newStart: 0 });
    expect((await db.meterReading.findFirstOrThrow({ where: { month: dateColumn("2026-11-01") } })).used).toBe(5_500);
  });

  it("three times as high is asked about first, and one before another month's is not put in between", async () => {
    await metered();
    const high = { month: "2026-11", readOn: november, shown: 270_001 };
    await expect(read(high)).rejects.toThrow("三倍多");
    await read({ ...high, isTrue: "on" });
    await expect(read({ month: "2026-08", readOn: "2026-09-30" })).rejects.toThrow("后面的月份");
    await expect(read({ month: "2026-12", readOn: november })).rejects.toThrow("之间");
    await expect(read({ ...high, isTrue: "on" })).rejects.toThrow("已经抄过");
  });

  it("of another house is not found by a warden, who reads the own one", async () => {
    const [own, other] = [await aWarden(cast), await aWarden(cast, null)];
    await expect(read({}, other)).rejects.toThrow();
    expect(await db.meterReading.count()).toBe(0);
    await read({}, own);
    expect(await db.meterReading.count()).toBe(1);
    expect(await meterBoard(permit(other, "dormitories.living", november), "2026-10")).toEqual([]);
  });

  it("is corrected by a new one, the wrong one kept, and the month after begins where it ends", async () => {
    await metered();
    const wrong = await db.meterReading.findFirstOrThrow({
      where: { utility: "ELECTRICITY", month: dateColumn("2026-09-01") },
    });
    await replaceReading(meter(), { readingId: wrong.id, shown: 110_000, readOn: "2026-09-30", reason: "看错一位" });
    const [power] = await metersOf(permit(cast.officer, "dormitories.living", november), {
      siteId: cast.siteId,
      month: "2026-10",
    });
    expect([power?.previous?.shown, power?.reading?.used]).toEqual([110_000, 30_000]);
    expect(await db.meterReading.count({ where: { replacedAt: { not: null } } })).toBe(2);
    const again = { readingId: wrong.id, shown: 111_000, readOn: "2026-09-30", reason: "再看一遍" };
    await expect(replaceReading(meter(), again)).rejects.toThrow("刚被别人更正过");
  });

  it("has one winner when two enter it at once", async () => {
    const tries = await Promise.allSettled([read(), read({}, cast.otherOfficer), read()]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.meterReading.count()).toBe(1);
  });
});

describe("a settlement", () => {
  it("shares out what is above the free quantity by nights, to the 分", async () => {
    await metered();
    // 31 + 10 + 5 nights of October; the bed's day of leaving is no night
    const [full] = [await slept(cast.beds.A, "2026-09-01"), await slept(cast.beds.B, "2026-10-22")];
    await slept(cast.beds.C, "2026-09-20", "2026-10-06");
    const id = await settle();
    const [view] = await billsOf(permit(cast.officer, "dormitories.living", november), {
      siteId: cast.siteId,
      month: "2026-10",
    });
    // 46 nights of 31 → 59.35 度 free of 400; 4.45 t of 20
    expect(view).toMatchObject({ id, nights: 46, heads: 3, state: "SETTLED" });
    expect(view?.lines.map(({ utility, free, excess, sharedFen }) => [utility, free, excess, sharedFen])).toEqual([
      ["ELECTRICITY", 5_935, 34_065, 16_692n],
      ["WATER", 445, 1_555, 7_620n],
    ]);
    const shares = await db.utilityShare.findMany({ where: { billId: id }, orderBy: { nights: "desc" } });
    expect(shares.map(({ nights, electricityFen, waterFen }) => [nights, electricityFen, waterFen])).toEqual([
      [31, 11_249n, 5_135n],
      [10, 3_629n, 1_657n],
      [5, 1_814n, 828n],
    ]);
    expect(shares[0]?.personId).toBe(full);
    expect(shares.reduce((sum, { totalFen }) => sum + totalFen, 0n)).toBe(16_692n + 7_620n);
  });

  it("is confirmed by somebody else only, then seen by the resident with how it was reckoned, and posted at the door", async () => {
    await metered();
    await slept(cast.beds.A, "2026-09-01", null, cast.worker.personId);
    const id = await settle();
    const mine = () => myBills(permit(cast.worker, "my.dormitory", november));
    expect(await mine()).toEqual([]);
    await expect(confirm(id, cast.officer)).rejects.toThrow("另一个人");
    await expect(postBill(meter(), await bill(id))).rejects.toThrow("刚被别人办过");
    await confirm(id);
    const [own] = await mine();
    expect(own).toMatchObject({ title: "2026年10月", nights: 31, totalFen: 25_970n });
    expect(own?.says[0]).toBe(
      "全宿舍用电 400 度，按住的人头免 40 度，超了 360 度，每度 0.49 元，一共 176.40 元。大家一共住了 31 晚，您住了 31 晚，摊 176.40 元。",
    );
    expect(await myBills(permit(cast.otherWorker, "my.dormitory", november))).toEqual([]);
    await postBill(meter(), await bill(id));
    const sheet = await doorSheet(permit(cast.officer, "dormitories.living", november), id);
    expect([sheet.postedOn, sheet.shares[0]?.name]).toEqual([november, expect.stringContaining("*")]);
  });

  it("is refused before the month is over, while a meter is unread, and twice", async () => {
    await expect(settle()).rejects.toThrow("还没有抄过表");
    await metered();
    await read({ month: "2026-11", readOn: november, shown: 141_000 });
    await expect(settle("2026-11")).rejects.toThrow("还没过完");
    await db.meterReading.updateMany({
      where: { utility: "WATER", month: dateColumn("2026-10-01") },
      data: { replacedAt: new Date(), replacedReason: "试试看" },
    });
    await expect(settle()).rejects.toThrow("还没有抄：水");
    expect(await db.utilityBill.count()).toBe(0);
  });

  it("has one winner of three at once, locks its readings, and after 退回 is made anew", async () => {
    await metered();
    const tries = await Promise.allSettled([settle(), settle(undefined, cast.otherOfficer), settle()]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { id } = await db.utilityBill.findFirstOrThrow();
    const reading = await db.meterReading.findFirstOrThrow({
      where: { utility: "ELECTRICITY", month: dateColumn("2026-10-01") },
    });
    const fix = { readingId: reading.id, shown: 139_000, readOn: "2026-10-31", reason: "看错一位" };
    await expect(replaceReading(meter(), fix)).rejects.toThrow("等人确认");
    const refuse = { ...(await bill(id)), reason: "电表看错了" };
    const own = await db.utilityBill.findUniqueOrThrow({ where: { id } });
    const settler = own.settledById === cast.officer.accountId ? cast.officer : cast.otherOfficer;
    await expect(refuseBill(permit(settler, "dormitories.confirm", november), refuse)).rejects.toThrow("另一个人");
    await refuseBill(permit(cast.boss, "dormitories.confirm", november), refuse);
    await replaceReading(meter(), fix);
    expect(await settle()).not.toBe(id);
  });

  it("is corrected by a counter entry that somebody else confirms; then the sums are those of the new one", async () => {
    await metered();
    await slept(cast.beds.A, "2026-09-01", null, cast.worker.personId);
    const id = await settle();
    const reverse = async (of: string) =>
      reverseBill(permit(cast.officer, "dormitories.settle", november), { ...(await bill(of)), reason: "电表看错了" });
    await expect(reverse(id)).rejects.toThrow("刚被别人办过");
    await confirm(id);
    const counter = await reverse(id);
    await expect(reverse(id)).rejects.toThrow("已经有冲正");
    await expect(confirm(counter, cast.officer)).rejects.toThrow("另一个人");
    await expect(settle()).rejects.toThrow("已经结算过了");
    await confirm(counter);
    await expect(reverse(counter)).rejects.toThrow("不能再冲正");
    expect(await myBills(permit(cast.worker, "my.dormitory", november))).toEqual([]);
    const sums = () => listBills(permit(cast.officer, "dormitories.living", november), { year: "2026" });
    expect((await sums()).total).toMatchObject({ bills: 2, costFen: 0n, sharedFen: 0n });
    const anew = await settle();
    await confirm(anew);
    expect((await sums()).total).toMatchObject({ bills: 3, sharedFen: 25_970n });
    expect(await myBills(permit(cast.worker, "my.dormitory", november))).toHaveLength(1);
  });

  it("cannot be confirmed by who settled it past the program either", async () => {
    await metered();
    const id = await settle();
    await expect(
      ownerQuery(
        "update utility_bill set state = 'CONFIRMED', confirmed_by_id = settled_by_id, confirmed_at = now() where id = $1",
        [id],
      ),
    ).rejects.toThrow("utility_bill_two_people");
  });

  it("asks for the heating meter in heated months only", async () => {
    await read({ month: "2026-01", readOn: "2026-01-31", utility: "HEATING", shown: 1_000 });
    await metered();
    await settle();
    const board = await meterBoard(permit(cast.officer, "dormitories.living", november), "2026-10");
    expect(board[0]?.meters.map(({ kind }) => kind)).toEqual(["read", "read", "none", "off"]);
    const heated = await meterBoard(permit(cast.officer, "dormitories.living", november), "2026-11");
    expect(heated[0]?.meters.map(({ kind }) => kind)).toEqual(["due", "due", "none", "due"]);
  });
});

describe("the lists", () => {
  it("ask the database as much for many residents as for one, and are paged by key", async () => {
    await metered();
    await slept(cast.beds.A, "2026-09-01");
    await settle();
    const look = () =>
      billsOf(permit(cast.officer, "dormitories.living", november), { siteId: cast.siteId, month: "2026-10" });
    const one = await countSql(look);
    for (const bed of ["B", "C", "D"] as const) {
      const person = await aCleaner(`住户${bed}`);
      await ownerQuery(
        `insert into utility_share (id, bill_id, person_id, place, nights, electricity_fen, water_fen, gas_fen, heating_fen, total_fen)
         select $1, id, $2, '101室', 1, 0, 0, 0, 0, 0 from utility_bill`,
        [newId(), person.id],
      );
    }
    const many = await countSql(look);
    expect([many.result[0]?.shares.length, many.statements.length]).toEqual([4, one.statements.length]);
    for (let i = 0; i < 60; i += 1)
      await ownerQuery(
        `insert into utility_bill (id, bureau_id, site_id, month, nights, heads, cost_fen, shared_fen, settled_by_id, settled_at)
         values ($1, $2, $3, date '2015-01-01' + ($4 || ' month')::interval, 0, 0, 1, 0, $5, now())`,
        [newId(), bureauId, cast.siteId, i, cast.officer.accountId],
      );
    const by = permit(cast.officer, "dormitories.living", november);
    const first = await listBills(by, {});
    const second = await listBills(by, { after: first.next ?? "" });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 11, null]);
  });
});
