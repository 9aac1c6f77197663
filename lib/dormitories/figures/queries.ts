import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { daysBetween, yearOf } from "@/lib/dates";
import { listSites } from "@/lib/dormitories/board/queries";
import { listRepairs } from "@/lib/dormitories/repairs/queries";
import { sumOfBills } from "@/lib/dormitories/utilities/bills/queries";
import { viewLine } from "@/lib/dormitories/view/queries";
import type { SiteSource } from "@/prisma/generated/enums";

export type DormitoryFigures = {
  beds: number;
  occupied: number;
  free: number;
  waiting: number;
  /** days that the longest of them has waited */
  longest: number;
  starred: number;
  repairs: number;
  lateRepairs: number;
  /** repaired and not accepted */
  unaccepted: number;
  /** what the repairs of this year cost, in 分 */
  repairFen: bigint;
  /** confirmed settlements of this year, counter entries included, in 分 */
  utilityFen: bigint;
  sharedFen: bigint;
  year: string;
  sources: { source: SiteSource; sites: number }[];
};

/** The figures of the dashboard, each reckoned by what its link opens. */
export async function dormitoryFigures(permit: Permit<"dormitories.line">): Promise<DormitoryFigures> {
  const year = String(yearOf(permit.today));
  const [sites, line, repairs, repaired, bills] = await Promise.all([
    listSites(permit),
    viewLine(permit),
    listRepairs(permit, { tab: "open" }),
    listRepairs(permit, { tab: "all", year }),
    sumOfBills(permit, { year, state: "confirmed" }),
  ]);
  const sum = (of: keyof (typeof sites)[number]["beds"]) => sites.reduce((all, { beds }) => all + beds[of], 0);
  const since = line.flatMap(({ waitingSince }) => (waitingSince ? [daysBetween(waitingSince, permit.today)] : []));
  const sources = [...new Set(sites.map(({ source }) => source))];

  return {
    beds: sum("all"),
    occupied: sum("occupied"),
    free: sum("FREE"),
    waiting: line.length,
    longest: Math.max(0, ...since),
    starred: sites.filter(({ stars }) => stars > 0).length,
    repairs: repairs.counts.open,
    lateRepairs: repairs.counts.late,
    unaccepted: repairs.counts.unaccepted,
    repairFen: repaired.costFen,
    utilityFen: bills.costFen,
    sharedFen: bills.sharedFen,
    year,
    sources: sources.map((source) => ({ source, sites: sites.filter((site) => site.source === source).length })),
  };
}
