import { fromDateColumn } from "@/lib/dates";
import type { StayFacts } from "@/lib/dormitories/rules";

/** The columns of a stay that its rules read. */
export type StayRow = { state: StayFacts["state"] } & Record<Exclude<keyof StayFacts, "state">, Date | null>;

/** A stay's columns as its rules want them. */
export function stayFacts(row: StayRow): StayFacts {
  const civil = (column: Date | null) => column && fromDateColumn(column);

  return {
    state: row.state,
    inOn: civil(row.inOn),
    leavingOn: civil(row.leavingOn),
    outOn: civil(row.outOn),
    moveInBy: civil(row.moveInBy),
    awayFrom: civil(row.awayFrom),
    awayTo: civil(row.awayTo),
  };
}

type AwardRow = { stars: number | null; awardedOn: Date | null; validTo: Date | null; loweredTo: number | null };

/** A site's latest award as its rules want it. */
export function awardOf({ stars, awardedOn, validTo, loweredTo }: AwardRow) {
  return {
    stars,
    loweredTo,
    awardedOn: awardedOn && fromDateColumn(awardedOn),
    validTo: validTo && fromDateColumn(validTo),
  };
}
