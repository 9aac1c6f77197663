import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove, openCase } from "@/lib/cases/commands";
import { caseOfRequest } from "@/lib/cases/queries";
import { personConcerned } from "@/lib/cases/registration/commands";
import { encryptField } from "@/lib/crypto";
import { releaseBeds } from "@/lib/dormitories/allotment/holds/commands";
import type {
  DeclineBed,
  EndWish,
  PassWish,
  RefuseWish,
  TouchWish,
  WishFor,
  WishMine,
} from "@/lib/dormitories/application/schema";
import { loadWish, type Wish } from "@/lib/dormitories/reach/queries";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { CaseSource } from "@/prisma/generated/enums";

type Applying = Permit<"dormitories.apply"> | Permit<"my.dormitory">;

/** 「想住宿舍」 on the phone. Refused as `openWish`. @returns the case id */
export async function applyMine(permit: Permit<"my.dormitory">, input: WishMine): Promise<string> {
  return openWish(permit, { ...input, personId: permit.reach.personId }, "WORKER");
}

/** The liaison of the unit or the officer applies for a worker. @returns the case id */
export async function applyFor(permit: Permit<"dormitories.apply">, input: WishFor): Promise<string> {
  return openWish(permit, input, permit.reach.kind === "units" ? "LIAISON" : "DESK");
}

/**
 * Opens an application for a bed. The same form sent twice gives the same case.
 * Refused: out of reach, no longer here, already living in a dormitory, an application under way, a spouse who is nobody
 * or the same person.
 */
async function openWish(permit: Applying, input: WishFor, source: CaseSource): Promise<string> {
  try {
    return await transact(async (tx) => {
      const already = await caseOfRequest(tx, permit, input.requestKey);
      if (already) return already;
      const person = await personConcerned(tx, permit, input.personId);
      await refuseUnfit(tx, permit, person.id);
      const spouseId = await spouseOf(tx, permit, person.id, input.spouseNo);
      const loaded = await openCase(tx, permit, {
        requestKey: input.requestKey,
        programme: "dormitories",
        table: "dormitories",
        topic: "住宿申请",
        title: spouseId ? "职工住宿申请（夫妻房）" : "职工住宿申请",
        content: "申请住职工宿舍。",
        personId: person.id,
        unitId: person.unitId,
        source,
        complexity: "ORDINARY",
        confidentiality: "ORDINARY",
        greenChannel: person.greenChannel,
        limitDays: await parameterAt(tx, "dormitories.unitCheckDays", permit.today),
      });
      await tellOf(tx, permit, input, { caseId: loaded.id, personId: person.id, spouseId });

      return loaded.id;
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("已经有住宿申请正在办，不用再申请。", "personId");
    throw fault;
  }
}

async function refuseUnfit(tx: Tx, _permit: Permit, personId: string): Promise<void> {
  const { status, employmentType } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { status: true, employmentType: true },
  });
  const isRehired = status === "RETIRED" && employmentType === "SERVICE_AGREEMENT";
  if (!["ACTIVE", "OFF_POST"].includes(status) && !isRehired)
    throw new Refusal("职工宿舍只给在岗的职工住，这位职工已经不在岗了。", "personId");
  const stay = await tx.bedStay.findFirst({ where: { personId, state: { in: ["HELD", "LIVING"] } } });
  if (stay) throw new Refusal("这位职工已经有床位了，想换请办调宿。", "personId");
  if ((await tx.bedApplication.count({ where: { personId, endedAt: null } })) > 0)
    throw new Refusal("已经有住宿申请正在办，不用再申请。", "personId");
}

async function spouseOf(tx: Tx, permit: Permit, personId: string, spouseNo?: string): Promise<string | null> {
  if (!spouseNo) return null;
  const spouse = await tx.person.findFirst({
    where: { bureauId: permit.reach.bureauId, staffNo: spouseNo, status: { in: ["ACTIVE", "OFF_POST"] } },
    select: { id: true },
  });
  if (!spouse || spouse.id === personId)
    throw new Refusal("没有找到配偶的工号；夫妻房要两人都在本单位，请核对。", "spouseNo");

  return spouse.id;
}

async function tellOf(
  tx: Tx,
  permit: Permit,
  input: WishFor,
  of: { caseId: string; personId: string; spouseId: string | null },
): Promise<void> {
  const id = newId();
  const wished = [...new Set([input.siteId, input.secondSiteId, input.thirdSiteId].filter((one) => one !== undefined))];
  const known = await tx.dormSite.count({ where: { id: { in: wished }, bureauId: permit.reach.bureauId } });
  if (known !== wished.length) throw new Refusal("请从列出的宿舍里选。", "siteId");
  const place = { table: "bed_application", column: "health_cipher", rowId: id };
  await tx.bedApplication.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      ...of,
      reason: input.reason,
      sitesWish: wished,
      shift: input.shift,
      needLower: input.needLower === "on",
      healthCipher: input.health ? encryptField(input.health, place) : null,
      completeAt: permit.now,
      createdAt: permit.now,
    },
  });
  await audit(tx, permit, { id, personId: of.personId }, "apply");
}

