import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { casesExport } from "@/lib/cases/exports/queries";
import { signOffsExport } from "@/lib/cases/sign-offs/exports/queries";
import {
  lineExport,
  repairsExport,
  residentsExport,
  sitesExport,
  starsExport,
} from "@/lib/dormitories/exports/queries";
import { utilitiesExport } from "@/lib/dormitories/utilities/exports/queries";
import type { ExportList, ListName } from "@/lib/exports/rules";
import { filesExport } from "@/lib/hardship/exports/queries";
import { rosterExport } from "@/lib/hardship/campaigns/exports/queries";
import { differencesExport } from "@/lib/insurance/differences/exports/queries";
import { basesExport, coverageExport, formsExport, gapsExport, paymentsExport } from "@/lib/insurance/exports/queries";
import { peopleExport } from "@/lib/people/exports/queries";
import { reliefExport } from "@/lib/relief/exports/queries";
import { placementsExport, surveyExport, yearsExport } from "@/lib/schooling/exports/queries";

const lists = {
  people: peopleExport,
  cases: casesExport,
  hardship: filesExport,
  "sign-offs": signOffsExport,
  visits: rosterExport,
  relief: reliefExport,
  "insurance-coverage": coverageExport,
  "insurance-gaps": gapsExport,
  "insurance-forms": formsExport,
  "insurance-bases": basesExport,
  "insurance-payments": paymentsExport,
  "insurance-differences": differencesExport,
  schooling: placementsExport,
  "schooling-survey": surveyExport,
  "schooling-years": yearsExport,
  "dormitory-sites": sitesExport,
  "dormitory-residents": residentsExport,
  "dormitory-line": lineExport,
  "dormitory-stars": starsExport,
  "dormitory-repairs": repairsExport,
  "dormitory-utilities": utilitiesExport,
} as const;

/** The list of this name with its filter forgotten by the compiler: what `parse` gave goes into the others. */
export function listCalled(_permit: Permit, name: string): ExportList<unknown> {
  if (!Object.hasOwn(lists, name)) throw new Error(`unknown list ${name}`);

  return lists[name as ListName] as ExportList<unknown>;
}
