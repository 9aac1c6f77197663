import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { casesExport } from "@/lib/cases/exports/queries";
import type { ExportList, ExportName } from "@/lib/exports/rules";
import { basesExport, coverageExport, formsExport, gapsExport, paymentsExport } from "@/lib/insurance/exports/queries";
import { placementsExport } from "@/lib/schooling/exports/queries";
import { peopleExport } from "@/lib/people/exports/queries";

const lists = {
  people: peopleExport,
  cases: casesExport,
  "insurance-coverage": coverageExport,
  "insurance-gaps": gapsExport,
  "insurance-forms": formsExport,
  "insurance-bases": basesExport,
  "insurance-payments": paymentsExport,
  schooling: placementsExport,
} as const satisfies Record<ExportName, unknown>;

/** The list of this name with its filter forgotten by the compiler: what `parse` gave goes into the others. */
export function listCalled(_permit: Permit, name: keyof typeof lists): ExportList<unknown> {
  return lists[name] as unknown as ExportList<unknown>;
}
