import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { encryptField } from "@/lib/crypto";
import { addDays, dateColumn, formatDay, fromDateColumn, type CivilDate } from "@/lib/dates";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { freeDays, visitLimits, visitRooms } from "@/lib/dormitories/visits/queries";
import {
  needsPolice,
  nightsOf,
  refuseArrival,
  refuseMissed,
  refuseNights,
  roomFor,
} from "@/lib/dormitories/visits/rules";
import type { ArriveVisit, BookMine, BookVisit, CancelVisit, TouchVisit } from "@/lib/dormitories/visits/schema";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { FamilyVisitBooking } from "@/prisma/generated/client";
import type { FamilyVisitState } from "@/prisma/generated/enums";

type Booking = Permit<"dormitories.visit"> | Permit<"my.dormitory">;
type Ending = Permit<"dormitories.visit"> | Permit<"my.dormitory">;
type Wish = BookMine & { personId: string; roomId?: string | undefined };

/** 订探亲房 on the phone. Refused as `book`. @returns the booking's id */
export async function bookMine(permit: Permit<"my.dormitory">, input: BookMine): Promise<string> {
  return book(permit, { ...input, personId: permit.reach.personId });
}

/** The office or the warden books for a worker. Refused as `book`, and for a 工号 that nobody has. @returns the id */
export async function bookVisit(permit: Permit<"dormitories.visit">, input: BookVisit): Promise<string> {
  return book(permit, { ...input, personId: await workerCalled(permit, input.staffNo) });
}

async function workerCalled(permit: Permit, staffNo: string): Promise<string> {
  const person = await transact((tx) =>
    tx.person.findFirst({ where: { bureauId: permit.reach.bureauId, staffNo }, select: { id: true } }),
  );
  if (!person) throw new Refusal("没有这个工号，请核对。", "staffNo");

  return person.id;
}

/**
 * Takes the nights of one room. Two who want the same night at once are told apart by the unique key of room and night:
 * the loser tries the next free room and, when there is none, is told the next free days. The same form sent twice books
 * once. Refused: more nights or farther ahead than allowed, no free room, another room in one of the nights, not at work.
 */
async function book(permit: Booking, wish: Wish): Promise<string> {
  const toOn = addDays(wish.fromOn, wish.nights);
  // as many tries as a house has rooms for visits; each lost one is a room that somebody else has just got
  for (let tries = 0; tries < 6; tries += 1)
    try {
      return await transact((tx) => takeNights(tx, permit, wish, toOn));
    } catch (fault) {
      if (!isUniqueViolation(fault)) throw fault;
    }

  throw await noRoom(permit, wish);
}

async function takeNights(tx: Tx, permit: Booking, wish: Wish, toOn: CivilDate): Promise<string> {
  // one booking of a person at a time: of two forms sent at once the second finds the first
  await tx.$queryRaw`select id from person where id = ${wish.personId}::uuid for no key update`;
  const already = await tx.familyVisitBooking.findFirst({
    where: { requestKey: wish.requestKey, createdById: permit.actor.accountId },
    select: { id: true },
  });
  if (already) return already.id;
  const limits = await visitLimits(tx, permit);
  const refusal = refuseNights(wish, limits, permit.today);
  if (refusal) throw new Refusal(refusal.sentence, refusal.field);
  const site = await tx.dormSite.findFirst({ where: { id: wish.siteId, closedOn: null, ...sitesWithin(permit) } });
  if (!site) notFound();
  const nights = nightsOf({ fromOn: wish.fromOn, toOn });
  await refusePerson(tx, permit, wish, nights);
  const rooms = await visitRooms(tx, permit, { siteIds: [site.id], from: wish.fromOn, to: toOn });
  const room = roomFor(wish.roomId ? rooms.filter(({ id }) => id === wish.roomId) : rooms, nights);
  if (!room) throw await noRoom(permit, wish);

  return writeBooking(tx, permit, {
    ...wish,
    toOn,
    roomId: room.id,
    isPoliceNeeded: needsPolice(wish.nights, limits.police),
  });
}

