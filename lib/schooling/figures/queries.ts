import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fitting } from "@/lib/schooling/list/queries";
import type { PlacementFilter } from "@/lib/schooling/list/schema";
import { blurred, suppressed } from "@/lib/schooling/rules";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { UnresolvedReason } from "@/prisma/generated/enums";

/** A figure as this viewer may read it; the filter opens its rows where they may be seen. */
export type Figure = { shown: string; filter: Partial<PlacementFilter> | null };
type IntakeFigures = {
  year: number;
  registered: Figure;
  eligible: Figure;
  placed: Figure;
  unresolved: Figure;
  /** share of the settled ones that were placed, in words; null while nobody is settled or too few are */
  rate: string | null;
};
export type SchoolingFigures = {
  intakes: IntakeFigures[];
  /** all children placed, over the intakes on file */
  placed: string;
  reasons: { reason: UnresolvedReason; figure: Figure }[];
};

type Counts = { year: number; registered: number; eligible: number; placed: number; unresolved: number };

/**
 * 登记、符合条件、已入学、未解决 by intake, newest first. An officer opens the rows behind each; a leader sees totals, below
 * five only that it is below five, and no rows.
 */
export async function schoolingFigures(
  permit: Permit<"schooling.totals"> | Permit<"schooling.export">,
): Promise<SchoolingFigures> {
  const isOfficer = permit.reach.programmes.includes("schooling");
  const count = (filter: Partial<PlacementFilter>) =>
    Prisma.sql`count(*) filter (where ${fitting(permit, filter)})::int`;
  const bureau = Prisma.sql`s.bureau_id = ${permit.reach.bureauId}::uuid and s.is_living`;
  const tables = Prisma.sql`school_placement s join welfare_case c on c.id = s.case_id join person p on p.id = s.parent_id`;
  const [intakes, reasons] = await Promise.all([
    db.$queryRaw<Counts[]>`
      select s.intake_year as year, ${count({ tab: "all" })} as registered,
        ${count({ tab: "all", only: "eligible" })} as eligible, ${count({ tab: "placed" })} as placed,
        ${count({ tab: "unresolved" })} as unresolved
      from ${tables} where ${bureau} group by 1 order by 1 desc limit 6`,
    db.$queryRaw<{ reason: UnresolvedReason; count: number }[]>`
      select s.unresolved_reason::text as reason, count(*)::int as count from ${tables}
      where ${bureau} and c.stage = 'UNRESOLVED' and s.unresolved_reason is not null group by 1 order by 2 desc, 1`,
  ]);
  const figure = (value: number, filter: Partial<PlacementFilter>): Figure => ({
    shown: isOfficer ? String(value) : suppressed(value),
    filter: isOfficer && value > 0 ? filter : null,
  });

  return {
    intakes: intakes.map((counts) => intakeFigures(counts, figure, isOfficer)),
    placed: figure(
      intakes.reduce((sum, { placed }) => sum + placed, 0),
      {},
    ).shown,
    reasons: reasons.map(({ reason, count: value }) => ({
      reason,
      figure: figure(value, { tab: "unresolved", reason }),
    })),
  };
}

function intakeFigures(
  counts: Counts,
  figure: (value: number, filter: Partial<PlacementFilter>) => Figure,
  isOfficer: boolean,
): IntakeFigures {
  const { year, registered, eligible, placed, unresolved } = counts;
  const at = (filter: Partial<PlacementFilter>) => ({ ...filter, year: String(year) });
  const parts = [placed, unresolved, registered - placed - unresolved, eligible - placed, registered - eligible];
  const whole = (value: number, filter: Partial<PlacementFilter>) => ({
    ...figure(value, filter),
    ...(isOfficer ? {} : { shown: blurred(value, parts) }),
  });

  return {
    year,
    registered: whole(registered, at({ tab: "all" })),
    eligible: whole(eligible, at({ tab: "all", only: "eligible" })),
    placed: figure(placed, at({ tab: "placed" })),
    unresolved: figure(unresolved, at({ tab: "unresolved" })),
    rate: rateOf(counts, isOfficer),
  };
}

// A rate beside 「<5」 would give the hidden number away.
function rateOf({ placed, unresolved }: Pick<Counts, "placed" | "unresolved">, isOfficer: boolean): string | null {
  const settled = placed + unresolved;
  const isHidden = !isOfficer && [placed, unresolved].some((value) => value > 0 && value < 5);

  return settled === 0 || isHidden ? null : `${((placed / settled) * 100).toFixed(1)}%`;
}

/** How many children have been helped into a school: a number without names, for everybody. */
export async function placedTotal(permit: Permit<"my.schooling">): Promise<number> {
  return db.welfareCase.count({
    where: {
      bureauId: permit.reach.bureauId,
      stageTable: "schooling",
      stage: { in: ["ENROLLED", "ARCHIVED"] },
    },
  });
}

/** Children whose data have been kept as long as they may. */
export async function dueForReduction(permit: Permit<"schooling.reduce">): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from school_placement s
    where s.bureau_id = ${permit.reach.bureauId}::uuid and s.reduced_at is null and s.keep_until < ${permit.today}::date`;

  return row?.count ?? 0;
}
