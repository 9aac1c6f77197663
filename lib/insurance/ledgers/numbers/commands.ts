import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { openedNumbers } from "@/lib/insurance/ledgers/numbers/rules";
import type { OpenNumbers } from "@/lib/insurance/ledgers/numbers/schema";
import { transact } from "@/prisma/client";

/**
 * Opens the ID numbers of a month's change forms on paper, for this person and for a quarter of an hour: the audit row
 * with the reason is what opens them. An address alone shows masks.
 */
export async function openNumbers(permit: Permit<"insurance.export">, input: OpenNumbers): Promise<void> {
  await transact((tx) =>
    recordAudit(tx, permit, {
      object: "insurance_ledger",
      reason: input.reason,
      fields: ["idNo"],
      detail: openedNumbers(input.month),
      isNotable: true,
    }),
  );
}
