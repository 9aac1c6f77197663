import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant, fromDateColumn, spokenDate } from "@/lib/dates";
import { repairWords } from "@/lib/dormitories/words";
import { db } from "@/prisma/client";

export type MyRepair = {
  id: string;
  version: number;
  caseId: string;
  title: string;
  says: string;
  /** repaired, and waits for the worker's word */
  mayAccept: boolean;
};

/** The worker's own reports of the last time: what became of each, and which wait to be accepted. */
export async function myRepairs(permit: Permit<"my.dormitory">): Promise<MyRepair[]> {
  const rows = await db.repairTicket.findMany({
    where: { reporterId: permit.reach.personId, case: { status: { not: "void" } } },
    orderBy: { id: "desc" },
    take: 3,
    include: { repairer: { select: { name: true } } },
  });

  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    caseId: row.caseId,
    title: `${repairWords[row.kind]}坏了`,
    says: wordsOf(row, permit.today),
    mayAccept: row.repairer !== null && row.acceptedAt === null,
  }));
}

type Row = {
  createdAt: Date;
  dueAt: Date | null;
  doneOn: Date | null;
  acceptedAt: Date | null;
  repairer: { name: string } | null;
};

function wordsOf({ createdAt, dueAt, doneOn, acceptedAt, repairer }: Row, today: string): string {
  if (acceptedAt) return "修好了，已经验收。";
  if (repairer && doneOn) return `${repairer.name}${spokenDate(fromDateColumn(doneOn), today)}修好了，请您看看。`;

  return dueAt
    ? `报上去了，紧急的，${formatInstant(dueAt)} 前来修。`
    : `${formatInstant(createdAt)} 报上去了，等人来修。`;
}
