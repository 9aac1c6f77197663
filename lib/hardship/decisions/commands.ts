import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { addWorkingDays } from "@/lib/calendar/rules";
import { applyMove } from "@/lib/cases/commands";
import { encryptField } from "@/lib/crypto";
import { dateColumn } from "@/lib/dates";
import { putBack } from "@/lib/hardship/application/commands";
import { missingDocuments, refuseProposal } from "@/lib/hardship/decisions/rules";
import type { Decide, Propose, SaveFacts } from "@/lib/hardship/decisions/schema";
import { loadUnderWay, measuresOn, standingOf, type UnderWay } from "@/lib/hardship/files/queries";
import { reckon, reviewDueAfter } from "@/lib/hardship/rules";
import { documentWords, levelWords } from "@/lib/hardship/words";
import { maskName } from "@/lib/masks";
import { draftNotice, publishWith } from "@/lib/notices/commands";
import { noticeFor } from "@/lib/notices/queries";
import { officePhone } from "@/lib/office";
import { parameterAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/**
 * Keeps what the officer has established and reckons the income test with the parameters of today; figures and result
 * are stored together, so that a later parameter does not rewrite an old decision.
 * Refused: not in 审核, out of reach, somebody was faster.
 */
export async function saveFacts(permit: Permit<"hardship.assess">, input: SaveFacts): Promise<void> {
  await transact(async (tx) => {
    const { loaded, assessment, file } = await loadUnderWay(tx, permit, input);
    if (loaded.stage !== "REVIEW") throw new Refusal("现在不在审核环节，收入和条件不能改。");
    if (assessment.version !== input.seen) throw actedMeanwhile();
    const facts = {
      incomeFen: BigInt(input.income),
      medicalFen: BigInt(input.medical),
      educationFen: BigInt(input.education),
      disabilityFen: BigInt(input.disability),
      size: input.size,
      isDisaster: input.isDisaster === "on",
      accidentCostFen: BigInt(input.accidentCost),
      dwellings: input.dwellings,
      cars: input.cars,
      hasBusiness: input.hasBusiness === "on",
      schoolFee: input.schoolFee,
    };
    const measures = await measuresOn(tx, permit);
    const result = reckon(facts, measures, await standingOf(tx, permit, file.headId), permit.today);
    const place = { table: "hardship_assessment", column: "health_cipher", rowId: assessment.id };
    const { count } = await tx.hardshipAssessment.updateMany({
      where: { id: assessment.id, version: assessment.version },
      data: {
        ...facts,
        mainCause: input.mainCause,
        secondCause: input.secondCause ?? null,
        housing: input.housing,
        area: input.area ?? null,
        isSingleParent: input.isSingleParent === "on",
        noneEmployed: input.noneEmployed === "on",
        ...(input.health ? { healthCipher: encryptField(input.health, place) } : {}),
        ...measures,
        perHeadFen: result.perHeadFen,
        exclusions: result.exclusions,
        proposed: result.level,
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await audit(tx, permit, { loaded, file }, "facts");
  });
}

/**
 * The officer decides on a level and puts the household forward for public notice; the notice is drafted with masked name
 * and unit only. Refused: no home check or income test, papers missing (all of them named), an exclusion, a level other
 * than the system's without a reason, the own household.
 */
export async function propose(permit: Permit<"hardship.assess">, input: Propose): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadUnderWay(tx, permit, input);
    const { loaded, assessment, file } = underWay;
    await demandReady(tx, permit, underWay, input);
    await applyMove(tx, permit, loaded, "propose", {
      note: `${levelWords[input.level]}。${input.note}`,
      limitDays: await parameterAt(tx, "hardship.assessDays", permit.today),
    });
    await writeOpinion(tx, permit, underWay, {
      decided: input.level,
      deviationReason: input.level === assessment.proposed ? null : (input.deviationReason ?? null),
      officerOpinion: input.note,
      officerId: permit.actor.personId,
      officerOn: dateColumn(permit.today),
    });
    await draftFor(tx, permit, underWay);
    await audit(tx, permit, { loaded, file }, "propose");
  });
}

/** Everything that has to be there before a level is proposed, for the application and the review alike. */
export async function demandReady(
  tx: Tx,
  permit: Permit,
  { assessment, file }: UnderWay,
  input: Pick<Propose, "level" | "deviationReason">,
): Promise<void> {
  await refuseOwn(tx, permit, file.householdId);
  const checks = await tx.homeVerification.count({ where: { assessmentId: assessment.id } });
  const papers = await tx.hardshipDocument.findMany({ where: { assessmentId: assessment.id } });
  const { isMigrant } = await standingOf(tx, permit, file.headId);
  const missing =
    assessment.kind === "REVIEW"
      ? []
      : missingDocuments(assessment, papers, { isMigrant }).map((kind) => documentWords[kind] ?? kind);
  const refusal = refuseProposal({ ...assessment, hasCheck: checks > 0, missing }, input);
  if (refusal) throw new Refusal(refusal.sentence, refusal.field);
}

/** 公示: masked name and unit, never cause, income or address. Who proposed drafts it, the head of the office publishes it. */
async function draftFor(tx: Tx, permit: Permit, { loaded, assessment }: UnderWay): Promise<void> {
  const before = await noticeFor(tx, permit, { matter: "hardship", objectId: loaded.id });
  if (before?.state === "WAITING") return;
  if (before) throw new Refusal(`上一份公示 ${before.number} 还挂着，请局领导先作废它，再重新提出。`);
  const person = await tx.person.findUniqueOrThrow({
    where: { id: assessment.applicantId },
    select: { name: true, unit: { select: { name: true } } },
  });
  const notice = await draftNotice(tx, permit, {
    matter: "hardship",
    objectId: loaded.id,
    title: `困难职工建档公示（${loaded.number}）`,
    text: "经本人申请、入户核查和审核，拟将下列职工家庭列为困难职工档案，现予公示。如有异议，请在公示期内反映。",
    place: "局机关公告栏和职工所在单位公告栏",
    phone: officePhone(),
    entries: [{ key: loaded.id, maskedName: maskName(person.name), unit: person.unit.name }],
  });
  await tx.hardshipAssessment.update({ where: { id: assessment.id }, data: { noticeId: notice.id } });
}

/**
 * 同意公示 by the head of the office, who did not propose it: the drafted notice hangs from today, and the clock stands
 * still until it has ended. Refused: not the head, who proposed it, the own household, somebody was faster.
 */
export async function agree(permit: Permit<"hardship.agree">, input: Decide): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadUnderWay(tx, permit, input);
    const { loaded, file } = underWay;
    await refuseOwn(tx, permit, file.householdId);
    await applyMove(tx, permit, loaded, "agree", {
      note: input.note,
      limitDays: await parameterAt(tx, "hardship.decisionDays", permit.today),
    });
    await writeOpinion(tx, permit, underWay, {
      managerOpinion: input.note,
      managerId: permit.actor.personId,
      managerOn: dateColumn(permit.today),
    });
    await publishWith(tx, permit, { matter: "hardship", objectId: loaded.id });
    await audit(tx, permit, { loaded, file }, "agree");
  });
}

