import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { signLoaded } from "@/lib/cases/sign-offs/commands";
import { loadGranted } from "@/lib/cases/sign-offs/queries";
import { evidenceKinds } from "@/lib/cases/sign-offs/rules";
import { encryptField } from "@/lib/crypto";
import { dateColumn } from "@/lib/dates";
import { openNeed } from "@/lib/hardship/visits/records/needs/commands";
import { readNeed } from "@/lib/hardship/visits/records/needs/rules";
import { loadRow, rowOfRequest, type LoadedRow } from "@/lib/hardship/visits/records/queries";
import { giversOf, refuseAgain, refuseVisit, type VisitFault } from "@/lib/hardship/visits/records/rules";
import type { RecordNotMet, RecordVisit } from "@/lib/hardship/visits/records/schema";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { readUpload, withUpload, type Upload } from "@/lib/uploads";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { AttachmentKind, SignMode } from "@/prisma/generated/enums";

/** A file that is kept beside the database, and what was asked to be written with it. */
type Kept = { upload: Upload; storedName: string };
/** This very form has been written before: what was uploaded with it again is thrown away. */
class SentBefore extends Error {}

/**
 * 走访签领: who went, what was signed for, what else was left there, how the family is and what it asks for, in one
 * transaction. The same form sent twice is one visit.
 * Refused: out of reach, not the time for visits, signed by somebody else meanwhile, fewer than two of the group, cash
 * without two givers or given by the household itself, no signature, a photo of people without their consent.
 * @returns the row's id
 */
export async function recordVisit(permit: Permit<"hardship.recordVisit">, input: RecordVisit): Promise<string> {
  const known = await transact(async (tx) => {
    const before = await rowOfRequest(tx, permit, input.requestKey);
    // Whoever does not reach the household does not get to unpack pictures either.
    if (!before) await loadRow(tx, permit, input.rowId);

    return before;
  });
  if (known) return known;
  if (input.photo && input.photo.size > 0 && !input.hasConsent)
    throw new Refusal("拍到人或家里的照片要先征得本人同意，请勾选。", "hasConsent");
  const paper = await uploadOf(evidenceFile(input));
  const photo = await uploadOf(input.photo, "photo");
  try {
    await keeping(paper, (keptPaper) =>
      keeping(photo, (keptPhoto) => transact((tx) => writeVisit(tx, permit, input, keptPaper, keptPhoto))),
    );
  } catch (fault) {
    if (!(await isSentBefore(permit, input.requestKey, fault))) throw inForm(fault, input.mode);
  }

  return input.rowId;
}

/**
 * 没见到人: who went and why nobody was met; the household stays on the list, with a day to go again if one is known.
 * Refused: as above, and a day to go again that is past or too late.
 */
export async function recordNotMet(permit: Permit<"hardship.recordVisit">, input: RecordNotMet): Promise<string> {
  try {
    await transact((tx) => writeNotMet(tx, permit, input));
  } catch (fault) {
    if (!(await isSentBefore(permit, input.requestKey, fault))) throw fault;
  }

  return input.rowId;
}

async function writeNotMet(tx: Tx, permit: Permit<"hardship.recordVisit">, input: RecordNotMet): Promise<void> {
  if (await rowOfRequest(tx, permit, input.requestKey)) throw new SentBefore();
  const row = await loadRow(tx, permit, input.rowId);
  const { plannedAgainOn: again } = input;
  refuse(refuseVisit(row, input, permit.today) ?? (again ? refuseAgain(again, row.finishBy, permit.today) : undefined));
  await claim(tx, permit, row, input, {
    visitedOn: dateColumn(input.visitedOn),
    notMetReason: input.notMetReason,
    plannedAgainOn: again ? dateColumn(again) : null,
    signedOn: null,
    conditionCipher: null,
  });
  await tx.visitRecord.create({
    data: {
      ...recordOf(permit, row, input),
      outcome: "NOT_MET",
      notMetReason: input.notMetReason,
      note: input.note ?? null,
      visitors: { create: [...new Set(input.visitors)].map((personId) => ({ personId, isGiver: false })) },
    },
  });
  await recordAudit(tx, permit, {
    object: "visit_row",
    objectId: row.id,
    subjectId: row.personId,
    detail: { step: "notMet", reason: input.notMetReason },
  });
}

