import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { addDays, ageOn, type CivilDate } from "@/lib/dates";
import type { ExportVerb } from "@/lib/exports/rules";
import { decodeCursor, encodeCursor, pageSize } from "@/lib/paging";
import { isAged, retirementKindOf, retirementWindow } from "@/lib/people/retirement/rules";
import { peopleWithin } from "@/lib/people/reach/queries";
import { MOST_COUNTED, PERMIT_DAYS, RETIRING_MONTHS, rosterTabs } from "@/lib/people/roster/rules";
import type { RosterFilter } from "@/lib/people/roster/schema";
import { expectedRetirement } from "@/lib/people/rules";
import { tokenRange } from "@/lib/people/search/rules";
import { listOpenUnits, type OpenUnit } from "@/lib/people/units/queries";
import { placeOf, subtreeOf } from "@/lib/people/units/rules";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { EmploymentType, HukouScope, PersonStatus, PostType, Sex } from "@/prisma/generated/enums";

type Row = {
  id: string;
  name: string;
  staffNo: string;
  pinyin: string;
  unitId: string;
  sex: Sex | null;
  born: CivilDate | null;
  employmentType: EmploymentType;
  postType: PostType;
  hukouScope: HukouScope;
  status: PersonStatus;
  isLeader: boolean;
  needsGreenChannel: boolean;
  permitExpiry: CivilDate | null;
};

/** One line of the roster: age instead of the birth date, no number of any kind but the 工号. */
export type RosterRow = Omit<Row, "pinyin" | "born" | "unitId"> & {
  unit: { top: string; below: string };
  age: number | null;
  isGreen: boolean;
  /** month of the expected retirement, only in the list of those who retire soon */
  retires: string | null;
};

export type Roster = {
  rows: RosterRow[];
  /** people per status under the filters in force, each exact up to 10,000 in all */
  tally: Partial<Record<PersonStatus, number>>;
  units: OpenUnit[];
  before: string | null;
  after: string | null;
};

/**
 * One page of the roster within the permit's reach, sorted by pinyin. Two statements: the units in sight, and the page
 * with its counts. A search word finds by any part of the name, its pinyin, initials, 工号 or the phone's last four;
 * a cursor or a unit that is out of reach finds nobody.
 */
export async function listPeople(permit: Permit<"people.view">, filter: RosterFilter): Promise<Roster> {
  const units = await listOpenUnits(permit);
  const within = filtersOf(permit, filter, units);
  const place = placeIn(filter);
  // A search is worked out once and read twice; without one each half finds its own index.
  const source = filter.q
    ? {
        given: Prisma.sql`with hits as materialized (select p.* from person p where ${within} limit ${MOST_COUNTED + 1})`,
        from: Prisma.sql`hits`,
        where: Prisma.sql`true`,
      }
    : { given: Prisma.empty, from: Prisma.sql`person`, where: within };
  const [found] = await db.$queryRaw<{ tally: Roster["tally"] | null; rows: Row[] | null }[]>`
    ${source.given}
    select
      (select json_object_agg(t.status, t.n) from (
        select s.status, count(*)::int as n
        from (select p.status from ${source.from} p where ${source.where} order by p.status limit ${MOST_COUNTED + 1}) s
        group by s.status) t) as tally,
      (select json_agg(r) from (
        select ${rowColumns}
        from ${source.from} p
        where ${source.where} and ${inTab(filter)} ${place.condition}
        order by ${place.order} limit ${pageSize + 1}) r) as rows`;

  return { tally: found?.tally ?? {}, units, ...pageOf(permit, filter, units, found?.rows ?? []) };
}

