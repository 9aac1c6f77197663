import type { AttendanceState } from "@/prisma/generated/enums";

/**
 * What may happen to a visitor in each state. `miss` puts a called one back; DONE needs a matter or a coded reason.
 * A no-show who comes after all is received like everybody else (nobody who comes on the day is refused).
 */
export const visitMoves = {
  ARRIVED: { call: "CALLED", start: "IN_MEETING", leave: "LEFT" },
  CALLED: { call: "CALLED", miss: "ARRIVED", start: "IN_MEETING", leave: "LEFT" },
  IN_MEETING: { finish: "DONE" },
  DONE: {},
  LEFT: { arrive: "ARRIVED" },
  NO_SHOW: { arrive: "ARRIVED" },
} as const satisfies Record<AttendanceState, Record<string, AttendanceState>>;

type Moves = typeof visitMoves;
export type VisitMove = { [State in AttendanceState]: keyof Moves[State] }[AttendanceState];

/** The state that the move leads to; undefined where it is not possible. */
export function visitAfter(state: AttendanceState, move: VisitMove): AttendanceState | undefined {
  const moves: Partial<Record<VisitMove, AttendanceState>> = visitMoves[state];
  return moves[move];
}

/** Somebody in the queue. `bookedAt` is the start of the booked cell and `bookedWith` its leader, null for a walk-in. */
export type Waiting = {
  id: string;
  queueNo: number;
  isGreen: boolean;
  arrivedAt: Date;
  bookedAt: Date | null;
  bookedWith: string | null;
  missedCalls: number;
};

export type QueueLimits = {
  /** How much later than the booked time one may arrive and still be in time: one cell. */
  graceMinutes: number;
  /** Calls in vain after which somebody is parked. */
  missedMost: number;
};

/** Whether somebody has been called in vain so often that the others go on; calling by number stays possible. */
export function isParked(
  waiting: Pick<Waiting, "missedCalls">,
  { missedMost }: Pick<QueueLimits, "missedMost">,
): boolean {
  return waiting.missedCalls >= missedMost;
}

const BAND = { due: 0, open: 1, early: 2, parked: 3 } as const;

/**
 * Who is next (reception guide §6.4, domain guide §14): booked people who came in time and whose time has come, by that
 * time, however late the leader runs; then walk-ins and who came late, green channel first, by arrival number; then
 * booked people who are early, by their time; parked ones at the very end. Never a sort by importance.
 */
export function queueOrder<W extends Waiting>(waiting: readonly W[], now: Date, limits: QueueLimits): W[] {
  const keyed = waiting.map((one) => ({ one, key: keyOf(one, now, limits) }));
  return keyed.sort(({ key: [a, b, c] }, { key: [x, y, z] }) => a - x || b - y || c - z).map(({ one }) => one);
}

/**
 * The queue at one leader's door: who booked with this leader and everybody who is bound to none. Who booked with
 * another leader waits for that one, unless late, and then whoever is free receives.
 */
export function queueFor<W extends Waiting>(
  waiting: readonly W[],
  leaderId: string,
  now: Date,
  limits: QueueLimits,
): W[] {
  const isBoundElsewhere = (one: W) =>
    one.bookedWith !== null && one.bookedWith !== leaderId && bandOf(one, now, limits) !== BAND.open;
  return queueOrder(
    waiting.filter((one) => !isBoundElsewhere(one)),
    now,
    limits,
  );
}

function keyOf(one: Waiting, now: Date, limits: QueueLimits): [number, number, number] {
  const band = bandOf(one, now, limits);
  const isByTime = band === BAND.due || band === BAND.early;
  return [band, isByTime ? (one.bookedAt?.getTime() ?? 0) : one.isGreen ? 0 : 1, one.queueNo];
}

function bandOf(one: Waiting, now: Date, limits: QueueLimits): number {
  if (isParked(one, limits)) return BAND.parked;
  if (one.bookedAt === null) return BAND.open;
  const isLate = one.arrivedAt.getTime() > one.bookedAt.getTime() + limits.graceMinutes * 60_000;
  if (isLate) return BAND.open;
  return now < one.bookedAt ? BAND.early : BAND.due;
}
