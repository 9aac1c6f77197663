import "server-only";
import { z } from "zod";
import type { Permit } from "@/lib/auth/permit";
import { listSites, type SiteLine } from "@/lib/dormitories/board/queries";
import { fileOf } from "@/lib/dormitories/exports/rules";
import { lineLedger, repairLedger, siteLedger, starLedger, stayLedger } from "@/lib/dormitories/ledgers/queries";
import { countStays, everyStay } from "@/lib/dormitories/list/queries";
import { fitsSite } from "@/lib/dormitories/list/rules";
import { RepairFilter, SiteFilter, StayFilter } from "@/lib/dormitories/list/schema";
import { onlyWords, repairTabWords, stayTabWords } from "@/lib/dormitories/list/words";
import { sitesToWish } from "@/lib/dormitories/mine/queries";
import { listStarRounds, viewStars } from "@/lib/dormitories/rating/queries";
import { everyRepair, listRepairs } from "@/lib/dormitories/repairs/queries";
import { sourceWords } from "@/lib/dormitories/words";
import { viewLine } from "@/lib/dormitories/view/queries";

type ExportPermit = Permit<"dormitories.export">;

async function* inOne<Row>(rows: Promise<readonly Row[]>): AsyncIterable<readonly Row[]> {
  yield await rows;
}

const wordsOf = (...parts: (string | undefined | false)[]) => parts.filter(Boolean).join("，") || "全部";

async function siteName(permit: ExportPermit, id: string | undefined): Promise<string | undefined> {
  return id && ((await sitesToWish(permit)).find(({ value }) => value === id)?.label ?? "所选宿舍");
}

async function sitesThatFit(permit: ExportPermit, filter: SiteFilter): Promise<SiteLine[]> {
  const sites = await listSites(permit, { isClosed: filter.only === "closed" });

  return sites.filter((site) => fitsSite(site, filter));
}

/** 宿舍基本情况一览表: tells nothing of a person */
export const sitesExport = fileOf({
  ledger: siteLedger,
  name: "dormitory-sites",
  home: "/dormitories",
  parse: (filter) => SiteFilter.parse(filter),
  isSensitive: () => false,
  count: async (permit, filter) => (await sitesThatFit(permit, filter)).length,
  words: (_permit, { source, only }) =>
    Promise.resolve(wordsOf(source && sourceWords[source], only && onlyWords[only])),
  every: (permit, filter) => inOne(sitesThatFit(permit, filter)),
});

/** 入住登记台账: where somebody lives is class 2, a second person agrees */
export const residentsExport = fileOf({
  ledger: stayLedger,
  name: "dormitory-residents",
  home: "/dormitories/residents",
  holds: "写着谁住哪张床",
  parse: (filter) => StayFilter.parse(filter),
  isSensitive: () => true,
  count: countStays,
  words: async (permit, { tab, site, q }) => wordsOf(stayTabWords[tab], await siteName(permit, site), q && `“${q}”`),
  every: everyStay,
});

/** 轮候名单: the fourth key tells who is in hardship, a second person agrees */
export const lineExport = fileOf({
  ledger: lineLedger,
  name: "dormitory-line",
  home: "/dormitories/applications",
  holds: "写着先后次序的六个比较项",
  parse: () => ({}),
  isSensitive: () => true,
  count: async (permit) => (await viewLine(permit)).length,
  words: () => Promise.resolve("现在轮候的全部职工"),
  every: (permit) => inOne(viewLine(permit)),
});

const StarFilter = z.object({ round: z.uuid().optional().catch(undefined) });
type StarFilter = z.output<typeof StarFilter>;

/** The contest that was asked for, else the latest. */
async function entriesOf(permit: ExportPermit, { round }: StarFilter) {
  const id = round ?? (await listStarRounds(permit))[0]?.id;

  return id ? viewStars(permit, id) : null;
}

/** 星级宿舍评比得分汇总表 */
export const starsExport = fileOf({
  ledger: starLedger,
  name: "dormitory-stars",
  home: "/dormitories/stars",
  parse: (filter) => StarFilter.parse(filter),
  isSensitive: () => false,
  count: async (permit, filter) => (await entriesOf(permit, filter))?.entries.length ?? 0,
  words: async (permit, filter) => `${(await entriesOf(permit, filter))?.round.year ?? ""} 年`,
  every: (permit, filter) => inOne(entriesOf(permit, filter).then((view) => view?.entries ?? [])),
});

/** 维修台账 */
export const repairsExport = fileOf({
  ledger: repairLedger,
  name: "dormitory-repairs",
  home: "/dormitories/repairs",
  parse: (filter) => RepairFilter.parse(filter),
  isSensitive: () => false,
  count: async (permit, filter) => (await listRepairs(permit, filter)).counts[filter.tab],
  words: async (permit, { tab, site }) => wordsOf(repairTabWords[tab], await siteName(permit, site)),
  every: everyRepair,
});
