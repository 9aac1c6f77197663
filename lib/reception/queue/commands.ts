import "server-only";
import { notFound } from "next/navigation";
import { transact, type Tx } from "@/prisma/client";
import type { Attendance } from "@/prisma/generated/client";
import type { VisitorRelation } from "@/prisma/generated/enums";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { isGreenPerson } from "@/lib/reception/bookings/rules";
import { loadDay, type LoadedDay } from "@/lib/reception/days/commands";
import { dayAfter } from "@/lib/reception/days/rules";
import { dayWords } from "@/lib/reception/days/words";
import { queueFor, visitAfter, type VisitMove } from "@/lib/reception/queue/rules";
import type { ArriveBooked, ArriveWalkIn, CallNext, NoShow, OneVisit, VisitAtDoor } from "@/lib/reception/queue/schema";
import { waitingOf } from "@/lib/reception/queue/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

export type Arrived = { visitId: string; queueNo: number; isNew: boolean };

/**
 * 签到 of somebody who is booked: a number in the order of arrival. A second 签到 gives the same number; who was put
 * down as 未到 and comes after all gets one. Refused: a booking of another day or one that is no longer live.
 */
export async function arriveBooked(
  permit: Permit<"reception.receive">,
  { dayId, bookingId }: ArriveBooked,
): Promise<Arrived> {
  return transact(async (tx) => {
    await openCounter(tx, permit, dayId);
    const known = await tx.attendance.findUnique({ where: { bookingId } });
    if (known) return comeAgain(tx, permit, known);
    const booking = await tx.booking.findFirst({
      where: { id: bookingId, dayId, releasedAt: null },
      select: {
        personId: true,
        visitorName: true,
        relation: true,
        phone: true,
        greenChannel: true,
        person: { select: { name: true, unitId: true } },
      },
    });
    if (!booking) throw actedMeanwhile();
    const visitor = {
      ...booking,
      visitorName: booking.visitorName ?? booking.person.name,
      unitId: booking.person.unitId,
    };
    return enter(tx, permit, dayId, {
      ...visitor,
      bookingId,
      partySize: 1,
      isGreen: booking.greenChannel,
      requestKey: newId(),
    });
  });
}

/**
 * 现场来访: nobody who comes on the day is refused. Who is booked after all is signed in with that booking; who stands in
 * the queue already keeps the number. The same request key gives the same number.
 */
export async function arriveWalkIn(permit: Permit<"reception.receive">, input: ArriveWalkIn): Promise<Arrived> {
  return transact(async (tx) => {
    const day = await openCounter(tx, permit, input.dayId);
    const person = input.personId === undefined ? null : await loadPerson(tx, permit, input.personId);
    const known = await knownVisit(tx, input);
    if (known) return comeAgain(tx, permit, known);
    const booking = person && (await liveBooking(tx, input.dayId, person.id));
    const greenAge = await parameterAt(tx, "cases.greenAge", day.actualOn);
    const isGreen = input.isGreen || (person !== null && isGreenPerson(person, day.actualOn, greenAge));
    return enter(tx, permit, input.dayId, {
      bookingId: booking?.id ?? null,
      personId: person?.id ?? null,
      visitorName: input.visitorName || (person?.name ?? ""),
      unitId: person?.unitId ?? null,
      relation: input.relation,
      phone: input.phone ?? null,
      partySize: input.partySize,
      isGreen: isGreen || (booking?.greenChannel ?? false),
      requestKey: input.requestKey,
    });
  });
}

/**
 * 叫下一位 at one leader's door, in the order of the queue. Two desks that call at once get two people: who was called
 * meanwhile is passed over. Refused when nobody waits.
 */