async function writeVisit(
  tx: Tx,
  permit: Permit<"hardship.recordVisit">,
  input: RecordVisit,
  paper: Kept | undefined,
  photo: Kept | undefined,
): Promise<void> {
  if (await rowOfRequest(tx, permit, input.requestKey)) throw new SentBefore();
  const row = await loadRow(tx, permit, input.rowId);
  refuse(refuseVisit(row, input, permit.today));
  if (!row.signOffId) throw new Refusal("这一户还没有批准发放，请帮扶专员看看这次慰问办到哪一步。");
  const need = readNeed(input);
  const givers = input.mode === "TRANSFER" ? [] : giversOf(input.visitors, input.givers);
  if (!Array.isArray(givers)) throw new Refusal(givers.sentence, givers.field);
  const condition = input.condition
    ? encryptField(input.condition, { table: "visit_row", column: "condition_cipher", rowId: row.id })
    : null;
  await claim(tx, permit, row, input, {
    visitedOn: dateColumn(input.visitedOn),
    signedOn: dateColumn(input.visitedOn),
    notMetReason: null,
    plannedAgainOn: null,
    conditionCipher: condition,
  });
  await sign(tx, permit, { row, input, givers, paper });
  if (photo) await keepPicture(tx, permit, row, { kept: photo, kind: "PHOTO", owner: "visit_row", ownerId: row.id });
  if (need) {
    const needCaseId = await openNeed(tx, permit, row, need);
    await tx.visitRow.update({ where: { id: row.id }, data: { needCaseId } });
  }
  await tx.visitRecord.create({
    data: {
      ...recordOf(permit, row, input),
      outcome: "MET",
      goods: input.goods ?? null,
      signOffId: row.signOffId,
      visitors: { create: visitorsOf(permit, input.visitors, givers) },
    },
  });
  await recordAudit(tx, permit, {
    object: "visit_row",
    objectId: row.id,
    subjectId: row.personId,
    detail: { step: "signed", mode: input.mode, ...(need ? { need: need.programme } : {}) },
    ...(condition ? { fields: ["condition"] } : {}),
  });
}

type Signing = { row: LoadedRow; input: RecordVisit; givers: string[]; paper: Kept | undefined };

async function sign(tx: Tx, permit: Permit, { row, input, givers, paper }: Signing): Promise<void> {
  const granted = await loadGranted(tx, permit, row.signOffId ?? "");
  const signatureAttachmentId = paper
    ? await keepPicture(tx, permit, row, {
        kept: paper,
        kind: evidenceKinds[input.mode],
        owner: "sign_off",
        ownerId: granted.id,
        isAgreed: input.hasConsent !== undefined,
      })
    : undefined;
  await signLoaded(tx, permit, granted, {
    receivedBy: input.receivedBy,
    relation: input.relation,
    mode: input.mode,
    givenBy: givers,
    signatureAttachmentId,
    voucherNo: input.voucherNo,
    signedOn: input.visitedOn,
  });
}

type Picture = { kept: Kept; kind: AttachmentKind; owner: string; ownerId: string; isAgreed?: boolean };

async function keepPicture(tx: Tx, permit: Permit, row: LoadedRow, picture: Picture): Promise<string> {
  const { kept, isAgreed = true, ...place } = picture;
  const whose = { programme: "hardship", personId: row.personId, unitId: row.unitId };

  return recordAttachment(tx, permit, { ...place, ...whose, hasConsent: isAgreed }, kept);
}

