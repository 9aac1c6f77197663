import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { boardRoom, roomParts } from "@/lib/dormitories/board/queries";
import { transact, type Tx } from "@/prisma/client";
import type { BedTier, RoomUse, WorkShift } from "@/prisma/generated/enums";

export type OpenBed = {
  id: string;
  siteId: string;
  site: string;
  roomId: string;
  room: string;
  label: string;
  use: RoomUse;
  tier: BedTier;
  roomShift: WorkShift | null;
  place: number;
};

/** The beds that are free tonight and open, in the order of the houses; what rounds and single allotments share out. */
export async function freeBeds(tx: Tx, permit: Permit, siteId?: string): Promise<OpenBed[]> {
  const rooms = await tx.dormRoom.findMany({
    where: { site: { bureauId: permit.reach.bureauId, closedOn: null, ...(siteId ? { id: siteId } : {}) } },
    orderBy: [{ site: { sortNo: "asc" } }, { building: "asc" }, { floor: "asc" }, { name: "asc" }],
    include: {
      site: { select: { id: true, name: true } },
      ...roomParts,
    },
  });
  let place = 0;

  return rooms.flatMap((row) => {
    const room = boardRoom(permit, row);

    return room.beds
      .filter(({ state }) => state === "FREE")
      .map(({ id, label, tier }) => ({
        id,
        label,
        tier,
        siteId: row.site.id,
        site: row.site.name,
        roomId: room.id,
        room: `${room.building}${room.name}室`,
        use: room.use,
        roomShift: room.shift,
        place: (place += 1),
      }));
  });
}

/** Free beds that somebody of a room of this kind may change to; a warden's are those of the own sites. */
export async function freeBedsFor(permit: Permit<"dormitories.view">, use: RoomUse): Promise<OpenBed[]> {
  return transact(async (tx) => {
    const own = await tx.dormSite.findMany({ where: sitesWithin(permit), select: { id: true } });
    const beds = await freeBeds(tx, permit);

    return beds.filter((bed) => bed.use === use && own.some(({ id }) => id === bed.siteId));
  });
}
