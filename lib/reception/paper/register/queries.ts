import "server-only";
import { notFound } from "next/navigation";
import { db, transact } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { casesWithin } from "@/lib/cases/reach/queries";
import { formatDate, fromDateColumn, type CivilMonth } from "@/lib/dates";
import { maskPhone } from "@/lib/masks";
import { MOST_LINES, readLedger, type LedgerLine } from "@/lib/reception/matters/ledger/queries";

export type RegisterLine = LedgerLine & { phone: string };
export type Register = {
  month: CivilMonth;
  dateWords: string;
  place: string;
  unitName: string;
  /** the day is over: an empty register then means that nobody came */
  isOver: boolean;
  lines: RegisterLine[];
};

/**
 * The matters of one day for 职工接待日登记表 or 接待日台账, within the permit's reach; telephones are masked, of 保密 matters
 * left out. The audit row is written before any matter is read. Five statements.
 */
export async function readRegister(
  permit: Permit<"reception.view">,
  dayId: string,
  print: "register" | "ledger",
): Promise<Register> {
  const day = await transact(async (tx) => {
    const found = await tx.receptionDay.findFirst({
      where: { id: dayId, bureauId: permit.reach.bureauId, state: { in: ["OPEN", "RUNNING", "HELD", "FILED"] } },
    });
    if (!found) notFound();
    await recordAudit(tx, permit, { object: "reception_day", objectId: found.id, detail: { print } });
    return found;
  });
  const lines = await readLedger(permit, { dayId: day.id });
  const phones = await phonesOf(permit, day.id);
  return {
    month: day.month,
    dateWords: formatDate(fromDateColumn(day.actualOn)),
    place: day.place,
    unitName: await bureauName(permit),
    isOver: day.state === "HELD" || day.state === "FILED",
    lines: lines.map((line) => ({ ...line, phone: maskedPhone(phones.get(line.caseId)) })),
  };
}

export type PrintedLedger = { unitName: string; lines: LedgerLine[]; isCut: boolean };

/** 接待日台账 of a year within the permit's reach; the audit row comes first. Three statements. */
export async function readYearLedger(permit: Permit<"reception.view">, year: number): Promise<PrintedLedger> {
  await transact((tx) => recordAudit(tx, permit, { object: "reception_day", detail: { print: "ledger", year } }));
  const lines = await readLedger(permit, { year });
  return { unitName: await bureauName(permit), lines, isCut: lines.length === MOST_LINES };
}

async function phonesOf(permit: Permit, dayId: string): Promise<Map<string, string | null>> {
  const rows = await db.$queryRaw<{ id: string; phone: string | null }[]>`
    select c.id, coalesce(a.phone, b.phone, p.mobile) as phone
    from reception_matter m join welfare_case c on c.id = m.case_id
      left join attendance a on a.id = m.attendance_id left join booking b on b.id = a.booking_id
      left join person p on p.id = c.person_id
    where m.day_id = ${dayId}::uuid and c.confidentiality = 'ORDINARY' and ${casesWithin(permit)}`;
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

function maskedPhone(phone: string | null | undefined): string {
  return phone ? maskPhone(phone) : "";
}

async function bureauName(permit: Permit): Promise<string> {
  const bureau = await db.orgUnit.findUnique({ where: { id: permit.reach.bureauId }, select: { name: true } });
  return bureau?.name ?? "";
}
