import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { decryptField, encryptField } from "@/lib/crypto";
import { Refusal } from "@/lib/refusal";
import type { SchoolPlacement } from "@/prisma/generated/client";

/** What tells who the child is; each field is a cipher of its own, bound to its row. */
export type Child = {
  name: string;
  idNo: string;
  birth: string;
  sex: "MALE" | "FEMALE";
  recordNo: string | null;
  wishes: string | null;
};

type Columns = Pick<
  SchoolPlacement,
  "childNameCipher" | "childIdCipher" | "birthCipher" | "sexCipher" | "recordNoCipher" | "wishesCipher"
>;

const columns = {
  childNameCipher: "child_name_cipher",
  childIdCipher: "child_id_cipher",
  birthCipher: "birth_cipher",
  sexCipher: "sex_cipher",
  recordNoCipher: "record_no_cipher",
  wishesCipher: "wishes_cipher",
} as const satisfies Record<keyof Columns, string>;

const place = (field: keyof Columns, rowId: string) => ({ table: "school_placement", column: columns[field], rowId });

/** The child's data as they are stored. */
export function sealChild(_permit: Permit, child: Child, rowId: string): Columns {
  const seal = (field: keyof Columns, value: string | null) =>
    value ? encryptField(value, place(field, rowId)) : null;

  return {
    childNameCipher: seal("childNameCipher", child.name),
    childIdCipher: seal("childIdCipher", child.idNo),
    birthCipher: seal("birthCipher", child.birth),
    sexCipher: seal("sexCipher", child.sex),
    recordNoCipher: seal("recordNoCipher", child.recordNo),
    wishesCipher: seal("wishesCipher", child.wishes),
  };
}

/**
 * The child in clear; whoever calls writes the audit row. Null once the data have been cleared after their time.
 */
export function openChild(_permit: Permit, row: Columns & { id: string }): Child | null {
  const open = (field: keyof Columns) => {
    const cipher = row[field];

    return cipher ? decryptField(cipher, place(field, row.id)) : null;
  };
  const [name, idNo, birth] = [open("childNameCipher"), open("childIdCipher"), open("birthCipher")];
  if (!name || !idNo || !birth) return null;

  return {
    name,
    idNo,
    birth,
    sex: open("sexCipher") === "MALE" ? "MALE" : "FEMALE",
    recordNo: open("recordNoCipher"),
    wishes: open("wishesCipher"),
  };
}

/**
 * Refuses a text that names the child: what is written into a timeline or a result is read by more people than the file.
 * @param field the form's field that holds the text
 */
export function refuseChildsName(
  permit: Permit,
  row: Columns & { id: string },
  text: string | undefined,
  field: string,
): void {
  const child = text ? openChild(permit, row) : null;
  if (child && text && (text.includes(child.name) || text.includes(child.idNo)))
    throw new Refusal("这里不要写孩子的名字和身份证号，写“孩子”就行。", field);
}
