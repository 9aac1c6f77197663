import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, lastDayOf, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { heatingSeason } from "@/lib/dormitories/utilities/queries";
import { isHeatedMonth, utilities, monthColumn } from "@/lib/dormitories/utilities/rules";
import { db } from "@/prisma/client";
import type { BillState, Utility } from "@/prisma/generated/enums";

export type MeterCell = {
  utility: Utility;
  /** `none` the site has no such meter as far as anybody read one; `off` nobody heats in that month */
  kind: "read" | "due" | "none" | "off";
  used: number | null;
};
export type MeterRow = {
  siteId: string;
  site: string;
  meters: MeterCell[];
  bill: { state: BillState; sharedFen: bigint; costFen: bigint; isPosted: boolean } | null;
};

/** 抄表和结算 of one month: every open site within reach, which meters are read and how far the settlement is. */
export async function meterBoard(permit: Permit<"dormitories.living">, month: CivilMonth): Promise<MeterRow[]> {
  const [sites, known, readings, bills, season] = await Promise.all([
    db.dormSite.findMany({
      where: { ...sitesWithin(permit), closedOn: null },
      orderBy: { sortNo: "asc" },
      select: { id: true, name: true },
    }),
    db.meterReading.findMany({
      where: { bureauId: permit.reach.bureauId, replacedAt: null },
      distinct: ["siteId", "utility"],
      select: { siteId: true, utility: true },
    }),
    db.meterReading.findMany({
      where: { bureauId: permit.reach.bureauId, replacedAt: null, month: monthColumn(month) },
      select: { siteId: true, utility: true, used: true },
    }),
    db.utilityBill.findMany({
      where: {
        bureauId: permit.reach.bureauId,
        month: monthColumn(month),
        reversesId: null,
        state: { in: ["SETTLED", "CONFIRMED"] },
      },
    }),
    heatingSeason(db, permit, lastDayOf(month)),
  ]);
  const isHeated = isHeatedMonth(month, season);

  return sites.map(({ id, name }) => {
    const bill = bills.find(({ siteId }) => siteId === id);

    return {
      siteId: id,
      site: name,
      meters: utilities.map((utility): MeterCell => {
        const of = (one: { siteId: string; utility: Utility }) => one.siteId === id && one.utility === utility;
        const reading = readings.find(of);
        if (reading) return { utility, kind: "read", used: reading.used };
        if (!known.some(of)) return { utility, kind: "none", used: null };

        return { utility, kind: utility === "HEATING" && !isHeated ? "off" : "due", used: null };
      }),
      bill: bill
        ? { state: bill.state, sharedFen: bill.sharedFen, costFen: bill.costFen, isPosted: bill.postedOn !== null }
        : null,
    };
  });
}

export type MeterView = {
  utility: Utility;
  /** what was read last before this month */
  previous: { shown: number; month: CivilMonth; used: number } | null;
  reading: {
    id: string;
    shown: number;
    used: number;
    readOn: CivilDate;
    by: string;
    note: string | null;
    oldEnd: number | null;
    newStart: number | null;
  } | null;
  replaced: { id: string; shown: number; reason: string }[];
};

/** The four meters of one site in a month, each with what it showed before and what was corrected. */
export async function metersOf(
  permit: Permit<"dormitories.living">,
  { siteId, month }: { siteId: string; month: CivilMonth },
): Promise<MeterView[]> {
  const rows = await db.meterReading.findMany({
    where: { siteId, site: sitesWithin(permit), month: { lte: monthColumn(month) } },
    orderBy: [{ month: "desc" }, { createdAt: "desc" }],
    take: 200,
  });
  const readers = await db.account.findMany({
    where: { id: { in: rows.map(({ readById }) => readById) } },
    select: { id: true, person: { select: { name: true } } },
  });
  const names = new Map(readers.map(({ id, person }) => [id, person.name]));

  return utilities.map((utility) => {
    const own = rows.filter((row) => row.utility === utility);
    const here = own.filter((row) => monthOf(fromDateColumn(row.month)) === month);
    const reading = here.find(({ replacedAt }) => replacedAt === null);
    const before = own.find((row) => monthOf(fromDateColumn(row.month)) < month && row.replacedAt === null);

    return {
      utility,
      previous: before
        ? { shown: before.shown, month: monthOf(fromDateColumn(before.month)), used: before.used }
        : null,
      reading: reading
        ? {
            id: reading.id,
            shown: reading.shown,
            used: reading.used,
            readOn: fromDateColumn(reading.readOn),
            by: names.get(reading.readById) ?? "",
            note: reading.note,
            oldEnd: reading.oldEnd,
            newStart: reading.newStart,
          }
        : null,
      replaced: here.flatMap(({ id, shown, replacedReason }) =>
        replacedReason === null ? [] : [{ id, shown, reason: replacedReason }],
      ),
    };
  });
}
