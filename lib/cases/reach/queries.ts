import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { unitTables } from "@/lib/stages";
import { Prisma } from "@/prisma/generated/client";

/**
 * The cases a permit reaches, as a condition on `welfare_case c`. The one definition for lists, pages, figures and
 * commands; what is outside is not found.
 * Worker: own. Liaison: what the own units handle (nothing confidential), what was entered by herself, and cases in whose
 * stage table the unit has a part (home checks); never what a worker of the unit told a leader. Officer: own programmes, own office's work, what was entered, copied or offered; the
 * reception desk also what waits for a call back. Leader: all but health, children and the like; complaints unless
 * about the leader. Complaints about a person: 纪检 and leaders only.
 */
export function casesWithin({ actor, reach }: Permit): Prisma.Sql {
  const bureau = Prisma.sql`c.bureau_id = ${reach.bureauId}::uuid`;
  if (reach.kind === "self")
    return Prisma.sql`(${bureau} and c.person_id = ${reach.personId}::uuid and c.status <> 'void')`;
  if (reach.kind === "none") return Prisma.sql`false`;
  const ways: Prisma.Sql[] = [];
  if (reach.isLeader) {
    ways.push(Prisma.sql`case when c.is_complaint then c.accused_id is distinct from ${reach.personId}::uuid
      else c.confidentiality <> 'RESTRICTED' end`);
  }
  if (reach.programmes.length > 0) ways.push(officerWays(actor.accountId, reach.programmes, reach.officeUnitIds));
  if (reach.unitIds.length > 0) ways.push(liaisonWays(actor.accountId, reach.unitIds));

  // 回避: a case about what somebody did is not found by that person, in whatever capacity.
  const recused = Prisma.sql`select 1 from case_recusal x where x.case_id = c.id and x.account_id = ${actor.accountId}::uuid`;

  return Prisma.sql`(${bureau} and (${Prisma.join(ways, " or ")}) and not exists (${recused}))`;
}

function officerWays(accountId: string, programmes: readonly string[], offices: readonly string[]): Prisma.Sql {
  const account = Prisma.sql`${accountId}::uuid`;
  const office = Prisma.sql`any(${[...offices]}::uuid[])`;
  const complaint = programmes.includes("discipline") ? Prisma.sql`true` : Prisma.sql`not c.is_complaint`;
  const callsBack = programmes.includes("reception")
    ? Prisma.sql`or (c.status = 'answered' and c.confidentiality = 'ORDINARY')`
    : Prisma.empty;

  return Prisma.sql`(${complaint} and (c.programme = any(${[...programmes]}::text[]) or c.created_by_id = ${account}
    or c.handler_id = ${account} or c.handler_unit_id = ${office} ${callsBack}
    or exists (select 1 from case_copy k where k.case_id = c.id and k.account_id = ${account})
    or exists (select 1 from hand_over h where h.case_id = c.id and h.state = 'OFFERED' and h.to_unit_id = ${office})))`;
}

function liaisonWays(accountId: string, units: readonly string[]): Prisma.Sql {
  const unit = Prisma.sql`any(${[...units]}::uuid[])`;

  return Prisma.sql`(not c.is_complaint and (c.created_by_id = ${accountId}::uuid
    or (c.stage_table = any(${[...unitTables]}::text[]) and c.unit_id = ${unit})
    or (c.confidentiality = 'ORDINARY' and (c.handler_unit_id = ${unit}
      or exists (select 1 from hand_over h where h.case_id = c.id and h.state = 'OFFERED' and h.to_unit_id = ${unit})))))`;
}
