import "server-only";
import { recordAudits } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { addWorkingDays } from "@/lib/calendar/rules";
import { deriveMove, openCase } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { dateColumn, type CivilDate } from "@/lib/dates";
import { householdOf } from "@/lib/hardship/application/commands";
import { openFiles, uploaderOf } from "@/lib/hardship/import/queries";
import { opinionOf, type FileData, type PaperValues } from "@/lib/hardship/import/rules";
import { fileColumns, fileNotes, fileSamples } from "@/lib/hardship/import/words";
import { reviewDueAfter } from "@/lib/hardship/rules";
import { newId } from "@/lib/id";
import { confirmImport } from "@/lib/imports/commands";
import type { Entity } from "@/lib/imports/entities/queries";
import { StaleRows, type BatchFacts, type ImportVerb, type Planned, type TakenBack } from "@/lib/imports/rules";
import type { Written } from "@/lib/imports/rules";
import type { ConfirmImport } from "@/lib/imports/schema";
import { parameterAt } from "@/lib/parameters/queries";
import { isUniqueViolation, type Tx } from "@/prisma/client";
import { Refusal } from "@/lib/refusal";

/** 困难职工纸质台账: the households on file before there was a portal, and corrections of what was typed. */
export const fileEntity: Entity<FileData> = {
  name: "hardship.files",
  title: "困难职工纸质台账",
  sheet: "困难职工台账",
  columns: fileColumns,
  keys: ["staffNo"],
  samples: fileSamples,
  notes: fileNotes,
  open: openFiles,
  apply: applyFiles,
  undo: undoFiles,
};

/**
 * 确认导入 of paper files puts households on file without notice and decision, so it is the second pair of eyes: the head of
 * the office, who did not upload the sheet. Refused besides as `confirmImport`.
 */
export async function confirmFiles(permit: Permit<"hardship.import">, input: ConfirmImport): Promise<number> {
  if (!permit.reach.manages.includes("hardship"))
    throw new Refusal("补录在档户要由工会负责人确认，请负责人打开这一页核对后确认。");
  if ((await uploaderOf(permit, input.batchId)) === permit.actor.accountId)
    throw new Refusal("这张表是您自己上传的，请另一个人上传，或者由另一位负责人确认。");

  return confirmImport(permit, input);
}

type Fresh = Extract<FileData, { fresh: unknown }>["fresh"] & { rowId: string; fileId: string };
type Change = { fileId: string; personId: string; version: number; values: PaperValues };

/** Writes checked rows; throws `StaleRows` when a household is no longer as it was when they were checked. */
export async function applyFiles(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly Planned<FileData>[],
): Promise<Written[]> {
  const paperDueOn = await paperDay(tx, permit);
  const written: Written[] = [];
  for (const { rowId, targetId: fileId, data } of rows) {
    if ("fresh" in data) written.push(await adopt(tx, permit, { ...data.fresh, rowId, fileId }, paperDueOn));
    else {
      const { personId, version, after } = data.change;
      if (!(await correct(tx, permit, { fileId, personId, version, values: after }))) throw new StaleRows();
      written.push({ rowId, version: version + 1 });
    }
  }
  await auditAll(tx, permit, { batch, step: "import" }, rows);

  return written;
}

/** The day by which paper and electronic file have to agree, counted from the import. */
async function paperDay(tx: Tx, permit: Permit<ImportVerb>): Promise<CivilDate> {
  const days = await parameterAt(tx, "hardship.paperDays", permit.today);

  return addWorkingDays(await readCalendar(tx), permit.today, days);
}

/** One household on file: its case, closed as decided on paper, the file, and the assessment that keeps its figures. */
async function adopt(tx: Tx, permit: Permit<ImportVerb>, fresh: Fresh, paperDueOn: CivilDate): Promise<Written> {
  const { personId, values, fileId } = fresh;
  const householdId = await homeOf(tx, permit, personId);
  const { unitId } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { unitId: true } });
  const opened = await openCase(tx, permit, {
    requestKey: newId(),
    programme: "hardship",
    table: "hardship",
    topic: "困难申请",
    title: "困难职工档案（按纸质档案补录）",
    content: `纸质档案 ${values.onFileSince} 建档，按纸质台账补录。`,
    personId,
    unitId,
    source: "DESK",
    complexity: "ORDINARY",
    confidentiality: "SENSITIVE",
    greenChannel: false,
  });
  await deriveMove(tx, permit, opened, "adopt", { note: opinionOf(values.note) });
  const place = { fileId, householdId, personId, unitId, number: opened.number };
  const version = await writeFile(tx, permit, { fresh, place, paperDueOn });
  await tx.hardshipAssessment.create({
    data: {
      id: newId(),
      fileId,
      caseId: opened.id,
      kind: "APPLICATION",
      applicantId: personId,
      createdAt: permit.now,
      ...assessed(values),
    },
  });

  return { rowId: fresh.rowId, version };
}

async function homeOf(tx: Tx, permit: Permit<ImportVerb>, personId: string): Promise<string> {
  try {
    return await householdOf(tx, permit, personId);
  } catch (fault) {
    throw fault instanceof Refusal ? new StaleRows() : fault;
  }
}

