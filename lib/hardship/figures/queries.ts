import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fitting } from "@/lib/hardship/list/queries";
import type { FileFilter } from "@/lib/hardship/list/schema";
import { filesWithin } from "@/lib/hardship/reach/queries";
import { suppressed } from "@/lib/hardship/rules";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { HardshipCause } from "@/prisma/generated/enums";

/** A figure with the filter of the ledger that opens its rows. */
export type HardshipCount = { key: keyof typeof filters; filter: Omit<FileFilter, "after">; count: number };
export type HardshipFigures = { counts: HardshipCount[]; causes: { cause: HardshipCause; shown: string }[] };

const filters = {
  onFile: { tab: "onFile" },
  deep: { tab: "onFile", level: "DEEP" },
  relative: { tab: "onFile", level: "RELATIVE" },
  accident: { tab: "onFile", level: "ACCIDENT" },
  neverHelped: { tab: "onFile", only: "neverHelped" },
  notReviewed: { tab: "onFile", only: "notReviewed" },
  newThisYear: { tab: "all", only: "newThisYear" },
  backThisYear: { tab: "all", only: "backThisYear" },
  liftedThisYear: { tab: "all", only: "liftedThisYear" },
  cancelledThisYear: { tab: "all", only: "cancelledThisYear" },
} as const satisfies Record<string, Omit<FileFilter, "after">>;

/**
 * The figures of the dashboard, within reach: each counted with the very filter that its link carries. Causes come
 * suppressed below five and without a link: they tell an illness, and a leader has no business with whose.
 */
export async function hardshipFigures(permit: Permit<"hardship.view">): Promise<HardshipFigures> {
  const keys = Object.keys(filters) as HardshipCount["key"][];
  const parts = keys.map((key) => Prisma.sql`${key}::text, count(*) filter (where ${fitting(permit, filters[key])})`);
  const [[row], causes] = await Promise.all([
    db.$queryRaw<{ counts: Record<HardshipCount["key"], number> }[]>`
      select jsonb_build_object(${Prisma.join(parts, ", ")}) as counts
      from hardship_file f join person p on p.id = f.head_id where ${filesWithin(permit)}`,
    db.$queryRaw<{ cause: HardshipCause; count: number }[]>`
      select f.main_cause::text as cause, count(*)::int as count from hardship_file f
      where ${filesWithin(permit)} and f.state = 'ON_FILE' and f.main_cause is not null group by 1 order by 2 desc, 1`,
  ]);

  return {
    counts: keys.map((key) => ({ key, filter: filters[key], count: row?.counts[key] ?? 0 })),
    causes: causes.map(({ cause, count }) => ({ cause, shown: suppressed(count) })),
  };
}
