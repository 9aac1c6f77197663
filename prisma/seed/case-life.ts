import type { Calendar } from "@/lib/calendar/rules";
import { extendedDue, limitFor, startClock, type Limits } from "@/lib/cases/clock/rules";
import type { MovedCase, MoveInput, Patch } from "@/lib/cases/moves/rules";
import { capacities, movesFor } from "@/lib/cases/rules";
import { civilOf, formatDay, type CivilDate } from "@/lib/dates";
import type { ProgrammeName } from "@/lib/programmes";
import { tableOf, type TableName } from "@/lib/stages";
import type { CaseSource, Complexity, Confidentiality } from "@/prisma/generated/enums";
import type { Actress } from "./accounts";
import type { SeedRows } from "./bulk";
import { idAt } from "./random";
import type { Unit } from "./units";

/** What every case is reckoned with. */
export type Ground = { calendar: Calendar; limits: Limits; bureauId: string };

export type NewLife = {
  row: number;
  programme: ProgrammeName;
  table?: TableName;
  topic: string;
  title: string;
  content: string;
  demand?: string | undefined;
  person: { id: string; unitId: string } | null;
  unitId: string;
  visitor?: { name: string; phone?: string };
  source: CaseSource;
  sourceCase?: Life;
  promisedById?: string;
  complexity: Complexity;
  confidentiality: Confidentiality;
  isGreen: boolean;
  accused?: { personId: string | null; unitId: string };
  limitDays?: number;
};

type EventRow = SeedRows["case_event"];
type Facts = MovedCase;

/**
 * A case as it lives: the columns that moves change, and all that was written about it. Every move goes through the
 * engine's own stage table, rights and effects, so nothing here can say what the portal would have refused.
 */
export type Life = {
  id: string;
  given: NewLife;
  opened: Date;
  creator: Actress;
  facts: Facts;
  patch: Patch;
  acceptBy: CivilDate;
  supervised?: { at: Date; by: string };
  version: number;
  last: Date;
  events: EventRow[];
  extensions: SeedRows["extension"][];
  handOvers: SeedRows["hand_over"][];
  copies: SeedRows["case_copy"][];
  /** made when all cases are known: prefix, period and running number */
  number: string;
};

/** Opens a case. A second thing on one minute is told a few minutes later, so that a timeline never stands still. */
export function openLife(ground: Ground, by: Actress, opened: Date, given: NewLife): Life {
  const today = civilOf(opened);
  const limitDays = given.limitDays ?? limitFor(given.complexity, ground.limits);
  const stageTable = given.table ?? "generic";
  const life: Life = {
    id: idAt(opened, "case", given.row),
    given,
    opened,
    creator: by,
    facts: {
      programme: given.programme,
      stageTable,
      stage: tableOf(stageTable).first,
      status: "open" as const,
      personId: given.person?.id ?? null,
      unitId: given.unitId,
      createdById: by.accountId,
      handlerUnitId: null,
      handlerId: null,
      answeredById: null,
      promisedById: given.promisedById ?? null,
      reopenedCount: 0,
      isComplaint: given.accused !== undefined,
      accusedId: given.accused?.personId ?? null,
      accusedUnitId: given.accused?.unitId ?? null,
      decider: null,
      dueOn: startClock(ground.calendar, today, limitDays),
      limitDays,
      waitingSince: null,
      daysLeft: null,
      clockFrom: today,
      complexity: given.complexity,
      firstAnsweredOn: null,
    },
    patch: {},
    acceptBy: startClock(ground.calendar, today, given.isGreen ? ground.limits.greenAccept : ground.limits.accept),
    version: 1,
    last: opened,
    events: [],
    extensions: [],
    handOvers: [],
    copies: [],
    number: "",
  };
  addEvent(life, by, opened, { kind: "open", toStage: tableOf(stageTable).first, isPublic: true });
  return life;
}

/** One move by somebody who may make it, or by nobody where it follows from facts; throws when the portal would refuse it. */
export function move(ground: Ground, life: Life, name: string, by: Actress, at: Date, input: MoveInput = {}): void {
  const now = after(life, at);
  const { facts } = life;
  const table = tableOf(facts.stageTable);
  const isDerived = table.stages[facts.stage]?.moves[name]?.who.includes("S") ?? false;
  if (!isDerived && !movesFor(table.stages, facts, by).includes(name)) {
    throw new RangeError(
      `${by.staffNo} may not ${name} a ${facts.programme} case in ${facts.stage} (row ${life.given.row})`,
    );
  }
  const effect = table.effects[name];
  const from = facts.stage;
  const to = table.stages[from]?.moves[name]?.to ?? "";
  const status = table.stages[to]?.status;
  if (!effect || !status) throw new RangeError(`no move ${name} from ${from}`);
  const patch = effect(facts, input, { ...ground, today: civilOf(now), now, accountId: by.accountId });
  Object.assign(life.patch, patch);
  life.facts = { ...facts, ...factsOf(facts, patch), stage: to, status };
  life.version += 1;
  const note = input.note === undefined ? {} : { note: input.note };
  const isPublic = table.publicMoves.includes(name);
  addEvent(life, by, now, {
    kind: name,
    fromStage: from,
    toStage: to,
    isPublic,
    ...note,
    ...(isDerived ? system : {}),
  });
}

