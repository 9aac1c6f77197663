import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex } from "@/lib/crypto";
import { newId } from "@/lib/id";
import type { Checker } from "@/lib/imports/entities/queries";
import type { Checked, Fault, RawRow, ImportVerb } from "@/lib/imports/rules";
import {
  differencesOf,
  eventsBetween,
  faultAt,
  mergeInto,
  missingForNew,
  newFrom,
  refuseChange,
  type Known,
  type RosterData,
} from "@/lib/people/import/rules";
import { RosterRow } from "@/lib/people/import/schema";
import { findLikenesses, findKnown, type Likeness } from "@/lib/people/import/lookups/queries";
import { unitFinder, type UnitFinder } from "@/lib/people/import/units/rules";
import { readDocument, type Document } from "@/lib/people/records/rules";
import { listOpenUnits } from "@/lib/people/units/queries";
import type { Tx } from "@/prisma/client";

type Read = {
  raw: RawRow;
  row: RosterRow;
  faults: Fault[];
  unitId: string | undefined;
  document: (Document & { ok: true }) | undefined;
  index: string | undefined;
};

/** What the sheet has said so far, so that no number stands in it twice. */
type Seen = Map<string, number>;

/** Begins the check of one roster sheet: the units as they are now, and an empty memory of what the sheet says. */
export async function openRoster(_tx: Tx, permit: Permit<ImportVerb>): Promise<Checker<RosterData>> {
  const finder = unitFinder(await listOpenUnits(permit));
  const seen: Seen = new Map();

  return async (tx, rows) => {
    const reads = rows.map((raw) => readRow(permit, raw, finder));
    const known = await findKnown(tx, permit, {
      staffNos: reads.flatMap(({ row }) => row.staffNo ?? []),
      indexes: reads.flatMap(({ index }) => index ?? []),
    });
    const fresh = reads.filter((read) => !personOf(read, known).person);
    const likenesses = await findLikenesses(
      tx,
      permit,
      fresh.map(({ row, index, document, unitId }) => ({
        name: row.name,
        index,
        birthDate: document?.birthDate ?? row.birthDate,
        unitId,
        mobile: row.mobile,
      })),
    );

    return reads.map((read) =>
      check(permit, read, { known, finder, seen, alike: likenesses[fresh.indexOf(read)] ?? [] }),
    );
  };
}

function readRow({ today }: Permit<ImportVerb>, raw: RawRow, finder: UnitFinder): Read {
  const given = Object.fromEntries(Object.entries(raw.texts).filter(([, text]) => text !== ""));
  const parsed = RosterRow.safeParse(given);
  const faults = [...raw.faults];
  let row: RosterRow = {};
  if (parsed.success) row = parsed.data;
  else {
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    for (const { path, message } of parsed.error.issues) faults.push(faultAt(String(path[0]), message));
    // What is right is kept, so that all faults of a row are told at once.
    row = RosterRow.safeParse(Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.has(key)))).data ?? {};
  }
  const unit = row.unit ? finder.find(row.unit) : undefined;
  if (unit && "fault" in unit) faults.push(faultAt("unit", unit.fault));
  const document = row.idNo ? readDocument(row.idType ?? "RESIDENT", row.idNo, today) : undefined;
  if (document && !document.ok) faults.push(faultAt(document.fault.field, document.fault.sentence));
  const right = document?.ok ? document : undefined;

  return {
    raw,
    row,
    faults,
    unitId: unit && "id" in unit ? unit.id : undefined,
    document: right,
    index: right && blindIndex(right.idNo),
  };
}

type Around = { known: Known[]; finder: UnitFinder; seen: Seen; alike: Likeness[] };

function check(permit: Permit<ImportVerb>, read: Read, { known, finder, seen, alike }: Around): Checked<RosterData> {
  const { row, raw } = read;
  const { person, fault } = personOf(read, known);
  const who = [row.staffNo ?? person?.staffNo ?? raw.texts.staffNo, row.name ?? person?.values.name ?? raw.texts.name]
    .filter(Boolean)
    .join(" ");
  const faults = [...read.faults, ...(fault ? [fault] : []), ...repeated(read, seen, person)];
  if (!row.staffNo && !read.index && faults.length === 0) faults.push(faultAt("staffNo", "请填写工号或身份证号"));
  if (!person && !fault) faults.push(...missingForNew(row), ...refuseAlike(row, alike));
  if (faults.length > 0) return wrongRow(who, faults);
  if (person) return checkKnown(permit, read, { person, who, finder });

  return checkNew(permit, read, { who, alike });
}

