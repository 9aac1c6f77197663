import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant } from "@/lib/dates";
import { keyWords } from "@/lib/dormitories/line/rules";
import { settleBeds } from "@/lib/dormitories/allotment/settle/commands";
import { stageWords } from "@/lib/dormitories/application/words";
import { noticeFor } from "@/lib/notices/queries";
import { db, transact } from "@/prisma/client";

/** Every round of the bureau, the latest first. */
export async function listRounds(permit: Permit<"dormitories.line">) {
  await settleBeds(permit);
  const rounds = await db.allotmentRound.findMany({
    where: { bureauId: permit.reach.bureauId },
    orderBy: { id: "desc" },
    take: 50,
    include: { entries: { select: { bedId: true } } },
  });

  return rounds.map(({ id, name, state, frozenAt, entries }) => ({
    id,
    name,
    state,
    frozenAt: formatInstant(frozenAt),
    entrants: entries.length,
    seated: entries.filter(({ bedId }) => bedId).length,
  }));
}

export type RoundView = Awaited<ReturnType<typeof viewRound>>;

/** One round: the frozen order with the six keys of every place, the bed it gives, and what was changed by whom. */
export async function viewRound(permit: Permit<"dormitories.line">, id: string) {
  await settleBeds(permit);

  return transact(async (tx) => {
    const round = await tx.allotmentRound.findFirst({
      where: { id, bureauId: permit.reach.bureauId },
      include: {
        deviations: { orderBy: { id: "asc" } },
        entries: {
          orderBy: { place: "asc" },
          include: {
            person: { select: { name: true, staffNo: true, unitId: true, unit: { select: { name: true } } } },
            application: { select: { case: { select: { stage: true } } } },
            bed: { include: { room: true, site: { select: { name: true } } } },
          },
        },
      },
    });
    if (!round) notFound();
    const { reach } = permit;
    const isAll = reach.isLeader || reach.programmes.includes("dormitories");
    const notice = await noticeFor(tx, permit, { matter: "dormitories", objectId: id });

    return {
      round,
      notice: notice ? { id: notice.id, number: notice.number, state: notice.state, lastDay: notice.lastDay } : null,
      entries: round.entries
        .filter(({ person }) => isAll || reach.unitIds.includes(person.unitId))
        .map((entry) => ({
          id: entry.id,
          caseId: entry.caseId,
          place: entry.place,
          name: entry.person.name,
          unit: entry.person.unit.name,
          keys: keyWords(entry, formatInstant(entry.completeAt).slice(0, 10)),
          bedId: entry.bedId,
          bed: entry.bed
            ? `${entry.bed.site.name}${entry.bed.room.building}${entry.bed.room.name}室${entry.bed.label}床`
            : null,
          stage: stageWords[entry.application.case.stage as keyof typeof stageWords],
        })),
    };
  });
}
