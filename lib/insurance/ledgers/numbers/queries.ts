import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { now } from "@/lib/clock";
import type { CivilMonth } from "@/lib/dates";
import { NUMBERS_MINUTES, openedNumbers } from "@/lib/insurance/ledgers/numbers/rules";
import type { Tx } from "@/prisma/client";

type Reader = Pick<Tx, "auditEvent">;

/** Whether this person said within the last quarter of an hour what the ID numbers of the month are needed for. */
export async function areNumbersOpen(
  reader: Reader,
  { actor }: Permit<"insurance.export">,
  month: CivilMonth,
): Promise<boolean> {
  const row = await reader.auditEvent.findFirst({
    where: {
      actorId: actor.accountId,
      at: { gt: new Date(now().getTime() - NUMBERS_MINUTES * 60_000) },
      object: "insurance_ledger",
      outcome: "DONE",
      detail: { equals: openedNumbers(month) },
    },
    select: { id: true },
  });

  return row !== null;
}