/** Whoever writes it down under the own account has confirmed with it; the other giver is asked. */
function visitorsOf(permit: Permit, visitors: readonly string[], givers: readonly string[]) {
  return [...new Set(visitors)].map((personId) => {
    const isGiver = givers.includes(personId);

    return { personId, isGiver, confirmedAt: isGiver && personId === permit.actor.personId ? permit.now : null };
  });
}

/** What a going there leaves on the row; nobody has written the signature or the family before. */
type Patch = {
  visitedOn: Date;
  signedOn: Date | null;
  notMetReason: RecordNotMet["notMetReason"] | null;
  plannedAgainOn: Date | null;
  conditionCipher: string | null;
};

/** Of two people who write about the same household at once, the second finds it changed. */
async function claim(
  tx: Tx,
  permit: Permit,
  row: LoadedRow,
  input: { version: number; requestKey: string },
  patch: Patch,
): Promise<void> {
  const { count } = await tx.visitRow.updateMany({
    where: { id: row.id, version: input.version, signedOn: null, takenOffAt: null },
    data: {
      visitedOn: patch.visitedOn,
      signedOn: patch.signedOn,
      notMetReason: patch.notMetReason,
      plannedAgainOn: patch.plannedAgainOn,
      conditionCipher: patch.conditionCipher,
      version: { increment: 1 },
    },
  });
  if (count === 1) return;
  if (await rowOfRequest(tx, permit, input.requestKey)) throw new SentBefore();
  const now = await tx.visitRow.findUniqueOrThrow({ where: { id: row.id }, select: { signedOn: true } });
  throw now.signedOn ? new Refusal("这一户刚被同组的人登记了签领，不用再登记；请刷新页面看看。") : actedMeanwhile();
}

function recordOf(permit: Permit, row: LoadedRow, input: { requestKey: string; visitedOn: string }) {
  return {
    id: newId(),
    rowId: row.id,
    requestKey: input.requestKey,
    visitedOn: dateColumn(input.visitedOn),
    recordedById: permit.actor.accountId,
    recordedByName: permit.actor.name,
    recordedAt: permit.now,
  };
}

/** Two sendings of one form at the same moment: the second meets the key of the first. */
async function isSentBefore(permit: Permit, key: string, fault: unknown): Promise<boolean> {
  if (fault instanceof SentBefore) return true;

  // It may also have met the row that the first had just finished with.
  if (!(fault instanceof Refusal) && !isUniqueViolation(fault)) return false;

  return transact(async (tx) => (await rowOfRequest(tx, permit, key)) !== null);
}

function refuse(fault: VisitFault | undefined): void {
  if (fault) throw new Refusal(fault.sentence, fault.field);
}

/** A drawn signature only where one signs, a picture otherwise; without scripts the signed paper is photographed. */
function evidenceFile({ mode, drawn, file }: RecordVisit): File | undefined {
  if (mode !== "SIGNATURE" || !drawn) return file;

  return new File([Buffer.from(drawn.slice(drawn.indexOf(",") + 1), "base64")], "签字.png");
}

async function uploadOf(file: File | undefined, field = "file"): Promise<Upload | undefined> {
  if (!file || file.size === 0) return undefined;
  try {
    return await readUpload(file);
  } catch (fault) {
    throw fault instanceof Refusal ? new Refusal(fault.sentence, field) : fault;
  }
}

async function keeping<T>(upload: Upload | undefined, run: (kept: Kept | undefined) => Promise<T>): Promise<T> {
  return upload ? withUpload(upload, (storedName) => run({ upload, storedName })) : run(undefined);
}

/** The rules of the ledger speak of givers and an attachment; the form has its own names for them. */
function inForm(fault: unknown, mode: SignMode): unknown {
  if (!(fault instanceof Refusal)) return fault;
  const names: Record<string, string> = {
    givenBy: "visitors",
    signedOn: "visitedOn",
    signatureAttachmentId: mode === "SIGNATURE" ? "drawn" : "file",
  };

  return fault.field && names[fault.field] ? new Refusal(fault.sentence, names[fault.field]) : fault;
}
