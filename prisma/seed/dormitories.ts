import { addDays, dateColumn, type CivilDate } from "@/lib/dates";
import { noNeed, ranked } from "@/lib/dormitories/line/rules";
import { dwellingOf, moveInBy } from "@/lib/dormitories/rules";
import { handoverItems } from "@/lib/dormitories/words";
import { maskName } from "@/lib/masks";
import { parameters } from "@/lib/parameters/rules";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import type { Theatre } from "./case-teller";
import { closuresOf, housesOf, movedIn, shiftOf, type Bed } from "./dormitory-houses";
import { allotmentDay, bedLife, repairLife, type Fault, type Reached, type Wish } from "./dormitory-lives";
import { starsOf22 } from "./dormitory-stars";
import type { Family } from "./families";
import type { Person } from "./person-rows";
import { at, dice, idAt, of, shuffled } from "./random";
import { momentOn } from "./workdays";

/** Persons in a bed tonight, whatever the day (domain guide §5). */
export const residentTotal = 1_034;

type Stay = SeedRows["bed_stay"];
type Rows = { [T in keyof SeedRows]: SeedRows[T][] };
type Told = Wish & { life: Life; bed: Bed | null };
/** `finish` makes the rows once the cases have their numbers; `homes` is where the residents live. */
export type DormitoryDemo = { lives: Life[]; homes: Map<string, string>; finish: () => Partial<Rows> };

