import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { fromDateColumn } from "@/lib/dates";
import { fieldsOf, sensitiveParts, textsOf, type Change, type PartName, type Texts } from "@/lib/people/parts/rules";
import { personWithin } from "@/lib/people/reach/queries";
import { transact, type Tx } from "@/prisma/client";
import type { IdType, Sex } from "@/prisma/generated/enums";

/** A section of a record as it stands, with what the rules and the guarded write need. */
export type LoadedPart = {
  id: string;
  name: string;
  staffNo: string;
  unitId: string;
  idType: IdType;
  sex: Sex | null;
  mobile: string | null;
  bankCardTail: string | null;
  version: number;
  texts: Texts;
};

/**
 * Opens a section for editing. Values of class 2 and 3 are shown in clear to be corrected, so that is a read with an
 * audit row, written first. Out of reach: not found.
 */
export async function readPart(permit: Permit<"people.change">, id: string, part: PartName): Promise<LoadedPart> {
  return transact(async (tx) => {
    const loaded = await loadPart(tx, permit, id, part);
    if (sensitiveParts.includes(part)) {
      const detail = { step: "open", part };
      await recordAudit(tx, permit, {
        object: "person",
        objectId: id,
        subjectId: id,
        fields: Object.keys(loaded.texts),
        detail,
      });
    }

    return loaded;
  });
}

/** Loads a section inside a command. */
export async function loadPart(tx: Tx, permit: Permit, id: string, part: PartName): Promise<LoadedPart> {
  const row = await tx.person.findFirst({ where: { id, ...personWithin(permit) } });
  if (!row) notFound();
  const values: Record<string, unknown> = { ...row, ...(part === "care" ? readCare(row) : {}) };
  // The card on file is never put back into a form; an empty field leaves it as it is.
  values.bankCard = "";
  const dated = Object.entries(values).map(([name, value]) => [
    name,
    value instanceof Date && !timestamps.includes(name) ? fromDateColumn(value) : value,
  ]);
  const { name, staffNo, unitId, idType, sex, mobile, bankCardTail, version } = row;
  const texts = textsOf(Object.fromEntries(dated) as Record<string, unknown>, fieldsOf(part, idType));

  return { id, name, staffNo, unitId, idType, sex, mobile, bankCardTail, version, texts };
}

const timestamps = ["createdAt", "updatedAt"];

/** What is kept, encrypted, about special circumstances. */
export type CareRecord = { kind: string; level?: string }[];

function readCare({ id, healthFlagsCipher }: { id: string; healthFlagsCipher: string | null }): {
  flags: string[];
  disabilityLevel: string;
} {
  if (!healthFlagsCipher) return { flags: [], disabilityLevel: "" };
  const place = { table: "person", column: "health_flags_cipher", rowId: id };
  const care = JSON.parse(decryptField(healthFlagsCipher, place)) as CareRecord;

  return { flags: care.map(({ kind }) => kind), disabilityLevel: care.find(({ level }) => level)?.level ?? "" };
}

/** What others saved since that version, oldest first, from the history that every change writes. */
export async function changesSince(tx: Tx, permit: Permit, id: string, version: number): Promise<Change[]> {
  const rows = await tx.$queryRaw<{ id: string; actorName: string; at: Date; cipher: string }[]>`
    select e.id, e.actor_name as "actorName", e.at, e.values_cipher as cipher from audit_event e
    where e.object_id = ${id}::uuid and e.object = 'person' and e.bureau_id = ${permit.reach.bureauId}::uuid
      and e.values_cipher is not null and (e.detail->>'version')::int > ${version}
    order by (e.detail->>'version')::int`;

  return rows.map(({ id: rowId, actorName, at, cipher }) => {
    const values = decryptField(cipher, { table: "audit_event", column: "values_cipher", rowId });

    return { who: actorName.replace(/^\S+ /, ""), at, ...(JSON.parse(values) as Pick<Change, "before" | "after">) };
  });
}
