import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { classOf, mayOpen } from "@/lib/cases/attachments/rules";
import { attachmentWords } from "@/lib/cases/attachments/words";
import { formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { openUpload } from "@/lib/uploads";
import { db, transact, type Tx } from "@/prisma/client";
import type { AttachmentKind } from "@/prisma/generated/enums";

/** An attachment in a list; the file itself is another click, and another audit row. */
export type AttachmentLine = {
  id: string;
  kind: AttachmentKind;
  word: string;
  name: string;
  kilobytes: number;
  at: string;
  /** whether this viewer may open it; who may not still sees that it was handed in */
  mayOpen: boolean;
  originalSeenOn: CivilDate | null;
  originalSeenBy: string | null;
  voidReason: string | null;
};

/**
 * What was handed in for a record that the caller has found within reach, oldest first, voided ones included.
 * @param reader the caller's transaction; left out, the page's own read
 */
export async function listAttachments(
  permit: Permit,
  of: { owner: string; ownerId: string },
  reader: Pick<Tx, "attachment" | "account"> = db,
): Promise<AttachmentLine[]> {
  const rows = await reader.attachment.findMany({
    where: { bureauId: permit.reach.bureauId, owner: of.owner, ownerId: of.ownerId },
    orderBy: { id: "asc" },
  });
  const checkers = await reader.account.findMany({
    where: { id: { in: rows.map(({ originalSeenById }) => originalSeenById).filter((id) => id !== null) } },
    select: { id: true, person: { select: { name: true } } },
  });
  const names = new Map(checkers.map(({ id, person }) => [id, person.name]));

  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    word: attachmentWords[row.kind],
    name: row.name,
    kilobytes: Math.max(1, Math.round(row.bytes / 1024)),
    at: formatInstant(row.createdAt),
    mayOpen: row.voidedAt === null && mayOpen(row, permit.reach),
    originalSeenOn: row.originalSeenOn && fromDateColumn(row.originalSeenOn),
    originalSeenBy: (row.originalSeenById && names.get(row.originalSeenById)) ?? null,
    voidReason: row.voidReason,
  }));
}

/** Loads an attachment that this permit may open; anything else is not found. */
export async function loadAttachment(tx: Tx, permit: Permit, id: string) {
  const row = await tx.attachment.findFirst({ where: { id, bureauId: permit.reach.bureauId, voidedAt: null } });
  if (!row || !mayOpen(row, permit.reach)) notFound();

  return row;
}

/**
 * The bytes of an attachment. Audited before they are read, because a paper is read in clear; out of reach, voided or
 * unknown: not found, and no row.
 */
export async function readAttachment(
  permit: Permit<"cases.viewAttachments">,
  id: string,
): Promise<{ name: string; mime: string; bytes: Buffer }> {
  const row = await transact(async (tx) => {
    const found = await loadAttachment(tx, permit, id);
    await recordAudit(tx, permit, {
      object: "attachment",
      objectId: id,
      subjectId: found.personId,
      detail: { kind: found.kind, owner: found.owner },
      isNotable: classOf(found) === 3,
    });

    return found;
  });
  const [base] = row.name.split(/\.[A-Za-z0-9]{1,5}$/);
  const extension = row.storedName.slice(row.storedName.indexOf("."));

  return { name: `${base || "附件"}${extension}`, mime: row.mime, bytes: await openUpload(row.storedName) };
}
