import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove, openCase } from "@/lib/cases/commands";
import { addMonths, dateColumn } from "@/lib/dates";
import { demandReady, refuseOwn, writeOpinion } from "@/lib/hardship/decisions/commands";
import type { CancelFile, Decide, ProposeReview, TouchFile } from "@/lib/hardship/decisions/schema";
import { loadFile, loadUnderWay } from "@/lib/hardship/files/queries";
import { reviewDueAfter } from "@/lib/hardship/rules";
import { cancelWords } from "@/lib/hardship/words";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { HardshipFile } from "@/prisma/generated/client";

/**
 * 年度复核: opens a case of its own on a file that goes on meanwhile; it starts from the figures of the last assessment.
 * Refused: a file that is not 在档, a review already under way.
 * @returns the case id
 */
export async function openReview(permit: Permit<"hardship.review">, input: TouchFile): Promise<string> {
  return transact(async (tx) => {
    const file = await loadFile(tx, permit, input.fileId);
    if (file.version !== input.version) throw actedMeanwhile();
    if (file.state !== "ON_FILE") throw new Refusal("只有在档的才要年度复核。");
    const last = await tx.hardshipAssessment.findFirstOrThrow({
      where: { fileId: file.id },
      orderBy: { id: "desc" },
      include: { case: { select: { status: true } } },
    });
    if (["open", "waiting"].includes(last.case.status)) throw new Refusal("这一户今年的复核已经在办了。");
    await touch(tx, file, {});
    const head = await tx.person.findUniqueOrThrow({ where: { id: file.headId }, select: { unitId: true } });
    const loaded = await openCase(tx, permit, {
      requestKey: newId(),
      programme: "hardship",
      table: "hardship-review",
      topic: "困难申请",
      title: `困难职工年度复核（${file.number}）`,
      content: "每年复核一次，家里的情况在档案里。",
      personId: file.headId,
      unitId: head.unitId,
      source: "CASE",
      complexity: "ORDINARY",
      confidentiality: "SENSITIVE",
      greenChannel: false,
      limitDays: await parameterAt(tx, "hardship.homeCheckDays", permit.today),
    });
    const { case: _, ...before } = last;
    await tx.hardshipAssessment.create({
      data: {
        ...before,
        id: newId(),
        caseId: loaded.id,
        kind: "REVIEW",
        storyCipher: null,
        healthCipher: null,
        ...undecided,
        createdAt: permit.now,
        version: 1,
      },
    });
    await audit(tx, permit, file, "openReview");

    return loaded.id;
  });
}

/** Opinions and results belong to one assessment; ciphers are bound to their row and stay with the old one. */
const undecided = {
  perHeadFen: null,
  lineFen: null,
  multiple: null,
  accidentShare: null,
  exclusions: [],
  proposed: null,
  decided: null,
  deviationReason: null,
  reviewOutcome: null,
  noticeId: null,
  officerOpinion: null,
  officerId: null,
  officerOn: null,
  managerOpinion: null,
  managerId: null,
  managerOn: null,
  leaderOpinion: null,
  leaderId: null,
  leaderOn: null,
};

/** 继续在档 or 脱困, proposed by the officer. Refused: no home check or figures; keeping a household with an exclusion. */
export async function proposeReview(permit: Permit<"hardship.review">, input: ProposeReview): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadUnderWay(tx, permit, input);
    if (input.outcome === "KEEP") await demandReady(tx, permit, underWay, input);
    else await refuseOwn(tx, permit, underWay.file.householdId);
    if (input.outcome === "LIFT" && underWay.assessment.perHeadFen === null)
      throw new Refusal("请先填写收入和支出，保存后看测算结果。");
    await applyMove(tx, permit, underWay.loaded, "propose", {
      note: `${input.outcome === "KEEP" ? "继续在档" : "脱困"}。${input.note}`,
      limitDays: await parameterAt(tx, "hardship.decisionDays", permit.today),
    });
    await writeOpinion(tx, permit, underWay, {
      reviewOutcome: input.outcome,
      decided: input.level,
      deviationReason: input.deviationReason ?? null,
      officerOpinion: input.note,
      officerId: permit.actor.personId,
      officerOn: dateColumn(permit.today),
    });
    await audit(tx, permit, underWay.file, "proposeReview");
  });
}

