"use server";
import { after } from "next/server";
import { staffAction } from "@/lib/action";
import { confirmImport, dropImport, startImport, undoImport } from "@/lib/imports/commands";
import { findBatch } from "@/lib/imports/queries";
import { readBatch } from "@/lib/imports/reading/commands";
import { ConfirmImport, DropImport, UndoImport, UploadedSheet } from "@/lib/imports/schema";
import { writeBatch } from "@/lib/imports/writing/commands";
import { registerCalled } from "@/lib/people/import/registers/queries";

const at = (id: string) => ({ go: `/people/import/${id}` });

/** Takes a sheet in; it is read after the answer, and its page tells how far. */
export const uploadSheetAction = staffAction(
  "people.import",
  UploadedSheet,
  async (permit, { file, register, requestKey }) => {
    const entity = registerCalled(permit, register);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { id, isNew } = await startImport(permit, entity, { bytes, fileName: file.name, requestKey });
    if (isNew) after(() => readBatch(permit, entity, { id, bytes }));

    return at(id);
  },
);

/** 确认导入: claims the batch; it is written after the answer. */
export const confirmImportAction = staffAction("people.import", ConfirmImport, async (permit, input) => {
  const entity = registerCalled(permit, (await findBatch(permit, input.batchId)).register);
  const version = await confirmImport(permit, input);
  after(() => writeBatch(permit, entity, { id: input.batchId, version }));

  return at(input.batchId);
});

export const dropImportAction = staffAction("people.import", DropImport, async (permit, { batchId }) => {
  await dropImport(permit, batchId);

  return at(batchId);
});

export const undoImportAction = staffAction("people.import", UndoImport, async (permit, input) => {
  const entity = registerCalled(permit, (await findBatch(permit, input.batchId)).register);
  await undoImport(permit, entity, input);

  return at(input.batchId);
});
