import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { firstDayOf, type CivilMonth } from "@/lib/dates";
import type { Bounds, Rates } from "@/lib/insurance/rules";
import { parametersAt } from "@/lib/parameters/queries";
import type { Tx } from "@/prisma/client";

type Reader = Pick<Tx, "parameter">;

const keys = [
  "insurance.floor",
  "insurance.cap",
  "insurance.pensionUnit",
  "insurance.pensionPerson",
  "insurance.medicalUnit",
  "insurance.medicalPerson",
  "insurance.unemploymentUnit",
  "insurance.unemploymentPerson",
  "insurance.injuryUnit",
  "insurance.maternityUnit",
] as const;

/** Floor, cap and rates of a month, as the dated parameters have them on its first day. One statement. */
export async function ratesOf(
  reader: Reader,
  _permit: Permit,
  month: CivilMonth,
): Promise<{ bounds: Bounds; rates: Rates }> {
  const at = await parametersAt(reader, keys, firstDayOf(month));

  return {
    bounds: { floorFen: at["insurance.floor"] * 100, capFen: at["insurance.cap"] * 100 },
    rates: {
      PENSION: { unit: at["insurance.pensionUnit"], person: at["insurance.pensionPerson"] },
      MEDICAL: { unit: at["insurance.medicalUnit"], person: at["insurance.medicalPerson"] },
      UNEMPLOYMENT: { unit: at["insurance.unemploymentUnit"], person: at["insurance.unemploymentPerson"] },
      INJURY: { unit: at["insurance.injuryUnit"], person: 0 },
      MATERNITY: { unit: at["insurance.maternityUnit"], person: 0 },
    },
  };
}
