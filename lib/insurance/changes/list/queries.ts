import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate, type CivilMonth } from "@/lib/dates";
import { tabStages } from "@/lib/insurance/changes/list/rules";
import type { ChangeFilter } from "@/lib/insurance/changes/list/schema";
import { decreases, increases, isIncrease } from "@/lib/insurance/changes/rules";
import { settleChanges } from "@/lib/insurance/changes/effect/commands";
import { insurableWithin } from "@/lib/insurance/reach/queries";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { ChangeCode } from "@/prisma/generated/enums";

export type ChangeLine = {
  id: string;
  caseId: string;
  version: number;
  number: string;
  name: string;
  staffNo: string;
  unit: string;
  code: ChangeCode;
  month: CivilMonth;
  stage: string;
  receiptNo: string | null;
  dueOn: CivilDate | null;
  isLate: boolean;
  mayFile: boolean;
};

export type ChangeList = Page<ChangeLine> & { total: number; counts: Record<ChangeFilter["tab"], number> };

type Row = Omit<ChangeLine, "dueOn" | "isLate" | "mayFile"> & { dueOn: Date | null };

/** Forms within reach, increases before decreases as on the paper, newest first within them. */
export async function listChanges(permit: Permit<"insurance.view">, filter: ChangeFilter): Promise<ChangeList> {
  await settleChanges(permit);
  const where = Prisma.sql`${insurableWithin(permit)} and ${fittingChange(filter)}`;
  const [order, id] = decodeCursor(filter.after, 2) ?? [];
  const from =
    order && id
      ? Prisma.sql`((${side}) > ${Number(order)} or (${side}) = ${Number(order)} and i.id < ${id}::uuid)`
      : Prisma.sql`true`;
  const [rows, [total], counts] = await Promise.all([
    db.$queryRaw<Row[]>`
      select i.id, i.case_id as "caseId", c.version, c.number, p.name, p.staff_no as "staffNo",
        coalesce(t.name, u.name) as unit, i.code::text as code, i.month, c.stage, i.receipt_no as "receiptNo",
        c.due_on as "dueOn"
      from insurance_change i join welfare_case c on c.id = i.case_id join person p on p.id = i.person_id
        join org_unit u on u.id = i.unit_id left join org_unit t on t.id = u.top_unit_id
      where ${where} and ${from} order by ${side}, i.id desc limit ${pageSize + 1}`,
    db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from insurance_change i join welfare_case c on c.id = i.case_id
        join person p on p.id = i.person_id where ${where}`,
    countTabs(permit),
  ]);
  const page = pageOf(rows, (row) => [isIncrease(row.code) ? "0" : "1", row.id], { cursor: filter.after });

  return { ...page, rows: page.rows.map((row) => lineOf(row, permit)), total: total?.count ?? 0, counts };
}

const side = Prisma.sql`case when i.code in ('FIRST', 'RESUMED', 'FROM_OUTSIDE', 'FROM_DISTRICT') then 0 else 1 end`;

async function countTabs(permit: Permit<"insurance.view">): Promise<ChangeList["counts"]> {
  const count = (tab: ChangeFilter["tab"]) => Prisma.sql`count(*) filter (where ${inTab(tab)})::int`;
  const [row] = await db.$queryRaw<ChangeList["counts"][]>`
    select ${count("check")} as check, ${count("draft")} as draft, ${count("outside")} as outside,
      ${count("approved")} as approved, ${count("done")} as done, ${count("all")} as "all"
    from insurance_change i join welfare_case c on c.id = i.case_id join person p on p.id = i.person_id
    where ${insurableWithin(permit)}`;

  return row ?? { check: 0, draft: 0, outside: 0, approved: 0, done: 0, all: 0 };
}

function inTab(tab: ChangeFilter["tab"]): Prisma.Sql {
  return tab === "all" ? Prisma.sql`true` : Prisma.sql`c.stage = any(${[...tabStages[tab]]}::text[])`;
}

/** The filter as a condition on `insurance_change i`, `welfare_case c` and `person p`. */
function fittingChange(filter: Omit<ChangeFilter, "after">): Prisma.Sql {
  const parts = [inTab(filter.tab)];
  if (filter.unit)
    parts.push(Prisma.sql`i.unit_id in (select id from org_unit where ${filter.unit}::uuid in (id, top_unit_id))`);
  if (filter.kind) {
    const codes = [...(filter.kind === "in" ? increases : decreases)];
    parts.push(Prisma.sql`i.code::text = any(${codes}::text[])`);
  }
  if (filter.month) parts.push(Prisma.sql`i.month = ${filter.month}`);
  if (filter.q) {
    const start = `${filter.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`(p.staff_no = ${filter.q} or p.name like ${start} or c.number ilike ${start}
      or i.receipt_no ilike ${start})`);
  }

  return Prisma.join(parts, " and ");
}

function lineOf({ dueOn, ...row }: Row, { today, reach }: Permit): ChangeLine {
  const due = dueOn && fromDateColumn(dueOn);

  return {
    ...row,
    dueOn: due,
    isLate: due !== null && due < today,
    mayFile: tabStages.check.includes(row.stage) && reach.programmes.includes("insurance"),
  };
}
