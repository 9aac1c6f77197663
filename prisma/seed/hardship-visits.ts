import { springFestivalOf } from "@/lib/calendar/rules";
import { addDays, dateColumn, instantAt, yearOf, type CivilDate } from "@/lib/dates";
import type { Actress } from "./accounts";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import type { Family } from "./families";
import type { Person } from "./person-rows";
import { idAt, of } from "./random";

/** Households and yuan a household, oldest first: 620,250.00 in all (domain.md §6b). */
export const campaigns = [
  [151, 300],
  [152, 300],
  [153, 350],
  [154, 350],
  [155, 400],
  [155, 400],
  [156, 450],
  [156, 450],
  [157, 500],
  [158, 500],
] as const;

type Rows = Pick<
  { [T in keyof SeedRows]: SeedRows[T][] },
  "visit_campaign" | "campaign_fund" | "campaign_step" | "sign_off" | "visit_row"
>;

/** The ten Spring Festivals that are over, every row paid by transfer and signed for. */
export function visitsOf(theatre: Theatre, families: readonly Family[]): Rows {
  const { today } = theatre;
  const latest = latestFestivalYear(today);
  const people = new Map(theatre.people.map((person) => [person.id, person]));
  const told = campaigns.map(([households, each], i) =>
    campaignOf(theatre, { year: latest - 9 + i, each, families: families.slice(0, households), people }),
  );
  const all = <K extends keyof Rows>(key: K): Rows[K] =>
    told.flatMap((rows) => rows[key] as Rows[K][number][]) as Rows[K];

  return {
    visit_campaign: all("visit_campaign"),
    campaign_fund: all("campaign_fund"),
    campaign_step: all("campaign_step"),
    sign_off: all("sign_off"),
    visit_row: all("visit_row"),
  };
}

/** Year of the last Spring Festival that has begun. */
export function latestFestivalYear(today: CivilDate): number {
  return festivalOf(yearOf(today)) <= today ? yearOf(today) : yearOf(today) - 1;
}

function festivalOf(year: number): CivilDate {
  return springFestivalOf(year) ?? `${year}-02-08`;
}

type Plan = { year: number; each: number; families: readonly Family[]; people: ReadonlyMap<string, Person> };

function campaignOf({ cast, ground }: Theatre, { year, each, families, people }: Plan): Rows {
  const festival = festivalOf(year);
  const [granted, opened] = [addDays(festival, -20), addDays(festival, -60)];
  const officer = of(cast, "2003");
  const id = idAt(instantAt(opened, "09:00"), "visit campaign", year);
  const amountFen = BigInt(each) * 100n;
  const rows = families.map((family, i) => {
    const head = of(people, family.household.headId);
    const signedOn = addDays(festival, -12 + (i % 8));
    const signOffId = idAt(instantAt(granted, "10:00"), `visit money ${year}`, i);

    return { family, head, signedOn, signOffId, orderNo: String(i + 1).padStart(3, "0"), i };
  });

  return {
    visit_campaign: [
      {
        id,
        bureauId: ground.bureauId,
        year,
        name: `${year}年春节走访慰问`,
        stage: "ARCHIVED",
        standardFen: amountFen,
        festivalOn: dateColumn(festival),
        finishBy: dateColumn(addDays(festival, -2)),
        approvedById: of(cast, "1002").accountId,
        approvedOn: dateColumn(granted),
        settledOn: dateColumn(addDays(festival, 20)),
        createdById: officer.accountId,
        createdAt: instantAt(opened, "09:00"),
        version: 9,
      },
    ],
    campaign_fund: [{ campaignId: id, source: "UNION", amountFen: amountFen * BigInt(rows.length) }],
    campaign_step: [
      {
        id: idAt(instantAt(addDays(festival, 30), "09:00"), "campaign filed", year),
        campaignId: id,
        at: instantAt(addDays(festival, 30), "09:00"),
        move: "archive",
        toStage: "ARCHIVED",
        actorId: officer.accountId,
        actorName: officer.name,
        note: "由纸质台账录入",
      },
    ],
    sign_off: rows.map((row) => moneyRow(row, { campaignId: id, year, amountFen, granted, officer })),
    visit_row: rows.map((row) => visitRow(row, { campaignId: id, year, amountFen, granted, officer })),
  };
}

type Visit = { family: Family; head: Person; signedOn: CivilDate; signOffId: string; orderNo: string; i: number };
type Common = { campaignId: string; year: number; amountFen: bigint; granted: CivilDate; officer: Actress };

function moneyRow({ family, head, signedOn, signOffId, i }: Visit, common: Common): SeedRows["sign_off"] {
  const { campaignId, year, amountFen, granted, officer } = common;

  return {
    id: signOffId,
    bureauId: head.unit.bureauId,
    personId: head.id,
    householdId: family.household.id,
    unitId: head.unit.id,
    programme: "hardship",
    campaignId,
    kind: "MONEY",
    what: `${year}年春节慰问金`,
    quantity: 1,
    amountFen,
    grantedOn: dateColumn(granted),
    grantedAt: instantAt(granted, "10:00"),
    grantedById: officer.accountId,
    signedOn: dateColumn(signedOn),
    signedAt: instantAt(signedOn, "15:00"),
    signedById: officer.accountId,
    receivedBy: head.name,
    mode: "TRANSFER",
    voucherNo: `ZZ-${year}-${String(i + 1).padStart(4, "0")}`,
    version: 2,
  };
}

function visitRow({ family, head, signedOn, signOffId, orderNo, i }: Visit, common: Common): SeedRows["visit_row"] {
  const { campaignId, year, amountFen, granted } = common;

  return {
    id: idAt(instantAt(granted, "10:00"), `visit row ${year}`, i),
    campaignId,
    householdId: family.household.id,
    personId: head.id,
    unitId: head.unit.id,
    category: "HARDSHIP",
    reason: "困难职工家庭",
    orderNo,
    amountFen,
    signOffId,
    signedOn: dateColumn(signedOn),
    visitedOn: dateColumn(signedOn),
    addedAt: instantAt(granted, "10:00"),
  };
}
