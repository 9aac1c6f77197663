import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { ageOn, type CivilDate } from "@/lib/dates";
import { isAged } from "@/lib/people/retirement/rules";
import { peopleWithin } from "@/lib/people/reach/queries";
import { tokenRange } from "@/lib/people/search/rules";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { LiteracyAid, PersonStatus } from "@/prisma/generated/enums";

/** Somebody to choose from: enough to tell two people of one name apart, and what decides how they are served. */
export type PickedPerson = {
  id: string;
  name: string;
  staffNo: string;
  /** 科室 or 环卫所, then the own unit */
  unit: string;
  unitId: string;
  age: number | null;
  status: PersonStatus;
  flags: { isRetired: boolean; isLeader: boolean; isGreen: boolean; aids: LiteracyAid[] };
};

type Row = Omit<PickedPerson, "age" | "flags"> & {
  born: CivilDate | null;
  isLeader: boolean;
  needsGreenChannel: boolean;
  aids: LiteracyAid[];
};

/** People offered at once; who types one more character sees others. */
const MOST_OFFERED = 20;

/** The closest hits that are looked up at all: a single surname fits hundreds, and nobody reads those. */
const MOST_COMPARED = 60;

/**
 * The small search behind 「给谁办」: by any part of the name, pinyin, initials, 工号 or the phone's last four, within the
 * permit's reach; the closest hit first, who works here before who left. One statement. The dead are offered too:
 * their family comes with matters. An ID number finds nobody here; see `lib/people/reveal`.
 */
export async function pickPeople(permit: Permit, q: string): Promise<PickedPerson[]> {
  const range = tokenRange(q);
  if (!range) return [];
  const { reach, today } = permit;
  const inUnits =
    reach.kind === "units" ? Prisma.sql`and t.unit_id = any(${[...reach.unitIds]}::uuid[])` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    select ${columns}
    from (
      select t.person_id, min(length(t.token)) as closeness from person_token t
      where t.bureau_id = ${reach.bureauId}::uuid and t.token >= ${range.from} and t.token < ${range.to} ${inUnits}
      group by t.person_id order by 2, 1 limit ${MOST_COMPARED}
    ) hit
    join person p on p.id = hit.person_id
    join org_unit u on u.id = p.unit_id left join org_unit top on top.id = u.top_unit_id
    where ${peopleWithin(permit)}
    order by p.status in ('LEFT', 'TRANSFERRED_OUT', 'DECEASED'), hit.closeness, p.pinyin, p.id
    limit ${MOST_OFFERED}`;

  return rows.map((row) => picked(row, today));
}

/** The one that was chosen, from the address of the next screen; null out of reach. One statement. */
export async function pickedPerson(permit: Permit, id: string): Promise<PickedPerson | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select ${columns} from person p
    join org_unit u on u.id = p.unit_id left join org_unit top on top.id = u.top_unit_id
    where p.id = ${id}::uuid and ${peopleWithin(permit)}`;

  return row ? picked(row, permit.today) : null;
}

const columns = Prisma.sql`p.id, p.name, p.staff_no as "staffNo", p.unit_id as "unitId", p.status,
  case when top.id is null or top.id = u.id then u.name else top.name || ' ' || u.name end as unit,
  to_char(coalesce(p.archive_birth_date, p.birth_date), 'YYYY-MM-DD') as born, p.is_leader as "isLeader",
  p.needs_green_channel as "needsGreenChannel", coalesce(p.literacy_aids, '{}')::text[] as aids`;

function picked({ born, isLeader, needsGreenChannel, aids, ...person }: Row, today: CivilDate): PickedPerson {
  return {
    ...person,
    age: born === null ? null : ageOn(born, today),
    flags: {
      isRetired: person.status === "RETIRED",
      isLeader,
      isGreen: needsGreenChannel || isAged(born, today),
      aids,
    },
  };
}
