import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import type { GrantedFacts } from "@/lib/cases/sign-offs/rules";
import { fromDateColumn } from "@/lib/dates";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The rows a permit reaches: a leader all, an officer those of the own programmes, a liaison those of the own units,
 * a worker what was given to him or to his household as such. What is outside is not found.
 */
export function signOffsWithin({ reach }: Permit): Prisma.SignOffWhereInput {
  const bureau = { bureauId: reach.bureauId };
  if (reach.kind === "self") {
    const household = { personId: null, household: { persons: { some: { id: reach.personId } } } };
    return { ...bureau, OR: [{ personId: reach.personId }, household] };
  }
  if (reach.isLeader) return bureau;
  const ways: Prisma.SignOffWhereInput[] = [];
  if (reach.programmes.length > 0) ways.push({ programme: { in: [...reach.programmes] } });
  if (reach.unitIds.length > 0) ways.push({ unitId: { in: [...reach.unitIds] } });

  return ways.length > 0 ? { ...bureau, OR: ways } : { id: { in: [] } };
}

/** A row as commands need it. */
export type LoadedSignOff = GrantedFacts & {
  id: string;
  version: number;
  bureauId: string;
  personId: string | null;
  householdId: string | null;
  unitId: string;
  programme: string;
  caseId: string | null;
  campaignId: string | null;
  what: string;
  quantity: number;
  amountFen: bigint;
  /** the person, or the head of the household */
  name: string;
  /** everybody of the bureau who lives in that household */
  householdIds: string[];
};

/** Loads a row within reach; outside it is not found, exactly as if it did not exist. */
export async function loadSignOff(tx: Tx, permit: Permit, id: string): Promise<LoadedSignOff> {
  return loadWhere(tx, { AND: [{ id }, signOffsWithin(permit)] });
}

/** The same for a programme that has found what the row belongs to within its own reach (a household of the own group). */
export async function loadGranted(tx: Tx, permit: Permit, id: string): Promise<LoadedSignOff> {
  return loadWhere(tx, { id, bureauId: permit.reach.bureauId });
}

async function loadWhere(tx: Tx, where: Prisma.SignOffWhereInput): Promise<LoadedSignOff> {
  const row = await tx.signOff.findFirst({
    where,
    include: {
      person: { select: { id: true, name: true } },
      household: { select: { head: { select: { id: true, name: true } }, persons: { select: { id: true } } } },
      reversedBy: { select: { id: true } },
    },
  });
  if (!row) notFound();
  const { person, household, reversedBy, ...columns } = row;
  const householdIds = [person?.id, household?.head.id, ...(household?.persons ?? []).map((one) => one.id)];

  return {
    ...columns,
    grantedOn: fromDateColumn(row.grantedOn),
    signedOn: row.signedOn && fromDateColumn(row.signedOn),
    isReversed: reversedBy !== null,
    isReversal: row.reversesId !== null,
    name: person?.name ?? household?.head.name ?? "",
    householdIds: [...new Set(householdIds.filter((one) => one !== undefined))],
  };
}
