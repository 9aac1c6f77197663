import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex, encryptField } from "@/lib/crypto";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { readMember } from "@/lib/people/family/rules";
import type { AddMember, ChangeMember, JoinHousehold, LeaveHousehold, RemoveMember } from "@/lib/people/family/schema";
import { personWithin } from "@/lib/people/reach/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/** Adds a family member to the household, which is made with the first one. Refused: a number that cannot be right. */
export async function addMember(permit: Permit<"people.change">, input: AddMember): Promise<void> {
  await transact(async (tx) => {
    const person = await loadHome(tx, permit, input.personId);
    const id = newId();
    const columns = columnsOf(permit, id, input);
    await refuseTwice(tx, person.householdId, columns.idNoIndex);
    const householdId = person.householdId ?? (await openHousehold(tx, permit, person.id));
    await tx.familyMember.create({ data: Object.assign({ id, householdId, createdAt: permit.now }, columns) });
    await audit(tx, permit, person.id, { memberId: id, step: "add", fields: Object.keys(columns) });
  });
}

/** Changes a family member. An ID number left empty stays as it is. Refused for who saved second. */
export async function changeMember(permit: Permit<"people.change">, input: ChangeMember): Promise<void> {
  await transact(async (tx) => {
    const member = await loadMember(tx, permit, input.personId, input.memberId);
    const { idNoCipher, idNoIndex, ...columns } = columnsOf(permit, member.id, input);
    const number = input.idNo ? { idNoCipher, idNoIndex } : {};
    if (idNoIndex && idNoIndex !== member.idNoIndex) await refuseTwice(tx, member.householdId, idNoIndex);
    const { count } = await tx.familyMember.updateMany({
      where: { id: member.id, version: input.version, removedAt: null },
      data: Object.assign(columns, number, { version: input.version + 1 }),
    });
    if (count !== 1) throw actedMeanwhile();
    await audit(tx, permit, input.personId, { memberId: member.id, step: "change", fields: Object.keys(columns) });
  });
}

/** Takes a member out of the household; the row stays with its date. */
export async function removeMember(permit: Permit<"people.change">, input: RemoveMember): Promise<void> {
  await transact(async (tx) => {
    const member = await loadMember(tx, permit, input.personId, input.memberId);
    const { count } = await tx.familyMember.updateMany({
      where: { id: member.id, version: input.version, removedAt: null },
      data: { removedAt: permit.now, version: input.version + 1 },
    });
    if (count !== 1) throw actedMeanwhile();
    await audit(tx, permit, input.personId, { memberId: member.id, step: "remove", reason: input.reason });
  });
}

/**
 * 夫妻同在本单位: the spouse and everybody of the spouse's household join this one, so that the pair counts as one family
 * for visits and relief. Refused for oneself and for two who are one household already.
 */
export async function joinHousehold(
  permit: Permit<"people.change">,
  { personId, spouseStaffNo }: JoinHousehold,
): Promise<void> {
  await transact(async (tx) => {
    const person = await loadHome(tx, permit, personId);
    const spouse = await tx.person.findFirst({
      where: { staffNo: spouseStaffNo, ...personWithin(permit) },
      select: { id: true, householdId: true },
    });
    if (!spouse) throw new Refusal("没有这个工号的人，请核对配偶的工号。", "spouseStaffNo");
    if (spouse.id === person.id) throw new Refusal("这是本人的工号，请填写配偶的工号。", "spouseStaffNo");
    if (spouse.householdId !== null && spouse.householdId === person.householdId) {
      throw new Refusal("两人已经登记为同一户。", "spouseStaffNo");
    }
    const householdId = person.householdId ?? (await openHousehold(tx, permit, person.id));
    if (spouse.householdId !== null) await emptyInto(tx, spouse.householdId, householdId);
    await tx.person.update({ where: { id: spouse.id }, data: { householdId } });
    await audit(tx, permit, person.id, { step: "join" });
    await audit(tx, permit, spouse.id, { step: "join" });
  });
}

