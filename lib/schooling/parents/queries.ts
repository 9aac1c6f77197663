import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { decryptField, encryptField } from "@/lib/crypto";
import { maskName } from "@/lib/masks";
import type { Tx } from "@/prisma/client";
import type { SchoolPlacement } from "@/prisma/generated/client";
import type { OtherParent } from "@/prisma/generated/enums";

type Columns = Pick<SchoolPlacement, "otherNameCipher" | "otherIdCipher" | "otherPhoneCipher">;
export type Outsider = { name: string; idNo: string; phone: string | null };

const columns = {
  otherNameCipher: "other_name_cipher",
  otherIdCipher: "other_id_cipher",
  otherPhoneCipher: "other_phone_cipher",
} as const satisfies Record<keyof Columns, string>;

const place = (field: keyof Columns, rowId: string) => ({ table: "school_placement", column: columns[field], rowId });

/** The other parent who works elsewhere, as it is stored; nothing of somebody who works here or does not exist. */
export function sealOutsider(_permit: Permit, outsider: Outsider | null, rowId: string): Columns {
  const seal = (field: keyof Columns, value: string | null | undefined) =>
    value ? encryptField(value, place(field, rowId)) : null;

  return {
    otherNameCipher: seal("otherNameCipher", outsider?.name),
    otherIdCipher: seal("otherIdCipher", outsider?.idNo),
    otherPhoneCipher: seal("otherPhoneCipher", outsider?.phone),
  };
}

/** The other parent in clear; whoever calls writes the audit row. Null when there is none outside, or it was cleared. */
export function openOutsider(_permit: Permit, row: Columns & { id: string }): Outsider | null {
  const open = (field: keyof Columns) => {
    const cipher = row[field];

    return cipher ? decryptField(cipher, place(field, row.id)) : null;
  };
  const [name, idNo] = [open("otherNameCipher"), open("otherIdCipher")];

  return name && idNo ? { name, idNo, phone: open("otherPhoneCipher") } : null;
}

/** Who the other parent is, as a page may say it: a worker by name and 工号, anybody else masked. */
export type OtherShown = { kind: OtherParent | null; text: string };

/** 另一方家长 in words. */
export async function otherOf(tx: Tx, permit: Permit, placement: SchoolPlacement): Promise<OtherShown> {
  const kind = placement.otherParent;
  if (placement.reducedAt) return { kind, text: "已清除" };
  if (kind === null) return { kind, text: "还没有登记" };
  if (kind === "NONE") return { kind, text: "没有" };
  if (kind === "OUTSIDE") return { kind, text: `${maskName(openOutsider(permit, placement)?.name ?? "")}，不在本局` };
  if (!placement.otherParentId) return { kind, text: "还没有登记" };
  const worker = await tx.person.findFirst({
    where: { id: placement.otherParentId, bureauId: permit.reach.bureauId },
    select: { name: true, staffNo: true, unit: { select: { name: true } } },
  });

  return { kind, text: worker ? `${worker.name}，本局职工，工号 ${worker.staffNo}，${worker.unit.name}` : "" };
}
