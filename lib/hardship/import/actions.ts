"use server";
import { after } from "next/server";
import { staffAction } from "@/lib/action";
import { confirmFiles, fileEntity } from "@/lib/hardship/import/commands";
import { dropImport, startImport, undoImport } from "@/lib/imports/commands";
import { readBatch } from "@/lib/imports/reading/commands";
import { ConfirmImport, DropImport, UndoImport, UploadedSheet } from "@/lib/imports/schema";
import { writeBatch } from "@/lib/imports/writing/commands";

const at = (id: string) => ({ go: `/hardship/import/${id}` });

/** Takes a sheet in; it is read after the answer, and its page tells how far. */
export const uploadFilesAction = staffAction("hardship.import", UploadedSheet, async (permit, { file, requestKey }) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { id, isNew } = await startImport(permit, fileEntity, { bytes, fileName: file.name, requestKey });
  if (isNew) after(() => readBatch(permit, fileEntity, { id, bytes }));

  return at(id);
});

/** 确认导入 by the head of the office: claims the batch; it is written after the answer. */
export const confirmFilesAction = staffAction("hardship.import", ConfirmImport, async (permit, input) => {
  const version = await confirmFiles(permit, input);
  after(() => writeBatch(permit, fileEntity, { id: input.batchId, version }));

  return at(input.batchId);
});

export const dropFilesAction = staffAction("hardship.import", DropImport, async (permit, { batchId }) => {
  await dropImport(permit, batchId);

  return at(batchId);
});

export const undoFilesAction = staffAction("hardship.import", UndoImport, async (permit, input) => {
  await undoImport(permit, fileEntity, input);

  return at(input.batchId);
});
