"use server";
import { after } from "next/server";
import { staffAction } from "@/lib/action";
import { listEntity } from "@/lib/insurance/import/commands";
import { confirmImport, dropImport, startImport, undoImport } from "@/lib/imports/commands";
import { readBatch } from "@/lib/imports/reading/commands";
import { ConfirmImport, DropImport, UndoImport, UploadedSheet } from "@/lib/imports/schema";
import { writeBatch } from "@/lib/imports/writing/commands";

const at = (id: string) => ({ go: `/insurance/import/${id}` });

/** Takes a list in; it is read after the answer, and its page tells how far. */
export const uploadListAction = staffAction("insurance.import", UploadedSheet, async (permit, { file, requestKey }) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { id, isNew } = await startImport(permit, listEntity, { bytes, fileName: file.name, requestKey });
  if (isNew) after(() => readBatch(permit, listEntity, { id, bytes }));

  return at(id);
});

/** 确认导入: claims the batch; it is written after the answer. */
export const confirmListAction = staffAction("insurance.import", ConfirmImport, async (permit, input) => {
  const version = await confirmImport(permit, input);
  after(() => writeBatch(permit, listEntity, { id: input.batchId, version }));

  return at(input.batchId);
});

export const dropListAction = staffAction("insurance.import", DropImport, async (permit, { batchId }) => {
  await dropImport(permit, batchId);

  return at(batchId);
});

export const undoListAction = staffAction("insurance.import", UndoImport, async (permit, input) => {
  await undoImport(permit, listEntity, input);

  return at(input.batchId);
});
