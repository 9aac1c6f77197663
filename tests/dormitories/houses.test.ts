import { beforeEach, describe, expect, it } from "vitest";
import fc from "fast-check";
import { addDays } from "@/lib/dates";
import { listSites, viewBoard } from "@/lib/dormitories/board/queries";
import { openAgain, shutBeds } from "@/lib/dormitories/houses/closures/commands";
import { roomToChange, siteToChange } from "@/lib/dormitories/houses/queries";
import { addBeds, buildRoom, changeRoom, retireBed } from "@/lib/dormitories/houses/rooms/commands";
import { bedsToAdd, refuseShutting, refuseUse } from "@/lib/dormitories/houses/rules";
import { buildSite, changeSite, closeSite, reopenSite } from "@/lib/dormitories/houses/sites/commands";
import { db } from "@/prisma/client";
import { aCleaner, allot, claimOn, openDormitory, permit, resident, tuesday, waiting, type Dormitory } from "./bureau";

const aSite = {
  name: "新苑宿舍",
  address: "环湖路 8 号",
  source: "NEW" as const,
  openedOn: "2026-01-01",
  area: 400,
  facilities: ["HEATING", "BATH"] as ("HEATING" | "BATH")[],
};
const aRoom = { building: "1号楼", floor: 2, name: "201", use: "MALE" as const, area: 24 };

let cast: Dormitory;
const build = () => permit(cast.officer, "dormitories.build", tuesday);
const room = (id: string) => db.dormRoom.findUniqueOrThrow({ where: { id } });
const atRoom = async (roomId: string) => ({ roomId, version: (await room(roomId)).version });
const atSite = async (siteId: string) => ({
  siteId,
  version: (await db.dormSite.findUniqueOrThrow({ where: { id: siteId } })).version,
});
const steps = async (object: string) =>
  (await db.auditEvent.findMany({ where: { object }, orderBy: { id: "asc" } })).map(
    ({ detail }) => (detail as { step?: string } | null)?.step,
  );

describe("the rules of a house", () => {
  it("give letters on after those that a room ever had, lower before upper", () => {
    expect(bedsToAdd([], { doubles: 1, singles: 1 })).toEqual([
      { label: "A", tier: "LOWER" },
      { label: "B", tier: "UPPER" },
      { label: "C", tier: "SINGLE" },
    ]);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), { maxLength: 26 }),
        fc.nat(13),
        fc.nat(26),
        (taken, doubles, singles) => {
          const wanted = doubles * 2 + singles;
          const beds = bedsToAdd(taken, { doubles, singles });
          if (wanted > 26 - taken.length) return beds === undefined;
          const labels = beds?.map(({ label }) => label) ?? [];

          return (
            labels.length === wanted &&
            new Set([...labels, ...taken]).size === wanted + taken.length &&
            beds?.filter(({ tier }) => tier === "LOWER").length === doubles
          );
        },
      ),
    );
  });

  it("say who has to be moved, and count where there are many", () => {
    const people = ["甲", "乙", "丙", "丁", "戊"].map((name, i) => ({ name, label: `${i}`, isLiving: i > 0 }));
    expect(refuseUse({ name: "101", use: "MALE" }, "FEMALE", people)).toBe(
      "101室还有甲（0床，还没来住）、乙（1床）、丙（2床）、丁（3床）等 5 人，不能改成女室。请先给他们调宿或者办退宿，空出来再改。",
    );
    expect(refuseUse({ name: "101", use: "MALE" }, "MALE", people)).toBeUndefined();
    expect(refuseShutting(people, true)).toBeUndefined();
  });
});