/** 开始单位审核: the unit has taken it up. Refused: another stage, out of reach, somebody was faster. */
export async function startCheck(permit: Permit<"dormitories.check">, input: TouchWish): Promise<void> {
  await transact(async (tx) => {
    const { loaded, application } = await loadWish(tx, permit, input);
    await applyMove(tx, permit, loaded, "check", {});
    await audit(tx, permit, application, "check");
  });
}

/** 材料已补齐: the application is complete from now on, which is its place among equals in the line. */
export async function completeWish(permit: Permit<"dormitories.check"> | Permit<"my.dormitory">, input: TouchWish) {
  await transact(async (tx) => {
    const wish = await loadWish(tx, permit, input);
    await applyMove(tx, permit, wish.loaded, "complete", {});
    await tx.bedApplication.update({
      where: { id: wish.application.id },
      data: { completeAt: permit.now, version: { increment: 1 } },
    });
    await audit(tx, permit, wish.application, "complete");
  });
}

/**
 * 审核通过: into the line; what the unit had not taken up yet is taken up in the same act.
 * Refused: another stage, out of reach, somebody was faster.
 */
export async function passWish(permit: Permit<"dormitories.check">, input: PassWish): Promise<void> {
  await transact(async (tx) => {
    const { loaded, application } = await loadWish(tx, permit, input);
    const checking = loaded.stage === "APPLIED" ? await applyMove(tx, permit, loaded, "check", {}) : loaded;
    await applyMove(tx, permit, checking, "pass", { note: input.note ?? "作息和住房情况已经核实。" });
    await audit(tx, permit, application, "pass");
  });
}

/** 不符合条件 with the reason that the worker reads. */
export async function refuseWish(permit: Permit<"dormitories.check">, input: RefuseWish): Promise<void> {
  await transact(async (tx) => {
    const { loaded, application } = await loadWish(tx, permit, input);
    const checking = loaded.stage === "APPLIED" ? await applyMove(tx, permit, loaded, "check", {}) : loaded;
    await applyMove(tx, permit, checking, "refuse", { note: input.note });
    await endWish(tx, permit, application);
    await audit(tx, permit, application, "refuse");
  });
}

/** 撤回 or 作废 by the office; a bed that was kept is free again and goes to the next in line. */
export async function endApplication(permit: Permit<"dormitories.apply">, input: EndWish): Promise<void> {
  await transact(async (tx) => {
    const wish = await loadWish(tx, permit, input);
    await endIt(tx, permit, wish, input.move, input.note);
  });
}

/** 「不申请了」 on the phone, until it is decided. */
export async function withdrawMine(permit: Permit<"my.dormitory">, input: TouchWish): Promise<void> {
  await transact(async (tx) => endIt(tx, permit, await loadWish(tx, permit, input), "withdraw"));
}

async function endIt(
  tx: Tx,
  permit: Permit,
  { loaded, application }: Wish,
  move: string,
  note?: string,
): Promise<void> {
  await applyMove(tx, permit, loaded, move, { note });
  await endWish(tx, permit, application);
  await audit(tx, permit, application, move);
  // what was only proposed is shared out again by the next round; what was given goes to the next in line
  await releaseBeds(tx, permit, application.id, { toNobody: loaded.stage !== "ALLOTTED" });
}

/** 放弃: the worker, the unit or the officer gives the bed up; it goes to the next in line. */
export async function declineBed(
  permit: Permit<"dormitories.apply"> | Permit<"my.dormitory">,
  input: DeclineBed,
): Promise<void> {
  await transact(async (tx) => {
    const wish = await loadWish(tx, permit, input);
    await endIt(tx, permit, wish, "decline", input.note ?? "本人放弃床位。");
  });
}

/** The application is settled, in whatever way; the person may apply again. */
export async function endWish(tx: Tx, permit: Permit, { id, version }: Wish["application"]): Promise<void> {
  const { count } = await tx.bedApplication.updateMany({
    where: { id, version, endedAt: null },
    data: { endedAt: permit.now, version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
}

async function audit(tx: Tx, permit: Permit, of: { id: string; personId: string }, step: string): Promise<void> {
  await recordAudit(tx, permit, {
    object: "bed_application",
    objectId: of.id,
    subjectId: of.personId,
    detail: { step },
  });
}
