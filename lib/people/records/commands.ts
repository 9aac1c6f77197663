import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex, encryptField } from "@/lib/crypto";
import { dateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { acceptNewPerson } from "@/lib/people/proposals/commands";
import { readNewcomer } from "@/lib/people/proposals/queries";
import { findDuplicates, openDraft, sealDraft, type Draft, type LikelyDuplicate } from "@/lib/people/records/queries";
import { notCompared, readDocument, refuseRecord, type Document } from "@/lib/people/records/rules";
import type { NewPerson, PersonIdentity } from "@/lib/people/records/schema";
import { refuseMinor, type Sex } from "@/lib/people/rules";
import { writeTokens } from "@/lib/people/search/commands";
import { pinyinKey } from "@/lib/people/search/rules";
import { Refusal } from "@/lib/refusal";
import { db, isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/**
 * 先查重: checks name and document before anything else is asked, and seals them for the next page.
 * Refused: a number that cannot be right, a person under 16. Nothing is saved.
 */
export function beginPerson(permit: Permit<"people.create">, identity: PersonIdentity): string {
  const document = readDocument(identity.idType, identity.idNo, permit.today);
  if (!document.ok) throw new Refusal(document.fault.sentence, document.fault.field);
  const minor = document.birthDate && refuseMinor(document.birthDate, permit.today);
  if (minor) throw new Refusal(minor, "idNo");

  return sealDraft(permit, { personId: newId(), identity: { ...identity, idNo: document.idNo } });
}

/** The first step for a proposed person: the identity that the liaison sent, sealed like one that was typed. */
export async function beginFromProposal(permit: Permit<"people.create">, proposalId: string): Promise<string> {
  const { name, idType, idNo, unitId, mobile } = await readNewcomer(permit, proposalId);

  return beginPerson(permit, { name, idType, idNo, unitId, mobile });
}

/**
 * 新建职工: the record, its search words and the event 入职 in one transaction.
 * Refused: a number or 工号 that is on file, somebody who looks like a person on file until it is confirmed that they
 * are two, and what the rules of work forbid. Sent twice it makes one record.
 * @returns the id of the person
 */
export async function createPerson(permit: Permit<"people.create">, input: NewPerson): Promise<string> {
  const draft = openDraft(permit, input.draft);
  if (!draft) throw new Refusal("第一步填写的信息已过期，请回到第一步重新填写。");
  try {
    return await transact((tx) => createWithin(tx, permit, draft, input));
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault;
    if (await isOnFile(db, permit, draft.personId)) return draft.personId;
    const sameNumber = await db.person.findUnique({ where: { staffNo: input.staffNo }, select: { name: true } });
    throw sameNumber
      ? new Refusal(`工号 ${input.staffNo} 已经是${sameNumber.name}的，请换一个工号。`, "staffNo")
      : new Refusal("这个证件号码刚刚被登记了，请回到第一步重新查重。");
  }
}

async function createWithin(tx: Tx, permit: Permit<"people.create">, draft: Draft, input: NewPerson): Promise<string> {
  const { personId, identity } = draft;
  if (await isOnFile(tx, permit, personId)) return personId;
  const document = readDocument(identity.idType, identity.idNo, permit.today);
  if (!document.ok) throw new Refusal(document.fault.sentence);
  const person = asEntered(document, input);
  const fault = refuseRecord({ ...person, mobile: identity.mobile }, input, permit.today);
  if (fault) throw new Refusal(fault.sentence, fault.field);
  await refuseClosedUnit(tx, permit, identity.unitId);
  const compared = refuseDuplicates(await findDuplicates(tx, permit, identity), input);
  await writePerson(tx, permit, { draft, idNo: document.idNo, person, input });
  if (input.proposalId) await acceptNewPerson(tx, permit, input.proposalId, personId);
  await recordAudit(tx, permit, {
    object: "person",
    objectId: personId,
    subjectId: personId,
    detail: { version: 1, ...(compared.length > 0 ? { confirmedDistinctFrom: compared } : {}) },
  });

  return personId;
}

type Entered = { sex: Sex | null; birthDate: CivilDate | null };

function asEntered(document: Document & { ok: true }, input: NewPerson): Entered {
  return { sex: document.sex ?? input.sex ?? null, birthDate: document.birthDate ?? input.birthDate ?? null };
}

async function isOnFile(tx: Tx, { reach }: Permit, id: string): Promise<boolean> {
  return (await tx.person.count({ where: { id, bureauId: reach.bureauId } })) > 0;
}

async function refuseClosedUnit(tx: Tx, { reach, today }: Permit, id: string): Promise<void> {
  const open = { OR: [{ validTo: null }, { validTo: { gt: dateColumn(today) } }] };
  const unit = await tx.orgUnit.findFirst({ where: { id, bureauId: reach.bureauId, ...open }, select: { id: true } });
  if (!unit) throw new Refusal("所选单位已撤销，请回到第一步重新选择单位。");
}

/** Whom the clerk compared and called another person; throws while somebody alike was not compared. */
function refuseDuplicates(found: LikelyDuplicate[], input: NewPerson): string[] {
  const same = found.find(({ likeness }) => likeness.includes("idNo"));
  if (same) {
    throw new Refusal(
      `这个证件号码已登记：${same.name}（工号 ${same.staffNo}，${same.unit}）。请打开原档案办理，不能重复建档。`,
    );
  }
  const open = notCompared(found, input.compared, input.isDistinct ?? false);
  const [first] = found.filter(({ id }) => open.includes(id));
  if (first) {
    const who = `${first.name}（工号 ${first.staffNo}，${first.unit}）`;
    throw new Refusal(`可能已经登记过：${who}。请先核对，确认不是同一人再勾选“确认不是同一人”保存。`, "isDistinct");
  }

  return found.map(({ id }) => id);
}

/** A new record as it was entered, by the form or by a sheet. */
type Written = {
  draft: Draft;
  idNo: string;
  person: Entered;
  input: Omit<NewPerson, "draft" | "compared" | "isDistinct" | "proposalId">;
};

async function writePerson(tx: Tx, permit: Permit, written: Written): Promise<void> {
  const { personId, identity } = written.draft;
  const { unitId, name, mobile = null } = identity;
  const { staffNo, hireDate } = written.input;
  await tx.person.create({ data: personRow(permit, written) });
  await writeTokens(tx, permit, { id: personId, unitId, name, staffNo, mobile });
  await tx.employmentEvent.create({
    data: {
      id: newId(),
      personId,
      kind: "HIRED",
      happenedOn: dateColumn(hireDate),
      toUnitId: unitId,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
}

/** The columns of a new record; a sheet writes the very same ones. */
export function personRow(permit: Permit, { draft, idNo, person, input }: Written): Prisma.PersonUncheckedCreateInput {
  const { personId: id, identity } = draft;
  const day = (civil: CivilDate | null | undefined) => (civil ? dateColumn(civil) : null);

  return {
    id,
    bureauId: permit.reach.bureauId,
    unitId: identity.unitId,
    staffNo: input.staffNo,
    name: identity.name,
    pinyin: pinyinKey(identity.name),
    idType: identity.idType,
    idNoCipher: encryptField(idNo, { table: "person", column: "id_no_cipher", rowId: id }),
    idNoIndex: blindIndex(idNo),
    sex: person.sex,
    birthDate: day(person.birthDate),
    ethnicity: input.ethnicity ?? "汉族",
    politicalStatus: input.politicalStatus,
    hukouScope: input.hukouScope,
    hukouType: input.hukouType,
    hukouAddress: input.hukouAddress ?? null,
    employmentType: input.employmentType,
    agencyName: input.employmentType === "DISPATCH" ? (input.agencyName ?? null) : null,
    contractStart: day(input.contractStart),
    contractEnd: day(input.contractEnd),
    hireDate: dateColumn(input.hireDate),
    postType: input.postType,
    postTitle: input.postTitle ?? null,
    rankLevel: input.rankLevel,
    isLeader: input.isLeader ?? false,
    mobile: identity.mobile ?? null,
    mobileOwner: identity.mobile ? (input.mobileOwner ?? null) : null,
    address: input.address ?? null,
    literacyAids: [],
    createdAt: permit.now,
    updatedAt: permit.now,
  };
}
