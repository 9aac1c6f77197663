import type { MoveInput } from "@/lib/cases/moves/rules";
import { civilOf, dateColumn, type CivilDate } from "@/lib/dates";
import type { SeedRows } from "./bulk";
import { move, openLife, type Life } from "./case-life";
import { isGreen, type Theatre } from "./case-teller";
import type { Person } from "./person-rows";
import { at, dice, idAt, of } from "./random";
import { momentOn } from "./workdays";

export type TransferStory = { life: Life; transfer: SeedRows["insurance_transfer"] };

/** The legs in their order, with the working days after the application on which each begins. */
const legs = [
  ["accept", 4, "acceptedOn"],
  ["sendLetter", 8, "letterOn"],
  ["atOrigin", 16, "originOn"],
  ["fundsIn", 30, "fundsOn"],
  ["finish", 32, null],
] as const;

/** How many legs are done, and how many working days ago it began: one in each stage. */
const plans: readonly [number, number][] = [
  [0, -2],
  [1, -6],
  [2, -12],
  [3, -24],
  [4, -33],
  [5, -60],
];

const places = ["河北省演示县", "河南省演示县", "山东省演示市", "安徽省演示县"];

/** 转移接续 for some who were insured at home, one in each stage. */
export function transferStories(theatre: Theatre, people: readonly Person[]): TransferStory[] {
  return plans.map(([done, place], i) => storyOf(theatre, at(people, i), { done, place, row: 86_000 + i }));
}

type Plan = { done: number; place: number; row: number };

function storyOf(theatre: Theatre, person: Person, { done, place, row }: Plan): TransferStory {
  const { cast, line, ground } = theatre;
  const officer = of(cast, "2002");
  const minute = dice("transfer minute", row).between(10, 200);
  const life = openLife(ground, officer, momentOn(line.on(place), minute), {
    row,
    programme: "insurance",
    table: "insurance-transfer",
    topic: "转移接续",
    title: "养老保险关系转移接续",
    content: "原来在外地参保，申请把养老保险关系转到本市。",
    person: { id: person.id, unitId: person.unit.id },
    unitId: person.unit.id,
    source: "DESK",
    complexity: "COMPLEX",
    confidentiality: "ORDINARY",
    isGreen: isGreen(person, line.on(place)),
  });
  const days: Partial<Record<"acceptedOn" | "letterOn" | "originOn" | "fundsOn", Date>> = {};
  for (const [name, after, column] of legs.slice(0, done)) {
    const input: MoveInput = {};
    move(ground, life, name, officer, momentOn(line.on(Math.min(-1, place + after)), minute + 15), input);
    if (column) days[column] = columnOf(civilOf(life.last));
  }

  return {
    life,
    transfer: {
      id: idAt(life.opened, "insurance transfer", row),
      caseId: life.id,
      bureauId: person.unit.bureauId,
      personId: person.id,
      unitId: person.unit.id,
      scheme: "PENSION",
      fromPlace: at(places, row % places.length),
      toPlace: "天津市演示区",
      appliedOn: columnOf(civilOf(life.opened)),
      ...days,
      amountFen: done >= 4 ? BigInt(1_284_600 + row) : null,
      createdAt: life.opened,
    },
  };
}

function columnOf(day: CivilDate): Date {
  return dateColumn(day);
}