/** A column is told of once: who forgot a unit need not also read that it is unknown. */
function wrongRow(who: string, faults: readonly Fault[]): Checked<RosterData> {
  const told = faults.filter(
    ({ header }, at) => header === undefined || faults.findIndex((one) => one.header === header) === at,
  );

  return { state: "WRONG", who, targetId: null, faults: told, differences: [], data: null };
}

function checkNew(
  { today }: Permit<ImportVerb>,
  { row, unitId, document }: Read,
  { who, alike }: { who: string; alike: Likeness[] },
): Checked<RosterData> {
  if (!document || !unitId) return wrongRow(who, missingForNew(row));
  const fresh = newFrom(row, { unitId, document }, today);
  if (Array.isArray(fresh)) return wrongRow(who, fresh);
  fresh.confirmedDistinctFrom = alike.map(({ id }) => id);

  return { state: "NEW", who, targetId: newId(), faults: [], differences: [], data: { fresh } };
}

function checkKnown(
  { today }: Permit<ImportVerb>,
  { row, unitId }: Read,
  { person, who, finder }: { person: Known; who: string; finder: UnitFinder },
): Checked<RosterData> {
  const before = person.values;
  const after = mergeInto(before, row, unitId);
  const happenedOn = row.changedOn ?? today;
  const faults = refuseChange(person, { row, after, happenedOn }, today);
  if (faults.length > 0) return wrongRow(who, faults);
  const differences = differencesOf(before, after, finder.nameOf);
  const found = { who, targetId: person.id, faults, differences };
  if (differences.length === 0) return { ...found, state: "SAME", data: null };
  const change = { before, after, version: person.version, happenedOn, events: eventsBetween(before, after) };

  return { ...found, state: "CHANGED", data: { change } };
}

/** The person on file whom the row means, by 工号 or by ID number; a fault when the two name different people. */
function personOf({ row, index, document }: Read, known: readonly Known[]): { person?: Known; fault?: Fault } {
  const byNumber = row.staffNo ? known.find(({ staffNo }) => staffNo === row.staffNo) : undefined;
  const byIdNo = index ? known.find(({ idNoIndex }) => idNoIndex === index) : undefined;
  if (byNumber && byIdNo && byNumber.id !== byIdNo.id) {
    const owner = `身份证号是${byIdNo.values.name}（工号 ${byIdNo.staffNo}）的`;

    return { fault: faultAt("staffNo", `工号是${byNumber.values.name}的，${owner}，请核对`) };
  }
  if (byIdNo && !byNumber && row.staffNo) {
    return { fault: faultAt("staffNo", `这个身份证号已登记，工号是 ${byIdNo.staffNo}，请核对`) };
  }
  if (byNumber && !byIdNo && document) {
    return { fault: faultAt("idNo", "和档案里的身份证号不一致，请核对；要更正请打开本人档案办理") };
  }
  const person = byNumber ?? byIdNo;

  return person ? { person } : {};
}

function repeated({ raw, row, index, document }: Read, seen: Seen, person: Known | undefined): Fault[] {
  const born = document?.birthDate ?? row.birthDate;
  const keys: [mark: string, field: string, words: string][] = [];
  if (row.staffNo) keys.push([`no ${row.staffNo}`, "staffNo", "工号"]);
  if (index) keys.push([`id ${index}`, "idNo", "身份证号"]);
  if (person) keys.push([`person ${person.id}`, "staffNo", "人"]);
  if (!person && row.name && born && !row.isDistinct) keys.push([`${row.name} ${born}`, "name", "姓名和出生日期"]);
  const faults = keys.flatMap(([mark, field, words]) => {
    const first = seen.get(mark);

    return first === undefined ? [] : [faultAt(field, `${words}和第 ${first} 行重复，请只留一行`)];
  });
  for (const [mark] of keys) if (!seen.has(mark)) seen.set(mark, raw.rowNo);

  return faults;
}

/** Who looks like somebody on file is not made until the clerk has compared them, as in a single registration. */
function refuseAlike(row: RosterRow, alike: readonly Likeness[]): Fault[] {
  const old = alike.find(({ isOldIdNo }) => isOldIdNo);
  if (old && !row.isDistinct) return [faultAt("idNo", `是${old.name}（工号 ${old.staffNo}）更正前的身份证号，请核对`)];
  const [first] = alike;
  if (!first || row.isDistinct) return [];

  return [
    faultAt(
      "name",
      `可能已登记过：${first.name}（工号 ${first.staffNo}，${first.unit}）。确实是两个人，请在“确认不是同一人”填“是”`,
    ),
  ];
}