/** The head of the office agrees: the file goes on for another year, or the household is lifted out of it. */
export async function confirmReview(permit: Permit<"hardship.agree">, input: Decide): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadUnderWay(tx, permit, input);
    const { loaded, assessment, file } = underWay;
    await refuseOwn(tx, permit, file.householdId);
    await applyMove(tx, permit, loaded, "confirm", { note: input.note });
    if (assessment.reviewOutcome === "LIFT")
      await remove(tx, permit, file, { state: "LIFTED", removedNote: input.note });
    else {
      await touch(tx, file, {
        level: assessment.decided,
        mainCause: assessment.mainCause,
        secondCause: assessment.secondCause,
        lastReviewedOn: dateColumn(permit.today),
        reviewDueOn: dateColumn(reviewDueAfter(permit.today)),
      });
    }
    await writeOpinion(tx, permit, underWay, {
      managerOpinion: input.note,
      managerId: permit.actor.personId,
      managerOn: dateColumn(permit.today),
    });
    await audit(tx, permit, file, "confirmReview");
  });
}

/**
 * 注销 by the head of the office: left, died, made false statements, moved out.
 * Refused: not the head of the office, the own household, a file that is not 在档, a review under way.
 */
export async function cancelFile(permit: Permit<"hardship.cancel">, input: CancelFile): Promise<void> {
  await transact(async (tx) => {
    if (!permit.reach.manages.includes("hardship")) throw new Refusal("注销要由工会负责人办理，请报给负责人。");
    const file = await loadFile(tx, permit, input.fileId);
    if (file.version !== input.version) throw actedMeanwhile();
    await refuseOwn(tx, permit, file.householdId);
    if (file.state !== "ON_FILE") throw new Refusal("只有在档的才能注销。");
    const running = await tx.hardshipAssessment.count({
      where: { fileId: file.id, case: { status: { in: ["open", "waiting"] } } },
    });
    if (running > 0) throw new Refusal("这一户正在年度复核，请先办完或作废复核，再注销。");
    await remove(tx, permit, file, { state: "CANCELLED", cancelReason: input.reason, removedNote: input.note });
    await recordAudit(tx, permit, {
      object: "hardship_file",
      objectId: file.id,
      subjectId: file.headId,
      reason: `${cancelWords[input.reason]}：${input.note}`,
      detail: { step: "cancel" },
    });
  });
}

/** Paper and electronic file were laid beside each other and agree. Refused: not on file, checked already. */
export async function checkPaper(permit: Permit<"hardship.assess">, input: TouchFile): Promise<void> {
  await transact(async (tx) => {
    const file = await loadFile(tx, permit, input.fileId);
    if (file.version !== input.version) throw actedMeanwhile();
    if (file.state !== "ON_FILE" || file.paperCheckedOn) throw new Refusal("这份档案现在不用核对纸质材料。");
    await touch(tx, file, { paperCheckedOn: dateColumn(permit.today) });
    await audit(tx, permit, file, "checkPaper");
  });
}

type Removal = Pick<HardshipFile, "state"> & Partial<Pick<HardshipFile, "cancelReason" | "removedNote">>;

/** Off the file; the originals are kept for the years that the parameter says. */
async function remove(tx: Tx, permit: Permit, file: HardshipFile, removal: Removal): Promise<void> {
  const years = await parameterAt(tx, "hardship.keepYears", permit.today);
  await touch(tx, file, {
    ...removal,
    removedOn: dateColumn(permit.today),
    keepUntil: dateColumn(addMonths(permit.today, 12 * years)),
    reviewDueOn: null,
  });
}

async function touch(tx: Tx, file: HardshipFile, data: Partial<HardshipFile>): Promise<void> {
  const { count } = await tx.hardshipFile.updateMany({
    where: { id: file.id, version: file.version },
    data: Object.assign({ version: { increment: 1 } }, data),
  });
  if (count !== 1) throw actedMeanwhile();
}

async function audit(tx: Tx, permit: Permit, file: HardshipFile, step: string): Promise<void> {
  await recordAudit(tx, permit, {
    object: "hardship_file",
    objectId: file.id,
    subjectId: file.headId,
    detail: { step },
  });
}
