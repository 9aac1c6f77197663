import { ageOn, type CivilDate } from "@/lib/dates";
import type { MoveInput } from "@/lib/cases/moves/rules";
import type { MoveName } from "@/lib/cases/words";
import { parameters } from "@/lib/parameters/rules";
import type { ProgrammeName } from "@/lib/programmes";
import type { CaseSource, Complexity, Confidentiality } from "@/prisma/generated/enums";
import type { Actress, Cast } from "./accounts";
import { move, openLife, type Ground, type Life } from "./case-life";
import { filled } from "./case-texts";
import type { CaseText, HandlerName } from "./texts";
import type { Person } from "./person-rows";
import { at, dice, of } from "./random";
import type { Unit, UnitTree } from "./units";
import { momentOn, type Workdays } from "./workdays";

/** All that a story needs besides its own plan. */
export type Theatre = {
  ground: Ground;
  cast: Cast;
  tree: UnitTree;
  people: readonly Person[];
  line: Workdays;
  today: CivilDate;
};

/** Who keeps a programme; the first of several. */
const OFFICERS: Readonly<Record<ProgrammeName, string>> = {
  reception: "2001",
  insurance: "2002",
  people: "2011",
  hardship: "2003",
  relief: "2003",
  dormitories: "2004",
  schooling: "2005",
  health: "2006",
  "heat-care": "2007",
  "contact-points": "2008",
  facilities: "2009",
  discipline: "2010",
};

const OFFICE_HANDLERS: Partial<Record<HandlerName, string>> = {
  党委办公室: "2008",
  设施科: "2009",
  安全科: "2013",
  业务科: "2014",
  离退休管理科: "2012",
  纪检监察室: "2010",
};

/** The people of one case: who keeps the programme, which unit settles it and who there. */
export type Parts = { officer: Actress; handler: Actress; handlerUnit: Unit; caller: Actress };

export function partsOf(theatre: Theatre, programme: ProgrammeName, text: CaseText, person: Person): Parts {
  const officer = of(theatre.cast, OFFICERS[programme]);
  const { handler, unit } = handlerOf(theatre, programme, text, person);
  const isDesk = confidentialityOf(programme, text) === "ORDINARY";
  return { officer, handler, handlerUnit: unit, caller: isDesk ? of(theatre.cast, "2001") : officer };
}

function handlerOf(
  theatre: Theatre,
  programme: ProgrammeName,
  { handler: name, topic }: CaseText,
  person: Person,
): { handler: Actress; unit: Unit } {
  const { cast, tree } = theatre;
  const station = tree.stations.findIndex(({ id }) => id === person.unit.topUnitId);
  if (name === "station" && station >= 0)
    return { handler: of(cast, `300${station + 1}`), unit: at(tree.stations, station) };
  const office = name === "station" ? "离退休管理科" : name;
  return {
    handler: of(cast, OFFICE_HANDLERS[office] ?? sharedOffice(office, programme, topic)),
    unit: unitNamed(tree, office),
  };
}

/** Three offices have several desks; the one whose programme it touches takes the case. */
function sharedOffice(name: HandlerName, programme: ProgrammeName, topic: string): string {
  if (name === "人事科") return programme === "insurance" || topic === "社会保险" ? "2002" : "2011";
  if (name === "后勤科") return programme === "heat-care" || programme === "health" ? "2007" : "2004";
  if (name === "工会") return programme === "schooling" || topic === "子女入学" ? "2005" : "2003";
  throw new RangeError(`nobody handles at ${name}`);
}

export function unitNamed(tree: UnitTree, name: string): Unit {
  const unit = [...tree.divisions, ...tree.stations].find((one) => one.name === name);
  if (!unit) throw new RangeError(`no unit ${name}`);
  return unit;
}

/** Class of a matter (domain guide §0.1): health and complaints are restricted, money and illness sensitive. */
export function confidentialityOf(programme: ProgrammeName, { topic }: CaseText): Confidentiality {
  if (programme === "discipline" || topic === "复查") return "RESTRICTED";
  return ["困难申请", "重病", "去世"].includes(topic) ? "SENSITIVE" : "ORDINARY";
}

