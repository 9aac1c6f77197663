import { civilOf, dateColumn, type CivilDate } from "@/lib/dates";
import { programmes } from "@/lib/programmes";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import { idAt } from "./random";

type CaseRow = SeedRows["welfare_case"];
export type CaseRows = Pick<
  SeedTables,
  "welfare_case" | "case_event" | "extension" | "hand_over" | "case_copy" | "case_counter"
>;
type SeedTables = { [T in keyof SeedRows]: SeedRows[T][] };

/** Everything that the cases leave in the tables, numbered in the order of their opening. */
export function caseRows(lives: readonly Life[], bureauId: string): CaseRows {
  const ordered = [...lives].sort(
    (one, other) => one.opened.getTime() - other.opened.getTime() || one.given.row - other.given.row,
  );
  const counters = numbered(ordered, bureauId);
  return {
    welfare_case: ordered.map((life) => caseRow(life, bureauId)),
    case_event: ordered.flatMap(({ events }) => events.map(complete)),
    extension: ordered.flatMap(({ extensions }) => extensions),
    hand_over: ordered.flatMap(({ handOvers }) => handOvers),
    case_copy: ordered.flatMap(({ copies }) => copies),
    case_counter: counters,
  };
}

/** Gives out the numbers as the counter would have; its rows stand where the next case has to go on. */
function numbered(lives: readonly Life[], bureauId: string): SeedRows["case_counter"][] {
  const counters = new Map<string, SeedRows["case_counter"] & { lastNo: number }>();
  for (const life of lives) {
    const { prefix, period: kind } = programmes[life.given.programme];
    const day = civilOf(life.opened);
    const period = kind === "month" ? day.slice(0, 7).replace("-", "") : day.slice(0, 4);
    const counter = counters.get(`${prefix}-${period}`) ?? { bureauId, prefix, period, lastNo: 0 };
    counter.lastNo += 1;
    counters.set(`${prefix}-${period}`, counter);
    life.number = `${prefix}-${period}-${String(counter.lastNo).padStart(kind === "month" ? 3 : 4, "0")}`;
  }
  return [...counters.values()];
}

function caseRow(life: Life, bureauId: string): CaseRow {
  const { id, number, given, facts, opened, creator, version, last } = life;
  return {
    id,
    bureauId,
    number,
    programme: given.programme,
    topic: given.topic,
    title: given.title,
    content: given.content,
    demand: given.demand ?? null,
    personId: facts.personId,
    visitorName: given.visitor?.name ?? null,
    visitorPhone: given.visitor?.phone ?? null,
    unitId: facts.unitId,
    source: given.source,
    sourceCaseId: given.sourceCase?.id ?? null,
    promisedById: facts.promisedById,
    stageTable: facts.stageTable,
    stage: facts.stage,
    status: facts.status,
    complexity: facts.complexity,
    confidentiality: given.accused ? "RESTRICTED" : given.confidentiality,
    greenChannel: given.isGreen,
    isComplaint: facts.isComplaint,
    accusedId: facts.accusedId,
    accusedUnitId: facts.accusedUnitId,
    decider: facts.decider ?? null,
    ...clockOf(life),
    ...resultOf(life),
    createdById: creator.accountId,
    createdAt: opened,
    updatedAt: last,
    requestKey: idAt(opened, "request", given.row),
    version,
  };
}

type Clock =
  | "handlerUnitId"
  | "handlerId"
  | "assignedOn"
  | "clockFrom"
  | "limitDays"
  | "dueOn"
  | "acceptBy"
  | "waitingReason"
  | "waitingSince"
  | "daysLeft"
  | "supervisedAt"
  | "supervisedById";

/** Who settles it and how the clock stands. */
function clockOf({ facts, patch, acceptBy, supervised }: Life): Pick<CaseRow, Clock> {
  return {
    handlerUnitId: facts.handlerUnitId,
    handlerId: facts.handlerId,
    assignedOn: columnOrNull(patch.assignedOn),
    clockFrom: dateColumn(facts.clockFrom),
    limitDays: facts.limitDays,
    dueOn: columnOrNull(facts.dueOn),
    acceptBy: dateColumn(acceptBy),
    waitingReason: patch.waitingReason ?? null,
    waitingSince: columnOrNull(facts.waitingSince),
    daysLeft: facts.daysLeft,
    supervisedAt: supervised?.at ?? null,
    supervisedById: supervised?.by ?? null,
  };
}

/** What was answered, and what became of it. */
function resultOf({ facts, patch }: Life): Partial<CaseRow> {
  return {
    outcome: patch.outcome ?? null,
    answer: patch.answer ?? null,
    answerMode: patch.answerMode ?? null,
    answeredAt: patch.answeredAt ?? null,
    answeredById: facts.answeredById,
    firstAnsweredOn: columnOrNull(facts.firstAnsweredOn),
    firstDueOn: columnOrNull(patch.firstDueOn),
    firstDaysUsed: patch.firstDaysUsed ?? null,
    followUpBy: columnOrNull(patch.followUpBy),
    satisfaction: patch.satisfaction ?? null,
    followedById: patch.followedById ?? null,
    followedAt: patch.followedAt ?? null,
    reopenedCount: facts.reopenedCount,
    closedAt: patch.closedAt ?? null,
    voidedAt: patch.voidedAt ?? null,
    voidReason: patch.voidReason ?? null,
  };
}

function complete(event: SeedRows["case_event"]): SeedRows["case_event"] {
  return { ...event, fromStage: event.fromStage ?? null, toStage: event.toStage ?? null, note: event.note ?? null };
}

function columnOrNull(civil: CivilDate | null | undefined): Date | null {
  return civil ? dateColumn(civil) : null;
}
