import "server-only";
import { notFound } from "next/navigation";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { DayState } from "@/prisma/generated/enums";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { addDays, dateColumn, formatDay, formatMonth, fromDateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { dayAfter, receptionDate, type DayMove } from "@/lib/reception/days/rules";
import type { DraftDay, DropDraft, EditDraft, PublishDay } from "@/lib/reception/days/schema";
import { dayWords } from "@/lib/reception/days/words";
import { clashAmong, planFor, refuseDate, type DayPlan } from "@/lib/reception/grid/queries";
import { cellsOfDay, planSeats, type PlannedSeat } from "@/lib/reception/grid/rules";
import { leadersInTurn } from "@/lib/reception/hosts/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

/**
 * Writes down a reception day for a month: date by the rule and the calendar, or another one with a reason; leaders in
 * duty order. Nobody sees a draft but the desk. Refused: month already planned or merged with its neighbour, no or too
 * many leaders, one leader or room twice.
 * @returns the day's id
 */
export async function draftDay(permit: Permit<"reception.plan">, input: DraftDay): Promise<string> {
  const id = newId();
  try {
    await transact(async (tx) => {
      const facts = await draftFacts(tx, permit, input);
      const made = { id, bureauId: permit.reach.bureauId, month: input.month };
      const by = { createdById: permit.actor.accountId, createdAt: permit.now };
      await tx.receptionDay.create({ data: Object.assign(made, by, facts) });
      await writeHosts(tx, permit, id, input);
      await recordAudit(tx, permit, {
        object: "reception_day",
        objectId: id,
        detail: { month: input.month, date: input.actualOn },
      });
    });
  } catch (fault) {
    if (isUniqueViolation(fault))
      throw new Refusal(`${formatMonth(input.month)}的接待日已经有了，请在列表里打开它。`, "month");
    throw fault;
  }
  return id;
}

/** Changes a draft. Refused: anything that is published, and what a new draft would be refused for. */
export async function editDraft(permit: Permit<"reception.plan">, input: EditDraft): Promise<void> {
  await transact(async (tx) => {
    const day = await loadDay(tx, permit, input.dayId);
    const facts = await draftFacts(tx, permit, input);
    await moveDay(tx, permit, day, "edit", facts, input.version);
    await tx.dayHost.updateMany({
      where: { dayId: day.id, replacedAt: null },
      data: { replacedAt: permit.now, replacedReason: "修改草稿" },
    });
    await writeHosts(tx, permit, day.id, input);
    await recordAudit(tx, permit, {
      object: "reception_day",
      objectId: day.id,
      detail: { month: day.month, date: input.actualOn },
    });
  });
}

/** Throws a draft away; the month can be drafted anew. Refused: a published day, which only a leader cancels. */
export async function dropDraft(permit: Permit<"reception.plan">, input: DropDraft): Promise<void> {
  await transact(async (tx) => {
    const day = await loadDay(tx, permit, input.dayId);
    await moveDay(tx, permit, day, "drop", { cancelReason: "草稿作废" }, input.version);
    await recordAudit(tx, permit, { object: "reception_day", objectId: day.id, reason: "草稿作废" });
  });
}

/**
 * Publishes a draft: from now on date, place, times, grid and instants are the day's own and never recomputed. Makes
 * cells, seats with lanes and ticket numbers, and the counter of queue numbers; booking opens at once.
 * Refused: off or provisional date, times that do not fit the grid, no leader, a date that is past, less notice than the
 * bureau promises (without a reason), and a leader or room that is already taken at one of the times.
 */
export async function publishDay(permit: Permit<"reception.publish">, input: PublishDay): Promise<void> {
  let planned: PlannedSeat[] = [];
  try {
    await transact(async (tx) => {
      const day = await loadDay(tx, permit, input.dayId);
      const plan = await planFor(tx, permit, day.actualOn);
      refuseDate(permit, plan.calendar, day.plannedOn, day.actualOn);
      await refusePublication(tx, permit, day, plan, input.lateReason);
      const hosts = await tx.dayHost.findMany({
        where: { dayId: day.id, replacedAt: null },
        orderBy: { dutyOrder: "asc" },
      });
      if (hosts.length === 0) throw new Refusal("还没有安排接待领导，请先在草稿里选好。");
      planned = planSeats(cellsOfDay(day.actualOn, day.fromTime, day.toTime, day.slotMinutes), hosts, plan.reserve);
      const window = plan.window(permit.now);
      await moveDay(
        tx,
        permit,
        day,
        "publish",
        { ...window, publishedAt: permit.now, publishedById: permit.actor.accountId },
        input.version,
      );
      await writeSeats(tx, day.id, planned);
      await recordAudit(tx, permit, {
        object: "reception_day",
        objectId: day.id,
        ...(input.lateReason ? { reason: input.lateReason } : {}),
        detail: { date: day.actualOn, seats: planned.length, hosts: hosts.length },
      });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw await clashAmong(permit, planned, input.dayId);
    throw fault;
  }
}

/** A day as commands need it. */
export type LoadedDay = {
  id: string;
  state: DayState;
  version: number;
  month: string;
  plannedOn: CivilDate;
  actualOn: CivilDate;
  fromTime: string;
  toTime: string;
  slotMinutes: number;
  opensAt: Date | null;
  place: string;
};

/** Loads a day of the own bureau; any other is not found. */
export async function loadDay(tx: Tx, permit: Permit, dayId: string): Promise<LoadedDay> {
  const day = await tx.receptionDay.findFirst({
    where: { id: dayId, bureauId: permit.reach.bureauId },
    select: {
      id: true,
      state: true,
      version: true,
      month: true,
      plannedOn: true,
      actualOn: true,
      fromTime: true,
      toTime: true,
      slotMinutes: true,
      opensAt: true,
      place: true,
    },
  });
  if (!day) notFound();
  return { ...day, plannedOn: fromDateColumn(day.plannedOn), actualOn: fromDateColumn(day.actualOn) };
}

type DayChange = Parameters<Tx["receptionDay"]["updateMany"]>[0]["data"];

/**
 * The guarded write of every act on a whole day, always the first write of its transaction: it waits until running
 * claims have ended and later claims see what it did (rule 8). Refused: a move the state does not allow, a stale screen.
 */
export async function moveDay(
  tx: Tx,
  permit: Permit,
  day: LoadedDay,
  move: DayMove,
  change: DayChange = {},
  seenVersion = day.version,
): Promise<void> {
  const state = dayAfter(day.state, move);
  if (state === undefined)
    throw new Refusal(
      `${formatDay(day.actualOn)}的接待日现在是「${dayWords[day.state]}」，不能这样办。请刷新页面看看。`,
    );
  const { count } = await tx.receptionDay.updateMany({
    where: { id: day.id, bureauId: permit.reach.bureauId, state: day.state, version: seenVersion },
    data: Object.assign({ state, version: seenVersion + 1 }, change),
  });
  if (count !== 1) throw actedMeanwhile();
}

async function draftFacts(tx: Tx, permit: Permit, input: DraftDay) {
  const plan = await planFor(tx, permit, input.actualOn);
  const policy = await parameterAt(tx, "reception.shiftPolicy", `${input.month}-01`);
  const date = receptionDate(input.month, policy, plan.calendar);
  if (date.mergedInto)
    throw new Refusal(
      `${formatMonth(input.month)}的接待日与${formatMonth(date.mergedInto)}合并，不用单独安排。`,
      "month",
    );
  const isOwnDate = input.actualOn !== date.actual;
  if (isOwnDate && !input.dateReason)
    throw new Refusal(`按规则是${formatDay(date.actual)}，改到别的日子请写明原因。`, "dateReason");
  const wrong = plan.refuseTimes(input);
  if (wrong !== undefined) throw new Refusal(`${wrong}。`, "fromTime");
  refuseHosts(input, plan);

  return {
    plannedOn: dateColumn(date.planned),
    actualOn: dateColumn(input.actualOn),
    policy,
    shifts: date.shifts,
    shiftReason: isOwnDate ? (input.dateReason ?? null) : (date.reason ?? null),
    isProvisional: date.provisional,
    place: input.place,
    fromTime: input.fromTime,
    toTime: input.toTime,
    slotMinutes: input.slotMinutes,
    recorderId: input.recorderId ?? null,
  };
}

function refuseHosts(input: DraftDay, { hostsMost }: DayPlan): void {
  const chosen = chosenHosts(input);
  if (chosen.length === 0) throw new Refusal("请至少选一位接待领导。", "hosts[0].leaderId");
  if (chosen.length > hostsMost) throw new Refusal(`最多安排${hostsMost}位领导。`, "hosts[0].leaderId");
  if (new Set(chosen.map(({ leaderId }) => leaderId)).size < chosen.length)
    throw new Refusal("同一位领导选了两次。", "hosts[0].leaderId");
  if (new Set(chosen.map(({ room }) => room)).size < chosen.length)
    throw new Refusal("两位领导不能在同一间接待室。", "hosts[0].room");
}

function chosenHosts({ hosts }: DraftDay): { leaderId: string; room: string; field: string | null }[] {
  return hosts.flatMap(({ leaderId, room, field }, i) =>
    leaderId ? [{ leaderId, room: room || `${i + 1}号接待室`, field: field || null }] : [],
  );
}

async function writeHosts(tx: Tx, permit: Permit, dayId: string, input: DraftDay): Promise<void> {
  const leaders = new Map((await leadersInTurn(tx, permit)).map((leader) => [leader.leaderId, leader]));
  await tx.dayHost.createMany({
    data: chosenHosts(input).map(({ leaderId, room, field }, i) => {
      const leader = leaders.get(leaderId);
      if (!leader) throw new Refusal("选的人现在不是局领导，请重新选。", `hosts[${i}].leaderId`);
      return {
        id: newId(),
        dayId,
        leaderId,
        leaderName: leader.name,
        leaderPost: leader.post,
        field,
        room,
        dutyOrder: i + 1,
      };
    }),
  });
}

async function refusePublication(
  tx: Tx,
  permit: Permit,
  day: LoadedDay,
  plan: DayPlan,
  lateReason?: string,
): Promise<void> {
  if (day.actualOn < permit.today) throw new Refusal("这一天已经过去了，不能发布。");
  const wrong = plan.refuseTimes(day);
  if (wrong !== undefined) throw new Refusal(`${wrong}。请先改草稿。`);
  if (addDays(permit.today, plan.publishDaysBefore) > day.actualOn && !lateReason) {
    throw new Refusal(`离接待日不到${plan.publishDaysBefore}天了，请写明为什么现在才发布。`, "lateReason");
  }
  const other = await tx.receptionDay.findFirst({
    where: {
      bureauId: permit.reach.bureauId,
      actualOn: dateColumn(day.actualOn),
      state: { in: ["OPEN", "RUNNING"] },
      slotMinutes: { not: day.slotMinutes },
    },
    select: { slotMinutes: true },
  });
  if (other) throw new Refusal(`同一天另一场接待的时段是${other.slotMinutes}分钟，两场要一样长。请先改草稿。`);
}

async function writeSeats(tx: Tx, dayId: string, planned: readonly PlannedSeat[]): Promise<void> {
  const rows = planned.map((seat) => ({ ...seat, slotId: newId() }));
  await tx.receptionSlot.createMany({
    data: rows.map(({ slotId, leaderId, room, startsAt, endsAt }) => ({
      id: slotId,
      dayId,
      leaderId,
      room,
      startsAt,
      endsAt,
    })),
  });
  await tx.seat.createMany({
    data: rows.map(({ slotId, lane, ticketNo }) => ({ id: newId(), slotId, dayId, seatNo: 1, lane, ticketNo })),
  });
  await tx.dayCounter.create({ data: { dayId, lastNo: 0 } });
}
