import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { readClockworks } from "@/lib/cases/clock/queries";
import { readClock } from "@/lib/cases/clock/rules";
import { eventWord } from "@/lib/cases/queries";
import { movesFor } from "@/lib/cases/rules";
import { ageOn, formatDate, formatInstant, fromDateColumn } from "@/lib/dates";
import { settleBeds } from "@/lib/dormitories/allotment/settle/commands";
import { bedTable } from "@/lib/dormitories/application/rules";
import { viewBoard, type Board } from "@/lib/dormitories/board/queries";
import { freeBeds } from "@/lib/dormitories/board/free/queries";
import { bedName } from "@/lib/dormitories/rules";
import { waitingLine } from "@/lib/dormitories/line/queries";
import { claimants } from "@/lib/dormitories/allotment/holds/commands";
import { kindOf, suitsBed } from "@/lib/dormitories/line/rules";
import { keyCells, keyWords } from "@/lib/dormitories/line/rules";
import { loadWish, seesName } from "@/lib/dormitories/reach/queries";
import { refuseRoom } from "@/lib/dormitories/rules";
import { tierWords, shiftWords } from "@/lib/dormitories/words";
import { transact, type Tx } from "@/prisma/client";
import type { BedApplication } from "@/prisma/generated/client";

export type WishView = Awaited<ReturnType<typeof viewWish>>;

/**
 * One application with everything its page shows. A sensitive read: its audit row is written first; the health note stays
 * encrypted. Outside the reach: not found.
 */
export async function viewWish(permit: Permit<"dormitories.line">, caseId: string) {
  await settleBeds(permit);

  return transact(async (tx) => {
    const { loaded, application } = await loadWish(tx, permit, { caseId });
    await recordAudit(tx, permit, {
      object: "bed_application",
      objectId: application.id,
      subjectId: application.personId,
    });
    const person = await tx.person.findUniqueOrThrow({
      where: { id: application.personId },
      include: { unit: { select: { name: true } } },
    });
    const { spouse, sites, stay, timeline } = await partsOf(tx, permit, application);
    const { calendar } = await readClockworks(tx, permit.today);
    const actor = { accountId: permit.actor.accountId, reach: permit.reach };

    return {
      loaded,
      application,
      person: {
        id: person.id,
        name: person.name,
        staffNo: person.staffNo,
        unit: person.unit.name,
        sex: person.sex,
        age: person.birthDate ? ageOn(fromDateColumn(person.birthDate), permit.today) : null,
      },
      spouse,
      sites,
      stay,
      stage: bedTable.stageWords[loaded.stage as keyof typeof bedTable.stageWords],
      turn: bedTable.turnWords[loaded.stage as keyof typeof bedTable.turnWords],
      isRunning: ["open", "waiting"].includes(loaded.status) || loaded.stage === "ALLOTTED",
      clock: readClock(calendar, loaded, permit.today),
      moves: movesFor(bedTable.stages, loaded, actor),
      line: loaded.stage === "WAITLISTED" ? await placeOf(tx, permit, application.id) : null,
      timeline,
    };
  });
}

/** What hangs on an application: spouse, wished sites, the bed and the timeline. */
async function partsOf(tx: Tx, _permit: Permit, application: BedApplication) {
  const spouse = application.spouseId
    ? await tx.person.findUnique({ where: { id: application.spouseId }, select: { name: true, staffNo: true } })
    : null;
  const sites = await tx.dormSite.findMany({
    where: { id: { in: application.sitesWish } },
    select: { id: true, name: true },
  });
  const stay = await tx.bedStay.findFirst({
    where: { applicationId: application.id, personId: application.personId, state: { in: ["HELD", "LIVING"] } },
    include: { site: { select: { name: true } }, bed: { include: { room: true } } },
  });
  const events = await tx.caseEvent.findMany({
    where: { caseId: application.caseId },
    orderBy: { id: "desc" },
    take: 100,
  });

  return {
    spouse,
    sites: application.sitesWish.map((id) => sites.find((site) => site.id === id)?.name ?? "").filter(Boolean),
    stay: stay && {
      id: stay.id,
      version: stay.version,
      siteId: stay.siteId,
      bedId: stay.bedId,
      state: stay.state,
      name: `${stay.site.name}${stay.bed.room.building}${stay.bed.room.name}室${stay.bed.label}床`,
      isAllotted: stay.allottedOn !== null,
      moveInBy: stay.moveInBy && fromDateColumn(stay.moveInBy),
    },
    timeline: events.map((event) => ({
      id: event.id,
      at: formatInstant(event.at),
      who: event.actorName,
      kind: event.kind,
      what: eventWord(event.kind, "dormitories"),
      note: event.note,
    })),
  };
}

