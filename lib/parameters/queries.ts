import "server-only";
import { db, type Tx } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import {
  definitionOf,
  isParameterKey,
  parameters,
  type ParameterGroup,
  type ParameterKey,
  type ParameterValue,
} from "@/lib/parameters/rules";
import { inForce, newestFirst, showValue, upcoming, valueOf, type Place } from "@/lib/parameters/values/rules";

type Reader = Pick<Tx, "parameter">;
type Values<K extends ParameterKey> = { [Key in K]: ParameterValue<Key> };

/**
 * The value of one parameter on a day, for rules and commands of every matter.
 * @param reader the transaction of the act, so that the act and its limits are of one moment; `db` for a page
 */
export async function parameterAt<K extends ParameterKey>(
  reader: Reader,
  key: K,
  on: CivilDate,
): Promise<ParameterValue<K>> {
  const values = await parametersAt(reader, [key], on);

  return values[key];
}

/** Several parameters of one day in one statement; what nobody has entered has its fallback. */
export async function parametersAt<K extends ParameterKey>(
  reader: Reader,
  keys: readonly K[],
  on: CivilDate,
): Promise<Values<K>> {
  const rows = await reader.parameter.findMany({
    where: { key: { in: [...keys] }, validFrom: { lte: dateColumn(on) } },
    orderBy: [{ validFrom: "desc" }, { revision: "desc" }],
    distinct: ["key"],
    select: { key: true, value: true },
  });
  const stored = new Map(rows.map(({ key, value }) => [key, value]));

  return Object.fromEntries(keys.map((key) => [key, valueOf(key, stored.get(key))])) as Values<K>;
}

/** The value of today, for a page. */
export async function currentValue<K extends ParameterKey>(permit: Permit, key: K): Promise<ParameterValue<K>> {
  return parameterAt(db, key, permit.today);
}

export type ParameterLine = {
  key: ParameterKey;
  name: string;
  group: ParameterGroup;
  value: string;
  isUnverified: boolean;
  /** Since when; undefined while the fallback counts. */
  since?: CivilDate;
  /** The next change that is already entered. */
  next?: { value: string; validFrom: CivilDate };
};

/** All parameters with the value of today and the next one, in the order of the table. */
export async function listParameters(permit: Permit<"parameters.view">): Promise<ParameterLine[]> {
  const keys = Object.keys(parameters).filter(isParameterKey);
  const entries = await entriesOf(keys);

  return keys.map((key) =>
    lineOf(
      key,
      entries.filter((entry) => entry.key === key),
      permit.today,
    ),
  );
}

export type ParameterEntry = {
  id: string;
  value: string;
  validFrom: CivilDate;
  revision: number;
  isUnverified: boolean;
  reason: string;
  by: string;
  at: Date;
  place: Place;
};

export type ParameterView = ParameterLine & {
  /** Value of today as it is stored, to start the form with. */
  stored: string;
  /** Id of the newest row, which the form hands back so that two people do not overwrite each other. */
  seenId: string;
  history: ParameterEntry[];
};

/** One parameter with its whole history, newest first; undefined for a key that does not exist. */
export async function viewParameter(
  permit: Permit<"parameters.view">,
  key: string,
): Promise<ParameterView | undefined> {
  if (!isParameterKey(key)) return undefined;
  const entries = await entriesOf([key]);
  const names = await namesOf(entries.map(({ createdById }) => createdById));
  const current = inForce(entries, permit.today);
  const next = upcoming(entries, permit.today);
  const history = newestFirst(entries).map((entry) => ({
    id: entry.id,
    value: showValue(key, entry.value),
    validFrom: entry.validFrom,
    revision: entry.revision,
    isUnverified: entry.isUnverified,
    reason: entry.reason,
    by: (entry.createdById && names.get(entry.createdById)) ?? "系统",
    at: entry.createdAt,
    place: placeOf(entry, entries, current, next),
  }));

  return {
    ...lineOf(key, entries, permit.today),
    stored: String(valueOf(key, current?.value)),
    seenId: newestId(entries),
    history,
  };
}

type Entry = Awaited<ReturnType<typeof entriesOf>>[number];

async function entriesOf(keys: ParameterKey[]) {
  const rows = await db.parameter.findMany({
    where: { key: { in: keys } },
    orderBy: [{ validFrom: "desc" }, { revision: "desc" }],
  });

  return rows.map((row) => ({ ...row, validFrom: fromDateColumn(row.validFrom) }));
}

function lineOf(key: ParameterKey, entries: readonly Entry[], today: CivilDate): ParameterLine {
  const { name, group, fallback } = definitionOf(key);
  const current = inForce(entries, today);
  const [next] = upcoming(entries, today);
  const value = current?.value ?? fallback;

  return {
    key,
    name,
    group,
    value: showValue(key, value),
    isUnverified: current?.isUnverified ?? false,
    ...(current ? { since: current.validFrom } : {}),
    ...(next ? { next: { value: showValue(key, next.value), validFrom: next.validFrom } } : {}),
  };
}

function placeOf(entry: Entry, entries: readonly Entry[], current: Entry | undefined, next: readonly Entry[]): Place {
  if (entry.id === current?.id) return "now";
  if (next.some(({ id }) => id === entry.id)) return "next";
  const isReplaced = entries.some((other) => other.validFrom === entry.validFrom && other.revision > entry.revision);

  return isReplaced ? "replaced" : "past";
}

function newestId(entries: readonly Entry[]): string {
  return entries.reduce((newest, { id }) => (id > newest ? id : newest), "");
}

async function namesOf(accountIds: (string | null)[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: accountIds.filter((id) => id !== null) } },
    select: { id: true, person: { select: { name: true } } },
  });

  return new Map(accounts.map(({ id, person }) => [id, person.name]));
}