async function writeBooking(
  tx: Tx,
  permit: Booking,
  given: Wish & { roomId: string; toOn: CivilDate; isPoliceNeeded: boolean },
): Promise<string> {
  const id = newId();
  const place = { table: "family_visit_booking", column: "relative_cipher", rowId: id };
  const isOnBehalf = given.personId !== permit.reach.personId;
  await tx.familyVisitBooking.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      siteId: given.siteId,
      roomId: given.roomId,
      personId: given.personId,
      fromOn: dateColumn(given.fromOn),
      toOn: dateColumn(given.toOn),
      guests: given.guests,
      relativeCipher: encryptField(`${given.relation}|${given.relative}`, place),
      isPoliceNeeded: given.isPoliceNeeded,
      isOnBehalf,
      requestKey: given.requestKey,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
  await tx.familyVisitNight.createMany({
    data: nightsOf(given).map((night) => ({
      id: newId(),
      bookingId: id,
      roomId: given.roomId,
      personId: given.personId,
      night: dateColumn(night),
    })),
  });
  await audit(tx, permit, { id, personId: given.personId }, "book", { nights: given.nights, isOnBehalf });

  return id;
}

/** The loser's sentence: taken, and when there is room for so many nights. */
async function noRoom(permit: Booking, { siteId, roomId, fromOn, nights }: Wish): Promise<Refusal> {
  const days = await transact((tx) => freeDays(tx, permit, { siteId, roomId, fromOn, nights }));
  const full = roomId ? "这一间这几晚不空，可以改选「哪间空住哪间」。" : "这几晚没有空房了。";
  const sentence =
    days.length > 0
      ? `${full}住 ${nights} 晚的，最近可以 ${days.map(formatDay).join("、")} 来，请改日子再订。`
      : `${full}往后也订满了，请换一个宿舍看看。`;

  return new Refusal(sentence, "fromOn");
}

async function refusePerson(tx: Tx, permit: Booking, wish: Wish, nights: readonly CivilDate[]): Promise<void> {
  const person = await tx.person.findFirst({
    where: { id: wish.personId, bureauId: permit.reach.bureauId },
    select: { status: true },
  });
  if (!person) notFound();
  if (!["ACTIVE", "OFF_POST"].includes(person.status))
    throw new Refusal("这位职工已经不在岗，不能订探亲房。", "staffNo");
  const [own] = await tx.familyVisitNight.findMany({
    where: { personId: wish.personId, releasedAt: null, night: { in: nights.map(dateColumn) } },
    orderBy: { night: "asc" },
    take: 1,
  });
  if (own)
    throw new Refusal(`${formatDay(fromDateColumn(own.night))} 晚上已经订过一间了，一个人同一晚只能订一间。`, "fromOn");
}

/** 取消 by the worker before the relative came. Refused: another person's, already in. */
export async function cancelMine(permit: Permit<"my.dormitory">, input: TouchVisit): Promise<void> {
  await ending(permit, input, { from: "BOOKED", to: "CANCELLED", step: "cancel", reason: "本人取消" });
}

/** 取消 by the office or the warden, with the reason that the worker reads. Refused: out of reach, already in. */
export async function cancelVisit(permit: Permit<"dormitories.visit">, input: CancelVisit): Promise<void> {
  await ending(permit, input, { from: "BOOKED", to: "CANCELLED", step: "cancel", reason: input.reason });
}

/** 没有来: the nights are free again. Refused: on the first day itself, already in. */
export async function missVisit(permit: Permit<"dormitories.visit">, input: TouchVisit): Promise<void> {
  await ending(permit, input, { from: "BOOKED", to: "NO_SHOW", step: "missed", reason: "没有来" });
}