/** 退回审核 by the head of the office, with the reason. */
export async function sendBack(permit: Permit<"hardship.agree">, input: Decide): Promise<void> {
  await transact(async (tx) => {
    const { loaded, file } = await loadUnderWay(tx, permit, input);
    await applyMove(tx, permit, loaded, "sendBack", {
      note: input.note,
      limitDays: await parameterAt(tx, "hardship.assessDays", permit.today),
    });
    await audit(tx, permit, { loaded, file }, "sendBack");
  });
}

/**
 * 批准建档 by a leader after the notice: the household is on file with level, causes and the day of its next review.
 * Refused: the notice is not over, the leader's own household, somebody was faster.
 */
export async function approve(permit: Permit<"hardship.approve">, input: Decide): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadUnderWay(tx, permit, input);
    const { loaded, assessment, file } = underWay;
    await refuseOwn(tx, permit, file.householdId);
    if (assessment.managerId === permit.actor.personId) throw new Refusal("公示是您同意的，审批要由另一位领导办理。");
    await applyMove(tx, permit, loaded, "approve", { note: input.note });
    const paperDays = await parameterAt(tx, "hardship.paperDays", permit.today);
    const paperDueOn = addWorkingDays(await readCalendar(tx), permit.today, paperDays);
    const { count } = await tx.hardshipFile.updateMany({
      where: { id: file.id, version: file.version, state: "APPLYING" },
      data: {
        state: "ON_FILE",
        level: assessment.decided,
        mainCause: assessment.mainCause,
        secondCause: assessment.secondCause,
        onFileSince: dateColumn(permit.today),
        lastReviewedOn: dateColumn(permit.today),
        reviewDueOn: dateColumn(reviewDueAfter(permit.today)),
        paperDueOn: dateColumn(paperDueOn),
        paperCheckedOn: null,
        removedOn: null,
        cancelReason: null,
        removedNote: null,
        keepUntil: null,
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await writeOpinion(tx, permit, underWay, {
      leaderOpinion: input.note,
      leaderId: permit.actor.personId,
      leaderOn: dateColumn(permit.today),
    });
    await audit(tx, permit, { loaded, file }, "approve");
  });
}

/** 不符合: by the officer in 审核 or by the leader in 审批; the reason is read by the worker. */
export async function refuse(
  permit: Permit<"hardship.assess"> | Permit<"hardship.approve">,
  input: Decide,
): Promise<void> {
  await transact(async (tx) => {
    const { loaded, file } = await loadUnderWay(tx, permit, input);
    await applyMove(tx, permit, loaded, "refuse", { note: input.note });
    await putBack(tx, permit, file);
    await audit(tx, permit, { loaded, file }, "refuse");
  });
}

/** 回避: nobody decides on the own household. */
export async function refuseOwn(tx: Tx, permit: Permit, householdId: string): Promise<void> {
  const own = await tx.person.count({ where: { id: permit.actor.personId, householdId } });
  if (own > 0) throw new Refusal("这是您自己家的档案，要由别人办理。");
}

type Opinion = Partial<
  Pick<
    UnderWay["assessment"],
    | "decided"
    | "deviationReason"
    | "reviewOutcome"
    | "officerOpinion"
    | "officerId"
    | "officerOn"
    | "managerOpinion"
    | "managerId"
    | "managerOn"
    | "leaderOpinion"
    | "leaderId"
    | "leaderOn"
  >
>;

/** Writes an opinion beside the move; the assessment's own version keeps two hands apart. */
export async function writeOpinion(tx: Tx, _permit: Permit, { assessment }: UnderWay, opinion: Opinion): Promise<void> {
  const { count } = await tx.hardshipAssessment.updateMany({
    where: { id: assessment.id, version: assessment.version },
    data: { ...opinion, version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
}

async function audit(
  tx: Tx,
  permit: Permit,
  { loaded, file }: Pick<UnderWay, "loaded" | "file">,
  step: string,
): Promise<void> {
  await recordAudit(tx, permit, {
    object: "hardship_file",
    objectId: file.id,
    subjectId: loaded.personId,
    detail: { step },
  });
}
