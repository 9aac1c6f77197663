import "server-only";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { ReviewCause } from "@/prisma/generated/enums";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, daysBetween, formatDay, formatInstant } from "@/lib/dates";
import { newId } from "@/lib/id";
import type { BookingEventKind } from "@/lib/reception/bookings/words";
import { loadDay, moveDay, type LoadedDay } from "@/lib/reception/days/commands";
import type { CancelDay, RescheduleDay, RetireCell, SubstituteHost } from "@/lib/reception/days/schema";
import { clashAmong, planFor, refuseDate } from "@/lib/reception/grid/queries";
import { leadersInTurn } from "@/lib/reception/hosts/queries";
import { isOccupied, loadCell } from "@/lib/reception/seats/commands";
import { Refusal } from "@/lib/refusal";

/**
 * 改期: the whole day moves to another date; times of day, seats and bookings stay, the instants are reckoned anew (this
 * is the only act that does), and every live booking is put on the needs-review list.
 * Refused: anything but a published day that has not begun, a date that is off, past or provisional, and a leader or room
 * that is taken there.
 */
export async function rescheduleDay(permit: Permit<"reception.reschedule">, input: RescheduleDay): Promise<void> {
  let cells: { leaderId: string; room: string; startsAt: Date }[] = [];
  try {
    await transact(async (tx) => {
      const day = await loadDay(tx, permit, input.dayId);
      const plan = await planFor(tx, permit, input.actualOn);
      refuseDate(permit, plan.calendar, day.plannedOn, input.actualOn);
      if (input.actualOn === day.actualOn) throw new Refusal("日期没有变，请选新的日期。", "actualOn");
      if (input.actualOn < permit.today) throw new Refusal("不能改到已经过去的日子。", "actualOn");
      const window = plan.window(day.opensAt ?? permit.now);
      const change = {
        ...window,
        actualOn: dateColumn(input.actualOn),
        shiftReason: input.reason,
        isProvisional: false,
      };
      await moveDay(tx, permit, day, "reschedule", change, input.version);
      const days = daysBetween(day.actualOn, input.actualOn);
      cells = await shiftCells(tx, day, days);
      const flagged = await flagBookings(tx, permit, day.id, "DATE_CHANGED", input.reason);
      await recordAudit(tx, permit, {
        object: "reception_day",
        objectId: day.id,
        reason: input.reason,
        detail: { from: day.actualOn, to: input.actualOn, flagged },
      });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw await clashAmong(permit, cells, input.dayId);
    throw fault;
  }
}

/**
 * Cancels a published day that has not begun: a leader's act. Its cells are freed for another day, and every live
 * booking is put on the needs-review list: nothing is cancelled silently.
 */
export async function cancelDay(permit: Permit<"reception.cancelDay">, input: CancelDay): Promise<void> {
  await transact(async (tx) => {
    const day = await loadDay(tx, permit, input.dayId);
    await moveDay(tx, permit, day, "cancel", { cancelReason: input.reason }, input.version);
    await tx.receptionSlot.updateMany({
      where: { dayId: day.id, retiredAt: null },
      data: { retiredAt: permit.now, retiredReason: `接待日取消：${input.reason}` },
    });
    const flagged = await flagBookings(tx, permit, day.id, "DAY_CANCELLED", input.reason);
    await recordAudit(tx, permit, {
      object: "reception_day",
      objectId: day.id,
      reason: input.reason,
      detail: { flagged },
    });
  });
}

/**
 * 换领导: another leader takes over the cells that are still to come (依次递补 or by agreement); without a substitute they
 * are retired. The bookings stay where they are and are put on the needs-review list.
 * Refused: who is not on the day, who is on it already, and who receives somewhere else at one of the times.
 */
export async function substituteHost(permit: Permit<"reception.reschedule">, input: SubstituteHost): Promise<void> {
  let cells: { leaderId: string; room: string; startsAt: Date }[] = [];
  try {
    await transact(async (tx) => {
      const day = await loadDay(tx, permit, input.dayId);
      await moveDay(tx, permit, day, "change");
      const left = { dayId: day.id, leaderId: input.leaderId, retiredAt: null, startsAt: { gt: permit.now } };
      const rows = await tx.receptionSlot.findMany({ where: left, select: { id: true, room: true, startsAt: true } });
      cells = rows.map(({ room, startsAt }) => ({ leaderId: input.substituteId ?? "", room, startsAt }));
      await replaceHost(tx, permit, day, input);
      const slotIds = rows.map(({ id }) => id);
      const cause: ReviewCause = input.substituteId ? "HOST_CHANGED" : "SLOT_RETIRED";
      if (input.substituteId === undefined) await retireCells(tx, permit, slotIds, input.reason);
      else
        await tx.receptionSlot.updateMany({ where: { id: { in: slotIds } }, data: { leaderId: input.substituteId } });
      const flagged = await flagBookings(tx, permit, day.id, cause, input.reason, slotIds);
      await recordAudit(tx, permit, {
        object: "reception_day",
        objectId: day.id,
        reason: input.reason,
        detail: { leader: input.leaderId, substitute: input.substituteId ?? null, cells: slotIds.length, flagged },
      });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw await clashAmong(permit, cells, input.dayId);
    throw fault;
  }
}

/**
 * Takes one cell out of the day. Refused while somebody is booked there, unless that is meant: then the booking is put
 * on the needs-review list.
 */
export async function retireCell(permit: Permit<"reception.reschedule">, input: RetireCell): Promise<void> {
  await transact(async (tx) => {
    const cell = await loadCell(tx, permit, input.slotId);
    await moveDay(tx, permit, await loadDay(tx, permit, cell.dayId), "change");
    if (cell.retiredAt !== null) throw new Refusal("这个时段已经取消过了。");
    const isBooked = await isOccupied(tx, permit, cell.id);
    if (isBooked && !input.evenIfBooked) {
      throw new Refusal(
        `${formatInstant(cell.startsAt)}已经有人预约。请先给他改时间，或者勾选「有人预约也取消」，再逐个通知。`,
        "evenIfBooked",
      );
    }
    await retireCells(tx, permit, [cell.id], input.reason);
    const flagged = await flagBookings(tx, permit, cell.dayId, "SLOT_RETIRED", input.reason, [cell.id]);
    await recordAudit(tx, permit, {
      object: "reception_slot",
      objectId: cell.id,
      reason: input.reason,
      detail: { flagged },
    });
  });
}

/**
 * Puts live bookings on the needs-review list, each once per cause; those of visitors who are already there are left
 * alone. Comes after the guarded write on the day, which waited for running claims: none is missed (rule 8).
 * @returns how many were put on the list
 */
export async function flagBookings(
  tx: Tx,
  permit: Permit,
  dayId: string,
  cause: ReviewCause,
  reason: string,
  slotIds?: readonly string[],
): Promise<number> {
  const bookings = await tx.booking.findMany({
    where: {
      dayId,
      releasedAt: null,
      attendance: null,
      ...(slotIds ? { seat: { slotId: { in: [...slotIds] } } } : {}),
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  await tx.bookingReview.createMany({
    data: bookings.map(({ id }) => ({ id: newId(), dayId, bookingId: id, cause, createdAt: permit.now })),
    skipDuplicates: true,
  });
  await tx.bookingEvent.createMany({
    data: bookings.map(({ id }) => ({
      id: newId(),
      bookingId: id,
      kind: "flagged" satisfies BookingEventKind,
      at: permit.now,
      actorId: permit.actor.accountId,
      actorName: permit.actor.name,
      reason: cause,
      note: reason,
    })),
  });
  return bookings.length;
}

/**
 * Cells and their seats: a claim that waited for the lock on the day still sees the cell as it was, but it locks the
 * seat last and reads that row anew.
 */
async function retireCells(tx: Tx, permit: Permit, slotIds: readonly string[], reason: string): Promise<void> {
  const ids = [...slotIds];
  await tx.receptionSlot.updateMany({
    where: { id: { in: ids }, retiredAt: null },
    data: { retiredAt: permit.now, retiredReason: reason },
  });
  await tx.seat.updateMany({ where: { slotId: { in: ids }, retiredAt: null }, data: { retiredAt: permit.now } });
}

async function shiftCells(
  tx: Tx,
  day: LoadedDay,
  days: number,
): Promise<{ leaderId: string; room: string; startsAt: Date }[]> {
  const rows = await tx.receptionSlot.findMany({
    where: { dayId: day.id, retiredAt: null },
    select: { leaderId: true, room: true, startsAt: true },
  });
  // Whole days only: no cell can meet another cell of its own day on the way.
  await tx.$executeRaw`update reception_slot set starts_at = starts_at + make_interval(days => ${days}::int),
    ends_at = ends_at + make_interval(days => ${days}::int) where day_id = ${day.id}::uuid and retired_at is null`;
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt.getTime() + days * 86_400_000) }));
}

async function replaceHost(tx: Tx, permit: Permit, day: LoadedDay, input: SubstituteHost): Promise<void> {
  const host = await tx.dayHost.findFirst({ where: { dayId: day.id, leaderId: input.leaderId, replacedAt: null } });
  if (!host) throw new Refusal(`${formatDay(day.actualOn)}没有这位领导接待，请刷新页面。`);
  await tx.dayHost.updateMany({
    where: { id: host.id, replacedAt: null },
    data: { replacedAt: permit.now, replacedReason: input.reason },
  });
  if (!input.substituteId) return;
  const substitute = (await leadersInTurn(tx, permit)).find(({ leaderId }) => leaderId === input.substituteId);
  if (!substitute) throw new Refusal("选的人现在不是局领导，请重新选。", "substituteId");
  const isThere = await tx.dayHost.findFirst({
    where: { dayId: day.id, leaderId: substitute.leaderId, replacedAt: null },
  });
  if (isThere) throw new Refusal(`${substitute.name}当天自己也要接待，请换一位。`, "substituteId");
  await tx.dayHost.create({
    data: {
      id: newId(),
      dayId: day.id,
      leaderId: substitute.leaderId,
      leaderName: substitute.name,
      leaderPost: substitute.post,
      field: null,
      room: host.room,
      dutyOrder: host.dutyOrder,
    },
  });
}
