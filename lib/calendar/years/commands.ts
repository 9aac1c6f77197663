import "server-only";
import { transact, type Tx } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { changeDays, lockYears, type Changed } from "@/lib/calendar/commands";
import { ordinaryDay, type SpecialDay } from "@/lib/calendar/rules";
import { daysOf, isFromNotice } from "@/lib/calendar/years/rules";
import type { YearEntry } from "@/lib/calendar/years/schema";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";

/**
 * Takes over a year's holidays, as the State Council's notice gives them or for the time being. Holidays that the entry
 * no longer holds become ordinary days; days that staff have added for another reason stay. Refused: nothing is different; an official year back to provisional; somebody has
 * changed the year since the form was opened.
 */
export async function enterYear(permit: Permit<"calendar.correct">, input: YearEntry): Promise<Changed> {
  const { year, isOfficial, notice, seenId } = input;
  const reason = isOfficial ? notice : notice || `${year}年放假安排（暂定）`;

  return transact(async (tx) => {
    // 元旦 may begin in December, so the year before is held too.
    await lockYears(tx, permit, [year - 1, year], seenId);
    const held = await tx.calendarYear.findUniqueOrThrow({ where: { year } });
    if (held.isOfficial && !isOfficial) {
      throw new Refusal(`${year}年已按通知正式录入，不能改回暂定；哪一天不对，请在日历上改那一天`, "status");
    }
    const changed = await changeDays(tx, permit, await wholeYear(tx, input), {
      reason,
      ...(isOfficial ? { officialYear: year } : {}),
    });
    const isUnchanged = changed.days === 0 && held.isOfficial === isOfficial && (held.notice ?? "") === notice;
    if (isUnchanged) throw new Refusal("和现在的日历一样，没有改动");
    await confirmYear(tx, permit, input);
    await recordAudit(tx, permit, {
      object: "calendar_year",
      reason,
      fields: [String(year)],
      detail: { year, isOfficial, days: changed.days, tasks: changed.tasks },
    });

    return changed;
  });
}

/** The entered days, and the holidays of today that the entry leaves out, as ordinary days. */
async function wholeYear(tx: Tx, { year, blocks }: YearEntry): Promise<SpecialDay[]> {
  const entered = daysOf(blocks);
  const dates = new Set(entered.map(({ date }) => date));
  const rows = await tx.calendarDay.findMany({
    where: { date: { gte: dateColumn(`${year}-01-01`), lte: dateColumn(`${year}-12-31`) } },
    select: { date: true, name: true },
  });
  const dropped = rows
    .filter(isFromNotice)
    .map((row) => fromDateColumn(row.date))
    .filter((date) => !dates.has(date));

  return [...entered, ...dropped.map(ordinaryDay)];
}

async function confirmYear(tx: Tx, permit: Permit<"calendar.correct">, input: YearEntry): Promise<void> {
  const { year, isOfficial, notice } = input;
  await tx.calendarYear.update({
    where: { year },
    data: {
      isOfficial,
      notice: notice || null,
      confirmedById: permit.actor.accountId,
      confirmedAt: permit.now,
    },
  });
  await tx.calendarDay.updateMany({
    where: { date: { gte: dateColumn(`${year}-01-01`), lte: dateColumn(`${year}-12-31`) } },
    data: { status: isOfficial ? "OFFICIAL" : "PROVISIONAL" },
  });
}
