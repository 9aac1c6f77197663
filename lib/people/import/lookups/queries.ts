import "server-only";
import type { Permit } from "@/lib/auth/permit";
import type { CivilDate } from "@/lib/dates";
import type { Known, Values } from "@/lib/people/import/rules";
import { peopleWithin } from "@/lib/people/reach/queries";
import { pinyinKey } from "@/lib/people/search/rules";
import type { Tx } from "@/prisma/client";
import type { ImportVerb } from "@/lib/imports/rules";

type Row = Omit<Known, "values"> & Values;

/** The people on file whom rows name by 工号 or by the keyed hash of the ID number; one statement. */
export async function findKnown(
  tx: Tx,
  permit: Permit<ImportVerb>,
  { staffNos, indexes }: { staffNos: string[]; indexes: string[] },
): Promise<Known[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.version, p.staff_no as "staffNo", p.id_no_index as "idNoIndex", p.status::text as status, p.sex::text as sex,
      to_char(coalesce(p.archive_birth_date, p.birth_date), 'YYYY-MM-DD') as born,
      to_char(p.hire_date, 'YYYY-MM-DD') as "hireDate",
      p.name, p.unit_id as "unitId", p.post_type::text as "postType", p.post_title as "postTitle",
      p.rank_level::text as "rankLevel", p.is_leader as "isLeader", p.employment_type::text as "employmentType",
      p.agency_name as "agencyName", to_char(p.contract_start, 'YYYY-MM-DD') as "contractStart",
      to_char(p.contract_end, 'YYYY-MM-DD') as "contractEnd", p.hukou_scope::text as "hukouScope",
      p.hukou_type::text as "hukouType", p.hukou_address as "hukouAddress", p.ethnicity,
      p.political_status::text as "politicalStatus", p.mobile, p.mobile_owner::text as "mobileOwner", p.address
    from person p
    where ${peopleWithin(permit)} and p.id in (
      select id from person where staff_no = any(${staffNos}::text[])
      union select id from person where id_no_index = any(${indexes}::text[]))`;

  return rows.map(({ id, version, staffNo, idNoIndex, status, sex, born, hireDate, ...values }) => ({
    id,
    version,
    staffNo,
    idNoIndex,
    status,
    sex,
    born,
    hireDate,
    values,
  }));
}

/** Somebody on file who may be the one that a row is about to make. */
export type Likeness = { at: number; id: string; name: string; staffNo: string; unit: string; isOldIdNo: boolean };

type Asked = {
  name: string | undefined;
  index: string | undefined;
  birthDate: CivilDate | null | undefined;
  unitId: string | undefined;
  mobile: string | undefined;
};

/**
 * For each newcomer the people who look like him, by the measure of a single registration: an ID number that was
 * corrected since, or the same name with birth date, unit or phone. One statement for all.
 */
export async function findLikenesses(
  tx: Tx,
  permit: Permit<ImportVerb>,
  asked: readonly Asked[],
): Promise<Likeness[][]> {
  if (asked.length === 0) return [];
  const newcomers = asked.map(({ name, index, birthDate, unitId, mobile }, at) => ({
    at,
    name: name ?? null,
    pinyin: name ? pinyinKey(name) : null,
    id_no_index: index ?? null,
    born: birthDate ?? null,
    unit_id: unitId ?? null,
    mobile: mobile ?? null,
  }));
  const rows = await tx.$queryRaw<Likeness[]>`
    with newcomer as (
      select * from jsonb_to_recordset(${JSON.stringify(newcomers)}::jsonb)
        as n(at int, name text, pinyin text, id_no_index text, born date, unit_id uuid, mobile text)),
    likely as (
      select n.at, p.id, false as "isOldIdNo" from newcomer n
        join person p on p.bureau_id = ${permit.reach.bureauId}::uuid and p.pinyin = n.pinyin and p.name = n.name
        where p.voided_at is null and (p.birth_date = n.born or p.unit_id = n.unit_id or p.mobile = n.mobile)
      union all
      select n.at, h.person_id, true from newcomer n join id_no_history h on h.id_no_index = n.id_no_index)
    select l.at, p.id, p.name, p.staff_no as "staffNo", l."isOldIdNo",
      case when top.id is null or top.id = u.id then u.name else top.name || ' ' || u.name end as unit
    from likely l join person p on p.id = l.id
      join org_unit u on u.id = p.unit_id left join org_unit top on top.id = u.top_unit_id
    where p.bureau_id = ${permit.reach.bureauId}::uuid order by p.pinyin, p.id`;

  return asked.map((_, at) => rows.filter((row) => row.at === at));
}
