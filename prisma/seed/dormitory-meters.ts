import {
  addDays,
  dateColumn,
  firstDayOf,
  fromDateColumn,
  instantAt,
  lastDayOf,
  monthAfter,
  monthOf,
  type CivilMonth,
} from "@/lib/dates";
import {
  daysIn,
  isHeatedMonth,
  nightsIn,
  nightsOfMonth,
  settlementOf,
  tariffKeys,
} from "@/lib/dormitories/utilities/rules";
import { parameters } from "@/lib/parameters/rules";
import type { BillState, Utility } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import type { Bed, Houses, Site } from "./dormitory-houses";
import { at, dice, idAt, of } from "./random";

type Rows = { [T in keyof SeedRows]: SeedRows[T][] };
type MeterRows = Pick<Rows, "meter_reading" | "utility_bill" | "utility_bill_line" | "utility_share">;
type Stay = SeedRows["bed_stay"];

/** Sites whose meters are read, by their place in the office's list. */
const metered = [0, 1, 2, 3, 8, 9, 13, 14];
const months = 12;
/** hundredths of a unit that a night takes, from … to */
const perNight = {
  ELECTRICITY: [105, 165],
  WATER: [8, 13],
  GAS: [6, 12],
  HEATING: [2, 5],
} as const satisfies Record<Utility, readonly [number, number]>;

const season = {
  from: parameters["dormitories.heatingFrom"].fallback,
  to: parameters["dormitories.heatingTo"].fallback,
};

/** Twelve months of readings, settled and confirmed; of the last month some wait, one was reversed in between. */
export function metersOfSites(theatre: Theatre, { sites, beds }: Houses, stays: readonly Stay[]): MeterRows {
  const rows: MeterRows = { meter_reading: [], utility_bill: [], utility_bill_line: [], utility_share: [] };
  const byId = new Map(beds.map((bed) => [bed.row.id, bed]));
  metered.forEach((place, index) => {
    const site = at(sites, place);
    const own = stays.filter(({ siteId, state }) => siteId === site.id && (state === "LIVING" || state === "LEFT"));
    const shown = new Map<Utility, number>();
    for (let back = months + 1; back >= 1; back -= 1) tellMonth(theatre, rows, { site, index, back, own, byId, shown });
  });

  return rows;
}

type Telling = {
  site: Site;
  index: number;
  /** so many months before the present one */
  back: number;
  own: readonly Stay[];
  byId: ReadonlyMap<string, Bed>;
  /** what each meter showed last */
  shown: Map<Utility, number>;
};

function tellMonth(theatre: Theatre, rows: MeterRows, telling: Telling): void {
  const { site, index, back, own, byId } = telling;
  const month = monthAfter(monthOf(theatre.today), -back);
  const residents = residentsIn(own, byId, month);
  const nights = residents.reduce((sum, one) => sum + one.nights, 0);
  const isFirst = back === months + 1;
  // of the last month the fourth site's water is not read yet
  const utilities = metersAt(site, month).filter((utility) => !(back === 1 && index === 3 && utility === "WATER"));
  const readings = utilities.map((utility) => readingRow(theatre, telling, { month, utility, nights, isFirst }));
  rows.meter_reading.push(...readings);
  const isOpen = back === 1 && (index === 2 || index === 3);
  if (isFirst || isOpen) return;
  const settle = (state: BillState, given: Partial<SeedRows["utility_bill"]> = {}, sign: 1n | -1n = 1n) =>
    writeBill(theatre, rows, { ...telling, month, residents, readings, state, given, sign });
  if (back === 3 && index === 1) {
    const wrong = settle("REVERSED");
    settle("CONFIRMED", { reversesId: wrong, reason: "食堂的电算进了宿舍（演示）" }, -1n);
  }
  settle(back === 1 && (index === 1 || index === 4) ? "SETTLED" : "CONFIRMED");
}

function metersAt({ facilities }: Site, month: CivilMonth): Utility[] {
  const has = Array.isArray(facilities) ? facilities : [];
  const gas: Utility[] = has.includes("CANTEEN") ? ["GAS"] : [];
  const heating: Utility[] = isHeatedMonth(month, season) ? ["HEATING"] : [];

  return ["ELECTRICITY", "WATER", ...gas, ...heating];
}

type NewReading = { month: CivilMonth; utility: Utility; nights: number; isFirst: boolean };

