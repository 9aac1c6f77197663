import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { casesWithin } from "@/lib/cases/reach/queries";
import { decryptField } from "@/lib/crypto";
import { ageOn, type CivilDate, type CivilMonth } from "@/lib/dates";
import { shownName } from "@/lib/people/family/rules";
import { maySeeBirth, maySeeFamily, maySeeTopics } from "@/lib/people/file/rules";
import type { CaseRow, FamilyRow, FileRow } from "@/lib/people/file/schema";
import { maskIdNo, maskPhone } from "@/lib/masks";
import { peopleWithin } from "@/lib/people/reach/queries";
import { isAged, retirementKindOf } from "@/lib/people/retirement/rules";
import { expectedRetirement } from "@/lib/people/rules";
import { transact, type Tx } from "@/prisma/client";

type Hidden =
  | "idNoCipher"
  | "birthDate"
  | "archiveBirthDate"
  | "mobile"
  | "emergencyPhone"
  | "family"
  | "bookings"
  | "needsGreenChannel";

/** Everything about one person that this viewer may see; nothing of class 2 in clear. */
export type PersonFile = Omit<FileRow, Hidden> & {
  age: number | null;
  isGreen: boolean;
  /** 人事科 sees birth dates and then no digit of the number; everybody else age and the first and last character */
  birthDate: CivilDate | null;
  archiveBirthDate: CivilDate | null;
  idNo: string | null;
  mobile: string | null;
  emergencyPhone: string | null;
  /** month of the statutory age, for who has not retired */
  retires: CivilMonth | null;
  /** null: not for this viewer */
  family: (Omit<FamilyRow, "birthDate"> & { age: number | null })[] | null;
  familyCount: number;
  bookings: { id: string; at: Date; status: string; topic: string | null }[];
  cases: CaseRow[];
  hasMoreCases: boolean;
};

const CASES_SHOWN = 20;

/**
 * 一人一档: the person with employment, family, honours, matters within the viewer's reach, reception bookings and
 * accounts. Out of reach: not found. Two statements, and the audit row where the family (class 2) is shown.
 */
export async function findPerson(permit: Permit<"people.view">, id: string): Promise<PersonFile> {
  return transact(async (tx) => {
    const row = await readRow(tx, permit, id);
    if (!row) notFound();
    const showsFamily = maySeeFamily(permit.reach) && row.family.length > 0;
    if (showsFamily) {
      await recordAudit(tx, permit, { object: "person", objectId: id, subjectId: id, fields: ["family"] });
    }
    const cases = await readCases(tx, permit, id);

    return { ...viewOf(permit, row), cases: cases.slice(0, CASES_SHOWN), hasMoreCases: cases.length > CASES_SHOWN };
  });
}

