import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { deriveMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { dateColumn } from "@/lib/dates";
import { endWish } from "@/lib/dormitories/application/commands";
import { releaseBeds } from "@/lib/dormitories/allotment/holds/commands";
import { stayFacts } from "@/lib/dormitories/board/rules";
import { hasLapsed, moveInBy } from "@/lib/dormitories/rules";
import { noticeFor } from "@/lib/notices/queries";
import { mayAct } from "@/lib/notices/rules";
import { parameterAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import { db, isUniqueViolation, transact, type Tx } from "@/prisma/client";

/** Offers looked at in one go. */
const atOnce = 50;

/**
 * What follows from dates and nobody clicks: an offer that was not taken lapses and the bed goes to the next in line; a
 * round whose notice has ended gives its beds out, entry by entry, but for those with an open or upheld objection. Run
 * before lists and pages; the second of two who come at once finds it done.
 */
export async function settleBeds(permit: Permit): Promise<void> {
  const due = await db.bedStay.findMany({
    where: { bureauId: permit.reach.bureauId, state: "HELD", moveInBy: { lt: dateColumn(permit.today) } },
    orderBy: { id: "asc" },
    take: atOnce,
    select: { id: true },
  });
  for (const { id } of due) await quietly(() => lapse(permit, id));
  const noticed = await db.roundEntry.findMany({
    where: { round: { bureauId: permit.reach.bureauId, state: "NOTICE" }, bedId: { not: null } },
    orderBy: { id: "asc" },
    take: atOnce,
    select: { id: true },
  });
  for (const { id } of noticed) await quietly(() => settleEntry(permit, id));
}

/** Somebody else was faster: then it is done. */
async function quietly(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (fault) {
    if (!(fault instanceof Refusal) && !isUniqueViolation(fault)) throw fault;
  }
}

async function lapse(permit: Permit, stayId: string): Promise<void> {
  await transact(async (tx) => {
    const stay = await tx.bedStay.findUniqueOrThrow({ where: { id: stayId }, include: { application: true } });
    if (!hasLapsed(stayFacts(stay), permit.today) || !stay.application) return;
    const loaded = await loadCase(tx, permit, stay.application.caseId, { isOwnTransaction: true });
    if (loaded.stage !== "ALLOTTED") return;
    await deriveMove(tx, permit, loaded, "lapse", { note: "到期没有来办入住，床位给了下一位。" });
    await endWish(tx, permit, stay.application);
    await releaseBeds(tx, permit, stay.application.id);
  });
}

/** One line of a round's notice: the bed is given, or an upheld objection puts the person back into the line. */
async function settleEntry(permit: Permit, entryId: string): Promise<void> {
  await transact(async (tx) => {
    const { round, application } = await tx.roundEntry.findUniqueOrThrow({
      where: { id: entryId },
      include: { round: true, application: true },
    });
    const notice = await noticeFor(tx, permit, { matter: "dormitories", objectId: round.id });
    if (!notice?.lastDay || permit.today <= notice.lastDay) return;
    const loaded = await loadCase(tx, permit, application.caseId, { isOwnTransaction: true });
    const entry = notice.entries.find(({ key }) => key === application.caseId);
    if (loaded.stage === "NOTICE" && entry?.state === "STRUCK") {
      await deriveMove(tx, permit, loaded, "struck", { note: "公示有异议并且成立。" });
      await releaseBeds(tx, permit, application.id, { toNobody: true });
    } else if (loaded.stage === "NOTICE" && mayAct(notice, application.caseId, permit.today)) {
      const held = await tx.bedStay.findFirstOrThrow({
        where: { applicationId: application.id, state: "HELD" },
        include: { site: true },
      });
      const last = moveInBy(permit.today, await parameterAt(tx, "dormitories.moveInDays", permit.today));
      await tx.bedStay.update({
        where: { id: held.id },
        data: { allottedOn: dateColumn(permit.today), moveInBy: dateColumn(last), version: { increment: 1 } },
      });
      await deriveMove(tx, permit, loaded, "noticeEnded", {
        note: `公示结束，没有异议，床位在${held.site.name}，请在 ${last} 以前办入住。`,
      });
    } else if (loaded.stage === "NOTICE") return;
    await finish(tx, permit, round.id);
  });
}

/** The round is done when nobody of it is on notice any more. */
async function finish(tx: Tx, _permit: Permit, roundId: string): Promise<void> {
  const [left] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from round_entry e join welfare_case c on c.id = e.case_id
    where e.round_id = ${roundId}::uuid and e.bed_id is not null and c.stage = 'NOTICE'`;
  if (left?.count === 0)
    await tx.allotmentRound.updateMany({
      where: { id: roundId, state: "NOTICE" },
      data: { state: "DONE", version: { increment: 1 } },
    });
}
