import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn } from "@/lib/dates";
import { awardOf } from "@/lib/dormitories/board/rules";
import { inspectsAll, sitesWithin, type Reading } from "@/lib/dormitories/reach/queries";
import { starsOn } from "@/lib/dormitories/rating/rules";
import { noticeFor } from "@/lib/notices/queries";
import { db, transact } from "@/prisma/client";

/** Every contest, the latest first, with how many sites have which stars today. */
export async function listStarRounds(permit: Permit<Reading>) {
  const rounds = await db.starRound.findMany({
    where: { bureauId: permit.reach.bureauId, state: { not: "VOID" } },
    orderBy: { year: "desc" },
    take: 30,
    include: { entries: { where: { site: sitesWithin(permit) } } },
  });

  return rounds.map(({ entries, ...round }) => {
    const count = (stars: number) => entries.filter((entry) => starsOn(awardOf(entry), permit.today) === stars).length;

    return {
      id: round.id,
      year: round.year,
      state: round.state,
      sites: entries.length,
      stars: { five: count(5), four: count(4), three: count(3) },
      awardedOn: round.awardedOn && fromDateColumn(round.awardedOn),
    };
  });
}

export type StarView = Awaited<ReturnType<typeof viewStars>>;

/** One contest with every site: self-rating, each inspector's total, average, veto and stars. Not found out of the bureau. */
export async function viewStars(permit: Permit<Reading>, id: string) {
  return transact(async (tx) => {
    const round = await tx.starRound.findFirst({
      where: { id, bureauId: permit.reach.bureauId },
      include: {
        entries: {
          where: { site: sitesWithin(permit) },
          orderBy: { site: { sortNo: "asc" } },
          include: {
            site: { select: { id: true, name: true } },
            inspections: { orderBy: { id: "asc" }, include: { inspector: { select: { name: true } } } },
          },
        },
      },
    });
    if (!round) notFound();
    const notice = await noticeFor(tx, permit, { matter: "dormitories", objectId: id });

    return {
      round,
      notice: notice ? { id: notice.id, number: notice.number, state: notice.state, lastDay: notice.lastDay } : null,
      entries: round.entries.map((entry) => ({ ...entry, starsNow: starsOn(awardOf(entry), permit.today) })),
    };
  });
}

/** What was seen at one site, the latest first, and every star it ever had. */
export async function siteHistory(permit: Permit<"dormitories.view">, siteId: string) {
  const [inspections, entries] = await Promise.all([
    db.dormInspection.findMany({
      where: { siteId, site: sitesWithin(permit) },
      orderBy: [{ inspectedOn: "desc" }, { id: "desc" }],
      take: 12,
      include: { inspector: { select: { name: true } } },
    }),
    db.starEntry.findMany({
      where: { siteId, site: sitesWithin(permit), stars: { not: null } },
      orderBy: { round: { year: "desc" } },
      take: 6,
      include: { round: { select: { id: true, year: true } } },
    }),
  ]);

  return { inspections, entries };
}

/** The site that somebody inspects, and its entry in the contest that is under way. Not found out of the bureau. */
export async function siteToInspect(permit: Permit<"dormitories.inspect">, id: string) {
  const site = await db.dormSite.findFirst({
    where: { id, ...sitesWithin(permit) },
    select: {
      id: true,
      name: true,
      starEntries: {
        where: { round: { state: "INSPECTING" } },
        take: 1,
        select: { id: true, round: { select: { year: true } } },
      },
    },
  });
  if (!site) notFound();
  const [entry] = site.starEntries;

  // a warden looks at the own house every week; who rates it is somebody else
  return { site, contest: entry && inspectsAll(permit) ? { entryId: entry.id, year: entry.round.year } : null };
}
