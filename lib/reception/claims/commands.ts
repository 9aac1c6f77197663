import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { db, sqlState, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { VisitorAid } from "@/prisma/generated/enums";
import { auditInsert } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { formatTime } from "@/lib/dates";
import { newId } from "@/lib/id";
import { log } from "@/lib/log";
import { isDesk, nearest } from "@/lib/reception/bookings/rules";
import {
  claimant,
  freeCells,
  freeSeat,
  lockedDay,
  noOtherOpen,
  standingOf,
  type Ask,
} from "@/lib/reception/claims/queries";
import { answerTo, BUSY, type Answer, type Standing } from "@/lib/reception/claims/rules";
import { Refusal } from "@/lib/refusal";

/** A booking as it is asked for. */
export type Claim = Ask & {
  visitorName: string | null;
  phone: string | null;
  topic: string;
  topicText: string | null;
  isConfidential: boolean;
  aids: readonly VisitorAid[];
  /** the booking that this one replaces */
  movedFromId: string | null;
  /** only this seat: one that the desk has just added */
  seatId?: string | undefined;
};
export type Claimed = { bookingId: string; ticketNo: number; isNew: boolean };

/** A booking that did not come about; `kind` lets a page go to the booking that is already there. */
export class BookingRefusal extends Refusal {
  constructor(
    readonly kind: Exclude<Answer["kind"], "same" | "again"> | "busy",
    sentence: string,
    /** the live booking behind "already" and "elsewhere" */
    readonly bookingId?: string,
  ) {
    super(`${sentence}。`);
  }
}

type Reader = Pick<Tx, "$queryRaw">;

const TRIES = 3;

/**
 * Takes a seat or says why not (reception guide §3.2). The truth is the unique key on the occupied seat; the statement
 * only picks. Under a rush a pick can miss although seats are free, hence three tries, and "busy" instead of "full".
 * Refused with a BookingRefusal: key of another person, already booked, closed, full (with the nearest times), busy.
 */
export async function claimPatiently(permit: Permit, claim: Claim): Promise<Claimed> {
  try {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const claimed = await claimSeat(db, permit, claim, attempt);
      if (claimed) return claimed;
      const missed = await afterMiss(db, permit, claim);
      if (!(missed instanceof BookingRefusal)) return missed;
      if (missed.kind !== "busy") throw missed;
      await wait(5 + Math.random() * 20);
    }
  } catch (fault) {
    if (!isOverloaded(fault)) throw fault;
    log.warn({ err: fault, slotId: claim.slotId }, "claim met an overloaded database");
  }
  throw new BookingRefusal("busy", BUSY);
}

/**
 * A deadlock, a serialisation failure, a statement or a connection that took too long: nothing was written, and the same
 * form may be sent again. In a rush that is "busy", not a fault.
 */
function isOverloaded(fault: unknown): boolean {
  const isSlow = fault instanceof Error && fault.message.includes("timeout exceeded when trying to connect");
  return isSlow || ["40001", "40P01", "P2034", "57014", "53300"].includes(sqlState(fault) ?? "");
}

/**
 * One try in one statement: day locked and tested, seat picked, booking, its event and its audit row written.
 * @param reader the transaction of a move, or `db` where the statement stands alone
 * @returns null when there was nothing to pick or a unique key said no
 */
export async function claimSeat(
  reader: Reader,
  permit: Permit,
  claim: Claim,
  attempt: number,
): Promise<Claimed | null> {
  const id = newId();
  const [row] = await reader.$queryRaw<{ id: string; ticket_no: number }[]>(claimStatement(permit, claim, attempt, id));
  return row ? { bookingId: row.id, ticketNo: row.ticket_no, isNew: true } : null;
}

