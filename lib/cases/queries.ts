import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import type { Decider } from "@/lib/cases/rules";
import { casesWithin } from "@/lib/cases/reach/queries";
import type { MovedCase } from "@/lib/cases/moves/rules";
import { formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { moveWord, stageWord, tableOf } from "@/lib/stages";
import type { Tx } from "@/prisma/client";

/** A case as commands need it: facts for the rules, version for the guarded write. */
export type LoadedCase = MovedCase & {
  id: string;
  number: string;
  title: string;
  version: number;
  bureauId: string;
  confidentiality: "ORDINARY" | "SENSITIVE" | "RESTRICTED";
};

/**
 * Loads a case within the permit's reach; outside it the case is not found, exactly as if it did not exist.
 * @param isOwnTransaction the case was opened or moved by this very transaction, which may have taken it out of reach
 */
export async function loadCase(
  tx: Tx,
  permit: Permit,
  id: string,
  { isOwnTransaction = false }: { isOwnTransaction?: boolean } = {},
): Promise<LoadedCase> {
  if (!isOwnTransaction) {
    const found = await tx.$queryRaw<{ id: string }[]>`
      select c.id from welfare_case c where c.id = ${id}::uuid and ${casesWithin(permit)}`;
    if (found.length === 0) notFound();
  }
  const row = await tx.welfareCase.findUniqueOrThrow({
    where: { id },
    select: loadedColumns,
  });
  if (!tableOf(row.stageTable).stages[row.stage]) throw new Error(`unknown stage ${row.stage} of ${row.stageTable}`);

  return {
    ...row,
    decider: deciderOf(row.decider),
    clockFrom: fromDateColumn(row.clockFrom),
    dueOn: civilOrNull(row.dueOn),
    waitingSince: civilOrNull(row.waitingSince),
    firstAnsweredOn: civilOrNull(row.firstAnsweredOn),
  };
}

const loadedColumns = {
  id: true,
  number: true,
  title: true,
  bureauId: true,
  version: true,
  programme: true,
  stageTable: true,
  stage: true,
  status: true,
  personId: true,
  unitId: true,
  createdById: true,
  handlerUnitId: true,
  handlerId: true,
  answeredById: true,
  promisedById: true,
  reopenedCount: true,
  isComplaint: true,
  accusedId: true,
  accusedUnitId: true,
  decider: true,
  confidentiality: true,
  complexity: true,
  clockFrom: true,
  limitDays: true,
  dueOn: true,
  waitingSince: true,
  daysLeft: true,
  firstAnsweredOn: true,
} as const;

/** The id of the case that this form already opened, so that a second click shows it instead of opening another. */
export async function caseOfRequest(tx: Tx, permit: Permit, requestKey: string): Promise<string | null> {
  const found = await tx.welfareCase.findFirst({
    where: { requestKey, createdById: permit.actor.accountId },
    select: { id: true },
  });

  return found?.id ?? null;
}

/** Says who changed the case since the version that was on the screen, and what they did. */
export async function changedMeanwhile(tx: Tx, loaded: LoadedCase, seenVersion: number): Promise<Refusal> {
  const events = await tx.caseEvent.findMany({
    where: { caseId: loaded.id },
    orderBy: { id: "desc" },
    take: Math.min(5, Math.max(1, loaded.version - seenVersion)),
    select: { kind: true, actorName: true, at: true, toStage: true },
  });
  if (events.length === 0) return actedMeanwhile();
  const told = events
    .reverse()
    .map(({ kind, actorName, at }) => `${actorName} 在 ${formatInstant(at)}「${eventWord(kind, loaded.stageTable)}」`);

  return new Refusal(
    `这件事刚被别人处理过：${told.join("；")}。现在是「${stageWord(loaded.stageTable, loaded.stage)}」，请刷新页面看过再办。`,
  );
}

/** Word of a timeline entry. */
export function eventWord(kind: string, stageTable: string): string {
  return moveWord(stageTable, kind) ?? otherEvents[kind] ?? "更改";
}

const otherEvents: Readonly<Record<string, string>> = {
  open: "登记",
  note: "备注",
  urge: "催办",
  supervise: "督办",
  copy: "抄送",
  edit: "更改内容",
  handOver: "转给别的单位",
  handOverAccepted: "接收转办",
  handOverReturned: "退回转办",
  extensionAsked: "申请延期",
  extensionApproved: "同意延期",
  extensionRefused: "不同意延期",
};

function deciderOf(stored: string | null): Decider | null {
  return stored === "M" || stored === "B" ? stored : null;
}

function civilOrNull(column: Date | null): CivilDate | null {
  return column === null ? null : fromDateColumn(column);
}
