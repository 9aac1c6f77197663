import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, spokenDate } from "@/lib/dates";
import { maybeTwice } from "@/lib/relief/files/queries";
import { eventWords } from "@/lib/relief/words";
import { tableOf } from "@/lib/stages";
import { transact } from "@/prisma/client";

export type MyRelief = {
  caseId: string;
  version: number;
  title: string;
  happenedSpoken: string;
  short: string;
  says: string;
  answer: string | null;
  returnNote: string | null;
  /** what was approved or paid first, 分 */
  grantedFen: number | null;
  isRunning: boolean;
  mayWithdraw: boolean;
};

/** Own reports, the latest five, as the worker sees what became of them. */
export async function myReliefs(permit: Permit<"my.relief">): Promise<MyRelief[]> {
  return transact(async (tx) => {
    const rows = await tx.emergencyRelief.findMany({
      where: { bureauId: permit.reach.bureauId, personId: permit.reach.personId, case: { status: { not: "void" } } },
      orderBy: { caseId: "desc" },
      take: 5,
      include: {
        case: { include: { events: { where: { kind: "return" }, orderBy: { id: "desc" }, take: 1 } } },
      },
    });

    return rows.map((row) => {
      const spoken = tableOf(row.case.stageTable).spokenStages[row.case.stage];
      const isRunning = ["open", "waiting"].includes(row.case.status);
      const fen = row.grantedFen ?? (row.paidFirstFen > 0n ? row.paidFirstFen : null);

      return {
        caseId: row.caseId,
        version: row.case.version,
        title: eventWords[row.event],
        happenedSpoken: spokenDate(fromDateColumn(row.happenedOn), permit.today),
        short: spoken?.short ?? "",
        says: spoken?.says ?? "",
        answer: row.case.status === "open" ? null : row.case.answer,
        returnNote: row.case.stage === "RETURNED" ? (row.case.events[0]?.note ?? null) : null,
        grantedFen: fen === null ? null : Number(fen),
        isRunning,
        mayWithdraw: isRunning && row.paidFirstFen === 0n && row.case.stage !== "PAYING",
      };
    });
  });
}

/** Whether somebody of the household has a report under way or of these days: then the form asks if it is another event. */
export async function mayBeTwice(
  permit: Permit<"my.relief"> | Permit<"relief.report">,
  personId: string,
): Promise<{ number: string; event: string; happened: string }[]> {
  const found = await transact((tx) => maybeTwice(tx, permit, { personId }));

  return found.map(({ number, event, happenedOn }) => ({
    number,
    event: eventWords[event],
    happened: fromDateColumn(happenedOn),
  }));
}
