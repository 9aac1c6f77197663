import { mintPermit, type Permit } from "@/lib/auth/permit";
import { grantsFor, type Grant, type Verb } from "@/lib/auth/verbs";
import { civilOf } from "@/lib/dates";
import { newId } from "@/lib/id";

export const bureauId = "01900000-0000-7000-8000-000000000001";
/** Business time of these tests: a Saturday that is a make-up working day. */
export const clock = new Date("2026-10-10T09:00:00+08:00");

export const administrator: Grant = { role: "SYSTEM_ADMIN", programme: "", unitIds: [] };
export const leader: Grant = { role: "LEADER", programme: "", unitIds: [] };
export const officerOf = (programme: string): Grant => ({ role: "OFFICER", programme, unitIds: [] });

/** A permit as the gate would mint it for somebody with this grant; refused by the gate → the test fails here. */
export function permitFor<V extends Verb>(verb: V, grant: Grant, at: Date = clock): Permit<V> {
  const grants = grantsFor(verb, [grant]);
  if (grants.length === 0) throw new Error(`${grant.role} may not ${verb}`);
  const actor = {
    accountId: newId(),
    personId: newId(),
    bureauId,
    name: "演示管理员",
    loginName: "9001",
    kind: "STAFF" as const,
    grants: [grant],
    sessionId: newId(),
    mustChange: false,
    ip: null,
  };

  return mintPermit(verb, actor, grants, { now: at, today: civilOf(at), requestId: newId() });
}
