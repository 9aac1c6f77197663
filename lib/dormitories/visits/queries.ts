import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { addDays, dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { closesOn } from "@/lib/dormitories/rules";
import { nextFree, nightsOf, type RoomNights } from "@/lib/dormitories/visits/rules";
import type { VisitFilter } from "@/lib/dormitories/visits/schema";
import { relationWords, type Relation } from "@/lib/dormitories/visits/words";
import { maskName } from "@/lib/masks";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { parametersAt } from "@/lib/parameters/queries";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { FamilyVisitState } from "@/prisma/generated/enums";

type Reader = Pick<Tx, "dormRoom" | "familyVisitNight" | "parameter">;

/** A room for visits with the nights in which it is taken or shut. */
export type VisitRoom = RoomNights & { siteId: string; name: string; building: string };

/** The rooms for visits of these sites in the order of the house, each with its taken nights in `[from, to)`. */
export async function visitRooms(
  tx: Reader,
  _permit: Permit,
  { siteIds, from, to }: { siteIds: readonly string[]; from: CivilDate; to: CivilDate },
): Promise<VisitRoom[]> {
  const rooms = await tx.dormRoom.findMany({
    where: { siteId: { in: [...siteIds] }, use: "FAMILY_VISIT" },
    orderBy: [{ building: "asc" }, { floor: "asc" }, { name: "asc" }],
    include: { closures: { where: { bedId: null } } },
  });
  const booked = await tx.familyVisitNight.findMany({
    where: {
      roomId: { in: rooms.map(({ id }) => id) },
      releasedAt: null,
      night: { gte: dateColumn(from), lt: dateColumn(to) },
    },
    select: { roomId: true, night: true },
  });
  const nights = nightsOf({ fromOn: from, toOn: to });

  return rooms.map(({ id, siteId, name, building, closures }) => {
    const shut = closures.map(({ kind, fromOn, toOn }) => ({
      kind,
      fromOn: fromDateColumn(fromOn),
      toOn: toOn && fromDateColumn(toOn),
    }));
    const own = booked.filter(({ roomId }) => roomId === id).map(({ night }) => fromDateColumn(night));

    return {
      id,
      siteId,
      name,
      building,
      taken: new Set([...own, ...nights.filter((night) => shut.some((one) => closesOn(one, night)))]),
    };
  });
}

/** The next three days on which somebody can come for so many nights, in that room or in whichever. */
export async function freeDays(
  tx: Reader,
  permit: Permit,
  {
    siteId,
    roomId,
    fromOn,
    nights,
  }: { siteId: string; roomId?: string | undefined; fromOn: CivilDate; nights: number },
): Promise<CivilDate[]> {
  const { ahead } = await visitLimits(tx, permit);
  const last = addDays(permit.today, ahead);
  const from = fromOn < permit.today ? permit.today : fromOn;
  const rooms = await visitRooms(tx, permit, { siteIds: [siteId], from, to: addDays(last, nights) });

  return nextFree(roomId ? rooms.filter(({ id }) => id === roomId) : rooms, { fromOn: from, last, nights, count: 3 });
}

/** How long, how far ahead, and from how many nights on the police want to know. */
export async function visitLimits(reader: Reader, permit: Permit) {
  const keys = ["dormitories.visitNights", "dormitories.visitAhead", "dormitories.policeNights"] as const;
  const values = await parametersAt(reader, keys, permit.today);

  return {
    most: values["dormitories.visitNights"],
    ahead: values["dormitories.visitAhead"],
    police: values["dormitories.policeNights"],
  };
}

/** The open sites that have a room for visits, to choose from. */
export async function visitSites(permit: Permit): Promise<{ value: string; label: string }[]> {
  const sites = await db.dormSite.findMany({
    where: {
      ...sitesWithin(permit),
      closedOn: null,
      rooms: { some: { use: "FAMILY_VISIT" } },
    },
    orderBy: { sortNo: "asc" },
    select: { id: true, name: true },
  });

  return sites.map(({ id, name }) => ({ value: id, label: name }));
}

export type VisitLine = {
  id: string;
  version: number;
  personId: string;
  name: string;
  staffNo: string;
  siteId: string;
  where: string;
  state: FamilyVisitState;
  fromOn: CivilDate;
  toOn: CivilDate;
  nights: number;
  guests: number;
  /** masked: who may read it in clear asks for it with a reason */
  relative: string;
  relation: string;
  isPoliceNeeded: boolean;
  policeOn: CivilDate | null;
  isOnBehalf: boolean;
  endReason: string | null;
};
export type VisitList = Page<VisitLine> & { counts: Record<VisitFilter["tab"], number> };

const states: Readonly<Record<VisitFilter["tab"], FamilyVisitState[]>> = {
  coming: ["BOOKED"],
  staying: ["STAYING"],
  ended: ["LEFT", "NO_SHOW", "CANCELLED"],
};
const parts = {
  person: { select: { name: true, staffNo: true } },
  site: { select: { name: true } },
  room: { select: { building: true, name: true } },
} as const;
type Row = Prisma.FamilyVisitBookingGetPayload<{ include: typeof parts }>;

/** 探亲房预订 of the sites within reach, the latest first. */
export async function listVisits(permit: Permit<"dormitories.living">, filter: VisitFilter): Promise<VisitList> {
  const within: Prisma.FamilyVisitBookingWhereInput = {
    bureauId: permit.reach.bureauId,
    site: sitesWithin(permit),
    ...(filter.site ? { siteId: filter.site } : {}),
  };
  const [after] = decodeCursor(filter.after, 1) ?? [];
  const [rows, counted] = await Promise.all([
    db.familyVisitBooking.findMany({
      where: { ...within, state: { in: states[filter.tab] }, ...(after ? { id: { lt: after } } : {}) },
      orderBy: { id: "desc" },
      take: pageSize + 1,
      include: parts,
    }),
    db.familyVisitBooking.groupBy({ by: ["state"], where: within, _count: true }),
  ]);
  const page = pageOf(rows, ({ id }) => [id], { cursor: filter.after });
  const count = (tab: VisitFilter["tab"]) =>
    counted.reduce((sum, { state, _count }) => (states[tab].includes(state) ? sum + _count : sum), 0);

  return {
    ...page,
    rows: page.rows.map((row) => lineOf(permit, row)),
    counts: { coming: count("coming"), staying: count("staying"), ended: count("ended") },
  };
}

/** One booking within reach; else not found. */
export async function viewVisit(permit: Permit<"dormitories.living">, id: string): Promise<VisitLine> {
  const row = await db.familyVisitBooking.findFirst({
    where: { id, bureauId: permit.reach.bureauId, site: sitesWithin(permit) },
    include: parts,
  });
  if (!row) notFound();

  return lineOf(permit, row);
}

/** The own bookings, the latest first; the worker typed the name, so it is read in clear. */
export async function myVisits(permit: Permit<"my.dormitory">): Promise<VisitLine[]> {
  const rows = await db.familyVisitBooking.findMany({
    where: { personId: permit.reach.personId },
    orderBy: { id: "desc" },
    take: 5,
    include: parts,
  });

  return rows.map((row) => ({ ...lineOf(permit, row), relative: relativeOf(permit, row).name }));
}

/** Who comes, in clear. For who may: the person concerned, and a look with a reason. */
export function relativeOf(
  _permit: Permit,
  row: { id: string; relativeCipher: string },
): { name: string; relation: Relation } {
  const place = { table: "family_visit_booking", column: "relative_cipher", rowId: row.id };
  const [relation, name] = decryptField(row.relativeCipher, place).split("|");

  return { name: name ?? "", relation: (relation as Relation | undefined) ?? "OTHER" };
}

function lineOf(permit: Permit, row: Row): VisitLine {
  const { name, relation } = relativeOf(permit, row);
  const [fromOn, toOn] = [fromDateColumn(row.fromOn), fromDateColumn(row.toOn)];

  return {
    id: row.id,
    version: row.version,
    personId: row.personId,
    name: row.person.name,
    staffNo: row.person.staffNo,
    siteId: row.siteId,
    where: `${row.site.name}${row.room.building}${row.room.name}室`,
    state: row.state,
    fromOn,
    toOn,
    nights: nightsOf({ fromOn, toOn }).length,
    guests: row.guests,
    relative: maskName(name),
    relation: relationWords[relation],
    isPoliceNeeded: row.isPoliceNeeded,
    policeOn: row.policeOn && fromDateColumn(row.policeOn),
    isOnBehalf: row.isOnBehalf,
    endReason: row.endReason,
  };
}