async function readRow(tx: Tx, permit: Permit, id: string): Promise<FileRow | undefined> {
  const [found] = await tx.$queryRaw<{ file: FileRow }[]>`
    select row_to_json(f) as file from (select
      p.id, p.version, p.name, p.staff_no as "staffNo", p.unit_id as "unitId", p.status, p.id_type as "idType",
      p.id_no_cipher as "idNoCipher", p.sex, p.birth_date as "birthDate", p.archive_birth_date as "archiveBirthDate",
      p.ethnicity, p.political_status as "politicalStatus", p.hukou_scope as "hukouScope", p.hukou_type as "hukouType",
      p.residence_permit_expiry as "residencePermitExpiry", p.residence_permit_no is not null as "hasResidencePermit",
      coalesce(p.address, p.hukou_address) is not null as "hasAddress", p.employment_type as "employmentType",
      p.agency_name as "agencyName", p.contract_start as "contractStart", p.contract_end as "contractEnd",
      p.hire_date as "hireDate", p.post_type as "postType", p.post_title as "postTitle", p.rank_level as "rankLevel",
      p.is_leader as "isLeader", p.retire_date as "retireDate", p.retire_kind as "retireKind", p.mobile,
      p.mobile_owner as "mobileOwner", p.emergency_name as "emergencyName", p.emergency_relation as "emergencyRelation",
      p.emergency_phone as "emergencyPhone", p.bank_name as "bankName", p.bank_card_tail as "bankTail",
      p.health_flags_cipher is not null as "hasCare", p.needs_green_channel as "needsGreenChannel",
      p.union_member as "unionMember", p.union_joined_on as "unionJoinedOn", coalesce(p.literacy_aids, '{}') as aids,
      h.head_id = p.id as "isHead",
      (with recursive up as (
          select u.id, u.name, u.type, u.parent_id, 0 as level from org_unit u where u.id = p.unit_id
          union all select u.id, u.name, u.type, u.parent_id, up.level + 1 from org_unit u join up on u.id = up.parent_id)
        select json_agg(up.name order by up.level desc) from up where up.type <> 'BUREAU' or up.level = 0) as units,
      (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'happenedOn', e.happened_on,
          'from', a.name, 'to', b.name, 'detail', e.detail) order by e.happened_on desc, e.id desc), '[]')
        from employment_event e left join org_unit a on a.id = e.from_unit_id left join org_unit b on b.id = e.to_unit_id
        where e.person_id = p.id) as events,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'level', o.level, 'year', o.year,
          'awardedBy', o.awarded_by, 'certificate', o.certificate, 'voidReason', o.void_reason)
          order by o.voided_at desc nulls first, o.year desc, o.id), '[]')
        from honour o where o.person_id = p.id) as honours,
      (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'relation', m.relation,
          'birthDate', m.birth_date, 'occupation', m.occupation) order by m.id), '[]')
        from family_member m where m.household_id = p.household_id and m.removed_at is null) as family,
      case when p.household_id is null then '[]' else
        (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'staffNo', c.staff_no)), '[]')
          from person c where c.household_id = p.household_id and c.id <> p.id) end as colleagues,
      (select coalesce(json_agg(json_build_object('kind', a.kind, 'isOpen', a.disabled_at is null)), '[]')
        from account a where a.person_id = p.id) as accounts,
      (select coalesce(json_agg(k order by k.at desc), '[]') from (
          select b.id, s.starts_at as at, b.status, b.topic
          from booking b join seat on seat.id = b.seat_id join reception_slot s on s.id = seat.slot_id
          where b.person_id = p.id order by b.created_at desc limit 10) k) as bookings
    from person p left join household h on h.id = p.household_id
    where p.id = ${id}::uuid and ${peopleWithin(permit)}) f`;

  return found?.file;
}

async function readCases(tx: Tx, permit: Permit, id: string): Promise<CaseRow[]> {
  return tx.$queryRaw<CaseRow[]>`
    select c.id, c.number, c.title, c.programme, c.stage, c.status::text as status, to_char(c.due_on, 'YYYY-MM-DD') as "dueOn"
    from welfare_case c where c.person_id = ${id}::uuid and c.status <> 'void' and ${casesWithin(permit)}
    order by c.id desc limit ${CASES_SHOWN + 1}`;
}

function viewOf(permit: Permit, row: FileRow): Omit<PersonFile, "cases" | "hasMoreCases"> {
  const { reach, today } = permit;
  const { idNoCipher, needsGreenChannel, family, bookings, ...shown } = row;
  const born = row.archiveBirthDate ?? row.birthDate;
  const seesBirth = maySeeBirth(reach);
  const works = row.status === "ACTIVE" || row.status === "OFF_POST";

  return {
    ...shown,
    age: born === null ? null : ageOn(born, today),
    isGreen: needsGreenChannel || isAged(born, today),
    birthDate: seesBirth ? row.birthDate : null,
    archiveBirthDate: seesBirth ? row.archiveBirthDate : null,
    idNo: idNoText(row, seesBirth),
    mobile: row.mobile && maskPhone(row.mobile),
    emergencyPhone: row.emergencyPhone && maskPhone(row.emergencyPhone),
    retires: works && born && row.sex ? expectedRetirement(born, retirementKindOf(row.sex, row.postType)).month : null,
    family: maySeeFamily(reach) ? family.map((member) => memberOf(member, today)) : null,
    familyCount: family.length,
    bookings: bookings.map(({ id, at, status, topic }) => ({
      id,
      at: new Date(at),
      status,
      topic: maySeeTopics(reach) ? topic : null,
    })),
  };
}

// Birth date and first and last digit together would leave few candidates; one of the two is shown, never both.
function idNoText({ id, idNoCipher }: FileRow, seesBirth: boolean): string | null {
  if (!idNoCipher) return null;
  if (seesBirth) return "已登记（号码不显示）";

  return maskIdNo(decryptField(idNoCipher, { table: "person", column: "id_no_cipher", rowId: id }));
}

function memberOf({ birthDate, ...member }: FamilyRow, today: CivilDate) {
  return {
    ...member,
    name: shownName(member.name ?? "", birthDate, today),
    age: birthDate === null ? null : ageOn(birthDate, today),
  };
}
