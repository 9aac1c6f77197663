import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn } from "@/lib/dates";
import { boardRoom, roomParts } from "@/lib/dormitories/board/queries";
import { db } from "@/prisma/client";

/** A site as its form shows it, also a closed one. Not found out of the bureau. */
export async function siteToChange(permit: Permit<"dormitories.build">, id: string) {
  const site = await db.dormSite.findFirst({
    where: { id, bureauId: permit.reach.bureauId },
    include: { warden: { select: { staffNo: true, name: true } } },
  });
  if (!site) notFound();

  return {
    ...site,
    openedOn: fromDateColumn(site.openedOn),
    fireCheckedOn: site.fireCheckedOn && fromDateColumn(site.fireCheckedOn),
    closedOn: site.closedOn && fromDateColumn(site.closedOn),
  };
}

/** A room with its beds as they are tonight and every closure it ever had, the latest first. Not found elsewhere. */
export async function roomToChange(permit: Permit<"dormitories.build">, siteId: string, id: string) {
  const room = await db.dormRoom.findFirst({
    where: { id, siteId, site: { bureauId: permit.reach.bureauId } },
    include: { ...roomParts, site: { select: { id: true, name: true } } },
  });
  if (!room) notFound();
  const closures = await db.dormClosure.findMany({
    where: { OR: [{ roomId: id }, { bed: { roomId: id } }] },
    orderBy: { id: "desc" },
    take: 20,
    include: { bed: { select: { label: true } } },
  });

  return {
    ...boardRoom(permit, room),
    version: room.version,
    site: room.site,
    past: closures.map(({ bed, fromOn, toOn, openedAt, ...one }) => ({
      ...one,
      where: bed ? `${bed.label}床` : "整间",
      from: fromDateColumn(fromOn),
      to: toOn && fromDateColumn(toOn),
      isRunning: openedAt === null && (toOn === null || fromDateColumn(toOn) >= permit.today),
      wasOpened: openedAt !== null,
    })),
  };
}
