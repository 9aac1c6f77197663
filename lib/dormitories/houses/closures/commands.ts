import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import type { OpenAgain, ShutBeds } from "@/lib/dormitories/houses/closures/schema";
import { loadRoom } from "@/lib/dormitories/houses/rooms/commands";
import { refuseDays, refuseShutting } from "@/lib/dormitories/houses/rules";
import { claimantsAt, loadSite } from "@/lib/dormitories/houses/sites/commands";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact } from "@/prisma/client";

/**
 * 维修、停用 of a room or one bed. Refused: somebody is in it beyond that day and nobody said that they will be moved
 * (all named), days the wrong way round or over, a bed of another room, somebody was faster.
 */
export async function shutBeds(permit: Permit<"dormitories.build">, input: ShutBeds): Promise<void> {
  await transact(async (tx) => {
    const room = await loadRoom(tx, permit, input);
    const days = refuseDays(input.fromOn, input.toOn, permit.today);
    if (days) throw new Refusal(days, "toOn");
    const bed = input.bedId ? { id: input.bedId, roomId: room.id, retiredOn: null } : null;
    if (bed && (await tx.dormBed.count({ where: bed })) === 0) throw new Refusal("请从这间屋现有的床里选。", "bedId");
    const people = await claimantsAt(tx, permit, bed ?? { roomId: room.id });
    const stay = people.filter(({ leavingOn }) => leavingOn === null || leavingOn > input.fromOn);
    const refusal = refuseShutting(stay, input.isKnown === "on");
    if (refusal) throw new Refusal(refusal, "isKnown");
    const id = newId();
    await tx.dormClosure.create({
      data: {
        id,
        siteId: room.siteId,
        roomId: bed ? null : room.id,
        bedId: bed?.id ?? null,
        kind: input.kind,
        fromOn: dateColumn(input.fromOn),
        toOn: input.toOn ? dateColumn(input.toOn) : null,
        reason: input.reason,
        createdById: permit.actor.accountId,
        createdAt: permit.now,
      },
    });
    await tx.dormRoom.update({ where: { id: room.id }, data: { version: { increment: 1 } } });
    await recordAudit(tx, permit, {
      object: "dorm_closure",
      objectId: id,
      reason: input.reason,
      detail: { step: "shut", residents: stay.length },
    });
  });
}

/** 重新开放 before the last day, or one without a last day. Refused: opened already, somebody was faster. */
export async function openAgain(permit: Permit<"dormitories.build">, input: OpenAgain): Promise<void> {
  await transact(async (tx) => {
    const closure = await tx.dormClosure.findUnique({ where: { id: input.closureId }, select: { siteId: true } });
    if (!closure) notFound();
    await loadSite(tx, permit, closure);
    const { count } = await tx.dormClosure.updateMany({
      where: { id: input.closureId, version: input.version, openedAt: null },
      data: { openedAt: permit.now, openedById: permit.actor.accountId, version: { increment: 1 } },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, { object: "dorm_closure", objectId: input.closureId, detail: { step: "openAgain" } });
  });
}