describe("building", () => {
  beforeEach(async () => {
    cast = await openDormitory();
  });

  it("registers a house with room and beds, which can be slept in at once", async () => {
    const siteId = await buildSite(build(), aSite);
    const roomId = await buildRoom(build(), { siteId, ...aRoom, doubles: 2, singles: 1 });
    const board = await viewBoard(permit(cast.officer, "dormitories.view", tuesday), siteId);
    expect(board.site).toMatchObject({ sortNo: 2, name: "新苑宿舍", rooms: 1, fireCheckedOn: null });
    expect(board.rooms[0]?.beds.map(({ label, tier, state }) => `${label}${tier}${state}`)).toEqual([
      "ALOWERFREE",
      "BUPPERFREE",
      "CLOWERFREE",
      "DUPPERFREE",
      "ESINGLEFREE",
    ]);
    expect([await steps("dorm_site"), await steps("dorm_room"), roomId]).toEqual([["build"], ["build"], roomId]);
  });

  it("refuses a name, a door, a warden or days that cannot be, and then writes nothing", async () => {
    const sites = await db.dormSite.count();
    await expect(buildSite(build(), { ...aSite, name: "测试宿舍" })).rejects.toThrow("换一个名称");
    await expect(buildSite(build(), { ...aSite, openedOn: "2026-12-01" })).rejects.toThrow("不能晚于今天");
    await expect(buildSite(build(), { ...aSite, wardenNo: "99999" })).rejects.toThrow("核对管理员");
    const door = { siteId: cast.siteId, ...aRoom, name: "101", doubles: 1, singles: 0 };
    await expect(buildRoom(build(), door)).rejects.toThrow("已经有这个房间号");
    await expect(buildRoom(build(), { ...door, name: "301", doubles: 0 })).rejects.toThrow("至少一张");
    expect([await db.dormSite.count(), await db.dormRoom.count(), await steps("dorm_room")]).toEqual([sites, 3, []]);
  });

  it("renames house and room with the addresses of who lives there; the second of two forms is told", async () => {
    const { id } = await resident(cast, "住户", cast.beds.A);
    const form = await atSite(cast.siteId);
    await changeSite(build(), { ...form, ...aSite, name: "改名宿舍" });
    const address = async () => (await db.person.findUniqueOrThrow({ where: { id } })).address;
    expect(await address()).toBe("环湖路 8 号（改名宿舍）1号楼101室");
    await expect(changeSite(build(), { ...form, ...aSite, name: "再改宿舍" })).rejects.toThrow("刚被别人改过");
    await changeRoom(build(), { ...(await atRoom(cast.rooms.men)), ...aRoom, name: "109" });
    expect(await address()).toBe("环湖路 8 号（改名宿舍）1号楼109室");
    expect((await siteToChange(build(), cast.siteId)).name).toBe("改名宿舍");
  });

  it("makes no women's room of one with a man in it or to come; an empty one it does", async () => {
    const man = await aCleaner("待住");
    await allot(cast, await waiting(cast, man.id), cast.beds.A);
    const toWomen = async () =>
      changeRoom(build(), { ...(await atRoom(cast.rooms.men)), ...aRoom, name: "101", use: "FEMALE" });
    await expect(toWomen()).rejects.toThrow("101室还有待住（101室A床，还没来住），不能改成女室");
    expect((await room(cast.rooms.men)).use).toBe("MALE");
    await db.bedStay.updateMany({ where: { personId: man.id }, data: { state: "RELEASED" } });
    await toWomen();
    expect((await room(cast.rooms.men)).use).toBe("FEMALE");
  });

  it("adds beds and takes empty ones down; a letter is never given again", async () => {
    await resident(cast, "住户", cast.beds.A);
    const take = async (bedId: string) =>
      retireBed(build(), { ...(await atRoom(cast.rooms.men)), bedId, reason: "床架断了" });
    await expect(take(cast.beds.A)).rejects.toThrow("还有住户");
    await take(cast.beds.B);
    await addBeds(build(), { ...(await atRoom(cast.rooms.men)), doubles: 0, singles: 1 });
    const { beds } = await roomToChange(build(), cast.siteId, cast.rooms.men);
    expect(beds.map(({ label }) => label)).toEqual(["A", "C"]);
    const [site] = await listSites(permit(cast.officer, "dormitories.view", tuesday));
    expect(site?.beds).toMatchObject({ all: 6, occupied: 1 });
    await expect(take(cast.beds.B)).rejects.toThrow("现有的床");
  });

  it("closes a room for repair: who is in it is named first, then flagged until moved; nobody is put in", async () => {
    await resident(cast, "住户", cast.beds.A);
    const shut = async (given: object = {}) =>
      shutBeds(build(), {
        ...(await atRoom(cast.rooms.men)),
        kind: "REPAIR",
        fromOn: tuesday,
        toOn: addDays(tuesday, 9),
        reason: "暖气改造",
        ...given,
      });
    await expect(shut({ toOn: "2026-10-01" })).rejects.toThrow("不能早于开始");
    await expect(shut()).rejects.toThrow("里面还有住户（101室A床），要搬走");
    expect(await db.dormClosure.count()).toBe(0);
    await shut({ isKnown: "on" });
    const board = await viewBoard(permit(cast.officer, "dormitories.view", tuesday), cast.siteId);
    const [men] = board.rooms;
    expect(men?.beds.map(({ state, mustMove, freeFrom }) => [state, mustMove, freeFrom])).toEqual([
      ["OCCUPIED", true, null],
      ["REPAIR", false, addDays(tuesday, 10)],
    ]);
    const late = await aCleaner("后来");
    await expect(allot(cast, await waiting(cast, late.id), cast.beds.B, {}, tuesday)).rejects.toThrow("现在不空");
    const [closure] = (await roomToChange(build(), cast.siteId, cast.rooms.men)).past;
    const open = { closureId: closure?.id ?? "", version: closure?.version ?? 0 };
    await openAgain(build(), open);
    await expect(openAgain(build(), open)).rejects.toThrow();
    const after = await viewBoard(permit(cast.officer, "dormitories.view", tuesday), cast.siteId);
    expect(after.rooms[0]?.beds.map(({ state }) => state)).toEqual(["OCCUPIED", "FREE"]);
    expect(await steps("dorm_closure")).toEqual(["shut", "openAgain"]);
  });

  it("closes a house only when everybody has gone, and opens it again", async () => {
    const { id } = await resident(cast, "住户", cast.beds.A);
    const close = async () => closeSite(build(), { ...(await atSite(cast.siteId)), reason: "租约到期" });
    await expect(close()).rejects.toThrow("还有住户（101室A床）");
    await db.bedStay.updateMany({
      where: { personId: id },
      data: { state: "LEFT", outOn: new Date(tuesday), outReason: "OWN_WISH" },
    });
    await close();
    const open = async () => (await listSites(permit(cast.officer, "dormitories.view", tuesday))).length;
    expect([await open(), await claimOn(cast.beds.A)]).toEqual([0, null]);
    await expect(
      buildRoom(build(), { siteId: cast.siteId, ...aRoom, name: "401", doubles: 1, singles: 0 }),
    ).rejects.toThrow("已经关了");
    await reopenSite(build(), await atSite(cast.siteId));
    await expect(reopenSite(build(), await atSite(cast.siteId))).rejects.toThrow("本来就开着");
    expect(await open()).toBe(1);
  });
});
