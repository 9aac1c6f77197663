import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex, decryptField, encryptField } from "@/lib/crypto";
import { dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import type { CorrectIdNo } from "@/lib/people/idno/schema";
import { personWithin } from "@/lib/people/reach/queries";
import { readDocument } from "@/lib/people/records/rules";
import { refuseMinor } from "@/lib/people/rules";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { Sex } from "@/prisma/generated/enums";

const columns = { table: "person", column: "id_no_cipher" };

/**
 * Corrects the document number. The old one stays in the history and goes on finding the person; sex and birth date
 * follow the new one. Refused: a number that cannot be right, the same number, one that belongs to somebody else, a
 * record that changed meanwhile.
 */
export async function correctIdNo(permit: Permit<"people.change">, input: CorrectIdNo): Promise<void> {
  const document = readDocument(input.idType, input.idNo, permit.today);
  if (!document.ok) throw new Refusal(document.fault.sentence, document.fault.field);
  try {
    await transact((tx) => correctWithin(tx, permit, input, document));
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault;
    throw new Refusal("这个证件号码已登记在别人名下，请先核对两份档案。", "idNo");
  }
}

type Read = { idNo: string; sex: Sex | null; birthDate: CivilDate | null };

async function correctWithin(tx: Tx, permit: Permit<"people.change">, input: CorrectIdNo, read: Read): Promise<void> {
  const person = await tx.person.findFirst({
    where: { id: input.id, ...personWithin(permit) },
    select: { id: true, version: true, idType: true, idNoCipher: true, sex: true, birthDate: true, hireDate: true },
  });
  if (!person) notFound();
  if (person.version !== input.version) throw actedMeanwhile();
  const old = person.idNoCipher ? decryptField(person.idNoCipher, { ...columns, rowId: person.id }) : null;
  if (old === read.idNo && person.idType === input.idType)
    throw new Refusal("和现在的号码一样，没有需要更正的。", "idNo");
  const minor = read.birthDate && person.hireDate && refuseMinor(read.birthDate, fromDateColumn(person.hireDate));
  if (minor) throw new Refusal(`按这个号码，${minor}。请核对号码或入职日期。`, "idNo");
  await refuseTaken(tx, permit, read.idNo, person.id);
  if (old !== null) await keepOld(tx, permit, { personId: person.id, old, reason: input.reason });
  const { count } = await tx.person.updateMany({
    where: { id: person.id, version: person.version },
    data: {
      idType: input.idType,
      idNoCipher: encryptField(read.idNo, { ...columns, rowId: person.id }),
      idNoIndex: blindIndex(read.idNo),
      sex: read.sex ?? person.sex,
      birthDate: read.birthDate ? dateColumn(read.birthDate) : person.birthDate,
      version: person.version + 1,
      updatedAt: permit.now,
    },
  });
  if (count !== 1) throw actedMeanwhile();
  await recordAudit(tx, permit, {
    object: "person",
    objectId: person.id,
    subjectId: person.id,
    reason: input.reason,
    fields: ["idType", "idNo"],
    detail: { version: person.version + 1, part: "idNo" },
    values: { before: { idNo: old ?? "", idType: person.idType }, after: { idNo: read.idNo, idType: input.idType } },
  });
}

/** The unique key spares the dead; the same number on a record of a dead person is the same person all the same. */
async function refuseTaken(tx: Tx, { reach }: Permit, idNo: string, ownId: string): Promise<void> {
  const other = await tx.person.findFirst({
    where: { bureauId: reach.bureauId, idNoIndex: blindIndex(idNo), id: { not: ownId } },
    select: { name: true, staffNo: true },
  });
  if (other)
    throw new Refusal(`这个证件号码已登记在${other.name}（工号 ${other.staffNo}）名下，请先核对两份档案。`, "idNo");
}

async function keepOld(
  tx: Tx,
  permit: Permit,
  { personId, old, reason }: { personId: string; old: string; reason: string },
): Promise<void> {
  const id = newId();
  await tx.idNoHistory.create({
    data: {
      id,
      personId,
      idNoCipher: encryptField(old, { table: "id_no_history", column: "id_no_cipher", rowId: id }),
      idNoIndex: blindIndex(old),
      reason,
      changedById: permit.actor.accountId,
      changedAt: permit.now,
    },
  });
}
