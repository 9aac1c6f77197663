import "server-only";
import { transact, type Tx } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { formatDay } from "@/lib/dates";
import { newId } from "@/lib/id";
import { loadDay, moveDay } from "@/lib/reception/days/commands";
import type { RunDay } from "@/lib/reception/days/schema";
import { Refusal } from "@/lib/refusal";

/** 开始接待: on the day itself, or later when the morning was kept on paper. Phone booking ends with it. */
export async function startDay(permit: Permit<"reception.receive">, input: RunDay): Promise<void> {
  await transact(async (tx) => {
    const day = await loadDay(tx, permit, input.dayId);
    if (permit.today < day.actualOn) throw new Refusal(`接待日是${formatDay(day.actualOn)}，当天才能开始。`);
    await moveDay(tx, permit, day, "start", {}, input.version);
    await recordAudit(tx, permit, { object: "reception_day", objectId: day.id, detail: { move: "start" } });
  });
}

/**
 * 结束接待: who was booked and did not come is recorded as 未到; a day without visitors is recorded too (零接待). Talks
 * may still be open: they are shown until they have an outcome. Refused while somebody is waiting in the queue.
 */
export async function endDay(permit: Permit<"reception.closeDay">, input: RunDay): Promise<void> {
  await transact(async (tx) => {
    const day = await loadDay(tx, permit, input.dayId);
    await moveDay(tx, permit, day, "end", {}, input.version);
    const waiting = await tx.attendance.count({ where: { dayId: day.id, state: { in: ["ARRIVED", "CALLED"] } } });
    if (waiting > 0) throw new Refusal(`还有${waiting}个人在等。请先接待，或者登记「没等到就走了」。`);
    const absent = await recordNoShows(tx, permit, day.id);
    const came = await tx.attendance.count({ where: { dayId: day.id, state: { not: "NO_SHOW" } } });
    const note = input.note ?? (came === 0 ? "零接待" : null);
    await tx.receptionDay.update({ where: { id: day.id }, data: { closingNote: note }, select: { id: true } });
    await recordAudit(tx, permit, { object: "reception_day", objectId: day.id, detail: { move: "end", came, absent } });
  });
}

/** 归档: the ledger is complete. Refused while a talk has no outcome or a booking waits to be settled. */
export async function fileDay(permit: Permit<"reception.closeDay">, input: RunDay): Promise<void> {
  await transact(async (tx) => {
    const day = await loadDay(tx, permit, input.dayId);
    await moveDay(tx, permit, day, "file", {}, input.version);
    const open = await tx.attendance.count({
      where: { dayId: day.id, state: { in: ["ARRIVED", "CALLED", "IN_MEETING"] } },
    });
    if (open > 0) throw new Refusal(`还有${open}次接待没有结果。每次都要登记事项，或者选没有事项的原因，才能归档。`);
    const unsettled = await tx.bookingReview.count({ where: { dayId: day.id, settledAt: null } });
    if (unsettled > 0) throw new Refusal(`还有${unsettled}个预约没有处理完，请先在「待处理」里逐个处理。`);
    await recordAudit(tx, permit, { object: "reception_day", objectId: day.id, detail: { move: "file" } });
  });
}

async function recordNoShows(tx: Tx, permit: Permit, dayId: string): Promise<number> {
  const absent = await tx.booking.findMany({
    where: { dayId, releasedAt: null, attendance: null },
    select: {
      id: true,
      personId: true,
      visitorName: true,
      relation: true,
      phone: true,
      channel: true,
      greenChannel: true,
      person: { select: { name: true, unitId: true } },
      seat: { select: { slot: { select: { leaderId: true } } } },
    },
  });
  await tx.attendance.createMany({
    data: absent.map((booking) => ({
      id: newId(),
      dayId,
      bookingId: booking.id,
      personId: booking.personId,
      visitorName: booking.visitorName ?? booking.person.name,
      relation: booking.relation,
      phone: booking.phone,
      unitId: booking.person.unitId,
      green: booking.greenChannel,
      state: "NO_SHOW" as const,
      channel: booking.channel,
      leaderId: booking.seat.slot.leaderId,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
      requestKey: newId(),
    })),
  });
  return absent.length;
}
