import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant } from "@/lib/dates";
import { db } from "@/prisma/client";

/** A letter that this leader has to decide about. */
export type WaitingLetter = { id: string; href: string; text: string; since: string };

/** More than ever lie there at once. */
const MOST = 20;

/**
 * 协调函 that wait for this leader, oldest first: none that the leader drafted or whose list holds the own child, because
 * somebody else has to decide about those. One statement; no child and no parent is named.
 */
export async function lettersToDecide({ actor, reach }: Permit<"schooling.approveLetter">): Promise<WaitingLetter[]> {
  const own = [{ parentId: actor.personId }, { otherParentId: actor.personId }];
  const rows = await db.schoolLetter.findMany({
    where: {
      bureauId: reach.bureauId,
      state: "WAITING",
      draftedById: { not: actor.accountId },
      entries: { none: { placement: { OR: own } } },
    },
    orderBy: { id: "asc" },
    take: MOST,
    select: { id: true, number: true, intakeYear: true, draftedAt: true, _count: { select: { entries: true } } },
  });

  return rows.map(({ id, number, intakeYear, draftedAt, _count }) => ({
    id,
    href: `/schooling/letters/${id}`,
    text: `随迁子女入学协调函 ${number}：${intakeYear} 年度 ${_count.entries} 个孩子，等您批准`,
    since: `${formatInstant(draftedAt)} 起草`,
  }));
}