function claimStatement(permit: Permit, claim: Claim, attempt: number, id: string): Prisma.Sql {
  const { actor, now } = permit;
  const kind = claim.movedFromId === null ? "booked" : "movedHere";
  const entry = { object: "booking", objectId: id, subjectId: claim.personId, channel: claim.channel };
  const onlySeat = claim.seatId === undefined ? Prisma.sql`true` : Prisma.sql`s.id = ${claim.seatId}::uuid`;
  return Prisma.sql`
    with day as (${lockedDay(permit, claim)}),
      who as (${claimant(permit, claim)}),
      pick as (
        select s.id, s.day_id, s.ticket_no, who.id as person_id, who.is_green
        from seat s join reception_slot t on t.id = s.slot_id cross join day cross join who
        where s.slot_id = ${claim.slotId}::uuid and ${onlySeat} and ${freeSeat(permit, claim.channel)}
          and ${noOtherOpen(permit, claim.channel)}
        order by ${pickOrder(claim, attempt)} limit 1
        for update of s skip locked),
      claimed as (
        insert into booking (id, day_id, seat_id, person_id, visitor_name, relation, phone, status, moved_from_id, channel,
          booked_by_id, topic, topic_text, is_confidential, aids, green_channel, request_key, version, created_at)
        select ${id}::uuid, pick.day_id, pick.id, pick.person_id, ${claim.visitorName}::text,
          ${claim.relation}::text::"VisitorRelation", ${claim.phone}::text, 'BOOKED', ${claim.movedFromId}::uuid,
          ${claim.channel}::text::"Channel", ${actor.accountId}::uuid, ${claim.topic}::text, ${claim.topicText}::text,
          ${claim.isConfidential}::boolean, ${[...claim.aids]}::text[]::"VisitorAid"[], pick.is_green,
          ${claim.requestKey}::uuid, 1, ${now}::timestamptz
        from pick
        on conflict do nothing returning id, seat_id),
      event as (
        insert into booking_event (id, booking_id, kind, at, actor_id, actor_name)
        select ${newId()}::uuid, id, ${kind}::text, ${now}::timestamptz, ${actor.accountId}::uuid, ${actor.name}::text from claimed),
      audit as (${auditInsert(permit, entry, Prisma.sql`claimed`)})
    select claimed.id, pick.ticket_no from claimed join pick on pick.id = claimed.seat_id`;
}

/** The phone fills from the front, the desk from the back, so that the two rarely meet; later tries spread at random. */
function pickOrder(claim: Claim, attempt: number): Prisma.Sql {
  if (attempt > 1) return Prisma.sql`random()`;
  return isDesk(claim.channel) ? Prisma.sql`s.seat_no desc` : Prisma.sql`s.seat_no`;
}

/** Why a claim got no seat, by committed state: "same" is its own booking, everything else a refusal to be thrown. */
export async function afterMiss(reader: Reader, permit: Permit, claim: Claim): Promise<Claimed | BookingRefusal> {
  const standing = await standingOf(reader, permit, claim);
  if (!standing) return new BookingRefusal("gone", "没有这个时间，请另选一个时间");
  const answer = answerTo(standing, claim.personId, claim.channel, permit.now);
  if (answer.kind === "same") return { bookingId: answer.bookingId, ticketNo: answer.ticketNo, isNew: false };
  if (answer.kind === "again") return new BookingRefusal("busy", BUSY);
  if (answer.kind === "already" || answer.kind === "elsewhere") {
    return new BookingRefusal(answer.kind, answer.sentence, answer.bookingId);
  }
  const isLost = answer.kind === "full" || answer.kind === "gone";
  const others = isLost ? await nearestWords(reader, permit, claim, standing) : "";
  return new BookingRefusal(answer.kind, `${answer.sentence}${others}`);
}

async function nearestWords(reader: Reader, permit: Permit, claim: Claim, { day, cell }: Standing): Promise<string> {
  const free = await freeCells(reader, permit, day.id, claim);
  const times = new Map((free?.cells ?? []).map((one) => [one.startsAt.getTime(), one]));
  const words = nearest([...times.values()], cell.startsAt, 3).map(({ startsAt }) => formatTime(startsAt));
  return words.length > 0 ? `，还有 ${words.join("、")} 可以约` : "，这天没有空的时间了。当天直接来现场也会接待";
}
