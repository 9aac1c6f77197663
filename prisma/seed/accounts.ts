import type { Actor, Reach } from "@/lib/auth/permit";
import { mintPermit } from "@/lib/auth/permit";
import { addDays, addMonths, dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import type { ProgrammeName } from "@/lib/programmes";
import type { RoleName } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import { leaderPosts } from "./office";
import { liaisonNos } from "./people";
import { takenOverOn, type Person } from "./person-rows";
import { idAt, of } from "./random";
import type { Unit, UnitTree } from "./units";

/** Secrets of the demo, as the sign-in page prints them. */
export const demoSecrets = { password: "demo-portal-2026", pin: "258036" } as const;

/** Accounts that the sign-in page offers; all others exist only because somebody has to have done the work. */
const OFFERED = [
  "9001",
  "9002",
  "9003",
  "1001",
  "1002",
  "1008",
  "2001",
  "2002",
  "2003",
  "2004",
  "2005",
  "2015",
  "3001",
  "3002",
];
const WORKERS = ["50001", "50002", "50003", "50004", "50005", "60001"];

type Right = { role: RoleName; programme?: ProgrammeName; isManager?: true };
const officer = (...names: ProgrammeName[]): Right[] => names.map((programme) => ({ role: "OFFICER", programme }));

const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
  "9001": [{ role: "SYSTEM_ADMIN" }],
  "9002": [{ role: "SECURITY_ADMIN" }],
  "9003": [{ role: "AUDITOR" }],
  "2001": officer("reception"),
  "2002": officer("insurance", "people"),
  "2003": officer("hardship", "relief"),
  "2004": officer("dormitories"),
  "2005": officer("schooling"),
  "2006": officer("health"),
  "2007": officer("heat-care"),
  "2008": officer("contact-points"),
  "2009": officer("facilities"),
  "2010": officer("discipline"),
  "2011": officer("people"),
  "2012": officer("people"),
  "2013": officer("facilities"),
  "2014": officer("facilities"),
  "2015": [{ role: "WARDEN" }],
  ...Object.fromEntries(leaderPosts.map(({ staffNo }) => [staffNo, [{ role: "LEADER" as const }]])),
  // 工会主席: a leader who also heads the union's office: agrees to what its officers propose
  "1008": [
    { role: "LEADER" },
    { role: "OFFICER", programme: "hardship", isManager: true },
    { role: "OFFICER", programme: "relief", isManager: true },
    { role: "OFFICER", programme: "dormitories", isManager: true },
    { role: "OFFICER", programme: "schooling", isManager: true },
  ],
  ...Object.fromEntries(liaisonNos.map((staffNo) => [staffNo, [{ role: "LIAISON" as const }]])),
};

/** Somebody with an account, and how far the portal lets them see: what the history of a case may be checked against. */
export type Actress = {
  accountId: string;
  personId: string;
  staffNo: string;
  name: string;
  unit: Unit;
  reach: Reach;
  rights: readonly Right[];
};
export type Cast = ReadonlyMap<string, Actress>;

type Hashes = { password: string; pin: string };

/** Everybody with an account, by 工号. */
export function castOf(people: readonly Person[], tree: UnitTree, today: CivilDate): Cast {
  const wanted = new Set([...Object.keys(RIGHTS), ...WORKERS]);
  const found = people.filter(({ staffNo }) => wanted.has(staffNo));
  return new Map(found.map((person) => [person.staffNo, actressOf(person, tree, today)]));
}

function actressOf(person: Person, tree: UnitTree, today: CivilDate): Actress {
  const accountId = accountIdOf(person.staffNo, today);
  const rights = RIGHTS[person.staffNo] ?? [];
  const kind = rights.length > 0 ? ("STAFF" as const) : ("WORKER" as const);
  const grants = rights.map(({ role, programme, isManager }) => ({
    role,
    programme: programme ?? "",
    ...(isManager ? { isManager } : {}),
    unitIds: unitsOf(role, person.unit, tree),
  }));
  const actor: Actor = {
    accountId,
    personId: person.id,
    bureauId: tree.bureau.id,
    name: person.name,
    loginName: person.staffNo,
    kind,
    grants: kind === "STAFF" ? grants : [{ role: "WORKER", programme: "", unitIds: [] }],
    sessionId: "",
    mustChange: false,
    ip: null,
  };
  const at = { now: instantAt(today, "09:00"), today, requestId: "" };
  const { reach } = mintPermit("cases.move", actor, actor.grants, at);
  return {
    accountId,
    personId: person.id,
    staffNo: person.staffNo,
    name: person.name,
    unit: person.unit,
    reach,
    rights,
  };
}

