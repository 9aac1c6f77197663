import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { encryptField } from "@/lib/crypto";
import { fromDateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { recordEventWithin } from "@/lib/people/employment/commands";
import { refuseEvent } from "@/lib/people/employment/rules";
import { eventWords } from "@/lib/people/employment/words";
import { changePart } from "@/lib/people/parts/commands";
import { loadPart } from "@/lib/people/parts/queries";
import { formValue } from "@/lib/people/parts/rules";
import { fieldWords } from "@/lib/people/parts/words";
import { loadProposal, type LoadedProposal } from "@/lib/people/proposals/queries";
import { proposedParts, refuseOwnDecision, type Payload } from "@/lib/people/proposals/rules";
import type {
  AcceptProposal,
  ProposeChange,
  ProposeEvent,
  ProposePerson,
  ReturnProposal,
  WithdrawProposal,
} from "@/lib/people/proposals/schema";
import { personWithin } from "@/lib/people/reach/queries";
import { readDocument, refuseRecord } from "@/lib/people/records/rules";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { db, isUniqueViolation, transact, type Tx } from "@/prisma/client";

/** 联络员 proposes a new person for the own unit; what cannot be right is refused at once, the rest is 人事科's to check. */
export async function proposePerson(permit: Permit<"people.propose">, form: ProposePerson): Promise<void> {
  const { requestKey, ...input } = form;
  if (!permit.reach.unitIds.includes(input.unitId))
    throw new Refusal("只能为本单位新增人员，请重新选择单位。", "unitId");
  const document = readDocument(input.idType, input.idNo, permit.today);
  if (!document.ok) throw new Refusal(document.fault.sentence, document.fault.field);
  if (document.birthDate) {
    const fault = refuseRecord({ ...document, mobile: input.mobile }, { ...input, rankLevel: "NONE" }, permit.today);
    if (fault) throw new Refusal(fault.sentence, fault.field);
  }
  const payload: Payload = { kind: "NEW_PERSON", input: { ...input, idNo: document.idNo } };
  await submit(permit, requestKey, { payload, unitId: input.unitId, summary: `新增 ${input.name}` });
}

/** 联络员 proposes to correct what is on file about somebody of the own unit. Refused when nothing is filled in. */
export async function proposeChange(permit: Permit<"people.propose">, form: ProposeChange): Promise<void> {
  const { requestKey, ...input } = form;
  const person = await findOwn(permit, input.personId);
  const fields = proposedParts(input).flatMap(({ values }) => Object.keys(values));
  if (fields.length === 0) throw new Refusal("请至少填写一项要更改的内容。");
  if (input.mobile && !input.mobileOwner) throw new Refusal("请选择手机号是谁的", "mobileOwner");
  const words = fields.map((field) => fieldWords[field] ?? field).join("、");
  const payload: Payload = { kind: "CHANGE", input };
  await submit(permit, requestKey, {
    payload,
    unitId: person.unitId,
    personId: person.id,
    summary: `${person.name}（${person.staffNo}）更改${words}`,
  });
}

/** 联络员 reports a dated change of somebody of the own unit; 人事科 records it or sends it back. */
export async function proposeEvent(permit: Permit<"people.propose">, form: ProposeEvent): Promise<void> {
  const { requestKey, ...input } = form;
  const person = await findOwn(permit, input.id);
  const born = person.archiveBirthDate ?? person.birthDate;
  const facts = {
    ...person,
    birthDate: born ? fromDateColumn(born) : null,
    hireDate: person.hireDate ? fromDateColumn(person.hireDate) : null,
  };
  const fault = refuseEvent(facts, { ...input, version: 0 }, permit.today);
  if (fault) throw new Refusal(fault.sentence, fault.field);
  await submit(permit, requestKey, {
    payload: { kind: "EVENT", input },
    unitId: person.unitId,
    personId: person.id,
    summary: `${person.name}（${person.staffNo}）${eventWords[input.kind]} ${input.happenedOn}`,
  });
}

async function findOwn(permit: Permit<"people.propose">, id: string) {
  const person = await db.person.findFirst({
    where: { id, ...personWithin(permit) },
    select: {
      id: true,
      name: true,
      staffNo: true,
      unitId: true,
      status: true,
      sex: true,
      birthDate: true,
      archiveBirthDate: true,
      hireDate: true,
      postType: true,
      employmentType: true,
    },
  });
  if (!person) notFound();

  return person;
}

async function submit(
  permit: Permit<"people.propose">,
  requestKey: string,
  { payload, unitId, personId, summary }: { payload: Payload; unitId: string; personId?: string; summary: string },
): Promise<void> {
  const id = newId();
  try {
    await transact(async (tx) => {
      await tx.personProposal.create({
        data: {
          id,
          bureauId: permit.reach.bureauId,
          unitId,
          personId: personId ?? null,
          kind: payload.kind,
          summary,
          payloadCipher: encryptField(JSON.stringify(payload), {
            table: "person_proposal",
            column: "payload_cipher",
            rowId: id,
          }),
          proposedById: permit.actor.accountId,
          requestKey,
          createdAt: permit.now,
        },
      });
      const detail = { kind: payload.kind };
      await recordAudit(tx, permit, { object: "person_proposal", objectId: id, subjectId: personId, detail });
    });
  } catch (fault) {
    // The same form sent twice: the first one counts.
    if (!isUniqueViolation(fault)) throw fault;
  }
}

/** 撤回: the proposer takes it back while nobody has decided. */
export async function withdrawProposal(permit: Permit<"people.propose">, { id }: WithdrawProposal): Promise<void> {
  await transact(async (tx) => {
    const proposal = await loadProposal(tx, permit, id);
    if (proposal.proposedById !== permit.actor.accountId) throw new Refusal("只有提交人自己可以撤回。");
    await settle(tx, permit, proposal, { state: "WITHDRAWN", note: null });
  });
}

/** 退回 with what is missing; nothing on file changes. Refused for one's own and for what is already decided. */
export async function returnProposal(permit: Permit<"people.decide">, { id, note }: ReturnProposal): Promise<void> {
  await transact(async (tx) => {
    const proposal = await loadForDecision(tx, permit, id);
    await settle(tx, permit, proposal, { state: "RETURNED", note });
  });
}

/**
 * 采纳 of a change or an event: what was proposed is done by the same rules as if 人事科 had typed it, in the same
 * transaction. A new person is made through the form that compares first; see `acceptNewPerson`.
 */
export async function acceptProposal(permit: Permit<"people.decide">, { id, note }: AcceptProposal): Promise<void> {
  await transact(async (tx) => {
    const proposal = await loadForDecision(tx, permit, id);
    const { payload, personId } = proposal;
    if (payload.kind === "NEW_PERSON" || personId === null) throw new Refusal("新增人员请点“核对并建档”。");
    const version = await versionOf(tx, personId);
    if (payload.kind === "EVENT") await recordEventWithin(tx, permit, { ...payload.input, version });
    else await applyChange(tx, permit, personId, payload.input);
    await settle(tx, permit, proposal, { state: "ACCEPTED", note: note ?? null });
  });
}

async function applyChange(
  tx: Tx,
  permit: Permit<"people.decide">,
  personId: string,
  input: Omit<ProposeChange, "requestKey">,
): Promise<void> {
  for (const { part, values } of proposedParts(input)) {
    const { texts, version } = await loadPart(tx, permit, personId, part);
    const current = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, formValue(field, text)]));
    await changePart(tx, permit, part, { ...current, ...values, id: personId, version });
  }
}

