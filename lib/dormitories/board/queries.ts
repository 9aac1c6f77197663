import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import { sitesWithin, seesName } from "@/lib/dormitories/reach/queries";
import { awardOf, stayFacts, type StayRow } from "@/lib/dormitories/board/rules";
import { starsOn } from "@/lib/dormitories/rating/rules";
import {
  closesOn,
  freeFrom,
  isOccupied,
  stateOfBed,
  type BedState,
  type ClosureFacts,
  type StayFacts,
} from "@/lib/dormitories/rules";
import { maskedFamilyName } from "@/lib/masks";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { BedTier, RoomUse, SiteFacility, SiteSource, WorkShift } from "@/prisma/generated/enums";

export const living = { state: { in: ["HELD", "LIVING"] } } satisfies Prisma.BedStayWhereInput;
export const stayColumns = {
  id: true,
  state: true,
  inOn: true,
  leavingOn: true,
  outOn: true,
  moveInBy: true,
  awayFrom: true,
  awayTo: true,
  shift: true,
  version: true,
  personId: true,
} as const;

type ClosureRow = { kind: ClosureFacts["kind"]; fromOn: Date; toOn: Date | null };

const closureFacts = ({ kind, fromOn, toOn }: ClosureRow): ClosureFacts => ({
  kind,
  fromOn: fromDateColumn(fromOn),
  toOn: toOn && fromDateColumn(toOn),
});

export type SiteLine = {
  id: string;
  sortNo: number;
  name: string;
  address: string;
  source: SiteSource;
  area: number;
  rooms: number;
  facilities: readonly SiteFacility[];
  stars: number;
  warden: string | null;
  fireCheckedOn: CivilDate | null;
  beds: Record<BedState | "all" | "occupied", number>;
};

const nothing = (): SiteLine["beds"] => ({
  all: 0,
  occupied: 0,
  OCCUPIED: 0,
  AWAY: 0,
  HELD: 0,
  REPAIR: 0,
  OUT_OF_USE: 0,
  FREE: 0,
});

/**
 * 宿舍基本情况: every site within reach that is open (or, asked for, closed), its beds counted by the one definition of
 * tonight. A bureau has a few dozen.
 */
export async function listSites(
  permit: Permit,
  { isClosed = false }: { isClosed?: boolean } = {},
): Promise<SiteLine[]> {
  const within = { ...sitesWithin(permit), closedOn: isClosed ? { not: null } : null };
  const [sites, beds, closures] = await Promise.all([
    db.dormSite.findMany({
      where: within,
      orderBy: { sortNo: "asc" },
      include: {
        warden: { select: { name: true } },
        _count: { select: { rooms: true } },
        starEntries: { where: { awardedOn: { not: null } }, orderBy: { awardedOn: "desc" }, take: 1 },
      },
    }),
    db.dormBed.findMany({
      where: { site: within, retiredOn: null },
      select: { id: true, siteId: true, roomId: true, stays: { where: living, select: stayColumns } },
    }),
    db.dormClosure.findMany({ where: { site: within, openedAt: null } }),
  ]);
  const counts = new Map(sites.map(({ id }) => [id, nothing()]));
  for (const bed of beds) {
    const shut = closures.filter(({ bedId, roomId }) => bedId === bed.id || roomId === bed.roomId).map(closureFacts);
    const state = stateOfBed({ stays: bed.stays.map(stayFacts), closures: shut }, permit.today);
    const count = counts.get(bed.siteId);
    if (!count) continue;
    count.all += 1;
    count[state] += 1;
    if (isOccupied(state)) count.occupied += 1;
  }

  return sites.map((site): SiteLine => ({
    id: site.id,
    sortNo: site.sortNo,
    name: site.name,
    address: site.address,
    source: site.source,
    area: site.area,
    rooms: site._count.rooms,
    facilities: site.facilities,
    stars: site.starEntries[0] ? starsOn(awardOf(site.starEntries[0]), permit.today) : 0,
    warden: site.warden?.name ?? null,
    fireCheckedOn: site.fireCheckedOn && fromDateColumn(site.fireCheckedOn),
    beds: counts.get(site.id) ?? nothing(),
  }));
}

