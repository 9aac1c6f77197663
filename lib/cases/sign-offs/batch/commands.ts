import "server-only";
import { recordAudits } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import type { Tx } from "@/prisma/client";

/** Money of one plan for many households, as somebody approved it. */
export type ManyGrants = {
  programme: string;
  campaignId: string;
  what: string;
  /** day and account of the approval: who happens to read first grants nothing */
  grantedOn: CivilDate;
  grantedById: string;
  to: readonly { personId: string; householdId: string; unitId: string; amountFen: bigint }[];
};

/**
 * Writes down what was granted to each household of a list whose approval and notice are over: two statements, however
 * long the list. The caller has found the households, asked `mayAct` and raised the plan's version in the same transaction.
 * @returns the ids, in the order of `to`
 */
export async function grantMany(tx: Tx, permit: Permit, { to, ...common }: ManyGrants): Promise<string[]> {
  const rows = to.map((one) => ({
    id: newId(),
    bureauId: permit.reach.bureauId,
    ...one,
    programme: common.programme,
    campaignId: common.campaignId,
    kind: "MONEY" as const,
    what: common.what,
    quantity: 1,
    grantedOn: dateColumn(common.grantedOn),
    grantedAt: permit.now,
    grantedById: common.grantedById,
  }));
  if (rows.length === 0) return [];
  await tx.signOff.createMany({ data: rows });
  await recordAudits(
    tx,
    permit,
    rows.map(({ id, personId, amountFen }) => ({
      object: "sign_off",
      objectId: id,
      subjectId: personId,
      detail: { step: "grant", kind: "MONEY", programme: common.programme, amountFen: Number(amountFen) },
    })),
  );

  return rows.map(({ id }) => id);
}
