import "server-only";
import type { AuditFilter } from "@/lib/audit/schema";
import type { Permit } from "@/lib/auth/permit";
import { addDays, instantAt } from "@/lib/dates";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** The log of the own bureau, and the sign-ins of nobody in particular. */
export function within(permit: Permit): Prisma.AuditEventWhereInput {
  return { OR: [{ bureauId: permit.reach.bureauId }, { bureauId: null }] };
}

/** The filter of the page as a condition; an unknown 工号 finds nothing, not everything. */
export async function whereOf(
  reader: Tx,
  permit: Permit,
  filter: Omit<AuditFilter, "after">,
): Promise<Prisma.AuditEventWhereInput> {
  const [actors, subject] = await Promise.all([
    filter.who ? accountsOf(reader, permit, filter.who) : undefined,
    filter.subject ? personOf(reader, permit, filter.subject) : undefined,
  ]);
  const at = {
    ...(filter.from ? { gte: instantAt(filter.from, "00:00") } : {}),
    ...(filter.to ? { lt: instantAt(addDays(filter.to, 1), "00:00") } : {}),
  };

  return {
    ...within(permit),
    ...(actors ? { actorId: { in: actors } } : {}),
    ...(filter.subject ? { subjectId: { in: subject ? [subject] : [] } } : {}),
    ...(filter.verb ? { verb: filter.verb } : {}),
    ...(filter.outcome ? { outcome: filter.outcome } : {}),
    ...(filter.object ? { objectId: filter.object } : {}),
    ...(filter.notable ? { isNotable: true } : {}),
    ...(filter.from || filter.to ? { at } : {}),
  };
}

async function accountsOf(reader: Tx, permit: Permit, staffNo: string): Promise<string[]> {
  const accounts = await reader.account.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      OR: [{ loginName: staffNo.toUpperCase() }, { person: { staffNo: staffNo.toUpperCase() } }],
    },
    select: { id: true },
  });

  return accounts.map(({ id }) => id);
}

async function personOf(reader: Tx, permit: Permit, staffNo: string): Promise<string | undefined> {
  const person = await reader.person.findFirst({
    where: { staffNo: staffNo.toUpperCase(), bureauId: permit.reach.bureauId },
    select: { id: true },
  });

  return person?.id;
}

/** 工号 of the persons concerned: all that the auditor learns of them. */
export async function staffNumbers(
  permit: Permit,
  rows: readonly { subjectId: string | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ subjectId }) => subjectId).filter((id) => id !== null))];
  const persons = await db.person.findMany({
    where: { id: { in: ids }, bureauId: permit.reach.bureauId },
    select: { id: true, staffNo: true },
  });

  return new Map(persons.map(({ id, staffNo }) => [id, staffNo]));
}
