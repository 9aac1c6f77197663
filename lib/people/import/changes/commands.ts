import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import type { ChangeData } from "@/lib/people/import/rules";
import { pinyinKey } from "@/lib/people/search/rules";
import { writeManyTokens } from "@/lib/people/search/commands";
import type { Tx } from "@/prisma/client";
import type { ImportVerb } from "@/lib/imports/rules";

export type ChangeRow = ChangeData & { id: string };

/**
 * Gives people their new values where the version is still the one that was checked, in one statement; search words
 * follow where name, phone or unit changed.
 * @returns the ids that were written; who is missing was changed by somebody else meanwhile
 */
export async function changeAll(tx: Tx, permit: Permit<ImportVerb>, rows: readonly ChangeRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const written = await tx.$queryRaw<{ id: string; staffNo: string }[]>`
    update person p set name = r.name, pinyin = r.pinyin, unit_id = r."unitId", post_type = r."postType"::"PostType",
      post_title = r."postTitle", rank_level = r."rankLevel"::"RankLevel", is_leader = r."isLeader",
      employment_type = r."employmentType"::"EmploymentType", agency_name = r."agencyName",
      contract_start = r."contractStart", contract_end = r."contractEnd", hukou_scope = r."hukouScope"::"HukouScope",
      hukou_type = r."hukouType"::"HukouType", hukou_address = r."hukouAddress", ethnicity = r.ethnicity,
      political_status = r."politicalStatus"::"PoliticalStatus", mobile = r.mobile,
      mobile_owner = r."mobileOwner"::"MobileOwner", address = r.address, version = r.version + 1,
      updated_at = ${permit.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows.map(recordOf))}::jsonb) as r(id uuid, version int, name text, pinyin text,
      "unitId" uuid, "postType" text, "postTitle" text, "rankLevel" text, "isLeader" boolean, "employmentType" text,
      "agencyName" text, "contractStart" date, "contractEnd" date, "hukouScope" text, "hukouType" text,
      "hukouAddress" text, ethnicity text, "politicalStatus" text, mobile text, "mobileOwner" text, address text)
    where p.id = r.id and p.version = r.version and p.bureau_id = ${permit.reach.bureauId}::uuid and p.voided_at is null
    returning p.id, p.staff_no as "staffNo"`;
  const staffNos = new Map(written.map(({ id, staffNo }) => [id, staffNo]));
  const found = rows.flatMap(({ id, before, after }) => {
    const staffNo = staffNos.get(id);
    const isSame = before.name === after.name && before.mobile === after.mobile && before.unitId === after.unitId;

    return staffNo && !isSame ? [{ id, staffNo, unitId: after.unitId, name: after.name, mobile: after.mobile }] : [];
  });
  await writeManyTokens(tx, permit, found);

  return new Set(staffNos.keys());
}

function recordOf({ id, version, after }: ChangeRow): Record<string, unknown> {
  return { id, version, pinyin: pinyinKey(after.name), ...after };
}

/** The dated changes that came with the new values, as a single change writes them. */
export async function writeEvents(
  tx: Tx,
  permit: Permit<ImportVerb>,
  rows: readonly ChangeRow[],
  detail: string | null = null,
): Promise<void> {
  const data = rows.flatMap(({ id, before, after, happenedOn, events }) =>
    events.map((kind) => ({
      id: newId(),
      personId: id,
      kind,
      happenedOn: dateColumn(happenedOn),
      fromUnitId: kind === "UNIT_CHANGED" ? before.unitId : null,
      toUnitId: kind === "UNIT_CHANGED" ? after.unitId : null,
      detail,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    })),
  );
  if (data.length > 0) await tx.employmentEvent.createMany({ data });
}