/** One application in each stage: stage, working day, and who where it matters. */
const plan: readonly [Reached, number, string?][] = [
  ["ALLOTTED", -14, "50004"],
  ["WAITLISTED", -30, "50005"],
  ["ALLOTTED", -9],
  ["PROPOSED", -6],
  ...([-25, -22, -20] as const).map((place): [Reached, number] => ["NOTICE", place]),
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
const holding: readonly Reached[] = ["PROPOSED", "NOTICE", "ALLOTTED"];

/** 22 sites, 1,120 beds, 1,034 of them slept in, the line, a round on notice, repairs and the star contest. */
export function dormitoriesOf(theatre: Theatre, families: readonly Family[]): DormitoryDemo {
  const houses = housesOf(theatre);
  const closures = closuresOf(theatre, houses);
  const usable = houses.beds.filter(({ row }) => !closures.closed.has(row.id));
  const told = tell(theatre, usable);
  const living = residents(theatre, families, usable, told);
  const faults = faultsOf(theatre, living);
  const finish = (): Partial<Rows> => ({
    dorm_site: houses.sites,
    dorm_room: houses.rooms,
    dorm_bed: houses.beds.map(({ row }) => row),
    dorm_closure: closures.rows,
    bed_application: told.map((one) => applicationRow(theatre, one, houses.sites)),
    bed_stay: [...living.map(({ stay }) => stay), ...heldStays(theatre, told), ...formerStays(theatre, living)],
    repair_ticket: faults.map(({ ticket }) => ticket),
    ...roundOf(theatre, told),
    ...starsOf22(theatre, houses),
  });

  return {
    lives: [...told.map(({ life }) => life), ...faults.map(({ life }) => life)],
    homes: new Map(living.map(({ person, bed }) => [person.id, dwellingOf(bed.site, bed.room)])),
    finish,
  };
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

const bedName = ({ site, room, row }: Bed) => `${site.name}${room.building}${room.name}室${row.label}床`;

function mayLive({ unit, status, isMigrant, staffNo, postTitle }: Person): boolean {
  return unit.sphere === "GRASSROOTS" && status === "ACTIVE" && isMigrant && Number(staffNo) > 50_100 && !postTitle;
}

function isNamed({ staffNo }: Person): boolean {
  return Number(staffNo) >= 50_001 && Number(staffNo) <= 50_005;
}

type Resident = { person: Person; bed: Bed; stay: Stay };

/** Everybody who sleeps in a bed tonight; couples in the rooms for two, 陈桂芳 in the first women's bed. */
function residents(
  theatre: Theatre,
  families: readonly Family[],
  usable: readonly Bed[],
  told: readonly Told[],
): Resident[] {
  const { people, today } = theatre;
  const byId = new Map(people.map((person) => [person.id, person]));
  const applied = new Set(told.map(({ person }) => person.id));
  const couples = families
    .filter(({ personIds }) => personIds.length === 2 && personIds.every((id) => !applied.has(id)))
    .flatMap(({ personIds }) => personIds.map((id) => of(byId, id)));
  const inCouples = new Set(couples.map(({ id }) => id));
  const free = people.filter(
    (person) => mayLive(person) && !isNamed(person) && !applied.has(person.id) && !inCouples.has(person.id),
  );
  const pools = {
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
function heldStays({ cast }: Theatre & { today: CivilDate }, told: readonly Told[]): Stay[] {
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
function formerStays({ people, cast }: Theatre, living: readonly Resident[]): Stay[] {
  const gone = people.filter(({ status, unit }) => status === "LEFT" && unit.sphere === "GRASSROOTS");

  return living.slice(100, 100 + Math.min(40, gone.length)).map(({ bed, stay }, i) => {
    const until = addDays(String(new Date(stay.inOn ?? 0).toISOString()).slice(0, 10), -3);
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

const applicationId = ({ life, row }: Pick<Told, "life" | "row">) => idAt(life.opened, "bed application", row);
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

/** A round that hangs on the wall: its order is that of the line on the day on which it was frozen. */
function roundOf({ cast, line, today, tree }: Theatre, told: readonly Told[]): Partial<Rows> {
  const frozenAt = momentOn(line.on(-4), 30);
  const id = idAt(frozenAt, "allotment round");
  const noticeId = idAt(frozenAt, "allotment notice");
  const inLine = told.filter(
    ({ reached, life }) => reached === "NOTICE" || (reached === "WAITLISTED" && life.last < frozenAt),
  );
  const keyed = inLine.map((one) => ({
    one,
    isLeader: one.person.isLeader,
    isOffice: one.person.unit.sphere === "OFFICE",
    isRetired: false,
    need: noNeed,
    completeAt: one.life.opened,
    caseNumber: one.life.number,
  }));
  const order = ranked(keyed).sort((a, b) => Number(b.one.reached === "NOTICE") - Number(a.one.reached === "NOTICE"));
  const officer = of(cast, "2004").accountId;
  const manager = of(cast, "1008").accountId;

  return {
    allotment_round: [
      {
        id,
        bureauId: tree.bureau.id,
        name: `${Number(line.on(-4).slice(5, 7))}月第1批`,
        state: "NOTICE",
        frozenAt,
        noticeId,
        submittedById: officer,
        agreedById: manager,
        requestKey: idAt(frozenAt, "round request"),
        createdById: officer,
        createdAt: frozenAt,
      },
    ],
    round_entry: order.map(({ one, ...keys }, i) => ({
      id: idAt(frozenAt, "round entry", i),
      roundId: id,
      applicationId: applicationId(one),
      caseId: one.life.id,
      personId: one.person.id,
      place: i + 1,
      ...keys,
      bedId: one.bed?.row.id ?? null,
    })),
    public_notice: [
      {
        id: noticeId,
        bureauId: tree.bureau.id,
        number: `GS-${today.slice(0, 4)}-8001`,
        matter: "dormitories",
        objectId: id,
        title: "职工宿舍床位分配公示",
        text: "按「先职工后领导，先基层后机关，先退休后在职」的次序，拟将宿舍床位分给下列职工，现予公示。如有异议，请在公示期内反映。",
        place: "局机关公告栏和各宿舍门口",
        phone: "022-0000 0000",
        draftedById: officer,
        draftedAt: momentOn(line.on(-4), 60),
        publishedById: manager,
        publishedOn: dateColumn(line.on(-3)),
        workingDays: 5,
        endsOn: dateColumn(line.on(2)),
      },
    ],
    notice_entry: order.flatMap(({ one }, i) =>
      one.bed
        ? [
            {
              id: idAt(frozenAt, "allotment entry", i),
              noticeId,
              key: one.life.id,
              place: i + 1,
              maskedName: maskName(one.person.name),
              unit: one.person.unit.name,
              amountFen: null,
              note: one.bed.site.name,
            },
          ]
        : [],
    ),
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
  const cost = { costFen: 12_000n, repairerId: of(theatre.cast, "2004").personId };

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
        ...(isDone ? { ...cost, doneOn: dateColumn(theatre.line.on(place + 2)) } : {}),
        createdAt: life.opened,
      },
    };
  });
}
