import type { BookingTopic, CancelReason } from "@/lib/reception/bookings/words";
import { addDays, civilOf, daysBetween, instantAt } from "@/lib/dates";
import type { Channel, VisitorAid } from "@/prisma/generated/enums";
import { accountIdOf } from "./accounts";
import type { SeedRows } from "./bulk";
import { isGreen, liaisonOf, type Theatre } from "./case-teller";
import type { Person } from "./person-rows";
import { dice, idAt, of } from "./random";
import type { DemoDay, DemoSeat } from "./reception-days";

type BookingRow = SeedRows["booking"];
type EventRow = SeedRows["booking_event"];

/** A booking with its history, and for whom it was made. */
export type Booked = { booking: BookingRow; events: EventRow[]; person: Person; seat: DemoSeat };

export type Wishes = {
  channel?: Channel;
  topic?: BookingTopic;
  topicText?: string;
  aids?: VisitorAid[];
  isConfidential?: boolean;
  at?: Date;
};

const TOPICS: readonly BookingTopic[] = [
  "PAY",
  "PAY",
  "HOUSING",
  "SCHOOL",
  "MEDICAL",
  "HARDSHIP",
  "WORK",
  "WORK",
  "OTHER",
  "IN_PERSON",
];
const WORDS: Partial<Record<BookingTopic, readonly string[]>> = {
  PAY: ["加班费的事", "社保断了几个月"],
  HOUSING: ["宿舍暖气不热", "想调到早班屋"],
  SCHOOL: ["孩子明年上小学"],
  MEDICAL: ["工伤报销"],
  WORK: ["雨衣和手套", "保洁车刹车"],
};

/** Books that seat for that person, at some time between publication and closing. */
export function bookFor(
  theatre: Theatre,
  day: DemoDay,
  seat: DemoSeat,
  person: Person,
  row: number,
  wishes: Wishes = {},
): Booked {
  const { pick, chance } = dice("booking", row);
  const channel = wishes.channel ?? channelFor(theatre, person, row);
  const by = bookerOf(theatre, person, channel);
  const createdAt = wishes.at ?? bookedAt(day, row);
  const topic = wishes.topic ?? pick(TOPICS);
  const words = channel === "LIAISON" || !chance(0.5) ? null : pick(WORDS[topic] ?? [null]);
  const id = idAt(createdAt, "booking", row);
  const booking: BookingRow = {
    id,
    dayId: day.id,
    seatId: seat.id,
    personId: person.id,
    visitorName: null,
    relation: "SELF",
    phone: person.mobile,
    status: "BOOKED",
    holdUntil: null,
    releasedAt: null,
    movedFromId: null,
    channel,
    bookedById: by.id,
    topic,
    topicText: wishes.topicText ?? words,
    isConfidential: wishes.isConfidential ?? false,
    aids: wishes.aids ?? [],
    greenChannel: isGreen(person, civilOf(createdAt)),
    coveredAt: null,
    coveredById: null,
    requestKey: idAt(createdAt, "booking key", row),
    version: 1,
    createdAt,
  };
  const booked = { booking, events: [eventOf(booking, "booked", createdAt, by)], person, seat };
  return row % 3 === 0 ? covered(theatre, booked) : booked;
}

/** Somebody who booked and took it back the next day. */
export function cancelledBooking(
  theatre: Theatre,
  day: DemoDay,
  seat: DemoSeat,
  person: Person,
  row: number,
  wishes: Wishes = {},
  reason: CancelReason = "SHIFT",
): Booked {
  const booked = bookFor(theatre, day, seat, person, row, wishes);
  const { booking } = booked;
  const at = new Date(new Date(booking.createdAt ?? 0).getTime() + 3 * 3_600_000);
  const by = bookerOf(theatre, person, booking.channel);
  const event = { ...eventOf(booking, "cancelled", at, by), reason };
  return {
    ...booked,
    booking: { ...booking, status: "CANCELLED", releasedAt: at, version: 2, coveredAt: null, coveredById: null },
    events: [...booked.events.slice(0, 1), event],
  };
}

/** The unit has somebody else on the street for that hour. */
function covered(theatre: Theatre, booked: Booked): Booked {
  const liaison = liaisonOf(theatre, booked.person);
  if (!liaison) return booked;
  const at = new Date(new Date(booked.booking.createdAt ?? 0).getTime() + 2 * 3_600_000);
  const booking = { ...booked.booking, coveredAt: at, coveredById: liaison.accountId, version: 2 };
  return {
    ...booked,
    booking,
    events: [...booked.events, eventOf(booking, "covered", at, { id: liaison.accountId, name: liaison.name })],
  };
}

function channelFor(theatre: Theatre, person: Person, row: number): Channel {
  const { pick } = dice("channel", row);
  const isAlone = liaisonOf(theatre, person) === undefined;
  if (isAlone || person.aids.includes("NO_PHONE")) return pick(["PHONE", "PHONE", "DESK"] as const);
  return pick(["WEB", "WEB", "WEB", "LIAISON", "LIAISON", "PHONE", "DESK"] as const);
}

type Booker = { id: string; name: string };

function bookerOf(theatre: Theatre, person: Person, channel: Channel): Booker {
  if (channel === "WEB") return { id: accountIdOf(person.staffNo, theatre.today), name: person.name };
  const clerk =
    channel === "LIAISON" ? (liaisonOf(theatre, person) ?? of(theatre.cast, "2001")) : of(theatre.cast, "2001");
  return { id: clerk.accountId, name: clerk.name };
}

/** Between publication and closing, in the hours when people are awake. */
function bookedAt({ open }: DemoDay, row: number): Date {
  if (!open) throw new RangeError("a draft cannot be booked");
  const { between } = dice("booked at", row);
  const first = civilOf(open.window.opensAt);
  const days = Math.max(1, daysBetween(first, civilOf(open.window.closesAt)) - 1);
  return new Date(instantAt(addDays(first, between(1, days)), "08:00").getTime() + between(0, 700) * 60_000);
}

function eventOf(booking: BookingRow, kind: EventRow["kind"], at: Date, by: Booker): EventRow {
  return {
    id: idAt(at, `booking event ${kind} ${booking.id}`),
    bookingId: booking.id,
    kind,
    at,
    actorId: by.id,
    actorName: by.name,
    reason: null,
    note: null,
  };
}