function readingRow(
  { cast }: Theatre,
  { site, index, back, shown }: Telling,
  { month, utility, nights, isFirst }: NewReading,
): SeedRows["meter_reading"] {
  const [least, most] = perNight[utility];
  const chance = dice(`meter ${utility}`, index * 100 + back);
  const used = isFirst || !shown.has(utility) ? 0 : nights * chance.between(least, most);
  const previous = shown.get(utility) ?? chance.between(10_000, 90_000);
  const readOn = lastDayOf(month);
  shown.set(utility, previous + used);

  return {
    id: idAt(instantAt(readOn, "16:00"), `reading ${utility}`, index),
    bureauId: site.bureauId,
    siteId: site.id,
    utility,
    month: dateColumn(firstDayOf(month)),
    readOn: dateColumn(readOn),
    previous,
    shown: previous + used,
    used,
    readById: of(cast, "2004").accountId,
    createdAt: instantAt(readOn, "16:00"),
  };
}

function residentsIn(stays: readonly Stay[], byId: ReadonlyMap<string, Bed>, month: CivilMonth) {
  const civil = (column: Stay["inOn"]) => (column ? fromDateColumn(new Date(column)) : null);
  const days = nightsOfMonth(month);
  const found = new Map<string, { personId: string; nights: number; place: string }>();
  for (const { bedId, personId, state, inOn, outOn } of stays) {
    const bed = of(byId, bedId);
    const nights = nightsIn({ state, inOn: civil(inOn), outOn: civil(outOn) }, days);
    if (nights === 0) continue;
    const before = found.get(personId)?.nights ?? 0;
    const place = `${bed.room.building}${bed.room.name}室${bed.row.label}床`;
    found.set(personId, { personId, nights: before + nights, place });
  }

  return [...found.values()];
}

type NewBill = Telling & {
  month: CivilMonth;
  residents: ReturnType<typeof residentsIn>;
  readings: readonly SeedRows["meter_reading"][];
  state: BillState;
  given: Partial<SeedRows["utility_bill"]>;
  sign: 1n | -1n;
};

function writeBill({ cast }: Theatre, rows: MeterRows, bill: NewBill): string {
  const { site, index, month, sign } = bill;
  const on = addDays(lastDayOf(month), 2);
  const settledAt = instantAt(
    on,
    sign === 1n && bill.state === "CONFIRMED" ? "09:30" : sign === 1n ? "09:00" : "09:15",
  );
  const id = idAt(settledAt, "utility bill", index);
  const meters = bill.readings.map(({ id: readingId, utility, used }) => ({
    readingId,
    utility,
    used,
    priceFen: parameters[tariffKeys[utility].price].fallback,
    freeUnits: parameters[tariffKeys[utility].free].fallback,
  }));
  const { lines, shares, costFen, sharedFen, ...counts } = settlementOf(meters, bill.residents, daysIn(month));
  const isConfirmed = bill.state !== "SETTLED";
  rows.utility_bill.push({
    id,
    bureauId: site.bureauId,
    siteId: site.id,
    month: dateColumn(firstDayOf(month)),
    state: bill.state,
    ...counts,
    costFen: sign * costFen,
    sharedFen: sign * sharedFen,
    settledById: of(cast, "2004").accountId,
    settledAt,
    confirmedById: isConfirmed ? of(cast, "1008").accountId : null,
    confirmedAt: isConfirmed ? instantAt(on, "15:00") : null,
    postedOn: isConfirmed && sign === 1n && !(bill.back === 1 && index > 4) ? dateColumn(on) : null,
    ...bill.given,
  });
  const place = { id, settledAt, index, sign };
  rows.utility_bill_line.push(...lines.map((line, i) => lineRow(line, i, place)));
  rows.utility_share.push(...shares.map((share, i) => shareRow(share, i, place)));

  return id;
}

type Settled = ReturnType<
  typeof settlementOf<Parameters<typeof settlementOf>[0][number] & { readingId: string }, Resident>
>;
type Resident = { personId: string; nights: number; place: string };
type OfBill = { id: string; settledAt: Date; index: number; sign: 1n | -1n };

function lineRow(
  { freeUnits: _, ...line }: Settled["lines"][number],
  i: number,
  { id, settledAt, index, sign }: OfBill,
): SeedRows["utility_bill_line"] {
  return {
    id: idAt(settledAt, "utility line", index * 10 + i),
    billId: id,
    ...line,
    costFen: sign * BigInt(line.costFen),
    sharedFen: sign * BigInt(line.sharedFen),
  };
}

function shareRow(
  { electricityFen, waterFen, gasFen, heatingFen, totalFen, ...share }: Settled["shares"][number],
  i: number,
  { id, settledAt, index, sign }: OfBill,
): SeedRows["utility_share"] {
  return {
    id: idAt(settledAt, "utility share", index * 1_000 + i),
    billId: id,
    ...share,
    electricityFen: sign * electricityFen,
    waterFen: sign * waterFen,
    gasFen: sign * gasFen,
    heatingFen: sign * heatingFen,
    totalFen: sign * totalFen,
  };
}
