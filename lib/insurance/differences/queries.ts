import "server-only";
import type { Permit } from "@/lib/auth/permit";
import type { CivilMonth } from "@/lib/dates";
import type { Side } from "@/lib/insurance/differences/rules";
import type { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { insurableWithin, runsIn } from "@/lib/insurance/reach/queries";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { db, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type {
  DifferenceKind,
  InsurancePayer,
  InsuranceScheme,
  PersonStatus,
  Resolution,
} from "@/prisma/generated/enums";

/** The rights with which differences are read. */
export type Comparing = "insurance.view" | "insurance.compare" | "insurance.export";
type Reader = Pick<Tx, "$queryRaw">;

/** A difference of a month with both sides, as they are now. */
export type Difference = {
  key: string;
  kind: DifferenceKind;
  subjectId: string;
  /** null: the number is nobody's in the roster */
  personId: string | null;
  lineId: string | null;
  name: string;
  /** the name on the office's list where it is another */
  theirName: string | null;
  staffNo: string | null;
  status: PersonStatus | null;
  unit: string | null;
  idNoMask: string | null;
  ours: Side | null;
  theirs: Side | null;
  /** whose number it was before it was put right */
  formerly: string | null;
  decided: { version: number; resolution: Resolution; note: string } | null;
  sort: string;
};

type Row = Omit<Difference, "key" | "ours" | "theirs" | "decided"> & {
  hasOurs: boolean;
  ourSchemes: InsuranceScheme[] | null;
  ourPayer: InsurancePayer | null;
  ourBase: bigint | null;
  theirSchemes: InsuranceScheme[] | null;
  theirPayer: InsurancePayer | null;
  theirBase: bigint | null;
  version: number | null;
  resolution: Resolution | null;
  note: string | null;
};

/**
 * The insurance office's list of a month beside our record of the same month, one row for each way in which they differ.
 * Who is paid by somebody whose list was not brought in is not compared. Condition columns: `d` the difference, `p` the
 * person, `n` the decision.
 */
function compared(permit: Permit<Comparing>, month: CivilMonth): Prisma.Sql {
  const bureau = Prisma.sql`${permit.reach.bureauId}::uuid`;

  return Prisma.sql`
    with listed as (
      select distinct on (l.id) l.id, l.name, l.id_no_mask, l.id_no_index, l.payer, l.schemes, l.base_fen, p.id as person_id
      from office_list_line l
        left join person p on p.id_no_index = l.id_no_index and p.bureau_id = l.bureau_id and p.voided_at is null
      where l.bureau_id = ${bureau} and l.month = ${month} and l.taken_back_at is null
      order by l.id, p.status = 'DECEASED'
    ), held as (
      select p.id as person_id, array_agg(e.scheme order by e.scheme) as schemes, min(e.payer) as payer,
        (select b.base_fen from contribution_base b where b.person_id = p.id and b.from_month <= ${month}
          order by b.from_month desc, b.id desc limit 1) as base_fen
      from person p join enrolment e on e.person_id = p.id and ${runsIn(month)}
      where p.bureau_id = ${bureau} and p.voided_at is null group by p.id
    ), differing as (
      select coalesce(h.person_id, t.person_id, t.id) as subject_id, coalesce(h.person_id, t.person_id) as person_id,
        t.id as line_id, t.name, t.id_no_mask, t.id_no_index, k.kind, h.person_id is not null as has_ours,
        h.schemes as our_schemes, h.payer as our_payer, h.base_fen as our_base,
        t.schemes as their_schemes, t.payer as their_payer, t.base_fen as their_base
      from held h full join listed t on t.person_id = h.person_id
        cross join lateral (
          select 'ONLY_THERE'::"DifferenceKind" as kind where h.person_id is null
          union all select 'ONLY_HERE' where t.id is null and h.payer in (select payer from listed)
          union all select 'SCHEMES' where h.schemes <> t.schemes
          union all select 'BASE' where t.id is not null and h.person_id is not null and h.base_fen is distinct from t.base_fen
        ) k
    ), known as (
      select d.*, coalesce(p.pinyin, d.name) as sort from differing d left join person p on p.id = d.person_id
    )`;
}

function joined(permit: Permit<Comparing>, month: CivilMonth): Prisma.Sql {
  return Prisma.sql`
    from known d left join person p on p.id = d.person_id
      left join org_unit u on u.id = p.unit_id left join org_unit t on t.id = u.top_unit_id
      left join difference_note n on n.bureau_id = ${permit.reach.bureauId}::uuid and n.month = ${month}
        and n.subject_id = d.subject_id and n.kind = d.kind`;
}

/** Liaisons see their own people; whom the roster does not know only the office can look after. */
function within(permit: Permit<Comparing>): Prisma.Sql {
  const isOffice = permit.reach.kind === "bureau" && permit.reach.programmes.includes("insurance");

  return isOffice
    ? Prisma.sql`(d.person_id is null or ${insurableWithin(permit)})`
    : Prisma.sql`(d.person_id is not null and ${insurableWithin(permit)})`;
}

/** Nobody decided yet | a letter is out. What is decided is a list of its own. */
const states = { open: Prisma.sql`n.id is null`, asked: Prisma.sql`n.resolution = 'ASKED'` };

/** The filter within reach, as a condition on `d`, `p` and `n`; lists, numbers and files use this one function. */
export function fitting(permit: Permit<Comparing>, filter: Pick<DifferenceFilter, "kind" | "unit" | "q">): Prisma.Sql {
  const parts = [within(permit)];
  if (filter.kind) parts.push(Prisma.sql`d.kind = ${filter.kind}::"DifferenceKind"`);
  if (filter.unit)
    parts.push(Prisma.sql`p.unit_id in (select id from org_unit where ${filter.unit}::uuid in (id, top_unit_id))`);
  if (filter.q) {
    const start = `${filter.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(p.staff_no = ${filter.q} or coalesce(p.name, d.name) like ${start})`);
  }

  return Prisma.join(parts, " and ");
}

const columns = Prisma.sql`
  select d.kind::text as kind, d.subject_id as "subjectId", d.person_id as "personId", d.line_id as "lineId",
    coalesce(p.name, d.name) as name, nullif(d.name, p.name) as "theirName", p.staff_no as "staffNo",
    p.status::text as status, coalesce(t.name, u.name) as unit, d.id_no_mask as "idNoMask", d.has_ours as "hasOurs",
    d.our_schemes::text[] as "ourSchemes", d.our_payer::text as "ourPayer", d.our_base as "ourBase",
    d.their_schemes::text[] as "theirSchemes", d.their_payer::text as "theirPayer", d.their_base as "theirBase",
    n.version, n.resolution::text as resolution, n.note, d.sort,
    case when d.person_id is null then (select o.name || '（工号 ' || o.staff_no || '）' from id_no_history i
      join person o on o.id = i.person_id where i.id_no_index = d.id_no_index and o.voided_at is null limit 1) end as formerly`;

/** The differences of a month that fit the filter, by kind and name. */
export async function listDifferences(
  permit: Permit<Comparing>,
  month: CivilMonth,
  filter: Omit<DifferenceFilter, "tab"> & { tab: "open" | "asked" },
): Promise<Page<Difference>> {
  const [kind, sort, id] = decodeCursor(filter.after, 3) ?? [];
  const from =
    kind && sort && id
      ? Prisma.sql`(d.kind::text, d.sort, d.subject_id) > (${kind}, ${sort}, ${id}::uuid)`
      : Prisma.sql`true`;
  const rows = await db.$queryRaw<Row[]>`${compared(permit, month)} ${columns} ${joined(permit, month)}
    where ${fitting(permit, filter)} and ${states[filter.tab]} and ${from}
    order by d.kind::text, d.sort, d.subject_id limit ${pageSize + 1}`;

  return pageOf(rows.map(differenceOf), (row) => [row.kind, row.sort, row.subjectId], { cursor: filter.after });
}

/** Those of the differences named that are there now; `reader` is the transaction that decides them. */
export async function findDifferences(
  permit: Permit<Comparing>,
  month: CivilMonth,
  keys: readonly string[],
  reader: Reader = db,
): Promise<Difference[]> {
  const subjects = keys.map((key) => key.slice(key.indexOf(".") + 1));
  const rows = await reader.$queryRaw<Row[]>`${compared(permit, month)} ${columns} ${joined(permit, month)}
    where ${fitting(permit, {})} and d.subject_id = any(${subjects}::uuid[]) order by d.kind::text, d.sort, d.subject_id`;

  return rows.map(differenceOf).filter(({ key }) => keys.includes(key));
}

function differenceOf({ hasOurs, version, resolution, note, ...row }: Row): Difference {
  const { ourSchemes, ourPayer, ourBase, theirSchemes, theirPayer, theirBase, ...facts } = row;

  return {
    ...facts,
    key: `${row.kind}.${row.subjectId}`,
    ours: hasOurs ? sideOf(ourSchemes, ourPayer, ourBase) : null,
    theirs: row.lineId ? sideOf(theirSchemes, theirPayer, theirBase) : null,
    decided: version !== null && resolution ? { version, resolution, note: note ?? "" } : null,
  };
}

function sideOf(schemes: InsuranceScheme[] | null, payer: InsurancePayer | null, base: bigint | null): Side {
  return { schemes: schemes ?? [], payer: payer ?? "BUREAU", baseFen: base === null ? null : Number(base) };
}

export type DifferenceCounts = Record<DifferenceFilter["tab"], number> & Record<DifferenceKind, number>;

/** How many are open and asked about, the open ones by kind, and how many decisions there are; two statements. */
export async function countDifferences(
  permit: Permit<Comparing>,
  month: CivilMonth,
  filter: Pick<DifferenceFilter, "kind" | "unit" | "q"> = {},
): Promise<DifferenceCounts> {
  const ofAnyKind = { unit: filter.unit, q: filter.q };
  const [rows, [decided]] = await Promise.all([
    db.$queryRaw<{ kind: DifferenceKind; open: number; asked: number }[]>`
      ${compared(permit, month)}
      select d.kind::text as kind, (count(*) filter (where ${states.open}))::int as open,
        (count(*) filter (where ${states.asked}))::int as asked
      ${joined(permit, month)} where ${fitting(permit, ofAnyKind)} group by d.kind`,
    db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from difference_note d left join person p on p.id = d.person_id
      where ${ofMonth(permit, month)} and ${fitting(permit, filter)}`,
  ]);
  const counted = rows.filter(({ kind }) => !filter.kind || kind === filter.kind);
  const open = (kind: DifferenceKind) => rows.find((row) => row.kind === kind)?.open ?? 0;

  return {
    open: counted.reduce((total, row) => total + row.open, 0),
    asked: counted.reduce((total, row) => total + row.asked, 0),
    done: decided?.count ?? 0,
    ...{ ONLY_THERE: open("ONLY_THERE"), ONLY_HERE: open("ONLY_HERE"), SCHEMES: open("SCHEMES"), BASE: open("BASE") },
  };
}

/** Decisions that stand, of a month, as `difference_note d`. */
export function ofMonth({ reach }: Permit<Comparing>, month: CivilMonth): Prisma.Sql {
  return Prisma.sql`d.bureau_id = ${reach.bureauId}::uuid and d.month = ${month} and d.resolution in ('OURS', 'THEIRS')`;
}

/** A list that was brought in: the month, and how many people stand on it by who pays. */
export type ListedMonth = { month: CivilMonth; bureau: number; agency: number };

/** The months of which there is a list, the newest first. */
export async function listedMonths({ reach }: Permit<Comparing>): Promise<ListedMonth[]> {
  return db.$queryRaw<ListedMonth[]>`
    select month, (count(*) filter (where payer = 'BUREAU'))::int as bureau,
      (count(*) filter (where payer = 'AGENCY'))::int as agency
    from office_list_line where bureau_id = ${reach.bureauId}::uuid and taken_back_at is null
    group by month order by month desc limit 24`;
}

/** What waits in the newest list; null when no list was ever brought in. */
export async function openDifferences(permit: Permit<Comparing>): Promise<{ month: CivilMonth; open: number } | null> {
  const [newest] = await listedMonths(permit);
  if (!newest) return null;
  const { open } = await countDifferences(permit, newest.month);

  return { month: newest.month, open };
}
