import { addDays, dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import type { SiteFacility } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import { at, dice, idAt, of } from "./random";

export type Site = SeedRows["dorm_site"];
export type Room = SeedRows["dorm_room"];
/** A bed with what one has to know of its room and site. */
export type Bed = { row: SeedRows["dorm_bed"]; room: Room; site: Site; place: number };
export type Houses = { sites: Site[]; rooms: Room[]; beds: Bed[] };

/** 22 sites with 1,120 beds: 9 腾退, 8 新建, 5 联建 (domain guide §5). */
const plans = [
  { source: "NEW", names: ["阳光", "环湖", "青松", "同乐", "春晖", "新苑", "朝阳", "和顺"] },
  { source: "JOINT", names: ["怀安路", "鼓楼", "西站", "海光", "北辰道"] },
  {
    source: "CONVERTED",
    names: ["一所大院", "二所大院", "三所大院", "四所大院", "河沿", "柳荫", "长虹", "金钟", "小站"],
  },
] as const;

/** Beds by room in the order of the house: eleven of six, one of four and one for a couple; or so many of four. */
function roomSizes(source: Site["source"], index: number): number[] {
  if (source === "NEW") return [...Array.from({ length: 11 }, () => 6), 4, 2];

  return Array.from({ length: source === "JOINT" ? 12 : index < 4 ? 9 : 8 }, () => 4);
}

const basics: SiteFacility[] = ["HEATING", "AIR_CONDITIONING", "HOT_WATER", "BATH", "MEDICINE_BOX"];
const extras = {
  NEW: ["CANTEEN", "LAUNDRY", "DRYING", "CHARGING", "ACTIVITY_ROOM"],
  JOINT: ["CANTEEN", "LAUNDRY", "DRYING"],
  CONVERTED: ["DRYING"],
  RENTED: [],
} satisfies Record<Site["source"], SiteFacility[]>;

/** Sites, rooms and beds, the same whatever the day but for the dates. */
export function housesOf(theatre: Theatre): Houses {
  const sites: Site[] = [];
  const rooms: Room[] = [];
  const beds: Bed[] = [];
  for (const { source, names } of plans)
    names.forEach((name, index) => {
      const site = siteRow(theatre, sites.length, source, name);
      sites.push(site);
      roomSizes(source, index).forEach((size, place) => {
        const room = roomRow(site, rooms.length, place, size);
        rooms.push(room);
        for (let i = 0; i < size; i += 1)
          beds.push({ row: bedRow(room, i, beds.length), room, site, place: beds.length });
      });
    });

  return { sites, rooms, beds };
}

function siteRow({ today, people, cast, tree }: Theatre, index: number, source: Site["source"], name: string): Site {
  const opened = addDays(today, -5_200 + index * 190);
  const created = instantAt(addDays(today, -700), "09:00");
  const keepers = people.filter(
    ({ staffNo, status, isMigrant }) => Number(staffNo) > 50_100 && status === "ACTIVE" && !isMigrant,
  );

  return {
    id: idAt(created, "dormitory", index),
    bureauId: tree.bureau.id,
    sortNo: index + 1,
    name: `${name}宿舍`,
    address: `演示区环湖街${name}里${index + 1}号`,
    source,
    openedOn: dateColumn(opened),
    // one of the old offices was never accepted: the page warns of it
    fireCheckedOn: index === 21 ? null : dateColumn(addDays(opened, -30)),
    area: roomSizes(source, index - 13).reduce((sum, size) => sum + size * 8, 0) + 120,
    facilities: [...basics.slice(0, source === "CONVERTED" ? 4 : 5), ...extras[source]],
    // the first two have a warden of the office, who signs in
    wardenId: index < 2 ? of(cast, "2015").personId : at(keepers, index * 17 + 3).id,
    createdById: of(cast, "2004").accountId,
    createdAt: created,
  };
}

/** Three rooms on each floor; every third floor's rooms are the women's, couples live at the end of the house. */
function roomRow(site: Site, row: number, place: number, size: number): Room {
  const floor = 1 + Math.floor(place / 4);

  return {
    id: idAt(new Date(site.createdAt ?? 0), "dormitory room", row),
    siteId: site.id,
    building: "1号楼",
    floor,
    name: `${floor}0${(place % 4) + 1}`,
    use: size === 2 ? "COUPLE" : place % 5 < 2 ? "FEMALE" : "MALE",
    area: size * 6,
  };
}

function bedRow(room: Room, index: number, row: number): SeedRows["dorm_bed"] {
  return {
    id: idAt(new Date(0), "dormitory bed", row),
    siteId: room.siteId,
    roomId: room.id,
    label: String.fromCharCode(65 + index),
    tier: room.use === "COUPLE" ? "SINGLE" : index % 2 === 0 ? "LOWER" : "UPPER",
  };
}

/** One room and four beds are out of use on that day. */
export function closuresOf(
  { today, cast }: Theatre,
  { beds }: Houses,
): { rows: SeedRows["dorm_closure"][]; closed: Set<string> } {
  const room = at(beds, 60).room;
  const inRoom = beds.filter((bed) => bed.room === room);
  const single = [200, 420, 777, 1_050].map((place) => at(beds, place));
  const common = { createdById: of(cast, "2004").accountId, createdAt: instantAt(addDays(today, -12), "10:00") };
  const dated = (from: number, to: number | null) => ({
    fromOn: dateColumn(addDays(today, from)),
    toOn: to === null ? null : dateColumn(addDays(today, to)),
  });
  const rows: SeedRows["dorm_closure"][] = [
    {
      id: idAt(common.createdAt, "closure"),
      siteId: room.siteId,
      roomId: room.id,
      bedId: null,
      kind: "REPAIR",
      ...dated(-12, 20),
      reason: "暖气管改造（演示）",
      ...common,
    },
    ...single.map(({ row }, i) => ({
      id: idAt(common.createdAt, "closure", i + 1),
      siteId: row.siteId,
      roomId: null,
      bedId: row.id,
      kind: "OUT_OF_USE" as const,
      ...dated(-30, null),
      reason: "床架坏了，等换新（演示）",
      ...common,
    })),
  ];

  return { rows, closed: new Set([...inRoom, ...single].map(({ row }) => row.id)) };
}

/** The shift of a room: its people rise together. */
export function shiftOf(room: Room): "EARLY" | "MIDDLE" | "NIGHT" {
  return dice("room shift", room.floor * 31 + room.siteId.charCodeAt(30)).pick([
    "EARLY",
    "EARLY",
    "MIDDLE",
    "NIGHT",
  ] as const);
}

/** Day of moving in, at least a month ago and after the hiring. */
export function movedIn(today: CivilDate, hiredOn: CivilDate, row: number): CivilDate {
  const wanted = addDays(today, -dice("moved in", row).between(40, 1_400));

  return wanted > hiredOn ? wanted : addDays(hiredOn, 1) < today ? addDays(hiredOn, 1) : today;
}

/** `阳光宿舍1号楼101室A床` */
export const bedName = ({ site, room, row }: Bed) => `${site.name}${room.building}${room.name}室${row.label}床`;
