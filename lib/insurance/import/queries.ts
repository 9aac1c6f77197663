import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex } from "@/lib/crypto";
import { newId } from "@/lib/id";
import {
  differencesOf,
  faultIn,
  refuseLine,
  schemesOf,
  type LineData,
  type LineValues,
} from "@/lib/insurance/import/rules";
import { ListRow } from "@/lib/insurance/import/schema";
import type { Checker } from "@/lib/imports/entities/queries";
import type { Checked, Fault, ImportVerb, RawRow } from "@/lib/imports/rules";
import { maskIdNo } from "@/lib/masks";
import { checkIdNo } from "@/lib/people/rules";
import type { Tx } from "@/prisma/client";
import type { OfficeListLine } from "@/prisma/generated/client";

/** What one check remembers of its sheet: the month, and which number stood in which row. */
type Memory = { month: { is: string; rowNo: number } | null; rows: Map<string, number> };

/** Begins the check of one list of the insurance office, with an empty memory of what it says. */
export async function openLines(_tx: Tx, permit: Permit<ImportVerb>): Promise<Checker<LineData>> {
  const memory: Memory = { month: null, rows: new Map() };

  return async (tx, rows) => {
    const reads = rows.map((raw) => readLine(raw, permit.today, memory));
    const values = reads.flatMap((read) => (read.values ? [read.values] : []));
    const known = await knownLines(tx, permit, values);

    return reads.map(({ who, faults, values: after }) => {
      if (!after) return { state: "WRONG", who, targetId: null, faults, differences: [], data: null };

      return compare(who, after, known.get(keyOf(after)));
    });
  };
}

type ReadLine = { who: string; faults: Fault[]; values?: LineValues };

function readLine(raw: RawRow, today: string, memory: Memory): ReadLine {
  const filled = Object.fromEntries(Object.entries(raw.texts).filter(([, text]) => text !== ""));
  const row = ListRow.safeParse(filled);
  const number = checkIdNo(raw.texts.idNo ?? "", today);
  // The number itself never stands in the report.
  const who = [raw.texts.name, number.ok ? maskIdNo(number.idNo) : ""].filter(Boolean).join(" ");
  const faults = [
    ...raw.faults,
    ...(row.error?.issues ?? []).map((one) => faultIn(String(one.path[0]), one.message)),
    ...(row.success && !number.ok ? [faultIn("idNo", number.sentence)] : []),
    ...(row.success ? refuseLine(row.data, today) : []),
  ];
  if (!row.success || !number.ok || faults.length > 0) return { who, faults };
  const { month, name, payer, base } = row.data;
  memory.month ??= { is: month, rowNo: raw.rowNo };
  if (memory.month.is !== month)
    faults.push(faultIn("month", `一张表只能是一个月的，第 ${memory.month.rowNo} 行是 ${memory.month.is}`));
  const idNoIndex = blindIndex(number.idNo);
  const first = memory.rows.get(idNoIndex);
  if (first !== undefined) faults.push(faultIn("idNo", `和第 ${first} 行是同一个号码，请只留一行`));
  else memory.rows.set(idNoIndex, raw.rowNo);
  if (faults.length > 0) return { who, faults };
  const values = { month, idNoIndex, idNoMask: maskIdNo(number.idNo), name, payer, baseFen: base };

  return { who, faults, values: { ...values, schemes: schemesOf(row.data) } };
}

const keyOf = ({ month, idNoIndex }: Pick<LineValues, "month" | "idNoIndex">) => `${month} ${idNoIndex}`;

async function knownLines(tx: Tx, { reach }: Permit<ImportVerb>, values: readonly LineValues[]) {
  const lines = await tx.officeListLine.findMany({
    where: {
      bureauId: reach.bureauId,
      month: { in: [...new Set(values.map(({ month }) => month))] },
      idNoIndex: { in: values.map(({ idNoIndex }) => idNoIndex) },
      takenBackAt: null,
    },
  });

  return new Map(lines.map((line) => [keyOf(line), line]));
}

function compare(who: string, after: LineValues, line: OfficeListLine | undefined): Checked<LineData> {
  if (!line) return { state: "NEW", who, targetId: newId(), faults: [], differences: [], data: { fresh: after } };
  const before = valuesOf(line);
  const differences = differencesOf(before, after);
  const found = { who, targetId: line.id, faults: [], differences };
  if (differences.length === 0) return { ...found, state: "SAME", data: null };

  return { ...found, state: "CHANGED", data: { change: { version: line.version, before, after } } };
}

function valuesOf({ month, idNoIndex, idNoMask, name, payer, schemes, baseFen }: OfficeListLine): LineValues {
  return { month, idNoIndex, idNoMask, name, payer, schemes, baseFen: Number(baseFen) };
}
