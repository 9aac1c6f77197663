import "server-only";
import type { Owner } from "@/lib/accounts/policy/rules";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { fromDateColumn } from "@/lib/dates";

/** Columns of a person that a secret is compared with. */
export const ownerSelect = {
  id: true,
  name: true,
  pinyin: true,
  staffNo: true,
  birthDate: true,
  archiveBirthDate: true,
  mobile: true,
  idNoCipher: true,
} as const;

type OwnerRow = {
  id: string;
  name: string;
  pinyin: string;
  staffNo: string;
  birthDate: Date | null;
  archiveBirthDate: Date | null;
  mobile: string | null;
  idNoCipher: string | null;
};

/** The facts a new secret must not be made of. The ID number is compared here and leaves this function for nobody to see. */
export function ownerOf(_permit: Permit<"accounts.own"> | Permit<"accounts.resetSecret">, row: OwnerRow): Owner {
  const place = { table: "person", column: "id_no_cipher", rowId: row.id };

  return {
    name: row.name,
    pinyin: row.pinyin,
    staffNo: row.staffNo,
    birthDates: [row.birthDate, row.archiveBirthDate].filter((date) => date !== null).map(fromDateColumn),
    mobile: row.mobile,
    idNo: row.idNoCipher ? decryptField(row.idNoCipher, place) : null,
  };
}
