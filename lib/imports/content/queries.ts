import "server-only";
import type { Permit } from "@/lib/auth/permit";
import type { Cell } from "@/lib/excel";
import { decryptField, encryptField } from "@/lib/crypto";
import type { Checked, Difference, Fault, RawRow, ImportVerb } from "@/lib/imports/rules";

/** What is kept of a row: the person's own cells, what was read from them, and what the register said. */
export type Content = {
  cells: (Cell | null)[];
  raw: RawRow;
  who: string;
  faults: readonly Fault[];
  differences: readonly Difference[];
  data: unknown;
};

const placeOf = (rowId: string) => ({ table: "import_row", column: "content_cipher", rowId });

/** Encrypts a row for the staging table: sheets hold ID numbers and addresses. */
export function sealContent(
  _permit: Permit<ImportVerb>,
  rowId: string,
  { cells, raw, checked }: { cells: Content["cells"]; raw: RawRow; checked: Checked<unknown> },
): string {
  const { who, faults, differences, data } = checked;
  const content: Content = { cells, raw, who, faults, differences, data };

  return encryptField(JSON.stringify(content), placeOf(rowId));
}

/** Opens a row of the staging table for the report, the writing or the taking back. */
export function openContent(_permit: Permit<ImportVerb>, rowId: string, cipher: string): Content {
  return JSON.parse(decryptField(cipher, placeOf(rowId))) as Content;
}
