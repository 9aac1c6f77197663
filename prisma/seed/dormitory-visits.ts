import { encryptField } from "@/lib/crypto";
import { addDays, dateColumn, instantAt } from "@/lib/dates";
import { needsPolice, nightsOf } from "@/lib/dormitories/visits/rules";
import type { Relation } from "@/lib/dormitories/visits/words";
import { parameters } from "@/lib/parameters/rules";
import type { FamilyVisitState } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import type { Houses, Room, Site } from "./dormitory-houses";
import type { Resident } from "./dormitory-residents";
import { at, idAt, of } from "./random";

type Rows = { [T in keyof SeedRows]: SeedRows[T][] };
type VisitRows = Pick<Rows, "dorm_room" | "family_visit_booking" | "family_visit_night">;

/** Sites with two rooms each for relatives, by their place in the office's list. */
const hosts = [0, 3, 8];

/** Room by number, first night from today, nights, how it went, who came, and whether the worker booked it himself. */
const plan: readonly [number, number, number, FamilyVisitState, Relation, string, boolean][] = [
  [0, -40, 5, "LEFT", "SPOUSE", "周玉兰", true],
  [1, -33, 2, "LEFT", "PARENT", "孙长福", false],
  [2, -26, 7, "LEFT", "SPOUSE", "何秀梅", false],
  [3, -20, 3, "NO_SHOW", "SIBLING", "冯二妹", true],
  [4, -12, 4, "LEFT", "CHILD", "吴小满", true],
  [0, -2, 5, "STAYING", "SPOUSE", "郑春花", true],
  [2, -1, 2, "STAYING", "PARENT", "蒋老太", false],
  [1, 2, 2, "CANCELLED", "OTHER", "沈大姑", true],
  [0, 5, 4, "BOOKED", "CHILD", "韩小雨", true],
  [1, 6, 2, "BOOKED", "SPOUSE", "杨桂英", false],
  [3, 6, 7, "BOOKED", "PARENT", "朱大爷", true],
  [5, 9, 3, "BOOKED", "SPOUSE", "秦素芬", false],
];

/** The rooms for visits, and past, running and coming visits of residents. The last is of nobody of the demo workers. */
export function visitsOfRelatives(
  theatre: Theatre,
  { sites }: Houses,
  living: readonly Resident[],
): VisitRows & { hostIds: Set<string> } {
  const rooms = hosts.flatMap((place) => roomsOf(at(sites, place)));
  const guests = living.filter(({ person }) => Number(person.staffNo) > 50_100);
  const bookings = plan.map(([room, from, nights, state, relation, name, isOwn], row) =>
    bookingRow(
      theatre,
      { row, room: at(rooms, room), from, nights, state, relation, name, isOwn },
      at(guests, 13 + row * 29),
    ),
  );

  return {
    hostIds: new Set(rooms.map(({ siteId }) => siteId)),
    dorm_room: rooms,
    family_visit_booking: bookings.map(({ booking }) => booking),
    family_visit_night: bookings.flatMap(({ nights }) => nights),
  };
}

function roomsOf(site: Site): Room[] {
  return ["108", "109"].map((name, i) => ({
    id: idAt(new Date(site.createdAt ?? 0), "visit room", site.sortNo * 10 + i),
    siteId: site.id,
    building: "1号楼",
    floor: 1,
    name,
    use: "FAMILY_VISIT",
    area: 15,
  }));
}

type Visit = {
  row: number;
  room: Room;
  from: number;
  nights: number;
  state: FamilyVisitState;
  relation: Relation;
  name: string;
  isOwn: boolean;
};

function bookingRow({ today, cast, tree }: Theatre, visit: Visit, { person }: Resident) {
  const [fromOn, toOn] = [addDays(today, visit.from), addDays(today, visit.from + visit.nights)];
  const createdAt = instantAt(addDays(today, Math.min(visit.from - 8, -1)), "10:30");
  const id = idAt(createdAt, "family visit", visit.row);
  const isPoliceNeeded = needsPolice(visit.nights, parameters["dormitories.policeNights"].fallback);
  const hasArrived = visit.state === "LEFT" || visit.state === "STAYING";
  const isGivenBack = visit.state === "CANCELLED" || visit.state === "NO_SHOW";
  const booking: SeedRows["family_visit_booking"] = {
    id,
    bureauId: tree.bureau.id,
    siteId: visit.room.siteId,
    roomId: visit.room.id,
    personId: person.id,
    state: visit.state,
    fromOn: dateColumn(fromOn),
    toOn: dateColumn(toOn),
    guests: visit.relation === "SPOUSE" ? 2 : 1,
    relativeCipher: encryptField(`${visit.relation}|${visit.name}`, {
      table: "family_visit_booking",
      column: "relative_cipher",
      rowId: id,
    }),
    isPoliceNeeded,
    policeOn: hasArrived && isPoliceNeeded ? dateColumn(fromOn) : null,
    arrivedOn: hasArrived ? dateColumn(fromOn) : null,
    leftOn: visit.state === "LEFT" ? dateColumn(toOn) : null,
    isOnBehalf: !visit.isOwn,
    endReason: visit.state === "CANCELLED" ? "家里有事，改日子" : visit.state === "NO_SHOW" ? "没有来" : null,
    requestKey: idAt(createdAt, "family visit request", visit.row),
    createdById: of(cast, "2004").accountId,
    createdAt,
  };
  const nights = nightsOf({ fromOn, toOn }).map((night, i): SeedRows["family_visit_night"] => ({
    id: idAt(createdAt, "family visit night", visit.row * 20 + i),
    bookingId: id,
    roomId: visit.room.id,
    personId: person.id,
    night: dateColumn(night),
    releasedAt: isGivenBack ? instantAt(addDays(today, Math.min(visit.from + 1, 0)), "08:30") : null,
  }));

  return { booking, nights };
}