function unitsOf(role: RoleName, own: Unit, tree: UnitTree): string[] {
  if (role !== "LIAISON" && role !== "OFFICER") return [];
  return tree.all.filter(({ id, topUnitId }) => id === own.id || topUnitId === own.id).map(({ id }) => id);
}

/** The account rows; only the offered ones have a secret, the others cannot be signed in with. */
export function accountRows(cast: Cast, hashes: Hashes, today: CivilDate): SeedRows["account"][] {
  const since = instantAt(takenOverOn(today), "10:00");
  const creator = of(cast, "9001").accountId;
  return [...cast.values()].map(({ accountId, personId, staffNo, reach, rights }) => {
    const isWorker = rights.length === 0;
    const passwordHash = isWorker ? hashes.pin : OFFERED.includes(staffNo) ? hashes.password : null;
    return {
      id: accountId,
      bureauId: reach.bureauId,
      personId,
      kind: isWorker ? ("WORKER" as const) : ("STAFF" as const),
      loginName: staffNo,
      passwordHash,
      mustChange: false,
      passwordSetAt: passwordHash ? since : null,
      isDemo: true,
      createdById: staffNo.startsWith("900") ? null : creator,
      createdAt: since,
    };
  });
}

/** Workers who have booked on their phone: an account each, without a secret that anybody knows. */
export function visitorAccountRows(people: readonly Person[], cast: Cast, today: CivilDate): SeedRows["account"][] {
  const since = instantAt(takenOverOn(today), "10:00");
  const createdById = of(cast, "9001").accountId;
  return people
    .filter(({ staffNo }) => !cast.has(staffNo))
    .map(({ id, staffNo, unit }) => ({
      id: accountIdOf(staffNo, today),
      bureauId: unit.bureauId,
      personId: id,
      kind: "WORKER" as const,
      loginName: staffNo,
      passwordHash: null,
      mustChange: false,
      passwordSetAt: null,
      isDemo: true,
      createdById,
      createdAt: since,
    }));
}

/** The account of a 工号, whether it is offered or not. */
export function accountIdOf(staffNo: string, today: CivilDate): string {
  return idAt(instantAt(takenOverOn(today), "10:00"), `account ${staffNo}`);
}

/** Granted by the 安全管理员, the first three by the installation. */
export function appointmentRows(cast: Cast, today: CivilDate): SeedRows["appointment"][] {
  const since = takenOverOn(today);
  const grantor = of(cast, "9002").accountId;
  return [...cast.values()].flatMap(({ accountId, personId, staffNo, unit, rights }) =>
    rights.map(({ role, programme, isManager }, i) => ({
      id: idAt(instantAt(since, "10:30"), `appointment ${staffNo}`, i),
      accountId,
      personId,
      role,
      programme: programme ?? "",
      isManager: isManager ?? false,
      unitId: role === "LIAISON" || role === "OFFICER" ? unit.id : null,
      validFrom: dateColumn(since),
      reason: staffNo.startsWith("900") ? "系统安装" : "按岗位授权",
      grantedById: staffNo.startsWith("900") ? null : grantor,
      grantedAt: instantAt(since, "10:30"),
    })),
  );
}

/** A colleague's grant that ran out, so that the page of grants has a history. */
export function endedAppointment(cast: Cast, today: CivilDate): SeedRows["appointment"] {
  const { accountId, personId, unit } = of(cast, "2011");
  const [from, to] = [addMonths(today, -20), addMonths(today, -9)];
  const by = of(cast, "9002").accountId;
  return {
    id: idAt(instantAt(from, "11:00"), "appointment ended"),
    accountId,
    personId,
    role: "OFFICER",
    programme: "insurance",
    isManager: false,
    unitId: unit.id,
    validFrom: dateColumn(from),
    validTo: dateColumn(to),
    reason: "社保专员请假，临时代办",
    grantedById: by,
    grantedAt: instantAt(from, "11:00"),
    revokedAt: instantAt(addDays(to, 1), "09:00"),
    revokedById: by,
    revokeReason: "代办期满",
  };
}
