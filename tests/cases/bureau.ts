import { mintPermit, type Permit } from "@/lib/auth/permit";
import { grantsFor, type Grant, type Verb } from "@/lib/auth/verbs";
import { registerCase } from "@/lib/cases/registration/commands";
import { moveCase } from "@/lib/cases/commands";
import type { MoveCase, OpenCase } from "@/lib/cases/schema";
import { dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { plantCalendar } from "../calendar/plant";
import { anActor, aPerson, bureauId, leader, liaisonOf, openUnits, units, type Staff } from "../people/bureau";
import { resetDatabase } from "../setup/database";

export const monday: CivilDate = "2026-10-12";

/** An officer of a programme who works in the given unit. */
function officerIn(programme: string, unitId: string): Grant {
  return { role: "OFFICER", programme, unitIds: [unitId] };
}

export type Cast = {
  desk: Staff;
  insurance: Staff;
  schooling: Staff;
  discipline: Staff;
  boss: Staff;
  deputy: Staff;
  firstLiaison: Staff;
  secondLiaison: Staff;
  worker: Staff;
  otherWorker: Staff;
};

/** An empty bureau with one person in every role that touches a case, and two workers of 环卫一所. */
export async function openBureau(): Promise<Cast> {
  await resetDatabase();
  await plantCalendar();
  await openUnits();

  const schooling = await anActor("郑琳", [officerIn("schooling", units.second)], units.second);
  const { accountId, personId } = schooling;
  const validFrom = dateColumn("2020-01-01");
  await db.appointment.create({
    data: { id: newId(), accountId, personId, role: "OFFICER", programme: "schooling", validFrom },
  });

  return {
    schooling,
    desk: await anActor("周敏", [officerIn("reception", units.bureau)], units.bureau),
    insurance: await anActor("吴丽", [officerIn("insurance", units.personnel)]),
    discipline: await anActor("冯正", [officerIn("discipline", units.first)], units.first),
    boss: await anActor("赵强", [leader], units.bureau),
    deputy: await anActor("钱进", [leader], units.bureau),
    firstLiaison: await anActor("孙洁", [liaisonOf(units.first, units.firstTeam)], units.first),
    secondLiaison: await anActor("李娜", [liaisonOf(units.second, units.secondTeam)], units.second),
    worker: await aWorker("王建国"),
    otherWorker: await aWorker("张秀英"),
  };
}

async function aWorker(name: string): Promise<Staff> {
  const person = await aPerson({ name });
  const accountId = newId();
  await db.account.create({
    data: { id: accountId, bureauId, personId: person.id, kind: "WORKER", loginName: `W${person.staffNo}` },
  });
  const who = { accountId, personId: person.id, bureauId, name, loginName: person.staffNo, sessionId: newId() };

  return {
    ...who,
    kind: "WORKER",
    grants: [{ role: "WORKER", programme: "", unitIds: [] }],
    mustChange: false,
    ip: null,
  };
}

/** The permit that the gate would mint on that day at nine. */
export function permit<V extends Verb>(actor: Staff, verb: V, on: CivilDate = monday): Permit<V> {
  const grants = grantsFor(verb, actor.grants);
  if (grants.length === 0) throw new Error(`${actor.name} may not ${verb}`);

  return mintPermit(verb, actor, grants, { now: instantAt(on, "09:00"), today: on, requestId: newId() });
}

/** What the clerk types at 登记一件事. */
export function aMatter(personId: string, given: Partial<OpenCase> = {}): OpenCase {
  return {
    requestKey: newId(),
    personId,
    subject: "insurance|参保登记",
    title: "入职两个月，社保还没办",
    content: "八月来的，问了班长两次，说等通知。",
    source: "DESK",
    complexity: "ORDINARY",
    confidentiality: "ORDINARY",
    ...given,
  };
}

/** A case about the worker, assigned to 人事科 unless told otherwise. */
export async function anAssignedCase(
  cast: Cast,
  given: Partial<OpenCase> = {},
  on: CivilDate = monday,
): Promise<string> {
  const matter = aMatter(cast.worker.personId, { handlerUnitId: units.personnel, ...given });

  return registerCase(permit(cast.desk, "cases.open", on), matter);
}

/** The row as it is now. */
export async function row(id: string) {
  return db.welfareCase.findUniqueOrThrow({ where: { id } });
}

/** One move by this person, with the version that is on the screen at that moment. */
export async function move(
  actor: Staff,
  id: string,
  name: string,
  given: Partial<MoveCase> = {},
  on: CivilDate = monday,
) {
  const { version } = await row(id);

  return moveCase(permit(actor, "cases.move", on), { caseId: id, version, move: name, ...given });
}

export const answered = { note: "已经补办，十月起有社保。", outcome: "RESOLVED", answerMode: "PHONE" } as const;
