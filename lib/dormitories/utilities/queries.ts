import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { lastDayOf, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import {
  isHeatedMonth,
  monthColumn,
  tariffKeys,
  utilities,
  type HeatingSeason,
} from "@/lib/dormitories/utilities/rules";
import { parametersAt } from "@/lib/parameters/queries";
import { db, type Tx } from "@/prisma/client";
import type { MeterReading } from "@/prisma/generated/client";
import type { Utility } from "@/prisma/generated/enums";

type Reader = Pick<Tx, "parameter" | "meterReading">;

/** The heating season as it is decided for a day: lengthened by a new value of the parameter. */
export async function heatingSeason(reader: Reader, _permit: Permit, on: CivilDate): Promise<HeatingSeason> {
  const values = await parametersAt(reader, ["dormitories.heatingFrom", "dormitories.heatingTo"], on);

  return { from: values["dormitories.heatingFrom"], to: values["dormitories.heatingTo"] };
}

export type Tariff = { priceFen: number; freeUnits: number };

/** Prices and free quantities of a month: those in force on its last day. */
export async function tariffsOf(reader: Reader, _permit: Permit, month: CivilMonth): Promise<Record<Utility, Tariff>> {
  const keys = utilities.flatMap((one) => [tariffKeys[one].price, tariffKeys[one].free]);
  const values = await parametersAt(reader, keys, lastDayOf(month));
  const tariff = (one: Utility): Tariff => ({
    priceFen: values[tariffKeys[one].price],
    freeUnits: values[tariffKeys[one].free],
  });

  return {
    ELECTRICITY: tariff("ELECTRICITY"),
    WATER: tariff("WATER"),
    GAS: tariff("GAS"),
    HEATING: tariff("HEATING"),
  };
}

/** A site whose meters the permit reads, held until the end of the transaction; else not found. */
export async function holdSite(tx: Tx, permit: Permit, siteId: string): Promise<{ id: string; name: string }> {
  const site = await tx.dormSite.findFirst({
    where: { id: siteId, ...sitesWithin(permit) },
    select: { id: true, name: true },
  });
  if (!site) notFound();
  await tx.$queryRaw`select id from dorm_site where id = ${siteId}::uuid for no key update`;

  return site;
}

/** What a meter showed last before a month; undefined when it was never read. */
export async function readingBefore(
  tx: Reader,
  _permit: Permit,
  { siteId, utility, month }: { siteId: string; utility: Utility; month: CivilMonth },
): Promise<MeterReading | null> {
  return tx.meterReading.findFirst({
    where: { siteId, utility, replacedAt: null, month: { lt: monthColumn(month) } },
    orderBy: { month: "desc" },
  });
}

/** The meters that a site has, as far as anybody ever read them, and of them those to be read in a month. */
export async function metersDue(
  tx: Reader,
  permit: Permit,
  { siteId, month }: { siteId: string; month: CivilMonth },
): Promise<Utility[]> {
  const known = await tx.meterReading.findMany({
    where: { siteId, replacedAt: null },
    distinct: ["utility"],
    select: { utility: true },
  });
  const season = await heatingSeason(tx, permit, lastDayOf(month));

  return utilities.filter(
    (one) => known.some(({ utility }) => utility === one) && (one !== "HEATING" || isHeatedMonth(month, season)),
  );
}

/** The month that is settled now: the last one that is over. */
export function lastMonth(permit: Permit): CivilMonth {
  return monthAfter(monthOf(permit.today), -1);
}

/** The open sites within reach, to choose from. */
export async function meteredSites(permit: Permit): Promise<{ value: string; label: string }[]> {
  const sites = await db.dormSite.findMany({
    where: { ...sitesWithin(permit), closedOn: null },
    orderBy: { sortNo: "asc" },
    select: { id: true, name: true },
  });

  return sites.map(({ id, name }) => ({ value: id, label: name }));
}
