import { firstDayOf, instantAt, monthAfter, monthOf, type CivilMonth } from "@/lib/dates";
import { schemes } from "@/lib/insurance/rules";
import type { ChangeCode, GapReason, InsuranceScheme } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import { takenOverOn, type Person } from "./person-rows";
import { idAt } from "./random";

/** Somebody who ought to be insured and is not. */
export type Gap = { person: Person; reason: GapReason };
/** Somebody with all five. */
export type Insured = { person: Person; since: CivilMonth; isGained: boolean; row: number };

type Period = {
  since: CivilMonth;
  until?: CivilMonth;
  startCode: ChangeCode;
  endCode?: ChangeCode;
  isGained?: boolean;
};

function enrolments(
  theatre: Theatre,
  person: Person,
  has: readonly InsuranceScheme[],
  period: Period,
): SeedRows["enrolment"][] {
  const since = instantAt(takenOverOn(theatre.today), "11:00");
  const start = instantAt(firstDayOf(period.since), "10:00");
  const createdAt = start > since ? start : since;

  return has.map((scheme, i) => ({
    id: idAt(createdAt, `enrolment ${period.since} ${i}`, person.row),
    bureauId: person.unit.bureauId,
    personId: person.id,
    scheme,
    payer: person.employmentType === "DISPATCH" ? "AGENCY" : "BUREAU",
    startMonth: period.since,
    endMonth: period.until ?? null,
    startCode: period.startCode,
    endCode: period.endCode ?? null,
    isGained: period.isGained ?? false,
    createdAt,
    version: 1,
  }));
}

/** One period, and for every second of those who were there before an earlier one that was broken off. */
export function insuredRows(theatre: Theatre, { person, since, isGained, row }: Insured): SeedRows["enrolment"][] {
  const begun = monthOf(person.hiredOn);
  const broken = monthAfter(begun, 8);
  const isBroken = !isGained && row % 2 === 0 && broken < monthAfter(since, -1);
  const startCode = isBroken ? "RESUMED" : "FIRST";
  const running = enrolments(theatre, person, schemes, { since, startCode, isGained });
  if (!isBroken) return running;
  const before = { since: begun, until: broken, startCode: "FIRST", endCode: "SUSPENDED" } as const;

  return [...enrolments(theatre, person, schemes, before), ...running];
}

/** Some of those with a gap have a part of the five already. */
export function partRows(theatre: Theatre, { person, reason }: Gap, row: number): SeedRows["enrolment"][] {
  const since = monthAfter(monthOf(theatre.today), -3 - (row % 12));
  const hired = monthOf(person.hiredOn);
  const period: Period = { since: since < hired ? hired : since, startCode: "FIRST" };
  if (reason === "RESIDENT") return enrolments(theatre, person, ["INJURY"], period);
  if (reason === "ORIGIN") return enrolments(theatre, person, ["UNEMPLOYMENT", "INJURY"], period);

  return [];
}

/** 劳务协议: injury only, for those whom the unit has registered already. */
export function overAgeRows(theatre: Theatre, person: Person, row: number): SeedRows["enrolment"][] {
  if (row % 6 === 5) return [];
  const since = monthOf(person.hiredOn);

  return enrolments(theatre, person, ["INJURY"], { since, startCode: "FIRST" });
}
