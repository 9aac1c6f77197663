import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { decryptField } from "@/lib/crypto";
import { formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { noticesWithin } from "@/lib/notices/queries";
import {
  entryStateOf,
  factsOf,
  isLastDayProvisional,
  lastDayOf,
  noticeStateOf,
  type EntryState,
  type NoticeState,
} from "@/lib/notices/rules";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { ObjectionChannel, ObjectionOutcome } from "@/prisma/generated/enums";

/** One line of the list as it hangs. */
export type EntryLine = {
  id: string;
  place: number;
  maskedName: string;
  unit: string;
  amountFen: number | null;
  note: string | null;
  state: EntryState;
};

/** What hangs on the wall, for the staff page, the poster and the result alike. */
export type NoticeSheet = {
  id: string;
  number: string;
  version: number;
  matter: string;
  title: string;
  text: string;
  place: string;
  phone: string;
  state: NoticeState;
  publishedOn: CivilDate | null;
  lastDay: CivilDate | null;
  isProvisional: boolean;
  workingDays: number | null;
  draftedById: string;
  voidReason: string | null;
  entries: EntryLine[];
  totalFen: number;
};

/** An objection as those who handle it read it. */
export type ObjectionLine = {
  id: string;
  entry: string;
  channel: ObjectionChannel;
  content: string;
  /** null: anonymous */
  objector: string | null;
  at: string;
  findings: string | null;
  outcome: ObjectionOutcome | null;
  reason: string | null;
};

export type NoticeView = NoticeSheet & {
  draftedBy: string;
  publishedBy: string | null;
  /** null: not for this viewer, who only learns which entries are frozen */
  objections: ObjectionLine[] | null;
};

/** A notice within reach as it hangs; anything else is not found. */
export async function readSheet(permit: Permit<"notices.view" | "my.notices" | "my.object">, id: string) {
  return transact(async (tx) => sheetOf(await loadSheet(tx, permit, id), permit, tx));
}

/**
 * The page of a notice. The officers of its programme and leaders also read the objections, in clear and with their
 * audit row; a liaison those that she entered.
 */
export async function viewNotice(permit: Permit<"notices.view">, id: string): Promise<NoticeView> {
  return transact(async (tx) => {
    const row = await loadSheet(tx, permit, id);
    const sheet = await sheetOf(row, permit, tx);
    const handles = permit.reach.isLeader || permit.reach.programmes.includes(row.matter);
    const read = row.entries.flatMap((entry) =>
      entry.objections
        .filter(({ enteredById }) => handles || enteredById === permit.actor.accountId)
        .map((objection) => ({ entry: `${entry.place} ${entry.maskedName}`, objection })),
    );
    if (read.length > 0) {
      await recordAudit(tx, permit, { object: "public_notice", objectId: id, fields: ["objections"] });
    }
    const names = await namesOf(tx, [row.draftedById, row.publishedById]);

    return {
      ...sheet,
      draftedBy: names.get(row.draftedById) ?? "",
      publishedBy: row.publishedById && (names.get(row.publishedById) ?? ""),
      objections: handles || read.length > 0 ? read.map(({ entry, objection }) => objectionOf(entry, objection)) : null,
    };
  });
}

const sheetRows = {
  entries: { orderBy: { place: "asc" }, include: { objections: { orderBy: { id: "asc" } } } },
} as const satisfies Prisma.PublicNoticeInclude;

type SheetRow = Prisma.PublicNoticeGetPayload<{ include: typeof sheetRows }>;
type ObjectionRow = SheetRow["entries"][number]["objections"][number];

async function loadSheet(tx: Tx, permit: Permit, id: string): Promise<SheetRow> {
  const row = await tx.publicNotice.findFirst({
    where: { AND: [{ id }, noticesWithin(permit)] },
    include: sheetRows,
  });
  if (!row) notFound();

  return row;
}

async function sheetOf(row: SheetRow, permit: Permit, tx: Tx): Promise<NoticeSheet> {
  const facts = factsOf(row);
  const calendar = await readCalendar(tx);
  const entries = row.entries.map((entry) => ({
    id: entry.id,
    place: entry.place,
    maskedName: entry.maskedName,
    unit: entry.unit,
    amountFen: entry.amountFen === null ? null : Number(entry.amountFen),
    note: entry.note,
    state: entryStateOf(entry.objections.map(({ outcome }) => outcome)),
  }));

  return {
    id: row.id,
    number: row.number,
    version: row.version,
    matter: row.matter,
    title: row.title,
    text: row.text,
    place: row.place,
    phone: row.phone,
    state: noticeStateOf(facts, permit.today, calendar),
    publishedOn: row.publishedOn && fromDateColumn(row.publishedOn),
    lastDay: lastDayOf(facts, calendar),
    isProvisional: isLastDayProvisional(facts, calendar),
    workingDays: row.workingDays,
    draftedById: row.draftedById,
    voidReason: row.voidReason,
    entries,
    totalFen: entries.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0),
  };
}

function objectionOf(entry: string, row: ObjectionRow): ObjectionLine {
  const place = (column: string) => ({ table: "objection", column, rowId: row.id });

  return {
    id: row.id,
    entry,
    channel: row.channel,
    content: decryptField(row.contentCipher, place("content_cipher")),
    objector: row.objectorCipher && decryptField(row.objectorCipher, place("objector_cipher")),
    at: formatInstant(row.enteredAt),
    findings: row.findings,
    outcome: row.outcome,
    reason: row.reason,
  };
}

async function namesOf(tx: Tx, accountIds: (string | null)[]): Promise<Map<string, string>> {
  const accounts = await tx.account.findMany({
    where: { id: { in: accountIds.filter((id) => id !== null) } },
    select: { id: true, person: { select: { name: true } } },
  });

  return new Map(accounts.map(({ id, person }) => [id, person.name]));
}
