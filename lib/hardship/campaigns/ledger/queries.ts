import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { everyRow } from "@/lib/hardship/campaigns/list/queries";
import type { RowLine } from "@/lib/hardship/campaigns/list/rules";
import type { RowFilter } from "@/lib/hardship/campaigns/list/schema";
import { transact } from "@/prisma/client";

/** The list for paper, with its audit row first: a print leaves the portal. */
export async function printRows(
  permit: Permit<"hardship.view">,
  campaignId: string,
  filter: RowFilter,
): Promise<RowLine[]> {
  await transact((tx) =>
    recordAudit(tx, permit, {
      object: "visit_campaign",
      objectId: campaignId,
      detail: { step: "print", state: filter.state },
    }),
  );

  return everyRow(permit, campaignId, filter);
}
