import type { CivilDate } from "@/lib/dates";
import { dateColumn } from "@/lib/dates";
import { allotBed } from "@/lib/dormitories/allotment/single/commands";
import { applyFor, passWish } from "@/lib/dormitories/application/commands";
import type { WishFor } from "@/lib/dormitories/application/schema";
import { checkIn } from "@/lib/dormitories/stays/commands";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { monday, openBureau, permit, type Cast } from "../cases/bureau";
import { anActor, aPerson, bureauId, units, type Staff } from "../people/bureau";

export type Dormitory = Cast & {
  officer: Staff;
  otherOfficer: Staff;
  manager: Staff;
  siteId: string;
  /** beds of the men's room: A lower, B upper; the women's: C lower, D upper; the couple's: E, F */
  beds: Record<"A" | "B" | "C" | "D" | "E" | "F", string>;
  rooms: Record<"men" | "women" | "couple", string>;
};

export { monday, permit };
export const tuesday: CivilDate = "2026-10-13";

/** The bureau of the case tests with two officers of dormitories, the head of their office and one small site. */
export async function openDormitory(): Promise<Dormitory> {
  const cast = await openBureau();
  const grant = { role: "OFFICER", programme: "dormitories", unitIds: [units.personnel] } as const;
  const officer = await anActor("魏树", [grant]);
  const site = {
    id: newId(),
    bureauId,
    sortNo: 1,
    name: "测试宿舍",
    address: "和平路1号",
    source: "NEW" as const,
    openedOn: dateColumn("2015-01-01"),
    area: 200,
    wardenId: cast.desk.personId,
    createdById: officer.accountId,
  };
  await db.dormSite.create({ data: site });
  const rooms = { men: newId(), women: newId(), couple: newId() };
  const room = (id: string, name: string, use: "MALE" | "FEMALE" | "COUPLE") => ({
    id,
    siteId: site.id,
    building: "1号楼",
    floor: 1,
    name,
    use,
    area: 20,
  });
  await db.dormRoom.createMany({
    data: [room(rooms.men, "101", "MALE"), room(rooms.women, "102", "FEMALE"), room(rooms.couple, "103", "COUPLE")],
  });
  const beds = { A: newId(), B: newId(), C: newId(), D: newId(), E: newId(), F: newId() };
  const bed = (label: keyof typeof beds, roomId: string, tier: "LOWER" | "UPPER" | "SINGLE") => ({
    id: beds[label],
    siteId: site.id,
    roomId,
    label,
    tier,
  });
  await db.dormBed.createMany({
    data: [
      bed("A", rooms.men, "LOWER"),
      bed("B", rooms.men, "UPPER"),
      bed("C", rooms.women, "LOWER"),
      bed("D", rooms.women, "UPPER"),
      bed("E", rooms.couple, "SINGLE"),
      bed("F", rooms.couple, "SINGLE"),
    ],
  });

  return {
    ...cast,
    officer,
    otherOfficer: await anActor("何平", [grant]),
    manager: await anActor("后勤科长", [{ ...grant, isManager: true }]),
    siteId: site.id,
    beds,
    rooms,
  };
}

type Given = Parameters<typeof aPerson>[0];

/** Somebody young of the frontline who may be housed. */
export async function aCleaner(name: string, given: Given = {}) {
  return aPerson({ name, birthDate: "1996-05-05", ...given });
}

export function aWish(personId: string, given: Partial<WishFor> = {}): WishFor {
  return { requestKey: newId(), personId, reason: "NO_HOME", shift: "EARLY", ...given };
}

/** Somebody on the waiting list since that day. @returns the case id */
export async function waiting(
  cast: Dormitory,
  personId: string,
  on: CivilDate = monday,
  given: Partial<WishFor> = {},
): Promise<string> {
  const caseId = await applyFor(permit(cast.officer, "dormitories.apply", on), aWish(personId, given));
  await passWish(permit(cast.officer, "dormitories.check", on), {
    ...(await at(caseId)),
    isHealthy: "on",
    isShiftTrue: "on",
  });

  return caseId;
}

/** Case and version as the form carries them. */
export async function at(caseId: string): Promise<{ caseId: string; version: number }> {
  const { version } = await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } });

  return { caseId, version };
}

export async function stageOf(caseId: string): Promise<string> {
  return (await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } })).stage;
}

/** The living claim on a bed, with the version for its form. */
export async function claimOn(bedId: string) {
  return db.bedStay.findFirst({ where: { bedId, state: { in: ["HELD", "LIVING"] } } });
}

export async function stayOf(personId: string): Promise<{ stayId: string; version: number }> {
  const { id, version } = await db.bedStay.findFirstOrThrow({
    where: { personId, state: { in: ["HELD", "LIVING"] } },
  });

  return { stayId: id, version };
}

/** The officer gives a bed to who is in line. */
export async function allot(cast: Dormitory, caseId: string, bedId: string, given: object = {}, on = monday) {
  await allotBed(permit(cast.officer, "dormitories.allot", on), { ...(await at(caseId)), bedId, ...given });
}

export async function comeIn(cast: Dormitory, personId: string, given: object = {}, on = tuesday): Promise<void> {
  await checkIn(permit(cast.officer, "dormitories.house", on), {
    ...(await stayOf(personId)),
    inOn: on,
    items: ["钥匙", "床"],
    deposit: 0,
    ...given,
  });
}

/** Somebody who lives in that bed since Tuesday. */
export async function resident(cast: Dormitory, name: string, bedId: string, given: Given = {}) {
  const person = await aCleaner(name, given);
  const caseId = await waiting(cast, person.id);
  await allot(cast, caseId, bedId);
  await comeIn(cast, person.id);

  return { ...person, caseId };
}

/** A room for visits of relatives. @returns its id */
export async function aVisitRoom(cast: Dormitory, name: string): Promise<string> {
  const id = newId();
  await db.dormRoom.create({
    data: { id, siteId: cast.siteId, building: "1号楼", floor: 2, name, use: "FAMILY_VISIT", area: 15 },
  });

  return id;
}

/** A 宿舍管理员: of the site of the tests, or of none. */
export async function aWarden(cast: Dormitory, siteId: string | null = cast.siteId): Promise<Staff> {
  const warden = await anActor("管理员", [{ role: "WARDEN", programme: "", unitIds: [] }]);
  if (siteId) await db.dormSite.update({ where: { id: siteId }, data: { wardenId: warden.personId } });

  return warden;
}
