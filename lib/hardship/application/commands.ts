import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove, openCase } from "@/lib/cases/commands";
import { caseOfRequest } from "@/lib/cases/queries";
import { personConcerned } from "@/lib/cases/registration/commands";
import { encryptField } from "@/lib/crypto";
import type { ApplyFor, ApplyMine, EndApplication, WithdrawMine } from "@/lib/hardship/application/schema";
import { loadUnderWay } from "@/lib/hardship/files/queries";
import { stateWords } from "@/lib/hardship/words";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { HardshipFile } from "@/prisma/generated/client";
import type { CaseSource } from "@/prisma/generated/enums";

type Applying = Permit<"hardship.apply"> | Permit<"my.hardship">;

/** 「家里有困难，申请帮助」 on the phone. Refused as `openApplication`. @returns the case id */
export async function applyMine(permit: Permit<"my.hardship">, input: ApplyMine): Promise<string> {
  return openApplication(permit, { ...input, personId: permit.reach.personId }, "WORKER");
}

/** The liaison of the unit or the officer applies for a worker. @returns the case id */
export async function applyFor(permit: Permit<"hardship.apply">, input: ApplyFor): Promise<string> {
  return openApplication(permit, input, permit.reach.kind === "units" ? "LIAISON" : "DESK");
}

/**
 * Opens an application on the household's one file: made now, or the old file again when the household has fallen back.
 * The same form sent twice gives the same case.
 * Refused: a person out of reach or no longer here, a household that is on file or has an application under way, also
 * when it was the spouse who applied.
 */
async function openApplication(permit: Applying, input: ApplyFor, source: CaseSource): Promise<string> {
  return transact(async (tx) => {
    const already = await caseOfRequest(tx, permit, input.requestKey);
    if (already) return already;
    const person = await personConcerned(tx, permit, input.personId);
    const householdId = await householdOf(tx, permit, person.id);
    const before = await tx.hardshipFile.findUnique({ where: { householdId } });
    refuseTwice(before);
    const loaded = await openCase(tx, permit, {
      requestKey: input.requestKey,
      programme: "hardship",
      table: "hardship",
      topic: "困难申请",
      title: before ? "困难职工建档申请（返困）" : "困难职工建档申请",
      content: "家庭有困难，申请建立困难职工档案。家里的情况在档案里。",
      personId: person.id,
      unitId: person.unitId,
      source,
      complexity: "ORDINARY",
      confidentiality: "SENSITIVE",
      greenChannel: person.greenChannel,
      limitDays: await parameterAt(tx, "hardship.homeCheckDays", permit.today),
    });
    const fileId = await fileFor(tx, permit, before, { householdId, person, number: loaded.number });
    await tellOf(tx, permit, { fileId, caseId: loaded.id, personId: person.id }, input);

    return loaded.id;
  });
}

function refuseTwice(before: HardshipFile | null): void {
  if (before?.state === "ON_FILE")
    throw new Refusal(`这一户已经在档（${before.number}）。一户一档，夫妻都在单位的也只建一份。`, "personId");
  if (before?.state === "APPLYING")
    throw new Refusal(`这一户已经有申请正在办（${before.number}），不用再申请。`, "personId");
}

/** The person's household; who has none on record gets one, with the person as its head. */
export async function householdOf(tx: Tx, permit: Permit, personId: string): Promise<string> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { householdId: true, status: true },
  });
  if (["DECEASED", "LEFT", "TRANSFERRED_OUT"].includes(person.status))
    throw new Refusal("这位职工已经不在本单位了，不能申请。", "personId");
  if (person.householdId) return person.householdId;
  const household = await tx.household.upsert({
    where: { headId: personId },
    create: { id: newId(), bureauId: permit.reach.bureauId, headId: personId, createdAt: permit.now },
    update: {},
    select: { id: true },
  });
  await tx.person.update({ where: { id: personId }, data: { householdId: household.id } });

  return household.id;
}

type Opening = { householdId: string; person: { id: string; unitId: string }; number: string };

async function fileFor(tx: Tx, permit: Permit, before: HardshipFile | null, opening: Opening): Promise<string> {
  if (before) {
    const { count } = await tx.hardshipFile.updateMany({
      where: { id: before.id, version: before.version, state: before.state },
      data: { state: "APPLYING", unitId: opening.person.unitId, version: { increment: 1 } },
    });
    if (count !== 1) throw new Refusal("这一户刚有人提交了申请，请刷新页面。", "personId");

    return before.id;
  }
  const id = newId();
  await tx.hardshipFile.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      householdId: opening.householdId,
      headId: opening.person.id,
      unitId: opening.person.unitId,
      number: opening.number,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });

  return id;
}

type Target = { fileId: string; caseId: string; personId: string };

async function tellOf(tx: Tx, permit: Permit, { fileId, caseId, personId }: Target, input: ApplyMine): Promise<void> {
  const id = newId();
  await tx.hardshipAssessment.create({
    data: {
      id,
      fileId,
      caseId,
      kind: "APPLICATION",
      applicantId: personId,
      mainCause: input.mainCause,
      secondCause: input.secondCause ?? null,
      incomeFen: BigInt(input.monthlyIncome) * 12n,
      size: input.size,
      storyCipher: encryptField(input.story, { table: "hardship_assessment", column: "story_cipher", rowId: id }),
      createdAt: permit.now,
    },
  });
  await recordAudit(tx, permit, {
    object: "hardship_file",
    objectId: fileId,
    subjectId: personId,
    detail: { step: "apply" },
  });
}

/** 撤回 or 作废 by the office; the file goes back to what it was. Refused: after the decision, out of reach. */
export async function endApplication(permit: Permit<"hardship.apply">, input: EndApplication): Promise<void> {
  await endIt(permit, input, input.move, input.note);
}

/** 「不申请了」 on the phone, until it is decided. */
export async function withdrawMine(permit: Permit<"my.hardship">, input: WithdrawMine): Promise<void> {
  await endIt(permit, input, "withdraw");
}

async function endIt(permit: Applying, at: WithdrawMine, move: "withdraw" | "void", note?: string): Promise<void> {
  await transact(async (tx) => {
    const { loaded, file } = await loadUnderWay(tx, permit, at);
    await applyMove(tx, permit, loaded, move, { note });
    if (loaded.stageTable === "hardship") await putBack(tx, permit, file);
  });
}

/** A file whose application came to nothing: what it was before, or 不符合 when it was never on file. */
export async function putBack(tx: Tx, permit: Permit, file: HardshipFile): Promise<void> {
  const state = file.removedOn === null ? "REFUSED" : file.cancelReason === null ? "LIFTED" : "CANCELLED";
  const { count } = await tx.hardshipFile.updateMany({
    where: { id: file.id, version: file.version },
    data: { state, version: { increment: 1 } },
  });
  if (count !== 1) throw new Refusal("这份档案刚被别人改过，请刷新页面再办。");
  await recordAudit(tx, permit, {
    object: "hardship_file",
    objectId: file.id,
    subjectId: file.headId,
    detail: { step: "end", state: stateWords[state] },
  });
}
