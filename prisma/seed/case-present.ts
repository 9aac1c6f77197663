import type { Complexity } from "@/prisma/generated/enums";
import type { Life } from "./case-life";
import { copyTo, handOver, remark, supervise } from "./case-life";
import * as notes from "./case-notes";
import { answered, approve, closed, reopened, reviewed } from "./case-routes";
import { poolFor, poolsOf, type Pools } from "./case-history";
import { assigned, begin, confidentialityOf, step, unitNamed, type Story, type Theatre } from "./case-teller";
import { caseTexts } from "./case-texts";
import type { CaseText } from "./texts";
import { wishes, type Extra, type Wish } from "./case-wishes";
import type { Person } from "./person-rows";
import { at, dice, of } from "./random";
import { momentOn } from "./workdays";

const LIMITS: Record<Complexity, number> = { SIMPLE: 3, ORDINARY: 5, COMPLEX: 15 };

export const presentTotal = wishes.length;

/** The matters that lie on the desks today. */
export function presentLives(theatre: Theatre): Life[] {
  const pools = poolsOf(theatre.people);
  const told = new Map<CaseText, number>();
  return wishes.map((wish, i) => tell(theatre, wish, 30_000 + i, pools, told));
}

function tell(theatre: Theatre, wish: Wish, row: number, pools: Pools, told: Map<CaseText, number>): Life {
  const text = textFor(wish, told);
  const person = personFor(theatre, wish, text, row, pools);
  const weight = wish.weight ?? text.weight;
  const limit = LIMITS[weight];
  const place = openedAt(wish, limit);
  const story = begin(theatre, {
    row,
    programme: wish.programme,
    text,
    person,
    place,
    weight,
    ...(text.suits === "retiree" ? { source: "PHONE" as const } : {}),
  });
  play(story, wish, limit);
  if (wish.extra) add(story, wish.extra);
  return story.life;
}

const LATER_STAGES: readonly Wish["stage"][] = ["FOLLOW_UP", "DECLINED", "REOPENED", "LEADER_REVIEW", "CLOSED"];

/**
 * The story of its own number, or the least told one that fits: of the wished weight, settled by a station where a
 * station is wanted and by a desk where none is; what is confidential is never called back by another desk.
 */
function textFor({ programme, index, station, green, stage, weight }: Wish, told: Map<CaseText, number>): CaseText {
  const texts = caseTexts[programme];
  const fits = (text: CaseText) =>
    (text.handler === "station") === (station !== undefined) &&
    (!LATER_STAGES.includes(stage) || confidentialityOf(programme, text) === "ORDINARY") &&
    (!green || text.suits !== "driver");
  const fitting = texts.filter(fits);
  const alike = fitting.filter((text) => weight === undefined || text.weight === weight);
  const times = (text: CaseText) => told.get(text) ?? 0;
  const [least] = [...(alike.length > 0 ? alike : fitting)].sort((one, other) => times(one) - times(other));
  const text = index === undefined ? (least ?? at(texts, 0)) : at(texts, index);
  told.set(text, times(text) + 1);
  return text;
}

function personFor(theatre: Theatre, { station, green }: Wish, text: CaseText, row: number, pools: Pools): Person {
  const unitId = station === undefined ? undefined : unitNamed(theatre.tree, station).id;
  const pool = poolFor(pools, text).filter(
    (person) =>
      (unitId === undefined || person.unit.topUnitId === unitId) && person.health.length > 0 === (green ?? false),
  );
  return dice("present", row).pick(pool);
}

function openedAt(wish: Wish, limit: number): number {
  if ("due" in wish) {
    const days = wish.extra === "extended" ? limit + EXTENDED_BY : limit;
    return Math.min(-1, wish.due - days);
  }
  const before: Partial<Record<Wish["stage"], number>> = {
    ON_HOLD: 2,
    ANSWERED: 3,
    FOLLOW_UP: 4,
    DECLINED: 1,
    REOPENED: 5,
    LEADER_REVIEW: 8,
    CLOSED: 6,
    WITHDRAWN: 1,
    VOID: 1,
  };
  return wish.since - Math.min(before[wish.stage] ?? 0, wish.stage === "ANSWERED" ? limit : 99);
}

