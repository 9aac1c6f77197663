import { newId } from "@/lib/id";
import { db, type Tx } from "@/prisma/client";
import { connectAsApp, ownerQuery } from "../../setup/database";

/**
 * What most systems do (reception guide §4): look for a free seat, then insert. Run without the keys that refuse a second
 * occupant, it shows that the same crowd would really have collided; a race test that cannot fail proves nothing.
 */
export async function bookNaively(dayId: string, slotId: string, personId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const [seat] = await tx.$queryRaw<{ id: string }[]>`
      select s.id from seat s where s.slot_id = ${slotId}::uuid and s.retired_at is null
        and not exists (select 1 from booking b where b.seat_id = s.id and b.released_at is null)
      order by s.seat_no limit 1`;
    if (!seat) return;
    await insertBooking(tx, { dayId, seatId: seat.id, personId });
  });
}

async function insertBooking(tx: Tx, row: { dayId: string; seatId: string; personId: string }): Promise<void> {
  await tx.booking.create({
    data: {
      id: newId(),
      dayId: row.dayId,
      seatId: row.seatId,
      personId: row.personId,
      status: "BOOKED",
      channel: "WEB",
      bookedById: newId(),
      topic: "PAY",
      requestKey: newId(),
    },
  });
}

const keys = {
  booking_seat_once: "create unique index booking_seat_once on booking (seat_id) where released_at is null",
  booking_person_once:
    "create unique index booking_person_once on booking (day_id, person_id) where released_at is null",
};

/** Runs `run` on a database whose occupied seats are not guarded by keys, and puts the keys back. */
export async function withoutKeys<T>(run: () => Promise<T>): Promise<T> {
  for (const name of Object.keys(keys)) await ownerQuery(`drop index ${name}`);
  try {
    return await run();
  } finally {
    await ownerQuery(
      "set session_replication_role = replica; delete from booking_event; delete from booking; set session_replication_role = default",
    );
    for (const sql of Object.values(keys)) await ownerQuery(sql);
  }
}

/** Seats with more than one live booking. */
export async function doubleSeats(): Promise<number> {
  const [row] = await ownerQuery<{ n: number }>(
    "select count(*)::int as n from (select seat_id from booking where released_at is null group by 1 having count(*) > 1) d",
  );
  return row?.n ?? 0;
}

/**
 * A claim of the least, with the lock on the day or without it, that has written but not yet committed: the window in
 * which an act on the whole day slips past. `finish` commits it.
 */
export async function openClaim(given: {
  dayId: string;
  seatId: string;
  personId: string;
  lock: "for share" | "";
}): Promise<{ isBooked: boolean; finish: () => Promise<void> }> {
  const client = await connectAsApp();
  await client.query("begin");
  const { rowCount } = await client.query(
    `with day as (select id from reception_day where id = $1 and state = 'OPEN' ${given.lock})
     insert into booking (id, day_id, seat_id, person_id, status, channel, booked_by_id, topic, aids, request_key, relation)
     select $4, day.id, $2, $3, 'BOOKED', 'WEB', $4, 'PAY', '{}', $5, 'SELF' from day
     on conflict do nothing`,
    [given.dayId, given.seatId, given.personId, newId(), newId()],
  );
  const finish = async () => {
    await client.query("commit");
    await client.end();
  };
  return { isBooked: rowCount === 1, finish };
}
