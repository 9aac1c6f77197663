import { addDays, addMonths, dateColumn, instantAt, yearOf, type CivilDate } from "@/lib/dates";
import { averageTenths, sheetItems, starsOf, starValidTo, totalOf } from "@/lib/dormitories/rating/rules";
import { parameters } from "@/lib/parameters/rules";
import type { StarVeto } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import type { Houses, Site } from "./dormitory-houses";
import { at, idAt, of } from "./random";

/** Two inspectors' totals by site: 4 五星, 5 四星, 7 三星, 6 without a star, one of them by veto. */
const totals: readonly [number, number, StarVeto?][] = [
  [95, 94],
  [93, 93],
  [92, 91],
  [90, 90],
  [88, 88],
  [87, 86],
  [84, 84],
  [83, 81],
  [80, 81],
  [79, 80],
  [78, 78],
  [76, 77],
  [75, 75],
  [74, 73],
  [71, 72],
  [70, 70],
  [92, 92, "ELECTRICITY"],
  [70, 69],
  [66, 66],
  [63, 64],
  [60, 60],
  [58, 59],
];

type Rows = Pick<{ [T in keyof SeedRows]: SeedRows[T][] }, "star_round" | "star_entry" | "dorm_inspection">;

/** The latest round, awarded within the last twelve months, and the warden's weekly look of the last four weeks. */
export function starsOf22(theatre: Theatre, { sites }: Houses): Rows {
  const { today, cast, tree } = theatre;
  const awardedOn = addMonths(today, -5);
  const opened = instantAt(addDays(awardedOn, -60), "09:00");
  const thresholds = {
    fiveFrom: parameters["dormitories.fiveStars"].fallback,
    fourFrom: parameters["dormitories.fourStars"].fallback,
    threeFrom: parameters["dormitories.threeStars"].fallback,
  };
  const round: SeedRows["star_round"] = {
    id: idAt(opened, "star round"),
    bureauId: tree.bureau.id,
    year: yearOf(awardedOn),
    state: "AWARDED",
    ...thresholds,
    submittedById: of(cast, "2004").accountId,
    awardedById: of(cast, "1002").accountId,
    awardedOn: dateColumn(awardedOn),
    createdById: of(cast, "2004").accountId,
    createdAt: opened,
  };
  const entries = sites.map((site, i) => {
    const [one, other, veto] = at(totals, (i * 5) % totals.length);
    const average = averageTenths([one, other]) ?? 0;
    const stars = starsOf(average, veto !== undefined, thresholds);

    return {
      id: idAt(opened, "star entry", i),
      roundId: round.id,
      siteId: site.id,
      selfTenths: Math.min(1_000, average + 15),
      averageTenths: average,
      veto: veto ?? null,
      vetoNote: veto ? "值班室用大功率电炉，线皮烧焦（演示）" : null,
      stars,
      awardedOn: stars > 0 ? dateColumn(awardedOn) : null,
      validTo: stars > 0 ? dateColumn(starValidTo(awardedOn, parameters["dormitories.starMonths"].fallback)) : null,
    };
  });
  const visits = visitsOf(theatre, sites, entries, awardedOn);

  return { star_round: [round], star_entry: entries, dorm_inspection: visits };
}

/** The sheets of the contest, and the weekly look of the last four weeks. */
function visitsOf(
  theatre: Theatre,
  sites: readonly Site[],
  entries: readonly { id: string }[],
  awardedOn: CivilDate,
): SeedRows["dorm_inspection"][] {
  const { today } = theatre;
  const contest = sites.flatMap((site, i) => {
    const [one, other, veto] = at(totals, (i * 5) % totals.length);

    return [one, other].map((total, n) =>
      visitRow(theatre, site, {
        row: i * 2 + n,
        kind: "CONTEST",
        on: addDays(awardedOn, -30),
        by: n === 0 ? "2004" : "2007",
        total,
        entryId: at(entries, i).id,
        ...(veto ? { veto } : {}),
      }),
    );
  });
  const weekly = sites.flatMap((site, i) =>
    [7, 14, 21, 28].map((back, n) =>
      visitRow(theatre, site, {
        row: 1_000 + i * 4 + n,
        kind: n === 0 ? "MONTHLY" : "WEEKLY",
        on: addDays(today, -back),
        by: "2004",
        total: 72 + ((i * 7 + n * 3) % 24),
      }),
    ),
  );

  return [...contest, ...weekly];
}

type Visit = {
  row: number;
  kind: "CONTEST" | "WEEKLY" | "MONTHLY";
  on: CivilDate;
  by: string;
  total: number;
  entryId?: string;
  veto?: StarVeto;
};

function visitRow(
  { cast }: Theatre,
  site: Site,
  { row, kind, on, by, total, entryId, veto }: Visit,
): SeedRows["dorm_inspection"] {
  const at10 = instantAt(on, "10:00");
  const inspector = of(cast, by);

  return {
    id: idAt(at10, "dormitory inspection", row),
    siteId: site.id,
    entryId: entryId ?? null,
    kind,
    inspectedOn: dateColumn(on),
    inspectorId: inspector.personId,
    points: pointsFor(total),
    total,
    veto: veto ?? null,
    note: total < 75 ? "卫生间地漏返味，被褥没有叠好。（演示）" : null,
    recordedById: inspector.accountId,
    recordedAt: at10,
  };
}

/** A sheet that adds up to the total: what is missing is taken off item by item. */
function pointsFor(total: number): Record<string, number> {
  const points = Object.fromEntries(sheetItems.map(({ code, max }) => [code, max]));
  for (let left = 100 - total, i = 0; left > 0; i = (i + 1) % sheetItems.length) {
    const { code } = at(sheetItems, i);
    if ((points[code] ?? 0) === 0) continue;
    points[code] = (points[code] ?? 0) - 1;
    left -= 1;
  }
  if (totalOf(points) !== total) throw new RangeError(`sheet of ${total}`);

  return points;
}
