import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { pageCalendar } from "@/lib/calendar/queries";
import { readClock, type Light } from "@/lib/cases/clock/rules";
import { casesWithin } from "@/lib/cases/reach/queries";
import { addDays, fromDateColumn } from "@/lib/dates";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import type { PlacementFilter } from "@/lib/schooling/list/schema";
import { stageWord } from "@/lib/stages";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { CaseStatus, Dwelling, SchoolStage, WaitingReason } from "@/prisma/generated/enums";

/** Days ahead in which a residence permit that ends is told of. */
const PERMIT_DAYS = 60;

type PlacementLine = {
  caseId: string;
  number: string;
  parent: string;
  staffNo: string;
  unit: string;
  intakeYear: number;
  schoolStage: SchoolStage;
  dwelling: Dwelling;
  needsCoordination: boolean;
  isPermitEnding: boolean;
  stage: string;
  status: CaseStatus;
  light: Light | "none";
  dueWords: string;
};
type PlacementList = Page<PlacementLine> & { total: number; counts: Record<PlacementFilter["tab"], number> };

type Row = Omit<PlacementLine, "light" | "dueWords" | "stage"> & {
  id: string;
  stage: string;
  dueOn: Date | null;
  waitingReason: WaitingReason | null;
  waitingSince: Date | null;
  daysLeft: number | null;
  total: number;
};

const from = Prisma.sql`from school_placement s join welfare_case c on c.id = s.case_id join person p on p.id = s.parent_id`;

/** The register of placements within reach that fit the filter, newest first; no child is named in it. */
export async function listPlacements(
  permit: Permit<"schooling.view">,
  filter: PlacementFilter,
): Promise<PlacementList> {
  const where = Prisma.sql`${casesWithin(permit)} and ${fitting(permit, filter)}`;
  const [after] = decodeCursor(filter.after, 1) ?? [];
  const place = after ? Prisma.sql`s.id < ${after}::uuid` : Prisma.sql`true`;
  const [rows, counts, calendar] = await Promise.all([
    db.$queryRaw<Row[]>`
      select s.id, c.id as "caseId", c.number, p.name as parent, p.staff_no as "staffNo", coalesce(t.name, u.name) as unit,
        s.intake_year as "intakeYear", s.school_stage::text as "schoolStage", s.dwelling::text as dwelling,
        s.needs_coordination as "needsCoordination", ${permitEnding(permit)} as "isPermitEnding", c.stage,
        c.status::text as status, c.due_on as "dueOn", c.waiting_reason::text as "waitingReason",
        c.waiting_since as "waitingSince", c.days_left as "daysLeft", (select count(*)::int ${from} where ${where}) as total
      ${from} join org_unit u on u.id = s.unit_id left join org_unit t on t.id = u.top_unit_id
      where ${where} and ${place} order by s.id desc limit ${pageSize + 1}`,
    countTabs(permit),
    pageCalendar(),
  ]);
  const page = pageOf(rows, ({ id }) => [id], { cursor: filter.after });

  return {
    ...page,
    rows: page.rows.map((row) => {
      const facts = {
        ...row,
        dueOn: row.dueOn && fromDateColumn(row.dueOn),
        waitingSince: row.waitingSince && fromDateColumn(row.waitingSince),
      };
      const clock = ["open", "waiting"].includes(row.status) ? readClock(calendar, facts, permit.today) : null;

      return {
        ...row,
        stage: stageWord("schooling", row.stage),
        light: clock?.light ?? ("none" as const),
        dueWords: clock?.words ?? "—",
      };
    }),
    total: rows[0]?.total ?? 0,
    counts,
  };
}

async function countTabs(permit: Permit<"schooling.view">): Promise<PlacementList["counts"]> {
  const count = (tab: PlacementFilter["tab"]) => Prisma.sql`count(*) filter (where ${inTab(tab)})::int`;
  const [row] = await db.$queryRaw<PlacementList["counts"][]>`
    select ${count("open")} as open, ${count("placed")} as placed, ${count("unresolved")} as unresolved,
      ${count("all")} as "all"
    from school_placement s join welfare_case c on c.id = s.case_id where ${casesWithin(permit)}`;

  return row ?? { open: 0, placed: 0, unresolved: 0, all: 0 };
}

/** The filter as a condition on `school_placement s`, `welfare_case c` and `person p`; figures and lists use this one. */
export function fitting(permit: Permit, filter: Partial<Omit<PlacementFilter, "after">>): Prisma.Sql {
  const parts = [inTab(filter.tab ?? "all")];
  if (filter.year) parts.push(Prisma.sql`s.intake_year = ${Number(filter.year)}`);
  if (filter.unit)
    parts.push(Prisma.sql`s.unit_id in (select id from org_unit where ${filter.unit}::uuid in (id, top_unit_id))`);
  if (filter.only === "eligible") parts.push(Prisma.sql`s.eligible_on is not null`);
  if (filter.only === "coordination") parts.push(Prisma.sql`s.needs_coordination`);
  if (filter.only === "permit") parts.push(permitEnding(permit));
  if (filter.reason) parts.push(Prisma.sql`s.unresolved_reason = ${filter.reason}::"UnresolvedReason"`);
  if (filter.q) {
    const start = `${filter.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(c.number ilike ${start} or p.staff_no = ${filter.q} or p.name like ${start})`);
  }

  return Prisma.join(parts, " and ");
}

/** The parent's residence permit, if one is known, ends within so many days. */
function permitEnding({ today }: Permit): Prisma.Sql {
  return Prisma.sql`coalesce(p.residence_permit_expiry <= ${addDays(today, PERMIT_DAYS)}::date and c.status in ('open', 'waiting'), false)`;
}

/** What was withdrawn or voided is counted nowhere. */
function inTab(tab: PlacementFilter["tab"]): Prisma.Sql {
  switch (tab) {
    case "open":
      return Prisma.sql`c.status in ('open', 'waiting', 'answered')`;
    case "placed":
      return Prisma.sql`c.stage in ('ENROLLED', 'ARCHIVED')`;
    case "unresolved":
      return Prisma.sql`c.stage = 'UNRESOLVED'`;
    case "all":
      return Prisma.sql`s.is_living`;
  }
}
