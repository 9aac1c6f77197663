import type { Permit } from "@/lib/auth/permit";
import { newId } from "@/lib/id";
import { confirmImport, startImport } from "@/lib/imports/commands";
import { findBatch, listRows, type BatchView, type ReportRow } from "@/lib/imports/queries";
import { readBatch } from "@/lib/imports/reading/commands";
import type { Entity } from "@/lib/imports/entities/queries";
import type { ImportVerb } from "@/lib/imports/rules";
import { writeBatch } from "@/lib/imports/writing/commands";

/** Uploads a sheet and waits until it was compared with the register. */
export async function upload<D>(permit: Permit<ImportVerb>, entity: Entity<D>, bytes: Uint8Array): Promise<BatchView> {
  const { id } = await startImport(permit, entity, { bytes, fileName: "名册.xlsx", requestKey: newId() });
  await readBatch(permit, entity, { id, bytes });

  return findBatch(permit, id);
}

/** Confirms a batch and waits until it was written or sent back. */
export async function confirm<D>(
  permit: Permit<ImportVerb>,
  entity: Entity<D>,
  { id, mode = "all" }: { id: string; mode?: "all" | "correct" },
): Promise<BatchView> {
  const version = await confirmImport(permit, { batchId: id, mode });
  await writeBatch(permit, entity, { id, version });

  return findBatch(permit, id);
}

/** The first page of the report. */
export async function reportOf(permit: Permit<ImportVerb>, batch: BatchView): Promise<ReportRow[]> {
  return (await listRows(permit, batch, {})).rows;
}
