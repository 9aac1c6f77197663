import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { loadAttachment } from "@/lib/cases/attachments/queries";
import { needsConsent } from "@/lib/cases/attachments/rules";
import type { CheckOriginal, NewAttachment, VoidAttachment } from "@/lib/cases/attachments/schema";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { readUpload, withUpload, type Upload } from "@/lib/uploads";
import { transact, type Tx } from "@/prisma/client";

/**
 * Keeps an uploaded file for a record that the caller has found within reach: the whole command.
 * Refused: what lib/uploads.ts refuses, and a photo without consent.
 * @returns the attachment's id
 */
export async function saveAttachment(permit: Permit, input: NewAttachment & { file: File }): Promise<string> {
  refuseWithoutConsent(input);
  const upload = await readUpload(input.file);

  return withUpload(upload, (storedName) =>
    transact((tx) => recordAttachment(tx, permit, input, { upload, storedName })),
  );
}

/** The attachment's row and audit row inside the caller's transaction. @returns the attachment's id */
export async function recordAttachment(
  tx: Tx,
  permit: Permit,
  input: NewAttachment,
  { upload, storedName }: { upload: Upload; storedName: string },
): Promise<string> {
  refuseWithoutConsent(input);
  const id = newId();
  await tx.attachment.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      owner: input.owner,
      ownerId: input.ownerId,
      programme: input.programme,
      personId: input.personId ?? null,
      unitId: input.unitId ?? null,
      kind: input.kind,
      name: upload.name,
      mime: upload.mime,
      bytes: upload.bytes.length,
      storedName,
      sha256: upload.sha256,
      hasConsent: input.hasConsent ?? false,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
  await recordAudit(tx, permit, {
    object: "attachment",
    objectId: id,
    subjectId: input.personId,
    detail: { kind: input.kind, owner: input.owner, bytes: upload.bytes.length },
  });

  return id;
}

/** 原件已核验: somebody has held the original in the hand, today. Refused: out of reach, voided, already checked. */
export async function checkOriginal(permit: Permit<"cases.checkOriginal">, input: CheckOriginal): Promise<void> {
  await transact(async (tx) => {
    const row = await loadAttachment(tx, permit, input.attachmentId);
    const { count } = await tx.attachment.updateMany({
      where: { id: row.id, originalSeenOn: null, voidedAt: null },
      data: { originalSeenOn: dateColumn(permit.today), originalSeenById: permit.actor.accountId },
    });
    if (count !== 1) throw new Refusal("这份材料的原件已经核验过了。");
    await recordAudit(tx, permit, { object: "attachment", objectId: row.id, subjectId: row.personId });
  });
}

/**
 * 作废: the record stays, nobody opens the file any more.
 * Refused: out of reach, already voided, and a signature that something given rests on.
 */
export async function voidAttachment(permit: Permit<"cases.voidAttachment">, input: VoidAttachment): Promise<void> {
  await transact(async (tx) => {
    const row = await loadAttachment(tx, permit, input.attachmentId);
    const rests = await tx.signOff.count({ where: { signatureId: row.id } });
    if (rests > 0) throw new Refusal("这是签收凭据，不能单独作废；签错了请冲正那条签领。");
    const { count } = await tx.attachment.updateMany({
      where: { id: row.id, voidedAt: null },
      data: { voidedAt: permit.now, voidedById: permit.actor.accountId, voidReason: input.reason },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, {
      object: "attachment",
      objectId: row.id,
      subjectId: row.personId,
      reason: input.reason,
    });
  });
}

function refuseWithoutConsent({ kind, hasConsent }: NewAttachment): void {
  if (needsConsent(kind) && !hasConsent)
    throw new Refusal("拍到人或家里的照片要先征得本人同意，请勾选。", "hasConsent");
}
