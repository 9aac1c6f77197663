import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { limitFor, startClock, type Complexity } from "@/lib/cases/clock/rules";
import { readClockworks } from "@/lib/cases/clock/queries";
import type { MoveInput, Patch } from "@/lib/cases/moves/rules";
import { changedMeanwhile, loadCase, type LoadedCase } from "@/lib/cases/queries";
import { movesFor } from "@/lib/cases/rules";
import type { MoveCase } from "@/lib/cases/schema";
import { dateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { seriesOf } from "@/lib/programmes";
import { Refusal } from "@/lib/refusal";
import { moveWord, stageWord, tableOf, type TableName } from "@/lib/stages";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { CaseSource, Confidentiality } from "@/prisma/generated/enums";

/** A matter as it is raised. The person's unit stays with the case when the person moves on. */
export type NewCase = {
  requestKey: string;
  programme: string;
  /** the stage table it runs in; the generic one unless the programme brings its own */
  table?: TableName | undefined;
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
  /** working days for the first step, where the programme has its own limit */
  limitDays?: number | undefined;
  /** opens by itself because a day has passed: the timeline says 系统 */
  isDerived?: boolean | undefined;
};

/**
 * Opens a case with its number, its clock, its first event and its audit row in the caller's transaction.
 * Refuses nothing by itself: who may open what is the permit's and the caller's affair. The same request key twice
 * is refused by the unique key; ask `caseOfRequest` first.
 * @returns the loaded case in the first stage of its table
 */
export async function openCase(tx: Tx, permit: Permit, given: NewCase): Promise<LoadedCase> {
  const { calendar, limits } = await readClockworks(tx, permit.today);
  const completeOn = given.completeOn ?? permit.today;
  const limitDays = given.limitDays ?? limitFor(given.complexity, limits);
  const id = newId();
  const number = await nextNumber(tx, permit, given);
  const clock = {
    limitDays,
    dueOn: startClock(calendar, completeOn, limitDays),
    acceptBy: startClock(calendar, completeOn, given.greenChannel ? limits.greenAccept : limits.accept),
  };
  await tx.welfareCase.create({ data: rowOf(permit, given, { id, number, completeOn, ...clock }) });
  await addEvent(tx, permit, {
    caseId: id,
    kind: "open",
    toStage: tableOf(given.table ?? "generic").first,
    isPublic: true,
    isDerived: given.isDerived ?? false,
  });
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
    if (tableOf(loaded.stageTable).ownMoves.includes(input.move))
      throw new Refusal("这一步要连同档案一起办，请打开档案页办理。");

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
  const { stages } = tableOf(loaded.stageTable);
  if (!movesFor(stages, loaded, actor).includes(move)) {
    throw new Refusal(
      `这件事现在是「${stageWord(loaded.stageTable, loaded.stage)}」，您这里不能${moveWord(loaded.stageTable, move) ?? "这样办"}。请刷新页面看看该谁办。`,
    );
  }

  return makeMove(tx, permit, loaded, move, input);
}

/**
 * A move that follows from facts (S): the programme's command has found that the fact is there (the notice has ended
 * without an open objection) and writes what everybody may already see. Nobody clicks it; the timeline says 系统.
 * Refused: a move that somebody has to make.
 */
export async function deriveMove(
  tx: Tx,
  permit: Permit,
  loaded: LoadedCase,
  move: string,
  input: MoveInput = {},
): Promise<LoadedCase> {
  const who = tableOf(loaded.stageTable).stages[loaded.stage]?.moves[move]?.who;
  if (!who?.includes("S")) throw new Error(`${move} from ${loaded.stage} does not follow from facts`);

  return makeMove(tx, permit, loaded, move, input, { isDerived: true });
}

async function makeMove(
  tx: Tx,
  permit: Permit,
  loaded: LoadedCase,
  move: string,
  input: MoveInput,
  { isDerived = false }: { isDerived?: boolean } = {},
): Promise<LoadedCase> {
  const table = tableOf(loaded.stageTable);
  const effect = table.effects[move];
  const to = table.stages[loaded.stage]?.moves[move]?.to;
  const status = to === undefined ? undefined : table.stages[to]?.status;
  if (!effect || to === undefined || status === undefined) throw new Error(`no move ${move} from ${loaded.stage}`);
  const { calendar, limits } = await readClockworks(tx, permit.today);
  const scene = { calendar, limits, today: permit.today, now: permit.now, accountId: permit.actor.accountId };
  const patch = effect(loaded, input, scene);
  const { count } = await tx.welfareCase.updateMany({
    where: { id: loaded.id, version: loaded.version, stage: loaded.stage },
    data: {
      ...columnsOf(patch),
      stage: to,
      status,
      version: loaded.version + 1,
      updatedAt: permit.now,
    },
  });
  if (count !== 1) throw await changedMeanwhile(tx, loaded, loaded.version);
  await addEvent(tx, permit, {
    caseId: loaded.id,
    kind: move,
    fromStage: loaded.stage,
    toStage: to,
    note: input.note,
    isPublic: table.publicMoves.includes(move),
    isDerived,
  });
  await recordAudit(tx, permit, {
    object: "welfare_case",
    objectId: loaded.id,
    subjectId: loaded.personId,
    detail: { move, from: loaded.stage, to, ...(isDerived ? { derived: true } : {}) },
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
    isDerived?: boolean;
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
      actorId: event.isDerived ? null : permit.actor.accountId,
      actorName: event.isDerived ? "系统" : permit.actor.name,
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
    stageTable: given.table ?? "generic",
    stage: tableOf(given.table ?? "generic").first,
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
async function nextNumber(tx: Tx, permit: Permit, given: Pick<NewCase, "programme" | "topic">): Promise<string> {
  const programme = seriesOf(given.programme, given.topic);
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
