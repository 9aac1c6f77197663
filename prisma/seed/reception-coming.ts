import { civilOf } from "@/lib/dates";
import type { Channel } from "@/prisma/generated/enums";
import { poolsOf, type Pools } from "./case-history";
import { personOf } from "./case-demo";
import { liaisonOf, type Theatre } from "./case-teller";
import type { Person } from "./person-rows";
import { at } from "./random";
import { bookFor, cancelledBooking, type Booked, type Wishes } from "./reception-bookings";
import type { DemoDay, DemoSeat } from "./reception-days";
import { momentOn } from "./workdays";

export const comingTotals = { live: 13, released: 1 } as const;

type Guest = Wishes & { who: (theatre: Theatre, pools: Pools) => Person; cell: number; leader: number; lane?: "GREEN" };

const demo = (staffNo: string) => (theatre: Theatre) => personOf(theatre, staffNo);
const worker = (i: number, station?: string) => (theatre: Theatre, pools: Pools) => {
  const unit = theatre.tree.stations.find(({ name }) => name === station);
  return at(
    pools.serving.filter((person) => !unit || person.unit.topUnitId === unit.id),
    i * 211 + 40,
  );
};
const retiree = (i: number) => (_: Theatre, pools: Pools) => at(pools.retired, i * 97 + 12);

/** Who has booked the coming morning. 50001 has not, so that booking can be tried; 50004 had and took it back. */
const GUESTS: readonly Guest[] = [
  { who: demo("50002"), cell: 3, leader: 0, channel: "WEB", topic: "PAY", topicText: "加班费少算了两天" },
  { who: demo("50003"), cell: 5, leader: 1, channel: "LIAISON", topic: "SCHOOL" },
  { who: demo("50005"), cell: 3, leader: 2, lane: "GREEN", channel: "LIAISON", topic: "MEDICAL", aids: ["WALKING"] },
  {
    who: demo("60001"),
    cell: 3,
    leader: 0,
    lane: "GREEN",
    channel: "PHONE",
    topic: "OTHER",
    topicText: "取暖补贴",
    aids: ["WALKING"],
  },
  {
    who: worker(1),
    cell: 1,
    leader: 0,
    channel: "DESK",
    topic: "HARDSHIP",
    topicText: "家里的事，想单独跟领导说",
    isConfidential: true,
  },
  { who: worker(2), cell: 0, leader: 0, channel: "WEB", topic: "HOUSING", topicText: "宿舍热水停得早" },
  { who: worker(3), cell: 0, leader: 1, channel: "WEB", topic: "WORK", topicText: "雨衣太薄" },
  { who: worker(4), cell: 1, leader: 2, channel: "WEB", topic: "IN_PERSON" },
  { who: worker(0, "环卫一所"), cell: 2, leader: 1, channel: "LIAISON", topic: "HOUSING" },
  { who: worker(0, "环卫二所"), cell: 4, leader: 2, channel: "LIAISON", topic: "PAY" },
  { who: retiree(1), cell: 6, leader: 2, channel: "PHONE", topic: "OTHER", aids: ["DIALECT"] },
  { who: worker(5), cell: 7, leader: 0, channel: "DESK", topic: "MEDICAL", topicText: "工伤报销到哪一步了" },
  { who: worker(6), cell: 8, leader: 1, channel: "WEB", topic: "SCHOOL" },
];

/** The bookings of the coming morning: free seats are left with every leader and in every lane. */
export function comingBookings(theatre: Theatre, day: DemoDay): Booked[] {
  const pools = poolsOf(theatre.people);
  const live = GUESTS.map((guest, i) => {
    const person = guest.who(theatre, pools);
    const channel: Channel =
      guest.channel === "LIAISON" && !liaisonOf(theatre, person) ? "DESK" : (guest.channel ?? "WEB");
    return bookFor(theatre, day, seatFor(day, guest), person, 9_000 + i, {
      ...guest,
      channel,
      at: askedAt(theatre, day, i),
    });
  });
  const taken = cancelledBooking(
    theatre,
    day,
    seatFor(day, { cell: 9, leader: 0 }),
    personOf(theatre, "50004"),
    9_050,
    { channel: "WEB", topic: "PAY", at: askedAt(theatre, day, GUESTS.length) },
  );
  return [...live, taken];
}

function seatFor(day: DemoDay, { cell, leader, lane }: Pick<Guest, "cell" | "leader" | "lane">): DemoSeat {
  const host = at(day.hosts, leader).leader.personId;
  const own = (day.open?.seats ?? []).filter(({ leaderId }) => leaderId === host);
  const found = own.find((seat, i) => (lane === "GREEN" ? seat.lane === lane : seat.lane === "ANY" && i >= cell));
  if (!found) throw new RangeError(`no seat from cell ${cell}`);
  return found;
}

/** One after the other on the last two working days that are over, never before the publication. */
function askedAt(theatre: Theatre, day: DemoDay, i: number): Date {
  const opens = day.open?.publishedAt ?? new Date(0);
  const wished = momentOn(theatre.line.on(i % 2 === 0 ? -1 : -2), 120 + i * 9);
  return wished > opens || civilOf(wished) > civilOf(opens) ? wished : momentOn(theatre.line.on(-1), 120 + i * 9);
}
