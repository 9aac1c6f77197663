import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { limitFor, startClock, type Complexity } from "@/lib/cases/clock/rules";
import { readClockworks } from "@/lib/cases/clock/queries";
import { effects, publicMoves, type MoveInput, type Patch } from "@/lib/cases/moves/rules";
import { changedMeanwhile, loadCase, type LoadedCase } from "@/lib/cases/queries";
import { genericStages, movesFor, type CaseStatus } from "@/lib/cases/rules";
import type { MoveCase } from "@/lib/cases/schema";
import { moveWords, stageWords, type MoveName } from "@/lib/cases/words";
import { dateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { programmeOf } from "@/lib/programmes";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { CaseSource, Confidentiality } from "@/prisma/generated/enums";

/** A matter as it is raised. The person's unit stays with the case when the person moves on. */
export type NewCase = {
  requestKey: string;
  programme: string;
  topic: string;
  title: string;
  content: string;
  demand?: string | undefined;
  personId: string | null;
  visitorName?: string | undefined;
  visitorPhone?: string | undefined;
  unitId: string;
  source: CaseSource;
  sourceCaseId?: string | undefined;
  /** the leader who promised it (谁接待谁负责) */
  promisedById?: string | undefined;
  complexity: Complexity;
  confidentiality: Confidentiality;
  greenChannel: boolean;
  /** who is complained about; makes the case a complaint about a person */
  accused?: { personId: string | null; unitId: string } | undefined;
  /** day on which complete material arrived; today unless it is keyed in from paper */
  completeOn?: CivilDate | undefined;
};

/**
 * Opens a case with its number, its clock, its first event and its audit row in the caller's transaction.
 * Refuses nothing by itself: who may open what is the permit's and the caller's affair. The same request key twice
 * is refused by the unique key; ask `caseOfRequest` first.
 * @returns the loaded case, stage PENDING
 */
export async function openCase(tx: Tx, permit: Permit, given: NewCase): Promise<LoadedCase> {
  const { calendar, limits } = await readClockworks(tx, permit.today);
  const completeOn = given.completeOn ?? permit.today;
  const limitDays = limitFor(given.complexity, limits);
  const id = newId();
  const number = await nextNumber(tx, permit, given.programme);
  const clock = {
    limitDays,
    dueOn: startClock(calendar, completeOn, limitDays),
    acceptBy: startClock(calendar, completeOn, given.greenChannel ? limits.greenAccept : limits.accept),
  };
  await tx.welfareCase.create({ data: rowOf(permit, given, { id, number, completeOn, ...clock }) });
  await addEvent(tx, permit, { caseId: id, kind: "open", toStage: "PENDING", isPublic: true });
  await recordAudit(tx, permit, {
    object: "welfare_case",
    objectId: id,
    subjectId: given.personId,
    channel: given.source,
    detail: { number, programme: given.programme },
    isNotable: given.accused !== undefined,
  });

  return loadCase(tx, permit, id, { isOwnTransaction: true });
}

/**
 * Makes one move of the stage table: the whole command for a form.
 * Refused: not found within reach, a move this person may not make now, a missing reason or answer, or somebody else
 * was faster (the sentence says who and what).
 */
export async function moveCase(permit: Permit, input: MoveCase): Promise<LoadedCase> {
  return transact(async (tx) => {
    const loaded = await loadCase(tx, permit, input.caseId);
    if (loaded.version !== input.version) throw await changedMeanwhile(tx, loaded, input.version);

    return applyMove(tx, permit, loaded, input.move, input);
  });
}

/**
 * One move inside the caller's transaction; several may follow each other (open, accept, assign).
 * @param loaded the case as this transaction sees it; its version guards the write
 */
export async function applyMove(
  tx: Tx,
  permit: Permit,
  loaded: LoadedCase,
  move: string,
  input: MoveInput,
): Promise<LoadedCase> {
  const actor = { accountId: permit.actor.accountId, reach: permit.reach };
  if (!isMove(move) || !movesFor(genericStages, loaded, actor).includes(move)) {
    throw new Refusal(
      `这件事现在是「${stageWords[loaded.stage]}」，您这里不能${isMove(move) ? moveWords[move] : "这样办"}。请刷新页面看看该谁办。`,
    );
  }
  const { calendar, limits } = await readClockworks(tx, permit.today);
  const scene = { calendar, limits, today: permit.today, now: permit.now, accountId: permit.actor.accountId };
  const patch = effects[move](loaded, input, scene);
  const to = targetOf(loaded.stage, move);
  const { count } = await tx.welfareCase.updateMany({
    where: { id: loaded.id, version: loaded.version, stage: loaded.stage },
    data: {
      ...columnsOf(patch),
      stage: to.stage,
      status: to.status,
      version: loaded.version + 1,
      updatedAt: permit.now,
    },
  });
  if (count !== 1) throw await changedMeanwhile(tx, loaded, loaded.version);
  await addEvent(tx, permit, {
    caseId: loaded.id,
    kind: move,
    fromStage: loaded.stage,
    toStage: to.stage,
    note: input.note,
    isPublic: publicMoves.includes(move),
  });
  await recordAudit(tx, permit, {
    object: "welfare_case",
    objectId: loaded.id,
    subjectId: loaded.personId,
    detail: { move, from: loaded.stage, to: to.stage },
    ...(move === "void" && input.note ? { reason: input.note } : {}),
  });

  return loadCase(tx, permit, loaded.id, { isOwnTransaction: true });
}

/** Appends to the timeline; a row there is never changed. */
export async function addEvent(
  tx: Tx,
  permit: Permit,
  event: {
    caseId: string;
    kind: string;
    fromStage?: string;
    toStage?: string;
    note?: string | undefined;
    isPublic: boolean;
  },
): Promise<void> {
  await tx.caseEvent.create({
    data: {
      id: newId(),
      caseId: event.caseId,
      at: permit.now,
      kind: event.kind,
      fromStage: event.fromStage ?? null,
      toStage: event.toStage ?? null,
      actorId: permit.actor.accountId,
      actorName: permit.actor.name,
      note: event.note ?? null,
      isPublic: event.isPublic,
    },
  });
}

type Opened = {
  id: string;
  number: string;
  completeOn: CivilDate;
  limitDays: number;
  dueOn: CivilDate;
  acceptBy: CivilDate;
};

/** The row of a new case; every column is named, nothing is taken over from a form as it came. */
function rowOf(permit: Permit, given: NewCase, opened: Opened): Prisma.WelfareCaseUncheckedCreateInput {
  return {
    id: opened.id,
    bureauId: permit.reach.bureauId,
    number: opened.number,
    programme: given.programme,
    topic: given.topic,
    title: given.title,
    content: given.content,
    demand: given.demand ?? null,
    personId: given.personId,
    visitorName: given.visitorName ?? null,
    visitorPhone: given.visitorPhone ?? null,
    unitId: given.unitId,
    source: given.source,
    sourceCaseId: given.sourceCaseId ?? null,
    promisedById: given.promisedById ?? null,
    stage: "PENDING",
    status: "open",
    complexity: given.complexity,
    confidentiality: given.accused ? "RESTRICTED" : given.confidentiality,
    greenChannel: given.greenChannel,
    isComplaint: given.accused !== undefined,
    accusedId: given.accused?.personId ?? null,
    accusedUnitId: given.accused?.unitId ?? null,
    clockFrom: dateColumn(opened.completeOn),
    limitDays: opened.limitDays,
    dueOn: dateColumn(opened.dueOn),
    acceptBy: dateColumn(opened.acceptBy),
    createdById: permit.actor.accountId,
    createdAt: permit.now,
    updatedAt: permit.now,
    requestKey: given.requestKey,
  };
}

/** `JD-202611-003`: a counter row per prefix and period, raised in the opening transaction; a number is never reused. */
async function nextNumber(tx: Tx, permit: Permit, programmeName: string): Promise<string> {
  const programme = programmeOf(programmeName);
  if (!programme) throw new Refusal("没有这个服务项目，请重新选择。", "programme");
  const [year = "", month = ""] = permit.today.split("-");
  const period = programme.period === "month" ? `${year}${month}` : year;
  const key = { bureauId: permit.reach.bureauId, prefix: programme.prefix, period };
  await tx.caseCounter.createMany({ data: { ...key, lastNo: 0 }, skipDuplicates: true });
  const { lastNo } = await tx.caseCounter.update({
    where: { bureauId_prefix_period: key },
    data: { lastNo: { increment: 1 } },
    select: { lastNo: true },
  });

  return `${programme.prefix}-${period}-${String(lastNo).padStart(programme.period === "month" ? 3 : 4, "0")}`;
}

function isMove(move: string): move is MoveName {
  return Object.hasOwn(effects, move);
}

function targetOf(stage: LoadedCase["stage"], move: MoveName): { stage: LoadedCase["stage"]; status: CaseStatus } {
  const moves: Readonly<Record<string, { to: string }>> = genericStages[stage].moves;
  const to = moves[move]?.to;
  if (!to || !Object.hasOwn(genericStages, to)) throw new Error(`no move ${move} from ${stage}`);
  const target = to as LoadedCase["stage"];

  return { stage: target, status: genericStages[target].status };
}

const dateColumns = ["assignedOn", "clockFrom", "dueOn", "waitingSince", "firstAnsweredOn", "firstDueOn", "followUpBy"];

/** Civil dates of a patch become DATE values; every column is named in `Patch`. */
function columnsOf(patch: Patch): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [
      name,
      dateColumns.includes(name) && typeof value === "string" ? dateColumn(value) : value,
    ]),
  );
}
