import "server-only";
import { transact, type Tx } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import type { TaskSettlement } from "@/lib/calendar/tasks/schema";
import { deadlineSummary, movedDue, receptionSummary, touchingDate, type Shift } from "@/lib/calendar/tasks/rules";
import { civilOf, dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

type Task = {
  /** The changed day by which the object is touched first. */
  date: CivilDate;
  kind: "RECEPTION_DAY" | "CASE_DUE";
  objectId: string;
  programme: string;
  summary: string;
};

/**
 * Writes a task for every published reception day and every running deadline that was computed with a day that has
 * changed, in the transaction of the change. Nothing is moved: 接待办 and the programmes' officers decide.
 * @param changeIds the row of the history for each changed day
 * @returns how many tasks there are
 */
export async function openTasks(
  tx: Tx,
  permit: Permit<"calendar.correct">,
  shift: Shift,
  changeIds: ReadonlyMap<CivilDate, string>,
): Promise<number> {
  if (shift.dates.length === 0) return 0;
  const found = [...(await touchedDays(tx, permit, shift)), ...(await touchedCases(tx, permit, shift))];
  const data = found.flatMap(({ date, kind, objectId, programme, summary }) => {
    const changeId = changeIds.get(date);
    return changeId ? [{ id: newId(), changeId, kind, objectId, programme, summary }] : [];
  });
  if (data.length > 0) await tx.calendarTask.createMany({ data });

  return data.length;
}

/** Marks a task as looked at, with what was done about it. Refused outside the officer's programmes. */
export async function settleTask(permit: Permit<"calendar.settle">, input: TaskSettlement): Promise<void> {
  await transact(async (tx) => {
    const where = { id: input.id, programme: { in: [...permit.reach.programmes] } };
    const task = await tx.calendarTask.findFirst({ where, select: { id: true, objectId: true } });
    if (!task) throw new Refusal("没有找到这一条，可能不归您办，请刷新页面");
    const { count } = await tx.calendarTask.updateMany({
      where: { ...where, settledAt: null },
      data: { settledAt: permit.now, settledById: permit.actor.accountId, note: input.note },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, { object: "calendar_task", objectId: task.id, reason: input.note });
  });
}

async function touchedDays(tx: Tx, permit: Permit<"calendar.correct">, shift: Shift): Promise<Task[]> {
  const rows = await tx.receptionDay.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      state: { in: ["OPEN", "RUNNING"] },
      actualOn: { gte: dateColumn(permit.today) },
    },
    select: {
      id: true,
      month: true,
      plannedOn: true,
      actualOn: true,
      policy: true,
      closesAt: true,
      cancelUntil: true,
      reserveUntil: true,
    },
  });

  return rows.flatMap((row): Task[] => {
    const actual = fromDateColumn(row.actualOn);
    const counted = [row.closesAt, row.cancelUntil, row.reserveUntil].filter((at) => at !== null).map(civilOf);
    const countedBackTo = counted.reduce((earliest, date) => (date < earliest ? date : earliest), actual);
    const { month, policy } = row;
    const day = { month, policy, planned: fromDateColumn(row.plannedOn), actual, countedBackTo };
    const date = touchingDate(day, shift.dates);
    if (date === undefined) return [];
    const summary = receptionSummary(day, date, shift.after);
    return [{ date, kind: "RECEPTION_DAY", objectId: row.id, programme: "reception", summary }];
  });
}

async function touchedCases(tx: Tx, permit: Permit<"calendar.correct">, shift: Shift): Promise<Task[]> {
  const earliest = shift.dates[0] ?? permit.today;
  const from = dateColumn(earliest);
  const rows = await tx.welfareCase.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      OR: [
        { status: "open", dueOn: { gte: from } },
        { status: "answered", followUpBy: { gte: from } },
      ],
    },
    select: {
      id: true,
      number: true,
      programme: true,
      status: true,
      clockFrom: true,
      dueOn: true,
      answeredAt: true,
      followUpBy: true,
    },
  });

  return rows.flatMap((row): Task[] => {
    const isAnswered = row.status === "answered";
    const start = isAnswered ? row.answeredAt && civilOf(row.answeredAt) : fromDateColumn(row.clockFrom);
    const end = isAnswered ? row.followUpBy : row.dueOn;
    if (!start || !end) return [];
    const due = fromDateColumn(end);
    const moved = movedDue(start, due, shift);
    if (!moved) return [];
    const summary = deadlineSummary(isAnswered ? "回访期限" : "期限", row.number, due, moved);
    return [{ date: moved.first, kind: "CASE_DUE", objectId: row.id, programme: row.programme, summary }];
  });
}
