import "server-only";
import { pageCalendar } from "@/lib/calendar/queries";
import type { Calendar } from "@/lib/calendar/rules";
import type { Permit } from "@/lib/auth/permit";
import { addDays, dateColumn, formatDay, fromDateColumn, type CivilDate } from "@/lib/dates";
import { noticesWithin } from "@/lib/notices/queries";
import { factsOf, isLastDayProvisional, lastDayOf, noticeStateOf, type NoticeState } from "@/lib/notices/rules";
import type { NoticeFilter } from "@/lib/notices/schema";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { programmeWord } from "@/lib/programmes";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** A row of the list of notices. */
export type NoticeLine = {
  id: string;
  number: string;
  title: string;
  programme: string;
  state: NoticeState;
  entries: number;
  openObjections: number;
  publishedOn: CivilDate | null;
  /** `10月19日 周一`, with 暂定 where the year's holidays are not official */
  lastDayWords: string;
};

/**
 * A day that was declared off later makes a notice longer than it was printed; one looks this far back for such notices.
 * The longest run of holidays is nine days.
 */
const longestDelay = 15;

/** Notices within reach, newest first. */
export async function listNotices(permit: Permit<"notices.view">, filter: NoticeFilter): Promise<Page<NoticeLine>> {
  const after = decodeCursor(filter.after, 1)?.[0];
  const parts: Prisma.PublicNoticeWhereInput[] = [noticesWithin(permit), tabOf(filter.tab, permit.today)];
  if (filter.matter) parts.push({ matter: filter.matter });
  if (after) parts.push({ id: { lt: after } });
  const [rows, calendar] = await Promise.all([
    db.publicNotice.findMany({
      where: { AND: parts },
      include: {
        _count: { select: { entries: true } },
        objections: { where: { outcome: null }, select: { id: true } },
      },
      orderBy: { id: "desc" },
      take: pageSize + 1,
    }),
    pageCalendar(),
  ]);
  const page = pageOf(rows, (row) => [row.id], { cursor: filter.after });
  const lines = page.rows.map((row) => lineOf(row, permit, calendar));
  const wanted = { running: "RUNNING", ended: "ENDED" } as const;
  const state = filter.tab === "running" || filter.tab === "ended" ? wanted[filter.tab] : undefined;

  return { ...page, rows: state ? lines.filter((line) => line.state === state) : lines };
}

type Row = Prisma.PublicNoticeGetPayload<{
  include: { _count: { select: { entries: true } }; objections: { select: { id: true } } };
}>;

function lineOf(row: Row, permit: Permit, calendar: Calendar): NoticeLine {
  const facts = factsOf(row);
  const last = lastDayOf(facts, calendar);

  return {
    id: row.id,
    number: row.number,
    title: row.title,
    programme: programmeWord(row.matter),
    state: noticeStateOf(facts, permit.today, calendar),
    entries: row._count.entries,
    openObjections: row.objections.length,
    publishedOn: row.publishedOn && fromDateColumn(row.publishedOn),
    lastDayWords: last ? `${formatDay(last)}${isLastDayProvisional(facts, calendar) ? "（暂定）" : ""}` : "",
  };
}

/** What may stand under a tab by its printed dates; the calendar has the last word. */
function tabOf(tab: NoticeFilter["tab"], today: CivilDate): Prisma.PublicNoticeWhereInput {
  const recently = { gte: dateColumn(addDays(today, -longestDelay)) };
  switch (tab) {
    case "waiting":
      return { publishedOn: null, voidedAt: null };
    case "running":
      return { voidedAt: null, endsOn: recently };
    case "ended":
      return { voidedAt: null, endsOn: { lt: dateColumn(today) } };
    case "all":
      return {};
  }
}
