import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { dateColumn, yearOf } from "@/lib/dates";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { findPlacement } from "@/lib/schooling/files/queries";
import type { DecideLetter, DraftLetter, SendLetter } from "@/lib/schooling/letters/schema";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { SchoolLetter, SchoolPlacement } from "@/prisma/generated/client";

/**
 * Drafts a letter to the education bureau for children in 协调中; a leader decides about it. The same form sent twice gives
 * the same letter. Refused: a child in another stage, of another intake, or in a letter that is not sent yet.
 * @returns the letter's id
 */
export async function draftLetter(permit: Permit<"schooling.letter">, input: DraftLetter): Promise<string> {
  try {
    return await transact(async (tx) => {
      const already = await tx.schoolLetter.findUnique({
        where: { requestKey: input.requestKey },
        select: { id: true },
      });
      if (already) return already.id;
      const placements: SchoolPlacement[] = [];
      for (const caseId of new Set(input.cases)) placements.push(await coordinated(tx, permit, caseId));
      const [first] = placements;
      if (!first) throw new Refusal("请勾选要写进协调函的孩子。", "cases");
      if (placements.some(({ intakeYear }) => intakeYear !== first.intakeYear))
        throw new Refusal("一份协调函只写同一年度的孩子，请分开写。", "cases");

      return write(tx, permit, input.requestKey, placements);
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw inLetter();
    throw fault;
  }
}

const inLetter = () => new Refusal("有孩子已经在另一份还没送出的协调函里，请刷新页面。", "cases");

async function coordinated(tx: Tx, permit: Permit, caseId: string): Promise<SchoolPlacement> {
  const placement = await findPlacement(tx, permit, caseId);
  const { stage, number } = await tx.welfareCase.findUniqueOrThrow({
    where: { id: caseId },
    select: { stage: true, number: true },
  });
  if (stage !== "COORDINATING") throw new Refusal(`${number} 现在不在协调中，不能写进协调函。`, "cases");
  const open = await tx.schoolLetterEntry.count({ where: { placementId: placement.id, isOpen: true } });
  if (open > 0) throw inLetter();

  return placement;
}

async function write(
  tx: Tx,
  permit: Permit,
  requestKey: string,
  placements: readonly SchoolPlacement[],
): Promise<string> {
  const id = newId();
  const number = await nextNumber(tx, permit);
  await tx.schoolLetter.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      number,
      intakeYear: placements[0]?.intakeYear ?? yearOf(permit.today),
      draftedById: permit.actor.accountId,
      draftedAt: permit.now,
      requestKey,
      entries: { create: placements.map((placement, place) => ({ placementId: placement.id, place: place + 1 })) },
    },
  });
  await recordAudit(tx, permit, {
    object: "school_letter",
    objectId: id,
    detail: { step: "draft", number, children: placements.length },
  });

  return id;
}

async function nextNumber(tx: Tx, permit: Permit): Promise<string> {
  const key = { bureauId: permit.reach.bureauId, prefix: "RXH", period: String(yearOf(permit.today)) };
  await tx.caseCounter.createMany({ data: { ...key, lastNo: 0 }, skipDuplicates: true });
  const { lastNo } = await tx.caseCounter.update({
    where: { bureauId_prefix_period: key },
    data: { lastNo: { increment: 1 } },
    select: { lastNo: true },
  });

  return `RXH-${key.period}-${String(lastNo).padStart(3, "0")}`;
}

/**
 * 批准 or 退回 by a leader. Refused: who drafted it, a leader whose own child stands in it, a letter that is decided.
 */
export async function decideLetter(permit: Permit<"schooling.approveLetter">, input: DecideLetter): Promise<void> {
  await transact(async (tx) => {
    const letter = await loadLetter(tx, permit, input);
    if (letter.draftedById === permit.actor.accountId) throw new Refusal("这份函是您起草的，要由别的领导批。");
    const own = await tx.schoolLetterEntry.count({
      where: {
        letterId: letter.id,
        placement: { OR: [{ parentId: permit.actor.personId }, { otherParentId: permit.actor.personId }] },
      },
    });
    if (own > 0) throw new Refusal("函里有您自己的孩子，要由别的领导批。");
    await change(tx, letter, "WAITING", {
      state: input.decision,
      decidedById: permit.actor.accountId,
      decidedAt: permit.now,
      opinion: input.opinion,
    });
    if (input.decision === "RETURNED") await close(tx, letter.id);
    await recordAudit(tx, permit, {
      object: "school_letter",
      objectId: letter.id,
      detail: { step: input.decision === "APPROVED" ? "approve" : "return", number: letter.number },
    });
  });
}

/** 送出: every child of the letter goes on to the education bureau's first check, all in one transaction. */
export async function sendLetter(permit: Permit<"schooling.letter">, input: SendLetter): Promise<void> {
  await transact(async (tx) => {
    const letter = await loadLetter(tx, permit, input);
    if (input.sentOn > permit.today) throw new Refusal("送出的日期不能晚于今天。", "sentOn");
    if (letter.state !== "APPROVED") throw new Refusal("领导批准以后才能送出。");
    await change(tx, letter, "APPROVED", { state: "SENT", sentOn: dateColumn(input.sentOn) });
    const entries = await tx.schoolLetterEntry.findMany({
      where: { letterId: letter.id },
      orderBy: { place: "asc" },
      select: { placement: { select: { caseId: true } } },
    });
    for (const { placement } of entries) {
      const loaded = await loadCase(tx, permit, placement.caseId);
      await applyMove(tx, permit, loaded, "letterSent", { note: `协调函 ${letter.number}` });
    }
    await close(tx, letter.id);
    await recordAudit(tx, permit, {
      object: "school_letter",
      objectId: letter.id,
      detail: { step: "send", number: letter.number, children: entries.length },
    });
  });
}

async function loadLetter(
  tx: Tx,
  permit: Permit,
  { letterId, version }: { letterId: string; version: number },
): Promise<SchoolLetter> {
  const letter = await tx.schoolLetter.findFirst({ where: { id: letterId, bureauId: permit.reach.bureauId } });
  if (!letter) notFound();
  if (letter.version !== version) throw actedMeanwhile();

  return letter;
}

async function change(
  tx: Tx,
  { id, version }: SchoolLetter,
  from: SchoolLetter["state"],
  kept: Partial<Pick<SchoolLetter, "state" | "decidedById" | "decidedAt" | "opinion" | "sentOn">>,
): Promise<void> {
  const { count } = await tx.schoolLetter.updateMany({
    where: { id, version, state: from },
    data: { ...kept, version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
}

async function close(tx: Tx, letterId: string): Promise<void> {
  await tx.schoolLetterEntry.updateMany({ where: { letterId }, data: { isOpen: false } });
}
