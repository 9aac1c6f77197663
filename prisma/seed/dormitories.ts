import { addDays, dateColumn, instantAt } from "@/lib/dates";
import { dwellingOf } from "@/lib/dormitories/rules";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import type { Theatre } from "./case-teller";
import { bedName, closuresOf, housesOf, type Bed, type Site } from "./dormitory-houses";
import { applicationId, bedLife, holding, repairLife } from "./dormitory-lives";
import type { Fault, Reached, Told, Wish } from "./dormitory-lives";
import { metersOfSites } from "./dormitory-meters";
import { formerStays, heldStays, isNamed, mayLive, residents, type Resident } from "./dormitory-residents";
import { roundOf } from "./dormitory-round";
import { starsOf22 } from "./dormitory-stars";
import { visitsOfRelatives } from "./dormitory-visits";
import type { Family } from "./families";
import { at, dice, idAt, of, shuffled } from "./random";

type Rows = { [T in keyof SeedRows]: SeedRows[T][] };
/** `finish` makes the rows once the cases have their numbers; `homes` is where the residents live. */
export type DormitoryDemo = { lives: Life[]; homes: Map<string, string>; finish: () => Partial<Rows> };

/** One application in each stage: stage, working day, and who where it matters. */
const plan: readonly [Reached, number, string?][] = [
  ["ALLOTTED", -14, "50004"],
  ["WAITLISTED", -30, "50005"],
  ["ALLOTTED", -9],
  ["PROPOSED", -6],
  ...([-70, -68, -66] as const).map((place): [Reached, number] => ["NOTICE", place]),
  ...([-60, -50, -40, -30, -20] as const).map((place): [Reached, number] => ["CHECKED_IN", place]),
  ...Array.from({ length: 12 }, (_, i): [Reached, number] => ["WAITLISTED", -8 - i * 4]),
  ["APPLIED", -1],
  ["APPLIED", -2],
  ["UNIT_CHECK", -3],
  ["RETURNED", -4],
  ["NOT_ELIGIBLE", -12],
  ["OFFER_DECLINED", -30],
  ["LAPSED", -40],
  ["WITHDRAWN", -9],
];
/** 22 sites, 1,120 beds, 1,034 of them slept in, the line, a round on notice, repairs and the star contest. */
export function dormitoriesOf(theatre: Theatre, families: readonly Family[]): DormitoryDemo {
  const houses = housesOf(theatre);
  const closures = closuresOf(theatre, houses);
  const usable = houses.beds.filter(({ row }) => !closures.closed.has(row.id));
  const told = tell(theatre, usable);
  const living = residents(theatre, families, usable, told);
  const faults = faultsOf(theatre, living);
  const former = formerStays(theatre, living);
  const { hostIds, dorm_room: visitRooms, ...visits } = visitsOfRelatives(theatre, houses, living);
  const finish = (): Partial<Rows> => ({
    dorm_site: houses.sites.map((site) => (hostIds.has(site.id) ? withVisitRooms(site) : site)),
    dorm_room: [...houses.rooms, ...visitRooms],
    dorm_bed: houses.beds.map(({ row }) => row),
    dorm_closure: [...closures.rows, closedOver(theatre, at(living, 150))],
    bed_application: told.map((one) => applicationRow(theatre, one, houses.sites)),
    bed_stay: [...living.map(({ stay }) => stay), ...heldStays(theatre, told), ...former],
    repair_ticket: faults.map(({ ticket }) => ticket),
    ...roundOf(theatre, told),
    ...starsOf22(theatre, houses),
    ...visits,
    ...metersOfSites(theatre, houses, [...living.map(({ stay }) => stay), ...former]),
  });

  return {
    lives: [...told.map(({ life }) => life), ...faults.map(({ life }) => life)],
    homes: new Map(living.map(({ person, bed }) => [person.id, dwellingOf(bed.site, bed.room)])),
    finish,
  };
}

function withVisitRooms(site: Site): Site {
  return { ...site, facilities: [...(Array.isArray(site.facilities) ? site.facilities : []), "FAMILY_ROOM"] };
}

