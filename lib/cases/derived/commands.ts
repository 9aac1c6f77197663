import "server-only";
import { cache } from "react";
import type { Permit } from "@/lib/auth/permit";
import { deriveMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import type { StageTable } from "@/lib/cases/tables/rules";
import { addDays, fromDateColumn } from "@/lib/dates";
import { yuan } from "@/lib/money";
import { noticeFor } from "@/lib/notices/queries";
import { mayAct } from "@/lib/notices/rules";
import { parameterAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import { stageTables, tableOf } from "@/lib/stages";
import { db, transact, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

/** Cases moved in one go; a bureau has a handful of notices that end on one day, the next page takes the rest. */
const atOnce = 50;

/** What one request shares: a page reads lists, counts and badges at the same time. */
const thisRequest = cache((): { settled?: Promise<number> } => ({}));

/**
 * Moves on every case whose public notice has ended: without an open objection to the next stage, with an upheld one
 * back to work; an open objection keeps it where it is. Run before every list, count and page that shows a stage, once a
 * request, because nobody clicks what follows from a date and no clock of the server is needed for it. Of two who come
 * at once, on one machine or several, the second finds the case moved and leaves it.
 * @returns how many cases moved
 */
export async function settleNotices(permit: Permit): Promise<number> {
  const request = thisRequest();

  return (request.settled ??= settleAll(permit));
}

async function settleAll(permit: Permit): Promise<number> {
  let moved = 0;
  for (const id of await endedCases(permit)) {
    try {
      if (await settleOne(permit, id)) moved += 1;
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
    }
  }

  return moved;
}

/**
 * The case behind a row of the sign-off ledger follows its signatures, in the transaction that signs or corrects: when
 * everything that was granted is signed for it is 签收, when a signed row is taken back it waits for payment again. Nobody
 * clicks it. A case whose table knows no such stage stays where it is.
 */
export async function followSignatures(tx: Tx, permit: Permit, caseId: string): Promise<void> {
  const { stageTable, stage } = await tx.welfareCase.findUniqueOrThrow({
    where: { id: caseId },
    select: { stageTable: true, stage: true },
  });
  const { signed, stages } = tableOf(stageTable);
  if (!signed || ![signed.stage, stages[signed.stage]?.moves[signed.move]?.to].includes(stage)) return;
  const rows = await tx.signOff.findMany({
    where: { caseId, reversesId: null, reversedBy: null },
    orderBy: { signedAt: "asc" },
    select: { amountFen: true, signedOn: true, signedById: true },
  });
  const last = rows.at(-1);
  const isSigned = last !== undefined && rows.every(({ signedOn }) => signedOn !== null);
  if (isSigned !== (stage === signed.stage)) return;
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  if (!isSigned) {
    await deriveMove(tx, permit, loaded, signed.undone, { note: "签领已冲正，要重新发放" });
    return;
  }
  const days = Number(await parameterAt(tx, signed.followUpDays, permit.today));
  await deriveMove(tx, permit, loaded, signed.move, {
    note: `${yuan(rows.reduce((sum, row) => sum + row.amountFen, 0n))} 元已经签收`,
    doneById: last.signedById,
    followUpOn: addDays(last.signedOn ? fromDateColumn(last.signedOn) : permit.today, days),
  });
}

const noticeStages = Object.entries<StageTable>(stageTables).flatMap(([stageTable, { notice }]) =>
  notice ? [Prisma.sql`(c.stage_table = ${stageTable} and c.stage = ${notice.stage})`] : [],
);

/**
 * The cases whose notice is over by its printed date and that nothing holds, those that wait longest first; the calendar
 * has the last word when each is looked at. A case with an open objection is not among them, however old it is.
 */
async function endedCases({ reach, today }: Permit): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    select c.id from welfare_case c join public_notice n on n.matter = c.programme and n.object_id = c.id
      join notice_entry e on e.notice_id = n.id and e.key = c.id::text
    where c.bureau_id = ${reach.bureauId}::uuid and c.status = 'waiting' and (${Prisma.join(noticeStages, " or ")})
      and n.voided_at is null and n.ends_on < ${today}::date
      and (exists (select 1 from objection o where o.entry_id = e.id and o.outcome = 'STRUCK')
        or not exists (select 1 from objection o where o.entry_id = e.id and o.outcome is null))
    order by n.ends_on, c.id limit ${atOnce}`;

  return found.map(({ id }) => id);
}

async function settleOne(permit: Permit, id: string): Promise<boolean> {
  return transact(async (tx) => {
    const loaded = await loadCase(tx, permit, id, { isOwnTransaction: true });
    const { notice: stage } = tableOf(loaded.stageTable);
    if (!stage || loaded.stage !== stage.stage) return false;
    const notice = await noticeFor(tx, permit, { matter: loaded.programme, objectId: id });
    if (!notice?.lastDay || permit.today <= notice.lastDay) return false;
    const isStruck = notice.entries.some(({ key, state }) => key === id && state === "STRUCK");
    if (!isStruck && !mayAct(notice, id, permit.today)) return false;
    await deriveMove(tx, permit, loaded, isStruck ? stage.struck : stage.ended, { countFrom: notice.lastDay });

    return true;
  });
}