/** The place in the line with its six keys, and the free beds that would suit. */
async function placeOf(tx: Tx, permit: Permit, applicationId: string) {
  const line = await waitingLine(tx, permit);
  const entrant = line.find(({ id }) => id === applicationId);
  if (!entrant) return null;
  const beds = await freeBeds(tx, permit);
  const fit = { sex: entrant.sex, isCouple: entrant.spouseId !== null };
  const suitable = beds.filter(
    (bed) =>
      refuseRoom(bed.use, fit) === undefined &&
      (entrant.spouseId === null || bed.use === "COUPLE") &&
      !(entrant.isLowerNeeded && bed.tier === "UPPER"),
  );
  const wished = (siteId: string) => entrant.sitesWish.length === 0 || entrant.sitesWish.includes(siteId);

  return {
    place: line.indexOf(entrant) + 1,
    of: line.length,
    before: line.slice(0, line.indexOf(entrant)).filter((one) => kindOf(one) === kindOf(entrant)).length,
    keys: keyWords(entrant, formatInstant(entrant.completeAt)),
    isLowerNeeded: entrant.isLowerNeeded,
    beds: [...suitable]
      .sort((one, other) => Number(wished(other.siteId)) - Number(wished(one.siteId)) || one.place - other.place)
      .map((bed) => ({
        value: bed.id,
        label: `${bedName(bed)} · ${tierWords[bed.tier]}${bed.roomShift ? ` · 同屋${shiftWords[bed.roomShift]}` : " · 空屋"}`,
      })),
  };
}

/** The waiting list as it stands, in order, with the six keys of everybody whom the permit reaches. */
export async function viewLine(permit: Permit<"dormitories.line"> | Permit<"dormitories.export">) {
  await settleBeds(permit);

  return transact(async (tx) => {
    const line = await waitingLine(tx, permit);
    const { reach } = permit;
    const isAll = reach.isLeader || reach.programmes.includes("dormitories");

    return line
      .map((entrant, i) => ({
        ...entrant,
        place: i + 1,
        kind: kindOf(entrant),
        /** among those who wait for the same kind of bed */
        placeOfKind: line.slice(0, i + 1).filter((one) => kindOf(one) === kindOf(entrant)).length,
        keys: keyCells(entrant, formatDate(formatInstant(entrant.completeAt).slice(0, 10))),
      }))
      .filter(({ unitId }) => isAll || reach.unitIds.includes(unitId));
  });
}

/** The board of a site, after what follows from the date: an offer that ran out has gone to the next. */
export async function openBoard(permit: Permit<"dormitories.view">, siteId: string): Promise<Board> {
  await settleBeds(permit);

  return viewBoard(permit, siteId);
}

/** 轮到谁: the first in line whom this free bed suits, and whom the permit reaches; null when nobody or the bed is not free. */
export async function nextForBed(permit: Permit<"dormitories.line">, bedId: string) {
  return transact(async (tx) => {
    const bed = (await freeBeds(tx, permit)).find(({ id }) => id === bedId);
    if (!bed) return null;
    const line = await waitingLine(tx, permit);
    const busy = await claimants(tx, permit, line);
    const next = line.find((entrant) => !busy.has(entrant.personId) && suitsBed(entrant, bed));

    return next && seesName(permit, next.unitId) ? { caseId: next.caseId, name: next.name } : null;
  });
}
