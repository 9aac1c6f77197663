import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { ageOn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { personWithin } from "@/lib/people/reach/queries";
import { transact } from "@/prisma/client";
import type { FamilyRelation, Occupation } from "@/prisma/generated/enums";

/** A family member as whoever keeps the register sees one; the ID number only as yes or no. */
export type KeptMember = {
  id: string;
  version: number;
  name: string;
  relation: FamilyRelation;
  hasIdNo: boolean;
  birthDate: CivilDate | null;
  age: number | null;
  occupation: Occupation | null;
  workplace: string | null;
  /** 分 */
  monthlyIncome: number | null;
  medicalInsurance: string | null;
  health: string | null;
};

export type KeptHousehold = {
  personId: string;
  personName: string;
  isHead: boolean;
  /** other workers or retirees of the bureau in the same household */
  colleagues: { id: string; name: string; staffNo: string; isHead: boolean }[];
  members: KeptMember[];
};

/** The household for those who keep it; class 2 and 3 in clear, so the audit row is written first. */
export async function readHousehold(permit: Permit<"people.change">, personId: string): Promise<KeptHousehold> {
  return transact(async (tx) => {
    const person = await tx.person.findFirst({
      where: { id: personId, ...personWithin(permit) },
      select: { id: true, name: true, householdId: true },
    });
    if (!person) notFound();
    const detail = { step: "open", part: "family" };
    await recordAudit(tx, permit, { object: "person", objectId: personId, subjectId: personId, detail });
    const household = person.householdId
      ? await tx.household.findUnique({
          where: { id: person.householdId },
          select: {
            headId: true,
            persons: { where: { id: { not: personId } }, select: { id: true, name: true, staffNo: true } },
            members: { where: { removedAt: null }, orderBy: { id: "asc" } },
          },
        })
      : null;

    return {
      personId,
      personName: person.name,
      isHead: household?.headId === personId,
      colleagues: (household?.persons ?? []).map((other) => ({ ...other, isHead: other.id === household?.headId })),
      members: (household?.members ?? []).map((member) => memberView(member, permit.today)),
    };
  });
}

type MemberRow = Omit<KeptMember, "hasIdNo" | "birthDate" | "age" | "monthlyIncome" | "health"> & {
  idNoIndex: string | null;
  birthDate: Date | null;
  monthlyIncomeFen: bigint | null;
  healthCipher: string | null;
};

function memberView(row: MemberRow, today: CivilDate): KeptMember {
  const { id, version, name, relation, occupation, workplace, medicalInsurance } = row;
  const birthDate = row.birthDate ? fromDateColumn(row.birthDate) : null;
  const place = { table: "family_member", column: "health_cipher", rowId: id };

  return {
    id,
    version,
    name,
    relation,
    occupation,
    workplace,
    medicalInsurance,
    hasIdNo: row.idNoIndex !== null,
    birthDate,
    age: birthDate ? ageOn(birthDate, today) : null,
    monthlyIncome: row.monthlyIncomeFen === null ? null : Number(row.monthlyIncomeFen),
    health: row.healthCipher ? decryptField(row.healthCipher, place) : null,
  };
}