/** 分户: takes a person out of a shared household into the own one; the family members stay with its head. */
export async function leaveHousehold(
  permit: Permit<"people.change">,
  { personId, reason }: LeaveHousehold,
): Promise<void> {
  await transact(async (tx) => {
    const person = await loadHome(tx, permit, personId);
    const head = person.householdId
      ? await tx.person.findFirst({
          where: { heads: { some: { id: person.householdId } } },
          select: { id: true, name: true },
        })
      : null;
    if (!head) throw new Refusal("本人没有和别的职工登记为同一户。");
    if (head.id === person.id) throw new Refusal("本人是户主。分户请打开另一位职工的档案办理，家庭成员留在户主名下。");
    await openHousehold(tx, permit, person.id);
    await audit(tx, permit, person.id, { step: "leave", reason });
    await audit(tx, permit, head.id, { step: "leave", reason });
  });
}

async function emptyInto(tx: Tx, from: string, to: string): Promise<void> {
  await tx.familyMember.updateMany({ where: { householdId: from }, data: { householdId: to } });
  await tx.person.updateMany({ where: { householdId: from }, data: { householdId: to } });
}

/** The person's own household, made or found again, and the person put into it. */
async function openHousehold(tx: Tx, permit: Permit<"people.change">, personId: string): Promise<string> {
  const id = newId();
  const { bureauId } = permit.reach;
  const household = await tx.household.upsert({
    where: { headId: personId },
    create: { id, bureauId, headId: personId, createdAt: permit.now },
    update: {},
    select: { id: true },
  });
  await tx.person.update({ where: { id: personId }, data: { householdId: household.id } });

  return household.id;
}

async function loadHome(
  tx: Tx,
  permit: Permit<"people.change">,
  id: string,
): Promise<{ id: string; householdId: string | null }> {
  const person = await tx.person.findFirst({
    where: { id, ...personWithin(permit) },
    select: { id: true, householdId: true },
  });
  if (!person) notFound();

  return person;
}

async function loadMember(tx: Tx, permit: Permit<"people.change">, personId: string, memberId: string) {
  const person = await loadHome(tx, permit, personId);
  const member = await tx.familyMember.findFirst({
    where: { id: memberId, householdId: person.householdId ?? person.id },
    select: { id: true, householdId: true, idNoIndex: true },
  });
  if (!member) notFound();

  return member;
}

async function refuseTwice(tx: Tx, householdId: string | null, idNoIndex: string | null): Promise<void> {
  if (householdId === null || idNoIndex === null) return;
  const twin = await tx.familyMember.count({ where: { householdId, idNoIndex, removedAt: null } });
  if (twin > 0) throw new Refusal("这个人已经登记在本户里了。", "idNo");
}

/** The columns of a member as the form writes them; a sheet writes the very same ones. Refused: a number that cannot be right. */
export function columnsOf(permit: Permit, id: string, input: Omit<AddMember, "personId">) {
  const read = readMember(input, permit.today);
  if (!read.ok) throw new Refusal(read.sentence, read.field);
  const sealed = (value: string | null | undefined, column: string) =>
    value ? encryptField(value, { table: "family_member", column, rowId: id }) : null;

  return {
    name: input.name,
    relation: input.relation,
    idNoCipher: sealed(read.idNo, "id_no_cipher"),
    idNoIndex: read.idNo ? blindIndex(read.idNo) : null,
    birthDate: read.birthDate ? dateColumn(read.birthDate) : null,
    occupation: input.occupation ?? null,
    workplace: input.workplace ?? null,
    monthlyIncomeFen: input.monthlyIncome === undefined ? null : BigInt(input.monthlyIncome),
    medicalInsurance: input.medicalInsurance ?? null,
    healthCipher: sealed(input.health, "health_cipher"),
  };
}

type Act = {
  memberId?: string;
  step: "add" | "change" | "remove" | "join" | "leave";
  fields?: string[];
  reason?: string;
};

async function audit(
  tx: Tx,
  permit: Permit<"people.change">,
  personId: string,
  { memberId, step, fields, reason }: Act,
): Promise<void> {
  await recordAudit(tx, permit, {
    object: "family_member",
    objectId: memberId ?? personId,
    subjectId: personId,
    reason,
    detail: { step },
    ...(fields ? { fields } : {}),
  });
}
