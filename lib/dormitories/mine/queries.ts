import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatDate, fromDateColumn, spokenDate } from "@/lib/dates";
import { settleBeds } from "@/lib/dormitories/allotment/settle/commands";
import { bedTable } from "@/lib/dormitories/application/rules";
import { waitingLine } from "@/lib/dormitories/line/queries";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { kindOf } from "@/lib/dormitories/line/rules";
import { transact, type Tx } from "@/prisma/client";

export type MyDormitory = {
  /** the bed the worker has or is offered */
  stay: {
    id: string;
    version: number;
    isLiving: boolean;
    isAllotted: boolean;
    where: string;
    warden: string | null;
    leaving: string | null;
    lastDay: string | null;
  } | null;
  case: {
    id: string;
    version: number;
    stage: string;
    short: string;
    says: string;
    mayWithdraw: boolean;
    mayDecline: boolean;
    mayComplete: boolean;
    note: string | null;
    /** how many stand before, in the line for the same kind of bed */
    before: number | null;
  } | null;
  mayApply: boolean;
};

/** What a worker sees of the own bed, application and place in the line. */
export async function myDormitory(permit: Permit<"my.dormitory">): Promise<MyDormitory> {
  await settleBeds(permit);

  return transact(async (tx) => {
    const stay = await tx.bedStay.findFirst({
      where: { personId: permit.reach.personId, state: { in: ["HELD", "LIVING"] } },
      include: { site: { include: { warden: { select: { name: true } } } }, bed: { include: { room: true } } },
    });
    const last = await tx.bedApplication.findFirst({
      where: { personId: permit.reach.personId },
      orderBy: { id: "desc" },
      include: {
        case: {
          include: { events: { where: { isPublic: true, note: { not: null } }, orderBy: { id: "desc" }, take: 1 } },
        },
      },
    });
    const isRunning = last !== null && last.endedAt === null;

    return {
      stay: stay && {
        id: stay.id,
        version: stay.version,
        isLiving: stay.state === "LIVING",
        isAllotted: stay.allottedOn !== null,
        where: `${stay.site.name}${stay.bed.room.building}${stay.bed.room.name}室${stay.bed.label}床`,
        warden: stay.site.warden?.name ?? null,
        leaving: stay.leavingOn && formatDate(fromDateColumn(stay.leavingOn)),
        lastDay: stay.moveInBy && spokenDate(fromDateColumn(stay.moveInBy), permit.today),
      },
      case:
        last && (isRunning || !stay)
          ? {
              id: last.case.id,
              version: last.case.version,
              stage: last.case.stage,
              short: bedTable.spokenStages[last.case.stage as keyof typeof bedTable.spokenStages].short,
              says: bedTable.spokenStages[last.case.stage as keyof typeof bedTable.spokenStages].says,
              mayWithdraw: isRunning && last.case.stage !== "ALLOTTED",
              mayDecline: isRunning && last.case.stage === "ALLOTTED",
              mayComplete: last.case.stage === "RETURNED",
              note: ["RETURNED", "NOT_ELIGIBLE"].includes(last.case.stage) ? (last.case.events[0]?.note ?? null) : null,
              before: last.case.stage === "WAITLISTED" ? await beforeIn(tx, permit, last.id) : null,
            }
          : null,
      mayApply: !stay && !isRunning,
    };
  });
}

/** How many in the line stand before and wait for the same kind of bed. */
async function beforeIn(tx: Tx, permit: Permit, applicationId: string): Promise<number> {
  const line = await waitingLine(tx, permit);
  const own = line.findIndex(({ id }) => id === applicationId);
  const mine = line[own];

  return mine ? line.slice(0, own).filter((one) => kindOf(one) === kindOf(mine)).length : 0;
}

/** The sites that one may wish for, with the number of free beds left out: nobody shall wait for a figure of today. */
export async function sitesToWish(permit: Permit): Promise<{ value: string; label: string }[]> {
  return transact(async (tx) => {
    const sites = await tx.dormSite.findMany({
      where: { ...sitesWithin(permit), closedOn: null },
      orderBy: { sortNo: "asc" },
      select: { id: true, name: true },
    });

    return sites.map(({ id, name }) => ({ value: id, label: name }));
  });
}