type Placed = { fileId: string; householdId: string; personId: string; unitId: string; number: string };

async function writeFile(
  tx: Tx,
  permit: Permit<ImportVerb>,
  { fresh, place, paperDueOn }: { fresh: Fresh; place: Placed; paperDueOn: CivilDate },
): Promise<number> {
  const standing = { state: "ON_FILE" as const, ...columnsOf(fresh.values), paperDueOn: dateColumn(paperDueOn) };
  if (fresh.version !== null) {
    const { count } = await tx.hardshipFile.updateMany({
      where: { id: place.fileId, version: fresh.version, state: "REFUSED", householdId: place.householdId },
      data: { ...standing, unitId: place.unitId, version: { increment: 1 } },
    });
    if (count !== 1) throw new StaleRows();

    return fresh.version + 1;
  }
  try {
    await tx.hardshipFile.create({
      data: {
        ...standing,
        id: place.fileId,
        bureauId: permit.reach.bureauId,
        householdId: place.householdId,
        headId: place.personId,
        unitId: place.unitId,
        number: place.number,
        createdById: permit.actor.accountId,
        createdAt: permit.now,
      },
    });
  } catch (fault) {
    throw isUniqueViolation(fault) ? new StaleRows() : fault;
  }

  return 1;
}

function columnsOf({ level, mainCause, secondCause, onFileSince, lastReviewedOn }: PaperValues) {
  return {
    level,
    mainCause,
    secondCause,
    onFileSince: dateColumn(onFileSince),
    lastReviewedOn: dateColumn(lastReviewedOn),
    reviewDueOn: dateColumn(reviewDueAfter(lastReviewedOn)),
  };
}

function assessed({ level, mainCause, secondCause, size, note }: PaperValues) {
  return { mainCause, secondCause, size, decided: level, officerOpinion: opinionOf(note) };
}

/** @returns whether it was still as the sheet saw it */
async function correct(tx: Tx, permit: Permit<ImportVerb>, { fileId, version, values }: Change): Promise<boolean> {
  const { count } = await tx.hardshipFile.updateMany({
    where: { id: fileId, bureauId: permit.reach.bureauId, version, state: "ON_FILE" },
    data: { ...columnsOf(values), version: { increment: 1 } },
  });
  if (count !== 1) return false;
  const paper = await paperCase(tx, fileId);
  await tx.hardshipAssessment.update({
    where: { caseId: paper },
    data: { ...assessed(values), version: { increment: 1 } },
  });

  return true;
}

async function paperCase(tx: Tx, fileId: string): Promise<string> {
  const last = await tx.hardshipAssessment.findFirstOrThrow({
    where: { fileId },
    orderBy: { id: "desc" },
    select: { caseId: true },
  });

  return last.caseId;
}

/**
 * Takes rows back whose files nobody touched since: a new one is no longer on file and its case is void, a corrected one
 * gets the old values. The others stay, each with the reason.
 */
export async function undoFiles(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  rows: readonly (Planned<FileData> & { version: number })[],
): Promise<TakenBack[]> {
  const done: TakenBack[] = [];
  for (const row of rows) done.push({ rowId: row.rowId, keptWhy: await takeBack(tx, permit, batch, row) });
  const back = rows.filter((_, at) => done[at]?.keptWhy === null);
  await auditAll(tx, permit, { batch, step: "undoImport" }, back);

  return done;
}

async function takeBack(
  tx: Tx,
  permit: Permit<ImportVerb>,
  batch: BatchFacts,
  { targetId: fileId, version, data }: Planned<FileData> & { version: number },
): Promise<string | null> {
  if ("change" in data) {
    const { personId, before } = data.change;

    return (await correct(tx, permit, { fileId, personId, version, values: before })) ? null : keptWhy.touched;
  }
  const listed = await tx.visitRow.count({ where: { fileId, takenOffAt: null } });
  if (listed > 0) return keptWhy.listed;
  const { count } = await tx.hardshipFile.updateMany({
    where: { id: fileId, bureauId: permit.reach.bureauId, version, state: "ON_FILE" },
    data: { state: "REFUSED", reviewDueOn: null, paperDueOn: null, version: { increment: 1 } },
  });
  if (count !== 1) return keptWhy.touched;
  const loaded = await loadCase(tx, permit, await paperCase(tx, fileId), { isOwnTransaction: true });
  await deriveMove(tx, permit, loaded, "takeBack", { note: batch.reason ?? "撤销导入" });

  return null;
}

const keptWhy = { touched: "导入以后又有人办过这份档案", listed: "这一户已经列入走访名单" };

async function auditAll(
  tx: Tx,
  permit: Permit<ImportVerb>,
  { batch, step }: { batch: BatchFacts; step: string },
  rows: readonly Planned<FileData>[],
): Promise<void> {
  const entries = rows.map(({ targetId, data }) => ({
    object: "hardship_file",
    objectId: targetId,
    subjectId: "fresh" in data ? data.fresh.personId : data.change.personId,
    reason: batch.reason,
    detail: { step, batch: batch.id },
  }));
  await recordAudits(tx, permit, entries);
}