/** The applicants, each with the bed that is held for them or that they have moved into. */
function tell(theatre: Theatre, usable: readonly Bed[]): Told[] {
  const { people, today } = theatre;
  const single = shuffled(
    usable.filter(({ room }) => room.use !== "COUPLE"),
    "applicants' beds",
  );
  const applicants = shuffled(
    people.filter((person) => mayLive(person) && !isNamed(person)),
    "bed applicants",
  );
  const taken = new Set<Bed>();

  return plan.map(([reached, place, staffNo], row) => {
    const person = staffNo
      ? at(
          people.filter((one) => one.staffNo === staffNo),
          0,
        )
      : at(applicants, row);
    const hasBed = [...holding, "CHECKED_IN"].includes(reached);
    const bed = hasBed
      ? single.find((one) => one.room.use === person.sex && one.row.tier === "LOWER" && !taken.has(one))
      : undefined;
    if (hasBed && !bed) throw new RangeError(`no bed for applicant ${row}`);
    if (bed) taken.add(bed);
    const wish: Wish = {
      row: 60_000 + row,
      person,
      place,
      reached,
      ...(staffNo === "50004" ? { allottedOn: addDays(today, -6) } : {}),
      ...(reached === "ALLOTTED" && staffNo === undefined ? { allottedOn: addDays(today, -2) } : {}),
    };

    return { ...wish, bed: bed ?? null, life: bedLife(theatre, wish, bed ? bedName(bed) : "一张床") };
  });
}

/** A bed that is repaired while somebody still sleeps in it: the page of the house names who has to be moved. */
function closedOver({ today, cast }: Theatre, { bed }: Resident): SeedRows["dorm_closure"] {
  const createdAt = instantAt(addDays(today, -3), "15:00");

  return {
    id: idAt(createdAt, "closure over"),
    siteId: bed.site.id,
    roomId: null,
    bedId: bed.row.id,
    kind: "REPAIR",
    fromOn: dateColumn(addDays(today, -1)),
    toOn: dateColumn(addDays(today, 13)),
    reason: "床板裂了，换床板（演示）",
    createdById: of(cast, "2004").accountId,
    createdAt,
  };
}

const living: readonly Reached[] = ["APPLIED", "RETURNED", "UNIT_CHECK", "WAITLISTED", ...holding];

function applicationRow(
  _theatre: Theatre,
  one: Told,
  sites: readonly SeedRows["dorm_site"][],
): SeedRows["bed_application"] {
  const { life, person, row, reached } = one;
  const chance = dice("bed wish", row);

  return {
    id: applicationId(one),
    bureauId: life.creator.reach.bureauId,
    caseId: life.id,
    personId: person.id,
    reason: chance.pick(["NO_HOME", "NO_HOME", "FAR_POST", "NEW_HIRE", "FAMILY_HARDSHIP"] as const),
    sitesWish: row % 3 === 0 && !one.bed ? [at(sites, chance.between(0, 21)).id] : [],
    shift: chance.pick(["EARLY", "EARLY", "MIDDLE", "NIGHT"] as const),
    needLower: person.health.length > 0,
    completeAt: life.opened,
    endedAt: living.includes(reached) ? null : life.last,
    createdAt: life.opened,
  };
}

const troubles: readonly [Fault["reached"], number, string, SeedRows["repair_ticket"]["kind"], boolean?][] = [
  ["PENDING", -1, "暖气不热", "HEATING"],
  ["IN_PROGRESS", -2, "水管漏水，整层停水", "WATER", true],
  ["IN_PROGRESS", -3, "窗户关不严", "DOOR_WINDOW"],
  ["ANSWERED", -5, "热水器不出热水", "WATER"],
  ["CLOSED", -12, "插座没有电", "ELECTRICITY"],
  ["CLOSED", -20, "空调不制热", "AIR_CONDITIONING"],
  ["CLOSED", -31, "门锁坏了", "DOOR_WINDOW"],
  ["CLOSED", -44, "下水道堵了", "WATER"],
];

/** Repairs in the generic stages; the first was reported by 陈桂芳 on her phone. */
function faultsOf(
  theatre: Theatre,
  residentsNow: readonly Resident[],
): { life: Life; ticket: SeedRows["repair_ticket"] }[] {
  const first = residentsNow.find(({ person }) => person.staffNo === "50003") ?? at(residentsNow, 0);
  const repairerId = of(theatre.cast, "2004").personId;

  return troubles.map(([reached, place, text, kind, isUrgent = false], row) => {
    const { person, bed } = row === 0 ? first : at(residentsNow, 37 * row);
    const life = repairLife(theatre, { row: 62_000 + row, person, place, text, reached });
    const isDone = reached === "ANSWERED" || reached === "CLOSED";

    return {
      life,
      ticket: {
        id: idAt(life.opened, "repair ticket", row),
        caseId: life.id,
        siteId: bed.site.id,
        roomId: bed.room.id,
        reporterId: person.id,
        kind,
        isUrgent,
        dueAt: isUrgent ? new Date(life.opened.getTime() + 24 * 3_600_000) : null,
        ...(isDone
          ? { repairerId, costFen: BigInt(6_000 + row * 4_550), doneOn: dateColumn(theatre.line.on(place + 2)) }
          : {}),
        ...(reached === "CLOSED" ? { acceptedById: person.id, acceptedAt: life.last } : {}),
        createdAt: life.opened,
      },
    };
  });
}
