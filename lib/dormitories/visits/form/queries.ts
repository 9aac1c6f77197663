import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { visitLimits, visitSites } from "@/lib/dormitories/visits/queries";
import { relationWords } from "@/lib/dormitories/visits/words";
import { db } from "@/prisma/client";

type Choice = { value: string; label: string };

/** What the form of a booking offers: sites and rooms within reach, nights up to the limit in force. */
export async function visitForm(permit: Permit) {
  const [limits, sites] = await Promise.all([visitLimits(db, permit), visitSites(permit)]);
  const rooms = await db.dormRoom.findMany({
    where: { siteId: { in: sites.map(({ value }) => value) }, use: "FAMILY_VISIT" },
    orderBy: [{ site: { sortNo: "asc" } }, { building: "asc" }, { name: "asc" }],
    include: { site: { select: { name: true } } },
  });

  return {
    ...limits,
    sites,
    rooms: rooms.map(({ id, site, building, name }) => ({ value: id, label: `${site.name}${building}${name}室` })),
    nights: Array.from({ length: limits.most }, (_, i): Choice => ({ value: String(i + 1), label: `${i + 1} 晚` })),
    relations: Object.entries(relationWords).map(([value, label]): Choice => ({ value, label })),
  };
}
