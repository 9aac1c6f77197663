import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatMonth, fromDateColumn, monthOf, type CivilMonth } from "@/lib/dates";
import { sayShare } from "@/lib/dormitories/utilities/mine/rules";
import { db } from "@/prisma/client";

export type MyBill = {
  id: string;
  month: CivilMonth;
  title: string;
  site: string;
  nights: number;
  totalFen: bigint;
  /** how it was reckoned, meter by meter, in plain words */
  says: string[];
};

/** The own shares of the last twelve months that were confirmed and not taken back, the latest first. */
export async function myBills(permit: Permit<"my.dormitory">): Promise<MyBill[]> {
  const shares = await db.utilityShare.findMany({
    where: { personId: permit.reach.personId, bill: { state: "CONFIRMED", reversesId: null } },
    orderBy: [{ bill: { month: "desc" } }, { id: "desc" }],
    take: 12,
    include: { bill: { include: { lines: true, site: { select: { name: true } } } } },
  });

  return shares.map(({ bill, ...share }) => {
    const month = monthOf(fromDateColumn(bill.month));

    return {
      id: share.id,
      month,
      title: formatMonth(month),
      site: bill.site.name,
      nights: share.nights,
      totalFen: share.totalFen,
      says: sayShare(share, bill),
    };
  });
}