const EXTENDED_BY = 5;

/** Plays a matter up to the stage in which it lies today. */
function play(story: Story, wish: Wish, limit: number): void {
  const { pick } = dice("play", story.row);
  const since = "since" in wish ? wish.since : -1;
  const told: Partial<Record<Wish["stage"], () => void>> = {
    PENDING: () => undefined,
    ACCEPTED: () => step(story, since, "accept", "officer"),
    RETURNED: () => step(story, since, "return", "officer", { note: pick(notes.returnNotes) }),
    WITHDRAWN: () => step(story, since, "withdraw", "officer", { note: pick(notes.withdrawNotes) }),
    VOID: () => step(story, since, "void", "officer", { note: pick(notes.voidNotes) }),
    DECLINED: () => step(story, since, "decline", "officer", { note: pick(notes.declineNotes) }),
    REOPENED: () => reopened(story, since - 1),
    LEADER_REVIEW: () => reviewed(story, since - 4),
    ASSIGNED: () => assigned(story, story.place, pick(notes.assignNotes)),
  };
  (told[wish.stage] ?? (() => playWork(story, wish, limit)))();
}

function playWork(story: Story, wish: Wish, limit: number): void {
  const { pick } = dice("work", story.row);
  const { place } = story;
  const since = "since" in wish ? wish.since : -1;
  assigned(story, place, pick(notes.assignNotes));
  step(story, Math.min(-1, place + (limit > 3 ? 1 : 0)), "start", "handler", { note: pick(notes.startNotes) });
  if (wish.stage === "ON_HOLD") step(story, since, "hold", "handler", wish.waits ?? notes.outside);
  else if (wish.stage === "IN_PROGRESS") tellWork(story, wish.due, pick(notes.colleagueNotes));
  else tellAnswer(story, wish.stage, since);
}

function tellAnswer(story: Story, stage: Wish["stage"], since: number): void {
  const daysBefore: Partial<Record<Wish["stage"], number>> = { CLOSED: 3, FOLLOW_UP: 1 };
  answered(story, since - (daysBefore[stage] ?? 0));
  if (stage === "FOLLOW_UP") step(story, since, "followUp", "caller");
  if (stage === "CLOSED") closed(story, since - 1);
}

function tellWork(story: Story, due: number, note: string): void {
  const last = Math.min(-1, Math.max(story.place + 1, due - 1));
  if (story.row % 3 !== 0)
    remark(story.life, "note", story.parts.handler, momentOn(story.theatre.line.on(last), 200), note);
}

function add(story: Story, extra: Extra): void {
  const { theatre, life, parts } = story;
  const { cast, tree } = theatre;
  const yesterday = momentOn(theatre.line.on(-1), 400);
  const leader = of(cast, "1001");
  const { pick } = dice("extra", story.row);
  const lastDay = Math.min(-1, story.place + LIMITS[life.facts.complexity] - 1);
  const target = unitNamed(tree, life.facts.programme === "facilities" ? "后勤科" : "环卫一所");
  const reason = "这件事涉及的地点归你单位管，请接着办，情况已写在备注里。";
  const told: Record<Extra, () => void> = {
    urged: () => remark(life, "urge", leader, yesterday, pick(notes.urgeNotes)),
    supervised: () => supervise(life, leader, yesterday, notes.superviseNote),
    toLeader: () => copyTo(life, leader, parts.officer, yesterday),
    toDesk: () => copyTo(life, of(cast, "2001"), parts.officer, yesterday),
    asked: () => approve(story, -1, EXTENDED_BY, pick(notes.extensionReasons), false),
    extended: () => approve(story, lastDay, EXTENDED_BY, pick(notes.extensionReasons)),
    offered: () => handOver(life, { by: parts.handler, at: yesterday }, target, reason),
  };
  told[extra]();
}
