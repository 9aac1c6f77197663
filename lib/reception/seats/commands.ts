import "server-only";
import { notFound } from "next/navigation";
import { transact, type Tx } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { newId } from "@/lib/id";
import { loadDay, moveDay } from "@/lib/reception/days/commands";
import type { AllotCell } from "@/lib/reception/days/schema";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

/**
 * 加号: one more seat in a cell, with reason and actor, for the booking that follows in the same transaction. The key on
 * the occupied seat is never bypassed. Takes the day first (rule 8), so that two added seats get two ticket numbers.
 * Refused: a day or cell that cannot be booked.
 * @returns the seat's id
 */
export async function addSeat(
  tx: Tx,
  permit: Permit<"reception.book">,
  added: { slotId: string; reason: string },
): Promise<string> {
  const slot = await loadCell(tx, permit, added.slotId);
  await moveDay(tx, permit, await loadDay(tx, permit, slot.dayId), "change");
  if (slot.retiredAt !== null || permit.now >= slot.startsAt)
    throw new Refusal("这个时段已经过了或者取消了，不能加号。");
  const inCell = await tx.seat.aggregate({ where: { slotId: slot.id }, _max: { seatNo: true } });
  const inDay = await tx.seat.aggregate({ where: { dayId: slot.dayId }, _max: { ticketNo: true } });
  const id = newId();
  await tx.seat.create({
    data: {
      id,
      slotId: slot.id,
      dayId: slot.dayId,
      seatNo: (inCell._max.seatNo ?? 0) + 1,
      ticketNo: (inDay._max.ticketNo ?? 0) + 1,
      lane: "STAFF",
      addedReason: added.reason,
      addedById: permit.actor.accountId,
    },
  });
  await recordAudit(tx, permit, { object: "seat", objectId: id, reason: added.reason, detail: { slotId: slot.id } });
  return id;
}

/**
 * Keeps the free seats of a cell for one unit and what belongs to it until the release, or gives them back to all.
 * Refused: a cell that is occupied or over.
 */
export async function allotCell(permit: Permit<"reception.plan">, { slotId, unitId }: AllotCell): Promise<void> {
  await transact(async (tx) => {
    const slot = await loadCell(tx, permit, slotId);
    await moveDay(tx, permit, await loadDay(tx, permit, slot.dayId), "change");
    if (await isOccupied(tx, permit, slotId)) throw new Refusal("这个时段已经有人预约，不能再留给单位。");
    if (
      unitId &&
      !(await tx.orgUnit.findFirst({ where: { id: unitId, bureauId: permit.reach.bureauId }, select: { id: true } }))
    )
      notFound();
    const { count } = await tx.seat.updateMany({
      where: { slotId, retiredAt: null },
      data: { allottedUnitId: unitId ?? null },
    });
    if (count === 0) throw actedMeanwhile();
    await recordAudit(tx, permit, { object: "reception_slot", objectId: slotId, detail: { unitId: unitId ?? null } });
  });
}

export type LoadedCell = {
  id: string;
  dayId: string;
  leaderId: string;
  room: string;
  startsAt: Date;
  retiredAt: Date | null;
};

/** Loads a cell of the own bureau; any other is not found. */
export async function loadCell(tx: Tx, permit: Permit, slotId: string): Promise<LoadedCell> {
  const slot = await tx.receptionSlot.findFirst({
    where: { id: slotId, day: { bureauId: permit.reach.bureauId } },
    select: { id: true, dayId: true, leaderId: true, room: true, startsAt: true, retiredAt: true },
  });
  if (!slot) notFound();
  return slot;
}

/** Whether somebody holds a seat of the cell. */
export async function isOccupied(tx: Tx, _permit: Permit, slotId: string): Promise<boolean> {
  return (await tx.booking.findFirst({ where: { releasedAt: null, seat: { slotId } }, select: { id: true } })) !== null;
}
