import { createHash } from "node:crypto";
import { blindIndex, encryptField } from "@/lib/crypto";
import { instantAt, monthAfter, monthOf, type CivilDate, type CivilMonth } from "@/lib/dates";
import { sideText, type Side } from "@/lib/insurance/differences/rules";
import { schemes } from "@/lib/insurance/rules";
import { maskIdNo } from "@/lib/masks";
import { checkCharacter } from "@/lib/people/rules";
import type { DifferenceKind, Resolution } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import { bounds } from "./insurance-wages";
import type { Person } from "./person-rows";
import { at, idAt, of, shuffled } from "./random";

export type ListRows = Pick<
  { [T in keyof SeedRows]: SeedRows[T][] },
  "office_list_line" | "difference_note" | "import_batch" | "id_no_history"
>;
type Kept = Pick<{ [T in keyof SeedRows]: SeedRows[T][] }, "enrolment" | "contribution_base">;
type Line = Side & { person: Person | null; name: string; idNo: string };

/** How many differences of each kind the list of last month brings. */
export const listDifferencesPlanned = { ONLY_THERE: 6, ONLY_HERE: 6, SCHEMES: 4, BASE: 7 } as const;

/** The month of which the insurance office's list is there. */
export function lastMonth(today: CivilDate): CivilMonth {
  return monthAfter(monthOf(today), -1);
}

/** The insurance office's list of last month: our record, but for a handful in each way in which two lists differ. */
export function officeListOf(theatre: Theatre, given: Kept & { gaps: readonly Person[] }): ListRows {
  const sides = sidesIn(lastMonth(theatre.today), given);
  const ours = theatre.people.flatMap((person) => {
    const side = sides.get(person.id);

    return side ? [{ person, name: person.name, idNo: person.idNo, ...side }] : [];
  });
  const odd = shuffled(ours.filter(isPlain), "list difference");
  const renumbered = at(odd, 0);
  const missing = odd.slice(1, listDifferencesPlanned.ONLY_HERE);
  const based = odd.slice(6, 6 + listDifferencesPlanned.BASE);
  const schemed = odd.slice(13, 13 + listDifferencesPlanned.SCHEMES);
  const theirs = [
    ...ours.flatMap((line) => (line === renumbered || missing.includes(line) ? [] : [asTheySay(line, based, schemed)])),
    ...strangers(
      theatre,
      given.gaps.filter(({ id }) => !sides.has(id)),
      renumbered,
    ),
  ];
  const when = instantAt(theatre.line.on(-3), "10:30");
  const batch = batchRow(theatre, when, theirs.length);

  return {
    import_batch: [batch],
    office_list_line: theirs.map((line, row) => lineRow(theatre, line, { row, when, batchId: batch.id })),
    difference_note: [
      decision(theatre, at(based, 0), { kind: "BASE", theirs: theirOf(theirs, at(based, 0)), ...decided.ours }),
      decision(theatre, at(schemed, 0), { kind: "SCHEMES", theirs: theirOf(theirs, at(schemed, 0)), ...decided.asked }),
      decision(theatre, at(missing, 0), { kind: "ONLY_HERE", theirs: null, ...decided.letter }),
    ],
    id_no_history: [oldNumber(theatre, renumbered)],
  };
}

function sidesIn(month: CivilMonth, { enrolment, contribution_base }: Kept): Map<string, Side> {
  const bases = new Map(contribution_base.map((row) => [row.personId, row]));
  const sides = new Map<string, Side>();
  for (const row of enrolment) {
    if (row.startMonth > month || (row.endMonth && row.endMonth < month)) continue;
    const base = bases.get(row.personId);
    const has = [...(sides.get(row.personId)?.schemes ?? []), row.scheme];
    sides.set(row.personId, {
      schemes: schemes.filter((scheme) => has.includes(scheme)),
      payer: row.payer,
      baseFen: base && base.fromMonth <= month ? Number(base.baseFen) : null,
    });
  }

  return sides;
}

function isPlain({ person, schemes: has }: Line): boolean {
  if (!person) return false;
  const { status, staffNo, isLeader, postTitle } = person;

  return has.length === 5 && status === "ACTIVE" && Number(staffNo) > 50_100 && !isLeader && !postTitle;
}

/** Their line of somebody: with another base, or with a scheme less. */
function asTheySay(line: Line, based: readonly Line[], schemed: readonly Line[]): Line {
  const place = based.indexOf(line);
  if (place >= 0 && line.baseFen !== null) return { ...line, baseFen: line.baseFen + (place + 1) * 12_700 };
  const short = schemed.indexOf(line);
  if (short < 0) return line;
  const left = short % 2 === 0 ? "MATERNITY" : "UNEMPLOYMENT";

  return { ...line, schemes: line.schemes.filter((scheme) => scheme !== left) };
}

