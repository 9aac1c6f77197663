import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { readUpload, withUpload, type Upload } from "@/lib/uploads";
import type { Tx } from "@/prisma/client";
import type { AttachmentKind } from "@/prisma/generated/enums";

export type Photo = { upload: Upload; storedName: string };
type Photos = readonly (Photo | undefined)[];

/**
 * Reads, re-encodes and stores the chosen ones of several photos and runs what writes their record; files and record share
 * one fate. A field of a form that was left empty sends an empty file.
 */
export async function withPhotos<T>(
  permit: Permit,
  files: readonly (File | undefined)[],
  run: (photos: Photos) => Promise<T>,
  stored: Photos = [],
): Promise<T> {
  const [file, ...rest] = files;
  if (files.length === 0) return run(stored);
  if (!file || file.size === 0) return withPhotos(permit, rest, run, [...stored, undefined]);
  const upload = await readUpload(file);

  return withUpload(upload, (storedName) => withPhotos(permit, rest, run, [...stored, { upload, storedName }]));
}

type Of = {
  owner: "dorm_inspection" | "repair_ticket" | "repair_acceptance";
  ownerId: string;
  personId?: string;
  unitId?: string;
  kind?: AttachmentKind;
  hasConsent: boolean;
};

/** The photo's row beside the record it belongs to. Refused without consent. @returns its id; null where there is none */
export async function keepPhoto(tx: Tx, permit: Permit, photo: Photo | undefined, of: Of): Promise<string | null> {
  if (!photo) return null;

  return recordAttachment(tx, permit, { kind: "PHOTO", ...of, programme: "dormitories" }, photo);
}
