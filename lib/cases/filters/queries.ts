import "server-only";
import type { Permit } from "@/lib/auth/permit";
import type { CaseFilter, InboxTab } from "@/lib/cases/list/schema";
import type { StageTable, Turn } from "@/lib/cases/tables/rules";
import { addDays, type CivilDate } from "@/lib/dates";
import { stageTables } from "@/lib/stages";
import { Prisma } from "@/prisma/generated/client";

const none = Prisma.sql`true`;

/**
 * The filter as a condition on `welfare_case c` (and `person p`, left-joined, for a name).
 * Lists and figures use this one function, so that a number and the rows behind it cannot differ.
 * @param nextWorkingDay the day that 「明天到期」 means
 */
export function filteredBy({ today }: Permit, filter: CaseFilter, nextWorkingDay: CivilDate): Prisma.Sql {
  const parts = [
    wherePlain(filter),
    whereStatus(filter.status),
    whereDue(filter.due, { today, nextWorkingDay }),
    whereTiming(filter, today),
    whereSatisfaction(filter.satisfaction),
    whereSpan(filter),
    whereText(filter.q),
  ];

  return Prisma.sql`(c.status <> 'void' and ${Prisma.join(parts, " and ")})`;
}

function wherePlain(filter: CaseFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = [none];
  if (filter.programme) parts.push(Prisma.sql`c.programme = ${filter.programme}`);
  if (filter.stage) parts.push(Prisma.sql`c.stage = ${filter.stage}`);
  if (filter.outcome) parts.push(Prisma.sql`c.outcome = ${filter.outcome}::"Outcome"`);
  if (filter.source) parts.push(Prisma.sql`c.source::text = ${filter.source}`);
  if (filter.person) parts.push(Prisma.sql`c.person_id = ${filter.person}::uuid`);
  if (filter.green) parts.push(Prisma.sql`c.green_channel`);
  if (filter.supervised) parts.push(Prisma.sql`c.supervised_at is not null`);
  if (filter.extended) {
    parts.push(Prisma.sql`exists (select 1 from extension e where e.case_id = c.id and e.state = 'APPROVED')`);
  }
  if (filter.unit)
    parts.push(Prisma.sql`c.unit_id in (select id from org_unit where ${filter.unit}::uuid in (id, top_unit_id))`);
  if (filter.office) {
    parts.push(
      Prisma.sql`c.handler_unit_id in (select id from org_unit where ${filter.office}::uuid in (id, top_unit_id))`,
    );
  }

  return Prisma.join(parts, " and ");
}

function whereStatus(status: CaseFilter["status"]): Prisma.Sql {
  if (!status) return none;
  if (status === "unsettled") return Prisma.sql`c.status in ('open', 'waiting')`;

  return Prisma.sql`c.status = ${status}::"CaseStatus"`;
}

function whereDue(
  due: CaseFilter["due"],
  { today, nextWorkingDay }: { today: CivilDate; nextWorkingDay: CivilDate },
): Prisma.Sql {
  switch (due) {
    case "overdue":
      return Prisma.sql`(c.status = 'open' and c.due_on < ${today}::date)`;
    case "today":
      return Prisma.sql`(c.status = 'open' and c.due_on = ${today}::date)`;
    case "tomorrow":
      return Prisma.sql`(c.status = 'open' and c.due_on > ${today}::date and c.due_on <= ${nextWorkingDay}::date)`;
    case "week":
      return Prisma.sql`(c.status = 'open' and c.due_on <= ${addDays(today, 7)}::date)`;
    case "stopped":
      return Prisma.sql`c.status = 'waiting'`;
    case undefined:
      return none;
  }
}

/** 按期办结率 = on time ÷ (answered + overdue unanswered), domain.md §0.1; a case counts in the month of its answer or of its missed due date. */
function whereTiming({ timing, answeredFrom, answeredTo }: CaseFilter, today: CivilDate): Prisma.Sql {
  const late = Prisma.sql`(c.first_answered_on > c.first_due_on or (c.first_answered_on is null and c.status = 'open' and c.due_on < ${today}::date))`;
  const parts: Prisma.Sql[] = [none];
  if (timing === "onTime") parts.push(Prisma.sql`c.first_answered_on <= c.first_due_on`);
  if (timing === "late") parts.push(late);
  if (timing === "due") parts.push(Prisma.sql`(c.first_answered_on is not null or ${late})`);
  const countsOn = timing ? Prisma.sql`coalesce(c.first_answered_on, c.due_on)` : Prisma.sql`c.first_answered_on`;
  if (answeredFrom) parts.push(Prisma.sql`${countsOn} >= ${answeredFrom}::date`);
  if (answeredTo) parts.push(Prisma.sql`${countsOn} <= ${answeredTo}::date`);

  return Prisma.join(parts, " and ");
}

function whereSatisfaction(satisfaction: CaseFilter["satisfaction"]): Prisma.Sql {
  if (!satisfaction) return none;
  if (satisfaction === "reached") return Prisma.sql`c.satisfaction in ('SATISFIED', 'FAIR', 'DISSATISFIED')`;
  if (satisfaction === "content") return Prisma.sql`c.satisfaction in ('SATISFIED', 'FAIR')`;

  return Prisma.sql`c.satisfaction = ${satisfaction}::"Satisfaction"`;
}

function whereSpan({ openedFrom, openedTo }: CaseFilter): Prisma.Sql {
  const day = Prisma.sql`(c.created_at at time zone 'Asia/Shanghai')::date`;
  const parts: Prisma.Sql[] = [none];
  if (openedFrom) parts.push(Prisma.sql`${day} >= ${openedFrom}::date`);
  if (openedTo) parts.push(Prisma.sql`${day} <= ${openedTo}::date`);

  return Prisma.join(parts, " and ");
}

