import { addDays, dateColumn, type CivilDate } from "@/lib/dates";
import { moveInBy } from "@/lib/dormitories/rules";
import { handoverItems } from "@/lib/dormitories/words";
import { parameters } from "@/lib/parameters/rules";
import type { RoomUse } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import { bedName, movedIn, shiftOf, type Bed } from "./dormitory-houses";
import { allotmentDay, applicationId, holding, type Told } from "./dormitory-lives";
import type { Family } from "./families";
import type { Person } from "./person-rows";
import { at, idAt, of, shuffled } from "./random";
import { momentOn } from "./workdays";

/** Persons in a bed tonight, whatever the day (domain guide §5). */
const residentTotal = 1_034;

type Stay = SeedRows["bed_stay"];
export type Resident = { person: Person; bed: Bed; stay: Stay };

/** Everybody who sleeps in a bed tonight; couples in the rooms for two, 陈桂芳 in the first women's bed. */
export function residents(
  theatre: Theatre,
  families: readonly Family[],
  usable: readonly Bed[],
  told: readonly Told[],
): Resident[] {
  const { today } = theatre;
  const pools = poolsOf(theatre, families, told);
  const kept = new Set(told.flatMap(({ bed }) => (bed ? [bed] : [])));
  const vacant = usable.length - residentTotal - told.filter(({ reached }) => holding.includes(reached)).length;
  const open = shuffled(
    usable.filter((bed) => !kept.has(bed) && bed.room.use !== "COUPLE"),
    "vacant beds",
  );
  const empty = new Set(open.slice(0, vacant));
  const movedInLately = told.flatMap((one) =>
    one.bed && one.reached === "CHECKED_IN" ? [lately(theatre, one, one.bed)] : [],
  );
  const others = usable
    .filter((bed) => !kept.has(bed) && !empty.has(bed))
    .map((bed, row) => {
      const person = pools[bed.room.use].shift();
      if (!person) throw new RangeError(`nobody for ${bedName(bed)}`);

      return { person, bed, stay: stayOf(theatre, { person, bed, row, inOn: movedIn(today, person.hiredOn, row) }) };
    });

  return [...movedInLately, ...others];
}

/** Who may be put into which kind of room, in the order in which the beds are filled. */
function poolsOf({ people }: Theatre, families: readonly Family[], told: readonly Told[]): Record<RoomUse, Person[]> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const applied = new Set(told.map(({ person }) => person.id));
  const couples = families
    .filter(({ personIds }) => personIds.length === 2 && personIds.every((id) => !applied.has(id)))
    .flatMap(({ personIds }) => personIds.map((id) => of(byId, id)));
  const inCouples = new Set(couples.map(({ id }) => id));
  const free = people.filter(
    (person) => mayLive(person) && !isNamed(person) && !applied.has(person.id) && !inCouples.has(person.id),
  );
  return {
    FEMALE: [
      ...people.filter(({ staffNo }) => staffNo === "50003"),
      ...shuffled(
        free.filter(({ sex }) => sex === "FEMALE"),
        "women",
      ),
    ],
    MALE: shuffled(
      free.filter(({ sex }) => sex === "MALE"),
      "men",
    ),
    COUPLE: couples,
    FAMILY_VISIT: [],
  };
}

function lately(theatre: Theatre, one: Told, bed: Bed): Resident {
  const inOn = addDays(allotmentDay(theatre, one), 2);
  const stay = stayOf(theatre, { person: one.person, bed, row: one.row, inOn });

  return { person: one.person, bed, stay: { ...stay, applicationId: applicationId(one) } };
}

type Living = { person: Person; bed: Bed; row: number; inOn: CivilDate };

/** A few are at home for a while with the bed kept, a few have said that they leave. */
function stayOf({ today, cast }: Theatre, { person, bed, row, inOn }: Living): Stay {
  const at8 = momentOn(inOn, 0);
  const isAway = row % 211 === 17;
  const isLeaving = row % 263 === 40;

  return {
    id: idAt(at8, "bed stay", row),
    bureauId: bed.site.bureauId,
    siteId: bed.site.id,
    bedId: bed.row.id,
    personId: person.id,
    state: "LIVING",
    shift: shiftOf(bed.room),
    heldAt: at8,
    inOn: dateColumn(inOn),
    leavingOn: isLeaving ? dateColumn(addDays(today, 3 + (row % 7))) : null,
    awayFrom: isAway ? dateColumn(addDays(today, -5)) : null,
    awayTo: isAway ? dateColumn(addDays(today, 12)) : null,
    handover: handoverItems.map(({ item, qty }) => ({ item, qty, state: "完好" })),
    meterIn: 1_000 + row,
    createdById: of(cast, "2004").accountId,
    createdAt: at8,
  };
}

/** Beds that are kept for who is proposed or has not come yet. */
export function heldStays({ cast }: Theatre & { today: CivilDate }, told: readonly Told[]): Stay[] {
  return told.flatMap((one) => {
    const { bed, person, reached, row, life, allottedOn } = one;
    if (!bed || !holding.includes(reached)) return [];
    const day = reached === "ALLOTTED" ? allottedOn : undefined;

    return [
      {
        id: idAt(life.last, "bed held", row),
        bureauId: bed.site.bureauId,
        siteId: bed.site.id,
        bedId: bed.row.id,
        personId: person.id,
        applicationId: applicationId(one),
        state: "HELD" as const,
        shift: shiftOf(bed.room),
        heldAt: life.last,
        allottedOn: day ? dateColumn(day) : null,
        moveInBy: day ? dateColumn(moveInBy(day, parameters["dormitories.moveInDays"].fallback)) : null,
        createdById: of(cast, "2004").accountId,
        createdAt: life.last,
      },
    ];
  });
}

/** Who lived there before: forty stays that ended before the present one began. */
export function formerStays({ people, cast }: Theatre, living: readonly Resident[]): Stay[] {
  const gone = people.filter(({ status, unit }) => status === "LEFT" && unit.sphere === "GRASSROOTS");

  return living.slice(100, 100 + Math.min(40, gone.length)).map(({ bed, stay }, i) => {
    const until = addDays(new Date(stay.inOn ?? 0).toISOString().slice(0, 10), -3);
    const from = addDays(until, -200 - i);

    return {
      ...stay,
      id: idAt(momentOn(from, 0), "former stay", i),
      personId: at(gone, i).id,
      bedId: bed.row.id,
      state: "LEFT" as const,
      applicationId: null,
      heldAt: momentOn(from, 0),
      inOn: dateColumn(from),
      outOn: dateColumn(until),
      outReason: "LEFT_BUREAU" as const,
      leavingOn: null,
      awayFrom: null,
      awayTo: null,
      createdById: of(cast, "2004").accountId,
      createdAt: momentOn(from, 0),
    };
  });
}

/** Who lives in a dormitory or applies for one: cleaners from elsewhere, at work. */
export function mayLive({ unit, status, isMigrant, staffNo, postTitle }: Person): boolean {
  return unit.sphere === "GRASSROOTS" && status === "ACTIVE" && isMigrant && Number(staffNo) > 50_100 && !postTitle;
}

/** The demo workers, each with a story of their own. */
export function isNamed({ staffNo }: Person): boolean {
  return Number(staffNo) >= 50_001 && Number(staffNo) <= 50_005;
}
