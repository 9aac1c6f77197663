import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import { needOf, noNeed, ranked, type Keys } from "@/lib/dormitories/line/rules";
import { needsLower } from "@/lib/dormitories/rules";
import { parameterAt } from "@/lib/parameters/queries";
import type { Tx } from "@/prisma/client";
import type { HardshipLevel, Sex, Sphere, WorkShift } from "@/prisma/generated/enums";

/** Somebody in the line with all that the order and the eligibility ask for. */
export type Entrant = Keys & {
  /** id of the application */
  id: string;
  caseId: string;
  version: number;
  personId: string;
  name: string;
  staffNo: string;
  unitId: string;
  unit: string;
  sex: Sex | null;
  birth: CivilDate | null;
  spouseId: string | null;
  sitesWish: readonly string[];
  shift: WorkShift;
  isLowerNeeded: boolean;
  waitingSince: CivilDate | null;
};

type Row = {
  id: string;
  caseId: string;
  version: number;
  personId: string;
  name: string;
  staffNo: string;
  unitId: string;
  unit: string;
  sex: Sex | null;
  birth: Date | null;
  sphere: Sphere;
  isLeader: boolean;
  isRetired: boolean;
  isFrail: boolean;
  spouseId: string | null;
  sitesWish: string[];
  shift: WorkShift;
  needLower: boolean;
  completeAt: Date;
  caseNumber: string;
  level: HardshipLevel | null;
  waitingSince: Date | null;
};

/**
 * Everybody on the waiting list of the bureau in the order of the priority rule. The line is one for all: whoever may
 * see only a part of it filters afterwards, so that a place is the same for everybody who looks.
 */
export async function waitingLine(tx: Tx, permit: Permit): Promise<Entrant[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.case_id as "caseId", c.version, p.id as "personId", p.name, p.staff_no as "staffNo", p.unit_id as "unitId",
      coalesce(t.name, u.name) as unit, p.sex::text as sex, p.birth_date as birth, u.sphere::text as sphere,
      p.is_leader as "isLeader", (p.status = 'RETIRED' or p.retire_date <= ${permit.today}::date) is true as "isRetired",
      p.needs_green_channel as "isFrail", a.spouse_id as "spouseId", a.sites_wish as "sitesWish", a.shift::text as shift,
      a.need_lower as "needLower", a.complete_at as "completeAt", c.number as "caseNumber", f.level::text as level,
      c.waiting_since as "waitingSince"
    from bed_application a join welfare_case c on c.id = a.case_id join person p on p.id = a.person_id
      join org_unit u on u.id = p.unit_id left join org_unit t on t.id = u.top_unit_id
      left join hardship_file f on f.household_id = p.household_id and f.state = 'ON_FILE'
    where a.bureau_id = ${permit.reach.bureauId}::uuid and a.ended_at is null and c.stage = 'WAITLISTED'`;
  const age = await parameterAt(tx, "dormitories.lowerAge", permit.today);

  return ranked(rows.map((row) => entrantOf(row, permit.today, age)));
}

function entrantOf(row: Row, today: CivilDate, age: number): Entrant {
  const { birth, sphere, isFrail, needLower, level, waitingSince, ...rest } = row;
  const born = birth && fromDateColumn(birth);

  return {
    ...rest,
    birth: born,
    isOffice: sphere === "OFFICE",
    need: level ? needOf[level] : noNeed,
    isLowerNeeded: needsLower({ birth: born, isDisabled: isFrail, asked: needLower }, today, age),
    waitingSince: waitingSince && fromDateColumn(waitingSince),
  };
}