export async function callNext(permit: Permit<"reception.receive">, { dayId, leaderId }: CallNext): Promise<Arrived> {
  return transact(async (tx) => {
    const day = await receivingDay(tx, permit, dayId);
    const missedMost = await parameterAt(tx, "reception.missedCalls", day.actualOn);
    const waiting = await waitingOf(tx, permit, dayId);
    const limits = { graceMinutes: day.slotMinutes, missedMost };
    for (const next of queueFor(waiting, leaderId, permit.now, limits)) {
      const isCalled = await moveVisit(tx, permit, { id: next.id, state: "ARRIVED" }, "call", {
        calledAt: permit.now,
        leaderId,
      });
      if (isCalled) return { visitId: next.id, queueNo: next.queueNo, isNew: true };
    }
    throw new Refusal("现在没有人在等。");
  });
}

/** Calls one by number: out of turn, again, or somebody who was parked. */
export async function callOne(permit: Permit<"reception.receive">, { visitId, leaderId }: VisitAtDoor): Promise<void> {
  await change(permit, visitId, "call", { calledAt: permit.now, leaderId });
}

/** 没应: back into the queue, one missed call more. */
export async function missCall(permit: Permit<"reception.receive">, { visitId }: OneVisit): Promise<void> {
  await change(permit, visitId, "miss", { missedCalls: { increment: 1 } });
}

/** 进门: the talk begins with this leader, who owns what is promised in it. */
export async function startVisit(
  permit: Permit<"reception.receive">,
  { visitId, leaderId }: VisitAtDoor,
): Promise<void> {
  await change(permit, visitId, "start", { startedAt: permit.now, leaderId });
}

/** 没等到就走了 */
export async function leaveVisit(permit: Permit<"reception.receive">, { visitId }: OneVisit): Promise<void> {
  await change(permit, visitId, "leave", { endedAt: permit.now });
}

