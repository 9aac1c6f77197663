import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import { poolsOf } from "./case-history";
import type { Theatre } from "./case-teller";
import type { Person } from "./person-rows";
import { receptionDays, dayRows, type DemoDay } from "./reception-days";
import { comingBookings } from "./reception-coming";
import { pastMornings } from "./reception-visits";

type Tables =
  | "reception_day"
  | "day_host"
  | "reception_slot"
  | "seat"
  | "booking"
  | "booking_event"
  | "day_counter"
  | "attendance"
  | "reception_matter";

/** Two years of reception days and the coming one; the cases that came out of them still want their numbers. */
export type Reception = { rows: { [T in Tables]: SeedRows[T][] }; lives: Life[]; visitors: Person[] };

export function receptionOf(theatre: Theatre): Reception {
  const days = receptionDays(theatre);
  const mornings = pastMornings(theatre, days, poolsOf(theatre.people));
  const coming = days.filter(({ state }) => state === "OPEN");
  const bookings = [
    ...mornings.flatMap((morning) => morning.bookings),
    ...coming.slice(0, 1).flatMap((day) => comingBookings(theatre, day)),
  ];
  const phones = new Set(bookings.filter(({ booking }) => booking.channel === "WEB").map(({ person }) => person));
  return {
    rows: {
      ...dayRows(theatre, days),
      booking: bookings.map(({ booking }) => booking),
      booking_event: bookings.flatMap(({ events }) => events),
      day_counter: [
        ...mornings.map(({ counter }) => counter),
        ...coming.map((day: DemoDay) => ({ dayId: day.id, lastNo: 0 })),
      ],
      attendance: mornings.flatMap(({ attendances }) => attendances),
      reception_matter: mornings.flatMap(({ matters }) => matters),
    },
    lives: mornings.flatMap(({ lives }) => lives),
    visitors: [...phones],
  };
}
