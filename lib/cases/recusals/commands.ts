import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import type { Tx } from "@/prisma/client";

/**
 * 回避, in the transaction that opens the case: these people (whatever account they have) neither see nor handle it,
 * because it is about what they did themselves. It is never taken back.
 * @param involved ids of accounts and of persons
 * @returns the accounts that are kept away
 */
export async function recuse(
  tx: Tx,
  permit: Permit,
  caseId: string,
  involved: { accountIds: readonly string[]; personIds: readonly string[] },
): Promise<string[]> {
  const accounts = await tx.account.findMany({
    where: {
      bureauId: permit.reach.bureauId,
      kind: "STAFF",
      OR: [{ id: { in: [...involved.accountIds] } }, { personId: { in: [...involved.personIds] } }],
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const accountIds = accounts.map(({ id }) => id);
  await tx.caseRecusal.createMany({ data: accountIds.map((accountId) => ({ caseId, accountId })) });
  await recordAudit(tx, permit, {
    object: "welfare_case",
    objectId: caseId,
    detail: { step: "recuse", accounts: accountIds.length },
  });

  return accountIds;
}