/** Case number, 工号 or name; the three ways in which people ask for a case. */
function whereText(q: string | undefined): Prisma.Sql {
  if (!q) return none;
  const start = `${q.replaceAll(/[\\%_]/g, "\\$&")}%`;

  return Prisma.sql`(c.number ilike ${start} or p.staff_no = ${q} or p.name like ${start} or c.visitor_name like ${start})`;
}

/** Which box of the inbox a case lies in for this person. */
export function inBox({ actor, reach, today }: Permit, tab: InboxTab): Prisma.Sql {
  const me = Prisma.sql`${actor.accountId}::uuid`;
  switch (tab) {
    case "todo":
      return Prisma.sql`(${waitsFor(actor.accountId, reach, today)} or ${hasTurn(actor.accountId, reach, today)})`;
    case "done":
      return Prisma.sql`exists (select 1 from case_event e where e.case_id = c.id and e.actor_id = ${me})`;
    case "mine":
      return Prisma.sql`c.created_by_id = ${me}`;
    case "copied":
      return Prisma.sql`exists (select 1 from case_copy k where k.case_id = c.id and k.account_id = ${me})`;
  }
}

/** Tables of programmes say themselves whose turn it is at which stage. */
function hasTurn(accountId: string, reach: Permit["reach"], today: CivilDate): Prisma.Sql {
  const ways = Object.entries<StageTable>(stageTables).flatMap(([table, { turns }]) =>
    Object.entries(turns).map(
      ([stage, who]) =>
        Prisma.sql`(c.stage_table = ${table} and c.stage = ${stage} and ${isTurn(who, { accountId, reach, today })})`,
    ),
  );

  return Prisma.sql`(c.status in ('open', 'waiting', 'answered') and (${Prisma.join(ways, " or ")}))`;
}

type Asked = { accountId: string; reach: Permit["reach"]; today: CivilDate };

function isTurn(who: Turn, asked: Asked): Prisma.Sql {
  const { accountId, reach, today } = asked;
  switch (who) {
    case "U":
      return Prisma.sql`c.unit_id = any(${[...reach.unitIds]}::uuid[])`;
    case "O":
      return Prisma.sql`c.programme = any(${[...reach.programmes]}::text[])`;
    case "M":
      return Prisma.sql`(c.programme = any(${[...reach.manages]}::text[]) and c.handler_id is distinct from ${accountId}::uuid)`;
    case "B":
      return reach.isLeader ? Prisma.sql`c.person_id is distinct from ${reach.personId}::uuid` : Prisma.sql`false`;
    case "decider":
      return Prisma.sql`(c.created_by_id <> ${accountId}::uuid and c.handler_id is distinct from ${accountId}::uuid
        and ((c.decider = 'M' and ${isTurn("M", asked)}) or (c.decider = 'B' and ${isTurn("B", asked)})))`;
    case "callBack":
      return Prisma.sql`(${isTurn("O", asked)} and c.follow_up_by <= ${today}::date
        and c.handler_id is distinct from ${accountId}::uuid and c.answered_by_id is distinct from ${accountId}::uuid)`;
    default:
      return Prisma.sql`c.created_by_id = ${accountId}::uuid`;
  }
}

/** 待我处理: what this person, and nobody before, has to act on. */
function waitsFor(accountId: string, reach: Permit["reach"], today: CivilDate): Prisma.Sql {
  const me = Prisma.sql`${accountId}::uuid`;
  const units = Prisma.sql`any(${[...reach.officeUnitIds, ...reach.unitIds]}::uuid[])`;
  const ways = [
    Prisma.sql`(c.stage in ('ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'ON_HOLD')
      and (c.handler_id = ${me} or (c.handler_id is null and c.handler_unit_id = ${units})))`,
    Prisma.sql`exists (select 1 from hand_over h where h.case_id = c.id and h.state = 'OFFERED' and h.to_unit_id = ${units})`,
    Prisma.sql`(c.stage = 'RETURNED' and c.created_by_id = ${me})`,
  ];
  if (reach.programmes.length > 0) ways.push(officerTasks(me, units, reach.programmes));
  if (reach.isLeader) {
    ways.push(Prisma.sql`(c.stage = 'LEADER_REVIEW'
      or exists (select 1 from extension e where e.case_id = c.id and e.state = 'ASKED' and e.asked_by_id <> ${me})
      or (c.promised_by_id = ${reach.personId}::uuid and c.status = 'open' and c.due_on < ${today}::date)
      or (c.supervised_by_id = ${me} and c.status = 'open'))`);
  }

  return Prisma.sql`(c.status in ('open', 'waiting', 'answered') and (${Prisma.join(ways, " or ")}))`;
}

function officerTasks(me: Prisma.Sql, units: Prisma.Sql, programmes: readonly string[]): Prisma.Sql {
  const own = Prisma.sql`(c.programme = any(${[...programmes]}::text[]) or c.created_by_id = ${me})`;
  const callsBack = programmes.includes("reception") ? Prisma.sql`true` : own;

  return Prisma.sql`((${own} and c.stage in ('PENDING', 'ACCEPTED', 'RETURNED'))
    or (${own} and c.stage = 'REOPENED' and c.handler_unit_id is null and c.handler_id is null)
    or (c.status = 'answered' and c.stage_table = 'generic' and ${callsBack} and c.answered_by_id is distinct from ${me}
      and c.handler_id is distinct from ${me}
      and (c.handler_unit_id is null or not c.handler_unit_id = ${units})))`;
}