/** How many people the filter finds within reach. */
export async function countPeople(permit: Permit<ExportVerb>, filter: RosterFilter): Promise<number> {
  const within = filtersOf(permit, filter, await listOpenUnits(permit));
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from person p where ${within} and ${inTab(filter)}`;

  return row?.n ?? 0;
}

/** Everybody whom the filter finds within reach, sorted like the list, some 300 at a time: for a file. */
export async function* everyPerson(permit: Permit<ExportVerb>, filter: RosterFilter): AsyncGenerator<RosterRow[]> {
  const units = await listOpenUnits(permit);
  const within = filtersOf(permit, filter, units);
  let from = Prisma.sql`true`;
  for (;;) {
    const rows = await db.$queryRaw<Row[]>`
      select ${rowColumns} from person p where ${within} and ${inTab(filter)} and ${from} order by p.pinyin, p.id limit 300`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => viewOf(permit, filter, units, row));
    from = Prisma.sql`(p.pinyin, p.id) > (${last.pinyin}, ${last.id}::uuid)`;
  }
}

const rowColumns = Prisma.sql`p.id, p.name, p.staff_no as "staffNo", p.pinyin, p.unit_id as "unitId", p.sex::text as sex,
  to_char(coalesce(p.archive_birth_date, p.birth_date), 'YYYY-MM-DD') as born, p.employment_type::text as "employmentType",
  p.post_type::text as "postType", p.hukou_scope::text as "hukouScope", p.status::text as status,
  p.is_leader as "isLeader", p.needs_green_channel as "needsGreenChannel",
  to_char(p.residence_permit_expiry, 'YYYY-MM-DD') as "permitExpiry"`;

function inTab({ tab }: RosterFilter): Prisma.Sql {
  return Prisma.sql`p.status = any(${[...rosterTabs[tab]]}::"PersonStatus"[])`;
}

function pageOf(permit: Permit, filter: RosterFilter, units: OpenUnit[], found: Row[]) {
  const isOnward = keysOf(filter.after) !== null;
  const isBackward = !isOnward && keysOf(filter.before) !== null;
  const shown = found.slice(0, pageSize);
  const hasMore = found.length > pageSize;
  if (isBackward) shown.reverse();
  const [first] = shown;
  const last = shown.at(-1);
  const cursorOf = (row: Row | undefined) => (row ? encodeCursor([row.pinyin, row.id]) : null);

  return {
    rows: shown.map((row) => viewOf(permit, filter, units, row)),
    before: (isBackward ? hasMore : isOnward) ? cursorOf(first) : null,
    after: isBackward || hasMore ? cursorOf(last) : null,
  };
}

function viewOf({ today }: Permit, filter: RosterFilter, units: OpenUnit[], row: Row): RosterRow {
  const { pinyin: _pinyin, born, unitId, ...rest } = row;

  return {
    ...rest,
    unit: placeOf(units, unitId),
    age: born === null ? null : ageOn(born, today),
    isGreen: row.needsGreenChannel || isAged(born, today),
    retires:
      filter.list === "retiring" && born !== null && row.sex !== null
        ? expectedRetirement(born, retirementKindOf(row.sex, row.postType)).month
        : null,
  };
}

function placeIn(filter: RosterFilter): { condition: Prisma.Sql; order: Prisma.Sql } {
  const forward = Prisma.sql`p.pinyin, p.id`;
  const after = keysOf(filter.after);
  if (after) {
    return { condition: Prisma.sql`and (p.pinyin, p.id) > (${after.pinyin}, ${after.id}::uuid)`, order: forward };
  }
  const before = keysOf(filter.before);
  if (!before) return { condition: Prisma.empty, order: forward };

  return {
    condition: Prisma.sql`and (p.pinyin, p.id) < (${before.pinyin}, ${before.id}::uuid)`,
    order: Prisma.sql`p.pinyin desc, p.id desc`,
  };
}

// A cursor typed by hand starts at the first page: what is no id must not reach the database as one.
function keysOf(cursor: string | undefined): { pinyin: string; id: string } | null {
  const [pinyin, id] = decodeCursor(cursor, 2) ?? [];

  return pinyin && id && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? { pinyin, id } : null;
}

function filtersOf(permit: Permit, filter: RosterFilter, units: OpenUnit[]): Prisma.Sql {
  const conditions = [peopleWithin(permit)];
  if (filter.q) conditions.push(foundBy(permit, filter.q));
  if (filter.unit) conditions.push(Prisma.sql`p.unit_id = any(${subtreeOf(units, filter.unit)}::uuid[])`);
  if (filter.type) conditions.push(Prisma.sql`p.employment_type = ${filter.type}::"EmploymentType"`);
  if (filter.origin) conditions.push(Prisma.sql`p.hukou_scope = ${filter.origin}::"HukouScope"`);
  if (filter.post) conditions.push(Prisma.sql`p.post_type = ${filter.post}::"PostType"`);
  if (filter.leader) conditions.push(Prisma.sql`p.is_leader`);
  if (filter.green) conditions.push(inGreenChannel(permit.today));
  if (filter.list === "retiring") conditions.push(retiringSoon(permit.today));
  if (filter.list === "permits") {
    conditions.push(
      Prisma.sql`p.hukou_scope = 'OUTSIDE' and p.residence_permit_expiry <= ${addDays(permit.today, PERMIT_DAYS)}::date`,
    );
  }

  return Prisma.join(conditions, " and ");
}

function foundBy({ reach }: Permit, typed: string): Prisma.Sql {
  const range = tokenRange(typed);
  if (!range) return Prisma.sql`false`;

  return Prisma.sql`p.id in (select t.person_id from person_token t
    where t.bureau_id = ${reach.bureauId}::uuid and t.token >= ${range.from} and t.token < ${range.to})`;
}

function inGreenChannel(today: CivilDate): Prisma.Sql {
  return Prisma.sql`(p.needs_green_channel
    or coalesce(p.archive_birth_date, p.birth_date) <= (${today}::date - interval '60 years')::date)`;
}

function retiringSoon(today: CivilDate): Prisma.Sql {
  const born = Prisma.sql`coalesce(p.archive_birth_date, p.birth_date)`;
  const cadre = Prisma.sql`p.post_type in ('MANAGER', 'OFFICE_STAFF')`;
  const who = {
    MALE: Prisma.sql`p.sex = 'MALE'`,
    FEMALE_CADRE: Prisma.sql`p.sex = 'FEMALE' and ${cadre}`,
    FEMALE_WORKER: Prisma.sql`p.sex = 'FEMALE' and not ${cadre}`,
  } as const;
  const kinds = (Object.keys(who) as (keyof typeof who)[]).flatMap((kind) => {
    const window = retirementWindow(kind, today, RETIRING_MONTHS);
    return window ? [Prisma.sql`(${who[kind]} and ${born} between ${window.from}::date and ${window.to}::date)`] : [];
  });

  return Prisma.sql`(p.status in ('ACTIVE', 'OFF_POST') and p.employment_type <> 'SERVICE_AGREEMENT'
    and (${kinds.length > 0 ? Prisma.join(kinds, " or ") : Prisma.sql`false`}))`;
}