/** An entry in the timeline that moves nothing: note, urge. */
export function remark(life: Life, kind: "note" | "urge", by: Actress, at: Date, note: string): void {
  addEvent(life, by, after(life, at), { kind, note, isPublic: false });
}

/** 督办 by a leader. */
export function supervise(life: Life, by: Actress, at: Date, note: string): void {
  const now = after(life, at);
  life.supervised = { at: now, by: by.accountId };
  addEvent(life, by, now, { kind: "supervise", note, isPublic: false });
}

/** 延期: asked by the handling unit; decided by a leader when one is named. */
export function extend(
  ground: Ground,
  life: Life,
  days: number,
  reason: string,
  asked: { by: Actress; at: Date },
  decided?: { by: Actress; at: Date },
): void {
  const askedAt = after(life, asked.at);
  const { dueOn } = life.facts;
  if (!dueOn || dueOn < civilOf(askedAt) || !capacities(life.facts, asked.by).includes("H"))
    throw new RangeError(`no extension for row ${life.given.row}`);
  const newDueOn = extendedDue(ground.calendar, dueOn, days);
  addEvent(life, asked.by, askedAt, {
    kind: "extensionAsked",
    note: `申请延长 ${days} 个工作日，到 ${formatDay(newDueOn)}。原因：${reason}`,
    isPublic: false,
  });
  const decidedAt = decided && after(life, decided.at);
  life.extensions.push({
    id: idAt(askedAt, "extension", life.given.row),
    caseId: life.id,
    oldDueOn: columnOf(dueOn),
    newDueOn: columnOf(newDueOn),
    days,
    reason,
    state: decided ? "APPROVED" : "ASKED",
    askedById: asked.by.accountId,
    askedAt,
    decidedById: decided?.by.accountId ?? null,
    decidedAt: decidedAt ?? null,
  });
  if (!decided || !decidedAt) return;
  life.facts = { ...life.facts, dueOn: newDueOn, limitDays: life.facts.limitDays + days };
  life.version += 1;
  addEvent(life, decided.by, decidedAt, {
    kind: "extensionApproved",
    note: `延到 ${formatDay(newDueOn)} 前答复。原因：${reason}`,
    isPublic: true,
  });
}

/** 转给别的单位: offered, and taken over when somebody of the other side is named. */
export function handOver(
  life: Life,
  from: { by: Actress; at: Date },
  to: Unit,
  reason: string,
  taken?: { by: Actress; at: Date },
): void {
  const offeredAt = after(life, from.at);
  addEvent(life, from.by, offeredAt, { kind: "handOver", note: `转给${to.name}：${reason}`, isPublic: false });
  const decidedAt = taken && after(life, taken.at);
  life.handOvers.push({
    id: idAt(offeredAt, "hand over", life.given.row),
    caseId: life.id,
    fromUnitId: life.facts.handlerUnitId,
    fromId: from.by.accountId,
    toUnitId: to.id,
    toId: null,
    reason,
    state: taken ? "ACCEPTED" : "OFFERED",
    offeredAt,
    decidedById: taken?.by.accountId ?? null,
    decidedAt: decidedAt ?? null,
  });
  if (!taken || !decidedAt) return;
  life.facts = { ...life.facts, handlerUnitId: to.id, handlerId: taken.by.accountId };
  life.version += 1;
  addEvent(life, taken.by, decidedAt, { kind: "handOverAccepted", isPublic: false });
}

/** 抄送 to a colleague. */
export function copyTo(life: Life, colleague: Actress, by: Actress, at: Date): void {
  const sentAt = after(life, at);
  life.copies.push({ caseId: life.id, accountId: colleague.accountId, sentById: by.accountId, sentAt });
  addEvent(life, by, sentAt, { kind: "copy", note: `抄送${colleague.name}`, isPublic: false });
}

const MINUTES_BETWEEN = 7;

/** What follows from facts has no author. */
const system = { actorId: null, actorName: "系统" };

function after(life: Life, at: Date): Date {
  const earliest = life.last.getTime() + MINUTES_BETWEEN * 60_000;
  return new Date(Math.max(at.getTime(), earliest));
}

function addEvent(
  life: Life,
  by: Actress,
  at: Date,
  event: Pick<EventRow, "kind" | "isPublic"> & Partial<EventRow>,
): void {
  const id = idAt(at, `event ${life.given.row}`, life.events.length);
  life.events.push({ id, caseId: life.id, at, actorId: by.accountId, actorName: by.name, ...event });
  life.last = at;
}

/** The part of a patch that the next move has to know. */
function factsOf(facts: Facts, patch: Patch): Partial<Facts> {
  return Object.fromEntries(Object.entries(patch).filter(([name]) => name in facts));
}

function columnOf(civil: CivilDate): Date {
  return new Date(`${civil}T00:00:00.000Z`);
}
