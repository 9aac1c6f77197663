import "server-only";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { Attendance } from "@/prisma/generated/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { instantAt } from "@/lib/dates";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { isGreenPerson } from "@/lib/reception/bookings/rules";
import type { LoadedDay } from "@/lib/reception/days/commands";
import { asOfTalk, openMatter } from "@/lib/reception/matters/commands";
import type { PaperTalk, PaperVisit } from "@/lib/reception/paper/schema";
import { receivingDay, takeNumber } from "@/lib/reception/queue/commands";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

/**
 * 补录: keys in a visit that was kept on paper, with the paper's times and channel PAPER, and its first matter; the case's
 * clock runs from the day of the talk. Refused: a visit that is in the list already, times outside the past.
 * @returns the visit, to which further matters can be added
 */
export async function keyInVisit(
  permit: Permit<"reception.recordMatter">,
  input: PaperVisit,
): Promise<{ visitId: string; number: string }> {
  return keyIn(permit, input, async (tx, { visit, day }) => {
    const { number } = await openMatter(tx, asOfTalk(permit, day, visit), { visit, day, input });
    return { visitId: visit.id, number };
  });
}

/** 补录 of a talk that left no matter, with its coded reason. */
export async function keyInTalk(
  permit: Permit<"reception.recordMatter">,
  input: PaperTalk,
): Promise<{ visitId: string }> {
  return keyIn(permit, input, async (_tx, { visit }) => ({ visitId: visit.id }));
}

async function keyIn<Result>(
  permit: Permit<"reception.recordMatter">,
  input: PaperVisit | PaperTalk,
  then: (tx: Tx, made: { visit: Attendance; day: LoadedDay }) => Promise<Result>,
): Promise<Result> {
  try {
    return await transact(async (tx) => {
      const day = await receivingDay(tx, permit, input.dayId);
      const times = {
        startedAt: instantAt(day.actualOn, input.startedAt),
        endedAt: instantAt(day.actualOn, input.endedAt),
      };
      if (times.endedAt > permit.now) throw new Refusal("结束时间还没有到，补录只用来登记已经谈完的。", "endedAt");
      const isHost = await tx.dayHost.findFirst({
        where: { dayId: day.id, leaderId: input.leaderId },
        select: { id: true },
      });
      if (!isHost) throw new Refusal("这位领导当天没有接待，请重新选。", "leaderId");
      const visit = await writeVisit(tx, permit, day, input, times);
      await recordAudit(tx, permit, {
        object: "attendance",
        objectId: visit.id,
        subjectId: visit.personId,
        channel: "PAPER",
        detail: { move: "keyIn", queueNo: visit.queueNo },
      });
      return then(tx, { visit, day });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这一行已经补录过了，请刷新页面看看。");
    throw fault;
  }
}

async function writeVisit(
  tx: Tx,
  permit: Permit<"reception.recordMatter">,
  day: LoadedDay,
  input: PaperVisit | PaperTalk,
  times: { startedAt: Date; endedAt: Date },
): Promise<Attendance> {
  const visitor = await visitorOf(tx, permit, day, input);
  const queueNo = await takeNumber(tx, permit, day.id);
  const facts = {
    personId: visitor.personId,
    visitorName: visitor.visitorName,
    unitId: visitor.unitId,
    relation: visitor.relation,
    phone: visitor.phone,
    green: visitor.green,
    partySize: input.partySize,
    queueNo,
    state: "DONE",
    channel: "PAPER",
    leaderId: input.leaderId,
    arrivedAt: times.startedAt,
    startedAt: times.startedAt,
    endedAt: times.endedAt,
    noShowReason: null,
    noMatterReason: "noMatterReason" in input ? input.noMatterReason : null,
  } as const;
  const { bookingId = null, requestKey } = input;
  // The day was ended before the paper was keyed in: who counted as 未到 was there after all.
  const absent =
    bookingId && (await tx.attendance.findFirst({ where: { bookingId, state: "NO_SHOW" }, select: { id: true } }));
  if (absent) {
    const { count } = await tx.attendance.updateMany({ where: { id: absent.id, state: "NO_SHOW" }, data: facts });
    if (count !== 1) throw actedMeanwhile();
    return tx.attendance.findUniqueOrThrow({ where: { id: absent.id } });
  }
  const made = {
    id: newId(),
    dayId: day.id,
    bookingId,
    requestKey,
    createdById: permit.actor.accountId,
    createdAt: permit.now,
  };
  return tx.attendance.create({ data: Object.assign(made, facts) });
}

type PaperVisitor = Pick<Attendance, "personId" | "visitorName" | "unitId" | "relation" | "phone" | "green">;

async function visitorOf(
  tx: Tx,
  permit: Permit<"reception.recordMatter">,
  day: LoadedDay,
  input: PaperVisit | PaperTalk,
): Promise<PaperVisitor> {
  const { relation, phone = null } = input;
  const booking = input.bookingId
    ? await tx.booking.findFirst({
        where: { id: input.bookingId, dayId: day.id, releasedAt: null },
        select: { personId: true, visitorName: true, relation: true, phone: true },
      })
    : null;
  if (input.bookingId && !booking) throw actedMeanwhile();
  const personId = booking?.personId ?? input.personId;
  const person =
    personId === undefined
      ? null
      : await tx.person.findFirst({
          where: { id: personId, bureauId: permit.reach.bureauId },
          select: { id: true, name: true, unitId: true, birthDate: true, needsGreenChannel: true },
        });
  if (personId !== undefined && !person) throw new Refusal("没有找到这位职工，请重新选。", "personId");
  const greenAge = await parameterAt(tx, "cases.greenAge", day.actualOn);
  return {
    personId: person?.id ?? null,
    visitorName: input.visitorName || (booking?.visitorName ?? person?.name ?? ""),
    unitId: person?.unitId ?? null,
    relation: booking?.relation ?? relation,
    phone: phone ?? booking?.phone ?? null,
    green: person !== null && isGreenPerson(person, day.actualOn, greenAge),
  };
}
