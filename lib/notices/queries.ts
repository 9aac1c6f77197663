import "server-only";
import { readCalendar } from "@/lib/calendar/queries";
import type { Calendar } from "@/lib/calendar/rules";
import type { Permit } from "@/lib/auth/permit";
import {
  entryStateOf,
  factsOf,
  isLastDayProvisional,
  lastDayOf,
  noticeStateOf,
  type NoticeColumns,
  type NoticeStanding,
} from "@/lib/notices/rules";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The notices a permit reaches: everybody of the bureau those that hang or have hung, officers the drafts of their own
 * programmes, leaders every draft. A draft and a voided notice do not exist for anybody else.
 */
export function noticesWithin({ reach }: Permit): Prisma.PublicNoticeWhereInput {
  if (reach.kind === "none") return { id: { in: [] } };
  const bureau = { bureauId: reach.bureauId };
  if (reach.isLeader) return bureau;

  return {
    ...bureau,
    OR: [{ publishedOn: { not: null }, voidedAt: null }, { matter: { in: [...reach.programmes] } }],
  };
}

const standingColumns = {
  id: true,
  number: true,
  publishedOn: true,
  workingDays: true,
  endsOn: true,
  voidedAt: true,
  entries: {
    orderBy: { place: "asc" },
    select: { key: true, objections: { select: { outcome: true } } },
  },
} as const satisfies Prisma.PublicNoticeSelect;

type StandingRow = NoticeColumns & {
  id: string;
  number: string;
  entries: { key: string; objections: { outcome: "KEPT" | "STRUCK" | null }[] }[];
};

/** A notice as it stands on a day. */
function standingOf(row: StandingRow, permit: Permit, calendar: Calendar): NoticeStanding {
  const facts = factsOf(row);

  return {
    id: row.id,
    number: row.number,
    state: noticeStateOf(facts, permit.today, calendar),
    lastDay: lastDayOf(facts, calendar),
    isProvisional: isLastDayProvisional(facts, calendar),
    entries: row.entries.map(({ key, objections }) => ({
      key,
      state: entryStateOf(objections.map(({ outcome }) => outcome)),
    })),
  };
}

/**
 * The living notice of a campaign, round or case, for the programme that waits for it; undefined when none was drafted.
 * Pass it to `mayAct` before anything is paid or confirmed, inside the same transaction.
 */
export async function noticeFor(
  tx: Tx,
  permit: Permit,
  of: { matter: string; objectId: string },
): Promise<NoticeStanding | undefined> {
  const row = await tx.publicNotice.findFirst({
    where: { bureauId: permit.reach.bureauId, matter: of.matter, objectId: of.objectId, voidedAt: null },
    select: standingColumns,
  });

  return row ? standingOf(row, permit, await readCalendar(tx)) : undefined;
}
