import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { deriveMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { dateColumn } from "@/lib/dates";
import { freeBeds, type OpenBed } from "@/lib/dormitories/board/free/queries";
import { bedName } from "@/lib/dormitories/rules";
import { waitingLine, type Entrant } from "@/lib/dormitories/line/queries";
import { suitsBed } from "@/lib/dormitories/line/rules";
import { moveInBy } from "@/lib/dormitories/rules";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { WorkShift } from "@/prisma/generated/enums";

export type Claim = {
  bed: Pick<OpenBed, "id" | "siteId">;
  personId: string;
  applicationId: string | null;
  shift: WorkShift;
  /** allotted at once; a proposal has no day yet */
  isAllotted: boolean;
};

/**
 * Keeps a bed for a person. The partial unique keys decide between two who want the last bed or give one person two:
 * run inside `claiming`, which turns the loser's fault into a sentence.
 * @returns the stay's id
 */
export async function holdBed(tx: Tx, permit: Permit, { bed, isAllotted, ...claim }: Claim): Promise<string> {
  const id = newId();
  const days = await parameterAt(tx, "dormitories.moveInDays", permit.today);
  await tx.bedStay.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      siteId: bed.siteId,
      bedId: bed.id,
      ...claim,
      state: "HELD",
      heldAt: permit.now,
      allottedOn: isAllotted ? dateColumn(permit.today) : null,
      moveInBy: isAllotted ? dateColumn(moveInBy(permit.today, days)) : null,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
  await recordAudit(tx, permit, {
    object: "bed_stay",
    objectId: id,
    subjectId: claim.personId,
    detail: { step: "hold" },
  });

  return id;
}

/**
 * One transaction that claims beds; who comes second is told which of the two was taken, and nothing is written.
 * While it runs no house is rebuilt: a room that changes its use or is closed waits for the end, or has ended before.
 */
export async function claiming<T>(permit: Permit, run: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transact(async (tx) => {
      await keepHouses(tx, permit);

      return run(tx);
    });
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault;
    throw new Refusal("这张床刚分给了别人，或者这位职工刚有了别的床位。请刷新页面，再选一张。", "bedId");
  }
}

async function keepHouses(tx: Tx, permit: Permit): Promise<void> {
  await tx.$queryRaw`
    select id from dorm_site where bureau_id = ${permit.reach.bureauId}::uuid order by id for share`;
}

/**
 * Gives up the beds that are kept for an application; each goes to the next in line whom it suits.
 * @param toNobody the caller gives the bed out itself, or it was never allotted and waits for the next round
 */
export async function releaseBeds(
  tx: Tx,
  permit: Permit,
  applicationId: string,
  { toNobody = false }: { toNobody?: boolean } = {},
): Promise<void> {
  const held = await tx.bedStay.findMany({ where: { applicationId, state: "HELD" } });
  for (const { id, bedId, personId, version } of held) {
    const { count } = await tx.bedStay.updateMany({
      where: { id, version, state: "HELD" },
      data: { state: "RELEASED", version: { increment: 1 } },
    });
    if (count !== 1) throw new Refusal("这张床刚被别人办过，请刷新页面再办。");
    await recordAudit(tx, permit, {
      object: "bed_stay",
      objectId: id,
      subjectId: personId,
      detail: { step: "release" },
    });
    if (!toNobody) await offerNext(tx, permit, bedId);
  }
}

/**
 * 递补: offers a bed that was given back to the first in line whom it suits; nobody clicks it, the audit log and the
 * timeline say so. Without anybody the bed is free. Couples are offered rooms, never single beds.
 */
async function offerNext(tx: Tx, permit: Permit, bedId: string): Promise<void> {
  await keepHouses(tx, permit);
  const bed = (await freeBeds(tx, permit)).find(({ id }) => id === bedId);
  if (!bed) return;
  const line = await waitingLine(tx, permit);
  const busy = await claimants(tx, permit, line);
  const next = line.find((entrant) => !busy.has(entrant.personId) && suitsBed(entrant, bed));
  if (!next) return;
  await holdBed(tx, permit, {
    bed,
    personId: next.personId,
    applicationId: next.id,
    shift: next.shift,
    isAllotted: true,
  });
  const loaded = await loadCase(tx, permit, next.caseId, { isOwnTransaction: true });
  await deriveMove(tx, permit, loaded, "succeed", {
    note: `前一位没有来住，按次序轮到您：${bedName(bed)}。请带身份证找宿舍管理员办入住。`,
  });
}

/** Those of the line who have a bed already or are being given one. */
export async function claimants(tx: Tx, _permit: Permit, line: readonly Entrant[]): Promise<Set<string>> {
  const held = await tx.bedStay.findMany({
    where: { personId: { in: line.map(({ personId }) => personId) }, state: { in: ["HELD", "LIVING"] } },
    select: { personId: true },
  });

  return new Set(held.map(({ personId }) => personId));
}
