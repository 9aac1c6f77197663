import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilMonth } from "@/lib/dates";
import { fitting, ofMonth, type Comparing } from "@/lib/insurance/differences/queries";
import type { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { DifferenceKind, Resolution } from "@/prisma/generated/enums";

/** A decision as it was made, with what both sides said on that day. */
export type DecidedLine = {
  id: string;
  key: string;
  personId: string | null;
  name: string;
  unit: string | null;
  kind: DifferenceKind;
  ours: string;
  theirs: string;
  resolution: Resolution;
  note: string;
  by: string;
  on: string;
  /** 以经办机构为准 asks for a form that nobody has made since */
  needsForm: boolean;
};

type DecidedRow = Omit<DecidedLine, "key" | "on"> & { subjectId: string; at: Date; decidedOn: Date };

/** The decisions of a month, the latest first: also those whose difference is gone since. */
export async function listDecided(
  permit: Permit<Comparing>,
  month: CivilMonth,
  filter: DifferenceFilter,
): Promise<Page<DecidedLine>> {
  const [at, id] = decodeCursor(filter.after, 2) ?? [];
  const from = at && id ? Prisma.sql`(d.decided_at, d.id) < (${at}::timestamptz, ${id}::uuid)` : Prisma.sql`true`;
  const rows = await db.$queryRaw<DecidedRow[]>`
    select d.id, d.subject_id as "subjectId", d.person_id as "personId", d.name, coalesce(t.name, u.name) as unit,
      d.kind::text as kind, d.ours, d.theirs, d.resolution::text as resolution, d.note, o.name as by, d.decided_at as at,
      (d.decided_at at time zone 'Asia/Shanghai')::date as "decidedOn",
      d.resolution = 'THEIRS' and d.kind <> 'BASE' and not exists (select 1 from insurance_change i
        where i.person_id = d.person_id and i.created_at >= d.decided_at) as "needsForm"
    from difference_note d left join person p on p.id = d.person_id
      left join org_unit u on u.id = p.unit_id left join org_unit t on t.id = u.top_unit_id
      join account a on a.id = d.decided_by_id join person o on o.id = a.person_id
    where ${ofMonth(permit, month)} and ${fitting(permit, filter)} and ${from}
    order by d.decided_at desc, d.id desc limit ${pageSize + 1}`;
  const page = pageOf(rows, (row) => [row.at.toISOString(), row.id], { cursor: filter.after });

  return {
    ...page,
    rows: page.rows.map(({ subjectId, at: _, decidedOn, ...row }) => ({
      ...row,
      key: `${row.kind}.${subjectId}`,
      on: fromDateColumn(decidedOn),
    })),
  };
}
