import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import type { AddBeds, BuildRoom, ChangeRoom, RetireBed } from "@/lib/dormitories/houses/rooms/schema";
import { bedsToAdd, namesOf, refuseUse } from "@/lib/dormitories/houses/rules";
import { claimantsAt, loadSite, rewriteAddresses } from "@/lib/dormitories/houses/sites/commands";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** 新建房间 with its beds. Refused: that door exists, no bed, a closed site. @returns the room's id */
export async function buildRoom(permit: Permit<"dormitories.build">, input: BuildRoom): Promise<string> {
  return atDoor(async (tx) => {
    const site = await loadSite(tx, permit, input);
    if (site.closedOn) throw new Refusal("这处宿舍已经关了，请先重新启用再加房间。");
    const id = newId();
    const { siteId, building, floor, name, use, area } = input;
    await tx.dormRoom.create({ data: { id, siteId, building, floor, name, use, area } });
    const beds = await putUp(tx, permit, { id, siteId }, input);
    await recordAudit(tx, permit, { object: "dorm_room", objectId: id, detail: { step: "build", beds } });

    return id;
  });
}

/**
 * 修改房间: door, floor, who lives in it, area. Refused: another use while somebody is in it or has a bed kept there (all
 * named), a door that exists, somebody was faster.
 */
export async function changeRoom(permit: Permit<"dormitories.build">, input: ChangeRoom): Promise<void> {
  await atDoor(async (tx) => {
    const room = await loadRoom(tx, permit, input);
    const refusal = refuseUse(room, input.use, await claimantsAt(tx, permit, { roomId: room.id }));
    if (refusal) throw new Refusal(refusal, "use");
    const { building, floor, name, use, area } = input;
    await write(tx, permit, room, { building, floor, name, use, area });
    const hasMoved = room.building !== building || room.name !== name;
    const residents = hasMoved ? await rewriteAddresses(tx, permit, { id: room.id }) : 0;
    await recordAudit(tx, permit, { object: "dorm_room", objectId: room.id, detail: { step: "change", residents } });
  });
}

/** 加床. Refused: none at all, more than there are letters for, somebody was faster. */
export async function addBeds(permit: Permit<"dormitories.build">, input: AddBeds): Promise<void> {
  await transact(async (tx) => {
    const room = await loadRoom(tx, permit, input);
    const beds = await putUp(tx, permit, room, input);
    await write(tx, permit, room, {});
    await recordAudit(tx, permit, { object: "dorm_room", objectId: room.id, detail: { step: "addBeds", beds } });
  });
}

/** 拆床: it stands in the history, not in the house. Refused: somebody in it or to come (named), not of this room. */
export async function retireBed(permit: Permit<"dormitories.build">, input: RetireBed): Promise<void> {
  await transact(async (tx) => {
    const room = await loadRoom(tx, permit, input);
    const people = await claimantsAt(tx, permit, { id: input.bedId });
    if (people.length > 0) throw new Refusal(`这张床上还有${namesOf(people)}。请先给他调宿或者办退宿，再拆。`, "bedId");
    const { count } = await tx.dormBed.updateMany({
      where: { id: input.bedId, roomId: room.id, retiredOn: null },
      data: { retiredOn: dateColumn(permit.today) },
    });
    if (count !== 1) throw new Refusal("请从这间屋现有的床里选。", "bedId");
    await write(tx, permit, room, {});
    await recordAudit(tx, permit, {
      object: "dorm_room",
      objectId: room.id,
      detail: { step: "retireBed" },
      reason: input.reason,
    });
  });
}

async function putUp(
  tx: Tx,
  _permit: Permit,
  room: { id: string; siteId: string },
  wanted: { doubles: number; singles: number },
): Promise<number> {
  if (wanted.doubles + wanted.singles === 0) throw new Refusal("请填写几架上下铺、几张单人床，至少一张。", "doubles");
  const had = await tx.dormBed.findMany({ where: { roomId: room.id }, select: { label: true } });
  const beds = bedsToAdd(
    had.map(({ label }) => label),
    wanted,
  );
  if (!beds) throw new Refusal("一间屋连拆掉的最多 26 张床，请少加几张。", "doubles");
  await tx.dormBed.createMany({
    data: beds.map(({ label, tier }) => ({ id: newId(), siteId: room.siteId, roomId: room.id, label, tier })),
  });

  return beds.length;
}

/** A door stands once in a house. */
async function atDoor<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transact(run);
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault;
    throw new Refusal("这栋楼已经有这个房间号了，请核对。", "name");
  }
}

/** The room as the form saw it, its site locked until the end. Outside the bureau it is not found. */
export async function loadRoom(tx: Tx, permit: Permit, { roomId, version }: { roomId: string; version: number }) {
  const at = await tx.dormRoom.findUnique({ where: { id: roomId }, select: { siteId: true } });
  if (!at) notFound();
  await loadSite(tx, permit, at);
  const room = await tx.dormRoom.findUniqueOrThrow({ where: { id: roomId } });
  if (room.version !== version) throw new Refusal("这间屋刚被别人改过，请刷新页面，看看现在的情况再改。");

  return room;
}

async function write(
  tx: Tx,
  _permit: Permit,
  room: { id: string; version: number },
  data: Prisma.DormRoomUpdateManyMutationInput,
): Promise<void> {
  const { count } = await tx.dormRoom.updateMany({
    where: { id: room.id, version: room.version },
    data: Object.assign(data, { version: room.version + 1 }),
  });
  if (count !== 1) throw actedMeanwhile();
}
