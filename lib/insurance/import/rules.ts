import { monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { listColumns } from "@/lib/insurance/import/words";
import type { ListRow } from "@/lib/insurance/import/schema";
import { schemes } from "@/lib/insurance/rules";
import { payerWords, schemesText } from "@/lib/insurance/words";
import type { Difference, Fault } from "@/lib/imports/rules";
import { yuan } from "@/lib/money";
import type { InsurancePayer, InsuranceScheme } from "@/prisma/generated/enums";

/** What a line says of somebody, as it is kept: the number only as mask and keyed index. */
export type LineValues = {
  month: CivilMonth;
  idNoIndex: string;
  idNoMask: string;
  name: string;
  payer: InsurancePayer;
  schemes: InsuranceScheme[];
  baseFen: number;
};

/** What a row will write: a line, or a correction of one. */
export type LineData = { fresh: LineValues } | { change: { version: number; before: LineValues; after: LineValues } };

const headers = new Map(listColumns.map(({ key, header }) => [key, header]));

/** A fault of a field in the words of the sheet. */
export function faultIn(field: string, sentence: string): Fault {
  const header = headers.get(field);

  return header ? { header, sentence } : { sentence };
}

const monthsBack = 24;

/** What of a row cannot be, whoever it is about: a month to come or long past, nobody's schemes. */
export function refuseLine(row: ListRow, today: CivilDate): Fault[] {
  const faults: Fault[] = [];
  if (row.month > monthOf(today)) faults.push(faultIn("month", "这个月还没有到，请核对"));
  if (row.month < monthAfter(monthOf(today), -monthsBack)) faults.push(faultIn("month", "两年以前的名单不再核对"));
  if (schemesOf(row).length === 0) faults.push({ sentence: "五险一项都没有，请核对，没有参保的不用列" });

  return faults;
}

/** The schemes that are ticked, in the order of every form. */
export function schemesOf(row: ListRow): InsuranceScheme[] {
  return schemes.filter((scheme) => row[scheme]);
}

/** What changes, in words. */
export function differencesOf(before: LineValues, after: LineValues): Difference[] {
  const told = (values: LineValues) =>
    [
      ["姓名", values.name],
      ["缴费基数", yuan(values.baseFen)],
      ["险种", schemesText(values.schemes)],
      ["参保单位", payerWords[values.payer]],
    ] as const;
  const now = told(after);

  return told(before).flatMap(([header, was], at) => {
    const is = now[at]?.[1] ?? "";

    return was === is ? [] : [{ header, before: was, after: is }];
  });
}