/** Why somebody did not come, once it is known. */
export async function explainNoShow(permit: Permit<"reception.receive">, { visitId, reason }: NoShow): Promise<void> {
  await transact(async (tx) => {
    const visit = await loadVisit(tx, permit, visitId);
    await receivingDay(tx, permit, visit.dayId);
    const { count } = await tx.attendance.updateMany({
      where: { id: visit.id, state: "NO_SHOW" },
      data: { noShowReason: reason },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, { object: "attendance", objectId: visit.id, detail: { noShowReason: reason } });
  });
}

type VisitChange = Parameters<Tx["attendance"]["updateMany"]>[0]["data"];

/**
 * The guarded write of every step of a visit, with its audit row.
 * @returns false when the visit is no longer in the state it was seen in
 */
export async function moveVisit(
  tx: Tx,
  permit: Permit,
  visit: Pick<Attendance, "id" | "state">,
  move: VisitMove,
  data: VisitChange,
): Promise<boolean> {
  const state = visitAfter(visit.state, move);
  if (state === undefined) return false;
  const { count } = await tx.attendance.updateMany({
    where: { id: visit.id, state: visit.state },
    data: Object.assign({ state, version: { increment: 1 } }, data),
  });
  if (count !== 1) return false;
  await recordAudit(tx, permit, { object: "attendance", objectId: visit.id, detail: { move } });
  return true;
}

/** Loads a visit of the own bureau; any other is not found. */
export async function loadVisit(tx: Tx, permit: Permit, visitId: string): Promise<Attendance> {
  const visit = await tx.attendance.findFirst({ where: { id: visitId, day: { bureauId: permit.reach.bureauId } } });
  if (!visit) notFound();
  return visit;
}

/** The day, if visitors can be received on it: it has begun and is not filed. */
export async function receivingDay(tx: Tx, permit: Permit, dayId: string): Promise<LoadedDay> {
  const day = await loadDay(tx, permit, dayId);
  if (day.state === "OPEN") throw new Refusal("接待还没有开始，请先点「开始接待」。");
  if (dayAfter(day.state, "receive") === undefined)
    throw new Refusal(`这天的接待日${dayWords[day.state]}，不能再登记。`);
  return day;
}

async function change(
  permit: Permit<"reception.receive">,
  visitId: string,
  move: VisitMove,
  data: VisitChange,
): Promise<void> {
  await transact(async (tx) => {
    const visit = await loadVisit(tx, permit, visitId);
    await receivingDay(tx, permit, visit.dayId);
    if (!(await moveVisit(tx, permit, visit, move, data))) throw actedMeanwhile();
  });
}

/** Locks the day's counter: from here on arrivals come one after another, and what the one wrote the next one sees. */
async function openCounter(tx: Tx, permit: Permit, dayId: string): Promise<LoadedDay> {
  const day = await receivingDay(tx, permit, dayId);
  await tx.$queryRaw`select 1 from day_counter where day_id = ${dayId}::uuid for update`;
  return day;
}

/** A number is taken only together with the row that bears it: no gap, never `max() + 1` (rule 7). */
export async function takeNumber(tx: Tx, _permit: Permit, dayId: string): Promise<number> {
  const { lastNo } = await tx.dayCounter.update({
    where: { dayId },
    data: { lastNo: { increment: 1 } },
    select: { lastNo: true },
  });
  return lastNo;
}

type Visitor = {
  bookingId: string | null;
  personId: string | null;
  visitorName: string;
  unitId: string | null;
  relation: VisitorRelation;
  phone: string | null;
  partySize: number;
  isGreen: boolean;
  requestKey: string;
};

async function enter(tx: Tx, permit: Permit<"reception.receive">, dayId: string, visitor: Visitor): Promise<Arrived> {
  const queueNo = await takeNumber(tx, permit, dayId);
  const id = newId();
  await tx.attendance.create({
    data: {
      id,
      dayId,
      bookingId: visitor.bookingId,
      personId: visitor.personId,
      visitorName: visitor.visitorName,
      relation: visitor.relation,
      phone: visitor.phone,
      unitId: visitor.unitId,
      partySize: visitor.partySize,
      queueNo,
      green: visitor.isGreen,
      state: "ARRIVED",
      channel: "DESK",
      arrivedAt: permit.now,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
      requestKey: visitor.requestKey,
    },
  });
  await recordAudit(tx, permit, {
    object: "attendance",
    objectId: id,
    subjectId: visitor.personId,
    detail: { move: "arrive", queueNo },
  });
  return { visitId: id, queueNo, isNew: true };
}

async function comeAgain(tx: Tx, permit: Permit<"reception.receive">, visit: Attendance): Promise<Arrived> {
  if (visit.state !== "NO_SHOW" && visit.state !== "LEFT")
    return { visitId: visit.id, queueNo: visit.queueNo ?? 0, isNew: false };
  const queueNo = visit.queueNo ?? (await takeNumber(tx, permit, visit.dayId));
  const back = { queueNo, arrivedAt: permit.now, endedAt: null, noShowReason: null };
  if (!(await moveVisit(tx, permit, visit, "arrive", back))) throw actedMeanwhile();
  return { visitId: visit.id, queueNo, isNew: true };
}

async function knownVisit(tx: Tx, { dayId, requestKey, personId }: ArriveWalkIn): Promise<Attendance | null> {
  const same = await tx.attendance.findUnique({ where: { requestKey } });
  if (same || personId === undefined) return same;
  // Who has been heard already may come back with another matter and gets a new number.
  return tx.attendance.findFirst({ where: { dayId, personId, state: { notIn: ["DONE"] } } });
}

async function liveBooking(tx: Tx, dayId: string, personId: string) {
  return tx.booking.findFirst({
    where: { dayId, personId, releasedAt: null, attendance: null },
    select: { id: true, greenChannel: true },
  });
}

async function loadPerson(tx: Tx, permit: Permit, personId: string) {
  const person = await tx.person.findFirst({
    where: { id: personId, bureauId: permit.reach.bureauId },
    select: { id: true, name: true, unitId: true, birthDate: true, needsGreenChannel: true },
  });
  if (!person) notFound();
  return person;
}