async function versionOf(tx: Tx, personId: string): Promise<number> {
  return (await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { version: true } })).version;
}

/** Marks the proposal behind a record that 人事科 has just made from it; takes part in that transaction. */
export async function acceptNewPerson(
  tx: Tx,
  permit: Permit<"people.create">,
  id: string,
  personId: string,
): Promise<void> {
  const proposal = await loadForDecision(tx, permit, id);
  if (proposal.kind !== "NEW_PERSON") throw actedMeanwhile();
  await settle(tx, permit, proposal, { state: "ACCEPTED", note: null, personId });
}

async function loadForDecision(tx: Tx, permit: Permit, id: string): Promise<LoadedProposal> {
  const proposal = await loadProposal(tx, permit, id);
  const sentence = refuseOwnDecision(proposal, permit.actor.accountId);
  if (sentence) throw new Refusal(sentence);

  return proposal;
}

type Settled = { state: "ACCEPTED" | "RETURNED" | "WITHDRAWN"; note: string | null; personId?: string };

async function settle(tx: Tx, permit: Permit, proposal: LoadedProposal, settled: Settled): Promise<void> {
  const { state, note, personId } = settled;
  const { count } = await tx.personProposal.updateMany({
    where: { id: proposal.id, state: "PENDING" },
    data: {
      state,
      decidedById: permit.actor.accountId,
      decidedAt: permit.now,
      decisionNote: note,
      personId: personId ?? proposal.personId,
    },
  });
  if (count !== 1) throw actedMeanwhile();
  await recordAudit(tx, permit, {
    object: "person_proposal",
    objectId: proposal.id,
    subjectId: personId ?? proposal.personId,
    ...(note ? { reason: note } : {}),
    detail: { kind: proposal.kind, state },
  });
}
