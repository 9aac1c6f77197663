import type { Grant, Role, Verb } from "@/lib/auth/verbs";
import type { CivilDate } from "@/lib/dates";

/** Who is signed in, as the database says at this request. */
export type Actor = {
  accountId: string;
  personId: string;
  bureauId: string;
  name: string;
  /** 工号 that was typed at sign-in */
  loginName: string;
  kind: "STAFF" | "WORKER";
  grants: readonly Grant[];
  sessionId: string;
  mustChange: boolean;
  ip: string | null;
};

/** How far a permit reaches. Queries put it into their WHERE; what is outside is not found. */
export type Reach = {
  bureauId: string;
  /** bureau: every row; units: only rows of `unitIds`; self: only rows of `personId`; none: no welfare row at all */
  kind: "bureau" | "units" | "self" | "none";
  /** the whole subtrees of a liaison's units */
  unitIds: readonly string[];
  /** the offices an officer handles cases for (with their subtrees) */
  officeUnitIds: readonly string[];
  /** programmes an officer holds */
  programmes: readonly string[];
  /** programmes whose office the person heads (负责人): what an officer proposes waits for them */
  manages: readonly string[];
  isLeader: boolean;
  /** 宿舍管理员 of the sites that name the person: their beds and residents, whatever `kind` says */
  isWarden: boolean;
  personId: string;
};

declare const minted: unique symbol;

/** Proof that this person may do this verb, now, within this reach. Only the gate mints one. */
export type Permit<V extends Verb = Verb> = {
  readonly [minted]: V;
  readonly verb: V;
  readonly actor: Actor;
  readonly reach: Reach;
  /** business time of the request */
  readonly now: Date;
  readonly today: CivilDate;
  readonly requestId: string;
};

/** For the gate, for command-line tools and for tests; dependency-cruiser keeps everybody else away. */
export function mintPermit<V extends Verb>(
  verb: V,
  actor: Actor,
  grants: readonly Grant[],
  at: { now: Date; today: CivilDate; requestId: string },
): Permit<V> {
  return { verb, actor, reach: reachOf(actor, grants), ...at } as unknown as Permit<V>;
}

function reachOf(actor: Actor, grants: readonly Grant[]): Reach {
  const has = (role: Role) => grants.some((grant) => grant.role === role);
  const unitsOf = (role: Role) => grants.filter((grant) => grant.role === role).flatMap((grant) => grant.unitIds);
  const kind = has("LEADER") || has("OFFICER") ? "bureau" : has("LIAISON") ? "units" : has("WORKER") ? "self" : "none";

  return {
    bureauId: actor.bureauId,
    kind,
    unitIds: unitsOf("LIAISON"),
    officeUnitIds: unitsOf("OFFICER"),
    programmes: grants.filter((grant) => grant.role === "OFFICER").map((grant) => grant.programme),
    manages: grants.filter((grant) => grant.role === "OFFICER" && grant.isManager).map((grant) => grant.programme),
    isLeader: has("LEADER"),
    isWarden: has("WARDEN"),
    personId: actor.personId,
  };
}
