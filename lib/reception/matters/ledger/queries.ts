import "server-only";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { Complexity, MatterMode, Outcome, Satisfaction, Sex } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { casesWithin } from "@/lib/cases/reach/queries";
import { complexityWords, outcomeWords, satisfactionWords } from "@/lib/cases/words";
import { ageOn, civilOf, formatDate, fromDateColumn } from "@/lib/dates";
import { categoryWord, modeWords } from "@/lib/reception/matters/words";

/** One line of 接待日台账 and 职工接待日登记表. */
export type LedgerLine = {
  caseId: string;
  number: string;
  date: string;
  leader: string;
  visitor: string;
  sex: string;
  age: string;
  unit: string;
  channel: string;
  category: string;
  summary: string;
  mode: string;
  instruction: string;
  handler: string;
  assignedOn: string;
  limit: string;
  dueOn: string;
  answeredOn: string;
  isSolved: string;
  result: string;
  satisfaction: string;
  followedOn: string;
};

export const MOST_LINES = 500;

/**
 * The register of a day or of a year, in the order of the paper one. What is 保密 keeps its line and number and says
 * nothing else; what is out of reach (complaints about a person) is not listed. One statement.
 */
export async function readLedger(
  permit: Permit<"reception.view">,
  of: { dayId: string } | { year: number },
): Promise<LedgerLine[]> {
  const which =
    "dayId" in of
      ? Prisma.sql`d.id = ${of.dayId}::uuid`
      : Prisma.sql`d.actual_on between ${`${of.year}-01-01`}::date and ${`${of.year}-12-31`}::date`;
  const rows = await db.$queryRaw<LedgerRow[]>`
    select c.id, c.number, d.actual_on, h.leader_name as leader, a.visitor_name as visitor, a.channel::text as channel,
      a.booking_id is not null as is_booked, p.sex::text as sex, p.birth_date, coalesce(top.name, u.name) as unit, m.category, c.title,
      c.confidentiality <> 'ORDINARY' as is_confidential, m.mode::text as mode, m.instruction, hu.name as handler,
      c.assigned_on, c.limit_days, c.complexity::text as complexity, c.due_on, c.answered_at, c.outcome::text as outcome,
      c.answer, c.satisfaction::text as satisfaction, c.followed_at
    from reception_matter m join welfare_case c on c.id = m.case_id join reception_day d on d.id = m.day_id
      left join attendance a on a.id = m.attendance_id
      left join person p on p.id = c.person_id
      left join org_unit u on u.id = c.unit_id left join org_unit top on top.id = u.top_unit_id
      left join org_unit hu on hu.id = c.handler_unit_id
      left join lateral (select leader_name from day_host where day_id = d.id and leader_id = m.leader_id limit 1) h on true
    where d.bureau_id = ${permit.reach.bureauId}::uuid and c.status <> 'void' and ${which} and ${casesWithin(permit)}
    order by d.actual_on, c.number limit ${MOST_LINES}`;
  return rows.map(lineOf);
}

type LedgerRow = {
  id: string;
  number: string;
  actual_on: Date;
  leader: string | null;
  visitor: string | null;
  channel: string | null;
  is_booked: boolean;
  sex: Sex | null;
  birth_date: Date | null;
  unit: string | null;
  category: string;
  title: string;
  is_confidential: boolean;
  mode: MatterMode;
  instruction: string | null;
  handler: string | null;
  assigned_on: Date | null;
  limit_days: number;
  complexity: Complexity;
  due_on: Date | null;
  answered_at: Date | null;
  outcome: Outcome | null;
  answer: string | null;
  satisfaction: Satisfaction | null;
  followed_at: Date | null;
};

function lineOf(row: LedgerRow): LedgerLine {
  const date = fromDateColumn(row.actual_on);
  const open = (text: string | null) => (row.is_confidential ? "保密" : (text ?? ""));
  return {
    caseId: row.id,
    number: row.number,
    date: formatDate(date),
    leader: row.leader ?? "",
    visitor: open(row.visitor),
    sex: row.sex === null ? "" : row.sex === "MALE" ? "男" : "女",
    age: row.birth_date ? String(ageOn(fromDateColumn(row.birth_date), date)) : "",
    unit: row.unit ?? "",
    channel: row.channel === "PAPER" ? "纸面补录" : row.is_booked ? "预约" : "现场",
    category: categoryWord(row.category),
    summary: open(row.title),
    mode: modeWords[row.mode],
    instruction: open(row.instruction),
    handler: row.handler ?? (row.mode === "ASSIGN" ? "纪检监察室" : "接待办"),
    assignedOn: day(row.assigned_on),
    limit: `${complexityWords[row.complexity]} ${row.limit_days}日`,
    dueOn: day(row.due_on),
    answeredOn: row.answered_at ? civilOf(row.answered_at) : "",
    isSolved: solved(row.outcome),
    result: open(row.answer ?? (row.outcome ? outcomeWords[row.outcome] : null)),
    satisfaction: row.satisfaction ? satisfactionWords[row.satisfaction] : "",
    followedOn: row.followed_at ? civilOf(row.followed_at) : "",
  };
}

function day(column: Date | null): string {
  return column === null ? "" : fromDateColumn(column);
}

function solved(outcome: Outcome | null): string {
  return outcome === null ? "" : outcome === "RESOLVED" ? "是" : outcome === "PARTLY" ? "部分" : "否";
}