/** 办离开: nights that are left are free again. Refused: not in. */
export async function leaveVisit(permit: Permit<"dormitories.visit">, input: TouchVisit): Promise<void> {
  await ending(permit, input, { from: "STAYING", to: "LEFT", step: "leave" });
}

/** 办入住. Refused: before the first or after the last night, and without the police's registration where it is required. */
export async function arriveVisit(permit: Permit<"dormitories.visit">, input: ArriveVisit): Promise<void> {
  await transact(async (tx) => {
    const booking = await loadVisit(tx, permit, input, "BOOKED");
    const times = { fromOn: fromDateColumn(booking.fromOn), toOn: fromDateColumn(booking.toOn) };
    const facts = { ...times, isPoliceNeeded: booking.isPoliceNeeded };
    const refusal = refuseArrival(facts, input.policeOn, permit.today);
    if (refusal) throw new Refusal(refusal.sentence, refusal.field);
    await change(tx, permit, booking, {
      state: "STAYING",
      arrivedOn: dateColumn(permit.today),
      policeOn: input.policeOn ? dateColumn(input.policeOn) : null,
    });
    await audit(tx, permit, booking, "arrive");
  });
}

type End = { from: FamilyVisitState; to: FamilyVisitState; step: string; reason?: string };

async function ending(permit: Ending, input: TouchVisit, { from, to, step, reason }: End): Promise<void> {
  await transact(async (tx) => {
    const booking = await loadVisit(tx, permit, input, from);
    const missed =
      to === "NO_SHOW" ? refuseMissed({ fromOn: fromDateColumn(booking.fromOn) }, permit.today) : undefined;
    if (missed) throw new Refusal(missed);
    await change(tx, permit, booking, {
      state: to,
      ...(to === "LEFT" ? { leftOn: dateColumn(permit.today) } : {}),
      ...(reason ? { endReason: reason } : {}),
    });
    // nights that were slept stay as they were; those still to come are anybody's again
    const keepBefore = to === "LEFT" ? { night: { gte: dateColumn(permit.today) } } : {};
    await tx.familyVisitNight.updateMany({
      where: { bookingId: booking.id, releasedAt: null, ...keepBefore },
      data: { releasedAt: permit.now },
    });
    await audit(tx, permit, booking, step);
  });
}

/** A booking within reach as the form saw it; outside it is not found. */
async function loadVisit(tx: Tx, permit: Ending, at: TouchVisit, state: FamilyVisitState): Promise<FamilyVisitBooking> {
  const own = permit.reach.kind === "self" ? { personId: permit.reach.personId } : {};
  const booking = await tx.familyVisitBooking.findFirst({
    where: { id: at.bookingId, site: sitesWithin(permit), ...own },
  });
  if (!booking) notFound();
  if (booking.version !== at.version || booking.state !== state)
    throw new Refusal("这次预订刚被别人办过，请刷新页面，看看现在的情况再办。");

  return booking;
}

async function change(
  tx: Tx,
  _permit: Ending,
  booking: FamilyVisitBooking,
  data: Partial<Pick<FamilyVisitBooking, "state" | "arrivedOn" | "leftOn" | "policeOn" | "endReason">>,
): Promise<void> {
  const { count } = await tx.familyVisitBooking.updateMany({
    where: { id: booking.id, version: booking.version },
    data: {
      state: data.state ?? booking.state,
      arrivedOn: data.arrivedOn ?? booking.arrivedOn,
      leftOn: data.leftOn ?? booking.leftOn,
      policeOn: data.policeOn ?? booking.policeOn,
      endReason: data.endReason ?? booking.endReason,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw actedMeanwhile();
}

async function audit(
  tx: Tx,
  permit: Ending,
  booking: { id: string; personId: string },
  step: string,
  more: Record<string, number | boolean> = {},
): Promise<void> {
  await recordAudit(tx, permit, {
    object: "family_visit_booking",
    objectId: booking.id,
    subjectId: booking.personId,
    detail: { step, ...more },
  });
}