/** 绿色通道 by flag or by age on that day, as the registration decides it. */
export function isGreen(person: Person, on: CivilDate): boolean {
  return person.health.length > 0 || ageOn(person.birth, on) >= parameters["cases.greenAge"].fallback;
}

export type Opening = {
  row: number;
  programme: ProgrammeName;
  text: CaseText;
  person: Person;
  /** place of the day in the line of working days, −1 = the last one over */
  place: number;
  minute?: number;
  by?: Actress;
  source?: CaseSource;
  weight?: Complexity;
  /** the talk on a reception day in which it came up */
  talk?: Talk;
};

/** A talk with a leader: whose promise it is, at what minute it was written down, and who spoke for the person. */
export type Talk = { leader: Actress; at: Date; instruction?: string; visitor?: { name: string; phone?: string } };

/** A case that is being told: its parts, and one move after the other by place and minute of the day. */
export type Story = {
  life: Life;
  parts: Parts;
  theatre: Theatre;
  text: CaseText;
  person: Person;
  place: number;
  row: number;
  talk?: Talk;
};

/** Opens a case at the desk of its programme, or where somebody else took it in. */
export function begin(theatre: Theatre, opening: Opening): Story {
  const { row, programme, text, person, place, minute, by, source, weight, talk } = opening;
  const parts = partsOf(theatre, programme, text, person);
  const day = theatre.line.on(place);
  const { between, pick } = dice("opening", row);
  const liaison = liaisonOf(theatre, person);
  const asked = source ?? pick(["DESK", "DESK", "PHONE", "PHONE", "LIAISON", "VISIT"] as const);
  const isByLiaison = asked === "LIAISON" && liaison !== undefined && by === undefined;
  const life = openLife(
    theatre.ground,
    by ?? (isByLiaison ? liaison : parts.officer),
    talk?.at ?? momentOn(day, minute ?? between(5, 300)),
    {
      row,
      programme,
      topic: text.topic,
      title: filled(text.title, person, day, row),
      content: filled(text.content, person, day, row),
      demand: text.demand && filled(text.demand, person, day, row),
      person: { id: person.id, unitId: person.unit.id },
      unitId: person.unit.id,
      source: asked === "LIAISON" && !isByLiaison ? "DESK" : asked,
      complexity: weight ?? text.weight,
      confidentiality: confidentialityOf(programme, text),
      isGreen: isGreen(person, day),
      ...(talk ? { promisedById: talk.leader.personId } : {}),
      ...(talk?.visitor ? { visitor: talk.visitor } : {}),
      ...(programme === "discipline"
        ? { accused: { personId: null, unitId: person.unit.topUnitId ?? person.unit.id } }
        : {}),
    },
  );
  return { life, parts, theatre, text, person, place, row, ...(talk ? { talk } : {}) };
}

export function liaisonOf({ cast, tree }: Theatre, person: Person): Actress | undefined {
  const station = tree.stations.findIndex(({ id }) => id === person.unit.topUnitId);
  return station < 0 || person.status === "RETIRED" ? undefined : of(cast, `300${station + 1}`);
}

type Who = "officer" | "handler" | "caller" | Actress;

/** One move on the working day at `place`; never after the last day that is over. */
export function step(story: Story, place: number, name: MoveName, who: Who, input: MoveInput = {}): void {
  if (place > -1) throw new RangeError(`row ${story.row}: ${name} lies in the future`);
  const by = typeof who === "string" ? story.parts[who] : who;
  const minute = dice(`minute ${name}`, story.row).between(20, 380);
  const isInTheTalk =
    story.talk !== undefined && place === story.place && ["accept", "assign", "answerOnSpot"].includes(name);
  const moment = isInTheTalk ? story.life.last : momentOn(story.theatre.line.on(place), minute);
  move(story.theatre.ground, story.life, name, by, moment, input);
}

/** Accepted and handed to the unit that settles it. */
export function assigned(story: Story, place: number, note?: string): void {
  step(story, place, "accept", "officer");
  const { handlerUnit, handler } = story.parts;
  step(story, place, "assign", "officer", {
    handlerUnitId: handlerUnit.id,
    handlerId: handler.accountId,
    ...(note ? { note } : {}),
  });
}
