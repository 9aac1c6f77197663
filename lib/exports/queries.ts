import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { mayDo } from "@/lib/auth/verbs";
import { formatInstant } from "@/lib/dates";
import { listCalled } from "@/lib/exports/lists/queries";
import { exportName, type ExportName, refuseDecision, refuseTaking } from "@/lib/exports/rules";
import { db } from "@/prisma/client";
import type { ExportState } from "@/prisma/generated/enums";

export type RequestLine = {
  id: string;
  title: string;
  filterWords: string;
  reason: string;
  rows: number;
  state: ExportState;
  askedBy: string;
  askedAt: string;
  decision: string | null;
  validUntil: string | null;
  mayDecide: boolean;
  mayTake: boolean;
};

/** The latest requests that concern this person: the own ones, and those this person may decide. Newest first. */
export async function listRequests(permit: Permit<"exports.view">): Promise<RequestLine[]> {
  const { accountId, grants } = permit.actor;
  const rows = await db.exportRequest.findMany({
    where: { bureauId: permit.reach.bureauId },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const concerned = rows.map((row) => {
    const list = listCalled(permit, exportName(row.list));
    const decider = { accountId, isLeader: permit.reach.isLeader, mayExport: mayDo(list.verb, grants) };

    return { row, list, isOther: row.askedById !== accountId, decider };
  });

  return concerned
    .filter(({ isOther, decider }) => !isOther || decider.isLeader || decider.mayExport)
    .slice(0, 50)
    .map(({ row, list, decider }) => ({
      id: row.id,
      title: list.title,
      filterWords: row.filterWords,
      reason: row.reason,
      rows: row.rows,
      state: row.state,
      askedBy: row.askedByName,
      askedAt: formatInstant(row.askedAt),
      decision: row.decidedByName && [row.decidedByName, row.decisionNote].filter(Boolean).join("："),
      validUntil: row.validUntil && formatInstant(row.validUntil),
      mayDecide: refuseDecision(row, decider) === undefined,
      mayTake: refuseTaking(row, accountId, permit.now) === undefined,
    }));
}

/** Which list a request of the bureau is about; any other request is not found. */
export async function findRequest(permit: Permit<"exports.view">, id: string): Promise<ExportName> {
  const request = await db.exportRequest.findFirst({
    where: { id, bureauId: permit.reach.bureauId, askedById: permit.actor.accountId },
    select: { list: true },
  });
  if (!request) notFound();

  return exportName(request.list);
}
