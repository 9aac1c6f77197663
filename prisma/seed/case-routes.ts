import type { MoveInput } from "@/lib/cases/moves/rules";
import type { Complexity } from "@/prisma/generated/enums";
import type { Actress } from "./accounts";
import { extend } from "./case-life";
import * as notes from "./case-notes";
import { assigned, step, type Story } from "./case-teller";
import { filled } from "./case-texts";
import { dice, of } from "./random";
import { momentOn } from "./workdays";

/** How a case of the history went, with the working days it took from opening to the last entry at most. */
export type RouteName =
  | "plain"
  | "late"
  | "spot"
  | "held"
  | "returned"
  | "extended"
  | "reopened"
  | "reviewed"
  | "declined"
  | "withdrawn"
  | "voided";

export const routes: Record<RouteName, { longest: (weight: Complexity) => number; tell: (story: Story) => void }> = {
  plain: { longest: (weight) => DAYS[weight] + 6, tell: (story) => tellAnswered(story, 0) },
  late: {
    longest: (weight) => DAYS[weight] + 10,
    tell: (story) => tellAnswered(story, dice("late", story.row).between(1, 4)),
  },
  spot: { longest: () => 6, tell: tellSpot },
  held: { longest: (weight) => DAYS[weight] + 18, tell: tellHeld },
  returned: { longest: (weight) => DAYS[weight] + 16, tell: tellReturned },
  extended: { longest: (weight) => DAYS[weight] + 17, tell: tellExtended },
  reopened: { longest: (weight) => DAYS[weight] + 14, tell: tellReopened },
  reviewed: { longest: (weight) => DAYS[weight] + 20, tell: tellReviewed },
  declined: { longest: () => 8, tell: tellDeclined },
  withdrawn: { longest: () => 4, tell: tellWithdrawn },
  voided: { longest: () => 4, tell: tellVoided },
};

const DAYS: Record<Complexity, number> = { SIMPLE: 3, ORDINARY: 5, COMPLEX: 15 };

/** The answer as the handling unit writes it down, or as it was given at once. */
export function answered(story: Story, place: number, note?: string): void {
  const { pick } = dice("answer", story.row);
  const { life, text, theatre } = story;
  const said = note ?? filled(text.answer, story.person, theatre.line.on(place), story.row);
  const input: MoveInput = {
    note: said,
    outcome: text.outcome ?? "RESOLVED",
    answerMode: pick(["PHONE", "PHONE", "IN_PERSON", "WRITTEN"] as const),
  };
  if (life.facts.stage === "PENDING") step(story, place, "answerOnSpot", atOnce(story), input);
  else step(story, place, "answer", "handler", input);
}

/** Who calls back must not have answered: at the reception desk and with complaints a leader answers at once. */
function atOnce({ life, theatre, row, talk }: Story): "officer" | Actress {
  if (life.facts.isComplaint) return of(theatre.cast, "1007");
  if (talk) return talk.leader;
  return life.facts.programme === "reception"
    ? of(theatre.cast, dice("leader", row).pick(["1001", "1002", "1003", "1008"]))
    : "officer";
}

/** 回访 and 办结 by somebody who did not settle it. */
export function closed(story: Story, place: number): void {
  const { pick, chance } = dice("closing", story.row);
  step(story, place, "followUp", "caller");
  const satisfaction = chance(0.06)
    ? "NOT_REACHED"
    : pick(["SATISFIED", "SATISFIED", "SATISFIED", "SATISFIED", "FAIR"] as const);
  step(story, place + 1, "close", "caller", { satisfaction });
  if (chance(0.7) && place + 2 <= -1) step(story, place + 2, "archive", "officer");
}

/** Accepted, assigned and begun; `used` working days after the opening it is answered. */
function worked(story: Story): void {
  const { pick, chance } = dice("working", story.row);
  const first = story.place + (chance(0.3) && !story.talk ? 1 : 0);
  assigned(story, first, story.talk?.instruction ?? pick(notes.assignNotes));
  step(story, first, "start", "handler", { note: pick(notes.startNotes) });
}

function tellAnswered(story: Story, late: number): void {
  const { between } = dice("used", story.row);
  const limit = DAYS[story.life.facts.complexity];
  worked(story);
  const used = late > 0 ? limit + late : between(Math.min(1, limit), limit);
  answered(story, story.place + used);
  closed(story, story.place + used + between(1, 4));
}

