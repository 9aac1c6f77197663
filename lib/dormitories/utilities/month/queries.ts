import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { lastDayOf, type CivilMonth } from "@/lib/dates";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { billsOf } from "@/lib/dormitories/utilities/bills/queries";
import { metersOf } from "@/lib/dormitories/utilities/board/queries";
import { heatingSeason } from "@/lib/dormitories/utilities/queries";
import { isHeatedMonth } from "@/lib/dormitories/utilities/rules";
import { db } from "@/prisma/client";

/** One site in one month: meters, settlements, and whether it is heated. Out of reach: not found. */
export async function siteMonth(
  permit: Permit<"dormitories.living">,
  { siteId, month }: { siteId: string; month: CivilMonth },
) {
  const site = await db.dormSite.findFirst({
    where: { id: siteId, ...sitesWithin(permit) },
    select: { id: true, name: true },
  });
  if (!site) notFound();
  const [meters, bills, season] = await Promise.all([
    metersOf(permit, { siteId, month }),
    billsOf(permit, { siteId, month }),
    heatingSeason(db, permit, lastDayOf(month)),
  ]);

  return { site, meters, bills, season, isHeated: isHeatedMonth(month, season) };
}
