import { listEntity } from "@/lib/insurance/import/commands";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { confirm, upload } from "../people/import/sheet";
import { sheetOf, type SheetCell } from "../people/import/rows";
import { bureauId, permit, type InsuranceCast } from "./bureau";
import { listHead } from "./list-rows";

export const importing = (cast: InsuranceCast) => permit(cast.insurance, "insurance.import");

/** Uploads a list and waits for its report. */
export async function takeList(cast: InsuranceCast, ...rows: SheetCell[][]) {
  return upload(importing(cast), listEntity, await sheetOf([["某区参保人员名单"], listHead, ...rows], "参保名单"));
}

/** Uploads a list and writes it. */
export async function bringIn(cast: InsuranceCast, ...rows: SheetCell[][]) {
  const { id } = await takeList(cast, ...rows);

  return confirm(importing(cast), listEntity, { id });
}

/** The declared base of somebody, past all forms. */
export async function declare(personId: string, baseFen: number, fromMonth = "2026-01", wageFen = 251_000) {
  await db.contributionBase.create({
    data: {
      id: newId(),
      bureauId,
      personId,
      fromMonth,
      wageFen: BigInt(wageFen),
      source: "LAST_YEAR",
      baseFen: BigInt(baseFen),
      clamp: "FLOOR",
      createdById: newId(),
    },
  });
}