function tellSpot(story: Story): void {
  answered(story, story.place);
  closed(story, story.place + dice("spot", story.row).between(1, 4));
}

function tellHeld(story: Story): void {
  const { between, pick } = dice("held", story.row);
  const limit = DAYS[story.life.facts.complexity];
  worked(story);
  const hold = story.place + between(1, Math.min(2, limit - 1));
  const waits = between(3, 8);
  step(story, hold, "hold", "handler", pick(notes.holdsOf[story.life.given.programme] ?? notes.holds));
  step(story, hold + waits, "resume", "handler");
  const answer = hold + waits + between(0, Math.max(0, limit - 2));
  answered(story, answer);
  closed(story, answer + between(1, 4));
}

function tellReturned(story: Story): void {
  const { between, pick } = dice("returned", story.row);
  const limit = DAYS[story.life.facts.complexity];
  const complete = story.place + between(2, 8);
  step(story, story.place, "return", "officer", { note: pick(notes.returnNotes) });
  step(story, complete, "complete", "officer", { note: pick(notes.completeNotes) });
  const { handlerUnit, handler } = story.parts;
  step(story, complete, "assign", "officer", { handlerUnitId: handlerUnit.id, handlerId: handler.accountId });
  answered(story, complete + between(1, limit));
  closed(story, complete + limit + between(1, 3));
}

function tellExtended(story: Story): void {
  const { between, pick } = dice("extended", story.row);
  const limit = DAYS[story.life.facts.complexity];
  worked(story);
  approve(story, story.place + limit - 1, between(4, 8), pick(notes.extensionReasons));
  answered(story, story.place + limit + between(1, 4));
  closed(story, story.place + limit + between(5, 7));
}

/** Asked by the unit in the morning, approved by a leader on the same working day. */
export function approve(story: Story, place: number, days: number, reason: string, isDecided = true): void {
  const { theatre, life, parts } = story;
  const day = theatre.line.on(place);
  const leader = of(theatre.cast, dice("leader", story.row).pick(["1001", "1002", "1004", "1005"]));
  extend(
    theatre.ground,
    life,
    days,
    reason,
    { by: parts.handler, at: momentOn(day, 60) },
    isDecided ? { by: leader, at: momentOn(day, 300) } : undefined,
  );
}

/** Worked and answered, step the call back brings it back once. */
export function reopened(story: Story, answer: number): void {
  const { pick } = dice("reopened", story.row);
  worked(story);
  answered(story, answer);
  step(story, answer + 1, "followUp", "caller");
  step(story, answer + 1, "reopen", "caller", { note: pick(notes.reopenNotes) });
}

function tellReopened(story: Story): void {
  const { between, pick } = dice("again", story.row);
  const answer = story.place + between(1, DAYS[story.life.facts.complexity]);
  reopened(story, answer);
  const second = answer + 1 + between(1, 4);
  answered(story, second, pick(notes.secondAnswers));
  closed(story, second + between(1, 3));
}

/** Twice not content: a leader looks at it. */
export function reviewed(story: Story, answer: number): void {
  const { pick } = dice("review", story.row);
  reopened(story, answer);
  answered(story, answer + 3, pick(notes.secondAnswers));
  step(story, answer + 4, "followUp", "caller");
  step(story, answer + 4, "escalate", "caller", { note: pick(notes.escalateNotes) });
}

function tellReviewed(story: Story): void {
  const { between, pick } = dice("reviewed", story.row);
  const answer = story.place + between(1, DAYS[story.life.facts.complexity]);
  reviewed(story, answer);
  step(story, answer + 6, "conclude", of(story.theatre.cast, "1004"), {
    note: pick(notes.concludeNotes),
    outcome: "EXPLAINED",
  });
}

function tellDeclined(story: Story): void {
  const { between, pick } = dice("declined", story.row);
  step(story, story.place + 1, "decline", "officer", { note: pick(notes.declineNotes) });
  closed(story, story.place + 1 + between(1, 4));
}

function tellWithdrawn(story: Story): void {
  const { between, pick } = dice("withdrawn", story.row);
  step(story, story.place + between(0, 2), "withdraw", "officer", { note: pick(notes.withdrawNotes) });
}

function tellVoided(story: Story): void {
  const { between, pick } = dice("voided", story.row);
  step(story, story.place + between(0, 2), "void", "officer", { note: pick(notes.voidNotes) });
}
