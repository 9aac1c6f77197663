import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAudit } from "@/lib/audit/commands";
import { blindIndex, decryptField, encryptField } from "@/lib/crypto";
import { ageOn, type CivilDate } from "@/lib/dates";
import { readDocument, type LikenessKind } from "@/lib/people/records/rules";
import type { PersonIdentity } from "@/lib/people/records/schema";
import { pinyinKey } from "@/lib/people/search/rules";
import { transact, type Tx } from "@/prisma/client";
import type { PersonStatus, PostType } from "@/prisma/generated/enums";

/** Somebody on file who may be the person about to be entered. */
export type LikelyDuplicate = {
  id: string;
  name: string;
  staffNo: string;
  unit: string;
  age: number | null;
  status: PersonStatus;
  postType: PostType;
  likeness: LikenessKind[];
};

/** An identity on its way from the first page of the form to the second. */
export type Draft = { personId: string; identity: PersonIdentity };

type Sealed = Draft & { until: string };
const draftHours = 12;

const placeOf = (permit: Permit) => ({ table: "person", column: "draft", rowId: permit.actor.accountId });

/**
 * Seals an identity for the address of the next page: an ID number stands in no address, history or access log.
 * Only the same account can open it, for twelve hours.
 */
export function sealDraft(permit: Permit<"people.create">, draft: Draft): string {
  const until = new Date(permit.now.getTime() + draftHours * 3_600_000).toISOString();

  return encryptField(JSON.stringify({ ...draft, until } satisfies Sealed), placeOf(permit));
}

/** Opens a sealed identity; null when it was changed, belongs to somebody else or is too old: start over. */
export function openDraft(permit: Permit<"people.create">, sealed: string | undefined): Draft | null {
  if (!sealed) return null;
  try {
    const { until, ...draft } = JSON.parse(decryptField(sealed, placeOf(permit))) as Sealed;

    return until >= permit.now.toISOString() ? draft : null;
  } catch {
    return null;
  }
}

/**
 * The people on file who may be the one behind this identity: the same document number now or before, or the same name
 * with birth date, unit or phone. Writes an audit row first, because it tells whether a number is on file.
 */
export async function compareIdentity(
  permit: Permit<"people.create">,
  identity: PersonIdentity,
): Promise<LikelyDuplicate[]> {
  return transact(async (tx) => {
    await recordAudit(tx, permit, { object: "person", detail: { step: "compare" }, fields: ["idNo"] });

    return findDuplicates(tx, permit, identity);
  });
}

type Row = Omit<LikelyDuplicate, "age" | "likeness"> & {
  born: CivilDate | null;
  likeness: Record<LikenessKind, boolean>;
};

/** The same inside a command, where the audit row is the command's own. The whole bureau is compared, whatever the reach. */
export async function findDuplicates(
  tx: Tx,
  { reach, today }: Permit,
  identity: PersonIdentity,
): Promise<LikelyDuplicate[]> {
  const document = readDocument(identity.idType, identity.idNo, today);
  const index = document.ok ? blindIndex(document.idNo) : null;
  const birthDate = document.ok ? document.birthDate : null;
  const bureau = reach.bureauId;
  const rows = await tx.$queryRaw<Row[]>`
    with likely as (
      select id from person where bureau_id = ${bureau}::uuid and pinyin = ${pinyinKey(identity.name)} and name = ${identity.name}
        and voided_at is null
      union select id from person where bureau_id = ${bureau}::uuid and id_no_index = ${index}
      union select person_id from id_no_history where id_no_index = ${index})
    select p.id, p.name, p.staff_no as "staffNo", p.status, p.post_type as "postType",
      case when top.id is null or top.id = u.id then u.name else top.name || ' ' || u.name end as unit,
      to_char(coalesce(p.archive_birth_date, p.birth_date), 'YYYY-MM-DD') as born,
      json_build_object(
        'idNo', coalesce(p.id_no_index = ${index}, false),
        'oldIdNo', exists (select 1 from id_no_history h where h.person_id = p.id and h.id_no_index = ${index}),
        'birth', p.name = ${identity.name} and coalesce(p.birth_date = ${birthDate}::date, false),
        'unit', p.name = ${identity.name} and p.unit_id = ${identity.unitId}::uuid,
        'mobile', p.name = ${identity.name} and coalesce(p.mobile = ${identity.mobile ?? null}, false)) as likeness
    from likely join person p on p.id = likely.id
      join org_unit u on u.id = p.unit_id left join org_unit top on top.id = u.top_unit_id
    where p.bureau_id = ${bureau}::uuid order by p.pinyin, p.id limit 20`;

  return rows
    .map(({ born, likeness, ...person }) => ({
      ...person,
      age: born === null ? null : ageOn(born, today),
      likeness: (Object.keys(likeness) as LikenessKind[]).filter((kind) => likeness[kind]),
    }))
    .filter((person) => person.likeness.length > 0);
}