export type BoardBed = {
  id: string;
  label: string;
  tier: BedTier;
  state: BedState;
  /** the day from which somebody can move in; null while nobody knows */
  freeFrom: CivilDate | null;
  /** in a room or bed that is closed tonight: whoever it is has to be moved */
  mustMove: boolean;
  stay: { id: string; version: number; personId: string; name: string; shift: WorkShift; facts: StayFacts } | null;
};
export type BoardRoom = {
  id: string;
  building: string;
  floor: number;
  name: string;
  use: RoomUse;
  area: number;
  /** the shift of those who sleep there; null when nobody does or when it is mixed */
  shift: WorkShift | null;
  closures: { id: string; bedId: string | null; facts: ClosureFacts; reason: string; version: number }[];
  beds: BoardBed[];
};
export type Board = { site: SiteLine; closedOn: CivilDate | null; rooms: BoardRoom[] };

/** A room with its beds, whoever has a claim on them, and what is closed. */
export const roomParts = {
  closures: { where: { openedAt: null } },
  beds: {
    where: { retiredOn: null },
    orderBy: { label: "asc" },
    include: {
      closures: { where: { openedAt: null } },
      stays: { where: living, select: { ...stayColumns, person: { select: { name: true, unitId: true } } } },
    },
  },
} as const satisfies Prisma.DormRoomInclude;

/**
 * One site as one looks at the house: rooms from the ground up, beds as they hang. A liaison reads the names of her own
 * unit's people only; who is not hers is somebody. Not found: a site of nobody or of another bureau.
 */
export async function viewBoard(permit: Permit<"dormitories.view">, siteId: string): Promise<Board> {
  const found = await db.dormSite.findFirst({ where: { id: siteId, ...sitesWithin(permit) } });
  const isClosed = found?.closedOn !== null;
  const site = found && (await listSites(permit, { isClosed })).find(({ id }) => id === siteId);
  if (!site) notFound();
  const rooms = await db.dormRoom.findMany({
    where: { siteId },
    orderBy: [{ building: "asc" }, { floor: "asc" }, { name: "asc" }],
    include: roomParts,
  });

  return {
    site,
    closedOn: found.closedOn && fromDateColumn(found.closedOn),
    rooms: rooms.map((room) => boardRoom(permit, room)),
  };
}

type RoomRow = {
  id: string;
  building: string;
  floor: number;
  name: string;
  use: RoomUse;
  area: number;
  closures: (ClosureRow & { id: string; bedId: string | null; reason: string; version: number })[];
  beds: {
    id: string;
    label: string;
    tier: BedTier;
    closures: RoomRow["closures"];
    stays: (StayRow & {
      id: string;
      version: number;
      shift: WorkShift;
      personId: string;
      person: { name: string; unitId: string };
    })[];
  }[];
};

/** A room with what its beds are tonight. */
export function boardRoom(permit: Permit, room: RoomRow): BoardRoom {
  const shifts = new Set(room.beds.flatMap(({ stays }) => stays.map(({ shift }) => shift)));
  const [shift] = shifts;

  return {
    id: room.id,
    building: room.building,
    floor: room.floor,
    name: room.name,
    use: room.use,
    area: room.area,
    shift: shifts.size === 1 && shift ? shift : null,
    closures: [...room.closures, ...room.beds.flatMap(({ closures }) => closures)]
      .map(({ id, bedId, reason, version, ...row }) => ({ id, bedId, reason, version, facts: closureFacts(row) }))
      .filter(({ facts }) => facts.toOn === null || facts.toOn >= permit.today),
    beds: room.beds.map(({ id, label, tier, stays, closures }) => {
      const facts = { stays: stays.map(stayFacts), closures: [...room.closures, ...closures].map(closureFacts) };
      const [stay] = stays;

      return {
        id,
        label,
        tier,
        state: stateOfBed(facts, permit.today),
        freeFrom: freeFrom(facts, permit.today),
        mustMove: stay !== undefined && facts.closures.some((one) => closesOn(one, permit.today)),
        stay: stay
          ? {
              id: stay.id,
              version: stay.version,
              personId: stay.personId,
              shift: stay.shift,
              name: seesName(permit, stay.person.unitId) ? stay.person.name : maskedFamilyName(stay.person.name),
              facts: stayFacts(stay),
            }
          : null,
      };
    }),
  };
}