/** Who stands on their list only: three whose forms we never closed, one who left, one by an old number, one whom nobody knows. */
function strangers(theatre: Theatre, gaps: readonly Person[], renumbered: Line): Line[] {
  const side = { schemes: [...schemes], baseFen: bounds.floorFen };
  const known = shuffled(
    gaps.filter(({ status, staffNo }) => status === "ACTIVE" && Number(staffNo) > 50_100),
    "list strangers",
  ).slice(0, 3);
  const left = theatre.people.filter(({ status }) => status === "LEFT").slice(0, 1);
  const listed = [...known, ...left].map((person) => ({
    ...side,
    payer: person.employmentType === "DISPATCH" ? ("AGENCY" as const) : ("BUREAU" as const),
    person,
    name: person.name,
    idNo: person.idNo,
  }));
  const nobody: Line = { ...side, payer: "BUREAU", person: null, name: "田二柱", idNo: numberOf("13010219710314905") };

  return [...listed, { ...renumbered, person: null, idNo: formerNumber(renumbered) }, nobody];
}

function numberOf(digits: string): string {
  return `${digits}${checkCharacter(digits)}`;
}

/** The number with which somebody was registered by mistake: one digit of the running number is another. */
function formerNumber({ idNo }: Line): string {
  return numberOf(`130102${idNo.slice(6, 14)}${idNo.slice(14, 17)}`);
}

const theirOf = (lines: readonly Line[], ours: Line) => lines.find(({ person }) => person === ours.person) ?? null;

function lineRow(
  { today, tree }: Theatre,
  { idNo, name, payer, schemes: has, baseFen }: Line,
  { row, when, batchId }: { row: number; when: Date; batchId: string },
): SeedRows["office_list_line"] {
  return {
    id: idAt(when, "office list line", row),
    bureauId: tree.bureau.id,
    month: lastMonth(today),
    idNoIndex: blindIndex(idNo),
    idNoMask: maskIdNo(idNo),
    name,
    payer,
    schemes: [...has],
    baseFen: BigInt(baseFen ?? bounds.floorFen),
    batchId,
    createdAt: when,
    version: 1,
  };
}

function batchRow({ today, tree, cast }: Theatre, when: Date, rows: number) {
  const officer = of(cast, "2002");
  const fileName = `${lastMonth(today)}参保名单.xlsx`;
  const who = { createdById: officer.accountId, createdByName: officer.name, createdAt: when };
  const done = { confirmedById: officer.accountId, confirmedAt: when, seenAt: when };

  return {
    id: idAt(when, "office list batch", 0),
    bureauId: tree.bureau.id,
    entity: "insurance.officeList",
    fileName,
    fileHash: createHash("sha256").update(fileName).digest("hex"),
    state: "DONE",
    headers: [],
    ...{ rowsRead: rows, rowsNew: rows, rowsWritten: rows },
    beatAt: when,
    ...who,
    ...done,
    // What stood in the sheet is not part of the demonstration: it counts as emptied.
    forgottenAt: when,
    requestKey: idAt(when, "office list request", 0),
  } satisfies SeedRows["import_batch"];
}

const decided = {
  ours: { resolution: "OURS", note: "和经办机构核对过，他们多算了一项补贴，下月更正" },
  asked: { resolution: "ASKED", note: "人社函〔演示〕12 号，问为什么少一险" },
  letter: { resolution: "ASKED", note: "人社函〔演示〕13 号，名单上漏了人" },
} as const satisfies Record<string, { resolution: Resolution; note: string }>;

type Decided = { kind: DifferenceKind; theirs: Side | null; resolution: Resolution; note: string };

function decision(
  { today, tree, cast, line }: Theatre,
  ours: Line,
  { kind, theirs, resolution, note }: Decided,
): SeedRows["difference_note"] {
  const when = instantAt(line.on(-2), "14:20");
  const personId = ours.person?.id ?? null;

  return {
    id: idAt(when, `difference ${kind}`, ours.person?.row ?? 0),
    bureauId: tree.bureau.id,
    month: lastMonth(today),
    subjectId: personId ?? "",
    personId,
    name: ours.name,
    kind,
    ours: sideText(ours),
    theirs: sideText(theirs),
    resolution,
    note,
    decidedById: of(cast, "2002").accountId,
    decidedAt: when,
    version: 1,
  };
}

/** The number that was put right in the roster, while the insurance office still has the old one: two accounts. */
function oldNumber({ cast, line }: Theatre, renumbered: Line): SeedRows["id_no_history"] {
  const when = instantAt(line.on(-40), "09:40");
  const id = idAt(when, "old number", renumbered.person?.row ?? 0);
  const idNo = formerNumber(renumbered);

  return {
    id,
    personId: renumbered.person?.id ?? "",
    idNoCipher: encryptField(idNo, { table: "id_no_history", column: "id_no_cipher", rowId: id }),
    idNoIndex: blindIndex(idNo),
    reason: "登记时地区码写错",
    changedById: of(cast, "2002").accountId,
    changedAt: when,
  };
}
