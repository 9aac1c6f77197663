import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove } from "@/lib/cases/commands";
import { addMonths, dateColumn } from "@/lib/dates";
import { parameterAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { tellOnce, toldAtOnce } from "@/lib/schooling/checklist/rules";
import { paperWords } from "@/lib/schooling/checklist/words";
import { refuseChildsName } from "@/lib/schooling/children/queries";
import { obstacles, wantedBack, type Step } from "@/lib/schooling/decisions/rules";
import type { Enrol, GiveUp, SendBack } from "@/lib/schooling/decisions/schema";
import { checklistOf, loadPlacement, refuseInLetter, type UnderWay } from "@/lib/schooling/files/queries";
import { wayBack } from "@/lib/schooling/stages/rules";
import type { At } from "@/lib/schooling/schema";
import { unresolvedWords } from "@/lib/schooling/words";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** The liaison has spoken with the parent; from now on the papers are collected. */
export async function prepare(permit: Permit<"schooling.collect">, input: At): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadPlacement(tx, permit, input);
    await applyMove(tx, permit, underWay.loaded, "prepare", {});
    await note(tx, permit, underWay, {}, "prepare");
  });
}

/**
 * 「材料备齐了」: to the unit's check, or back to the stage that sent the papers back.
 * Refused: papers missing or wrong, all of them named; not from this stage or not by this person.
 */
export async function submit(permit: Permit<"schooling.collect"> | Permit<"my.schooling">, input: At): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadPlacement(tx, permit, input);
    const { loaded, placement } = underWay;
    const from = loaded.stage === "RETURNED" ? (placement.returnedFrom ?? "UNIT_CHECK") : "UNIT_CHECK";
    await demandPapers(tx, permit, underWay, "submit");
    await applyMove(tx, permit, loaded, wayBack[from] ?? "submit", {
      limitDays: await days(
        tx,
        permit,
        from === "UNION_CHECK" ? "schooling.unionCheckDays" : "schooling.unitCheckDays",
      ),
    });
    await note(tx, permit, underWay, { returnedFrom: null }, "submit");
  });
}

/** 单位初审 passed by the liaison: from now on the case is the union's alone. Refused: papers missing, originals not seen. */
export async function passUnit(permit: Permit<"schooling.collect">, input: At): Promise<void> {
  await pass(permit, input, { stage: "UNIT_CHECK", step: "unit", limit: "schooling.unionCheckDays" });
}

/** 工会审核 passed by the officer: the child is eligible and the coordination begins. Refused as `passUnit`. */
export async function passUnion(permit: Permit<"schooling.review">, input: At): Promise<void> {
  await pass(permit, input, { stage: "UNION_CHECK", step: "union", limit: "schooling.coordinateDays" });
}

type Pass = { stage: string; step: Step; limit: Limit };

async function pass(
  permit: Permit<"schooling.collect"> | Permit<"schooling.review">,
  input: At,
  { stage, step, limit }: Pass,
): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadPlacement(tx, permit, input);
    if (underWay.loaded.stage !== stage) throw actedMeanwhile();
    refuseOwn(permit, underWay);
    await demandPapers(tx, permit, underWay, step);
    await applyMove(tx, permit, underWay.loaded, "pass", { limitDays: await days(tx, permit, limit) });
    const isEligible = stage === "UNION_CHECK";
    await note(tx, permit, underWay, isEligible ? { eligibleOn: dateColumn(permit.today) } : {}, "pass");
  });
}

/**
 * 退回补正: everything that is missing at once (一次性告知); what the list knows and the note leaves out is added to it.
 * The papers come back to this stage.
 */
export async function sendBack(
  permit: Permit<"schooling.collect"> | Permit<"schooling.review">,
  input: SendBack,
): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadPlacement(tx, permit, input);
    refuseChildsName(permit, underWay.placement, input.note, "note");
    const { lines } = await checklistOf(tx, permit, underWay.placement);
    const missing = wantedBack(lines, underWay.loaded.stage);
    await applyMove(tx, permit, underWay.loaded, "return", { note: toldAtOnce(input.note, missing, paperWords) });
    await note(tx, permit, underWay, { returnedFrom: underWay.loaded.stage }, "return");
  });
}

/** 已入学, by the notice of the school that the parent shows. Refused: before a school was assigned. */
export async function enrol(permit: Permit<"schooling.review">, input: Enrol): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadPlacement(tx, permit, input);
    if (input.enrolledOn > permit.today) throw new Refusal("入学日期不能晚于今天，报到以后再登记。", "enrolledOn");
    refuseChildsName(permit, underWay.placement, input.className, "className");
    await applyMove(tx, permit, underWay.loaded, "enrol", {});
    const { outcome, schoolName, className, enrolledOn } = input;
    await note(
      tx,
      permit,
      underWay,
      {
        outcome,
        schoolName,
        className: className ?? null,
        enrolledOn: dateColumn(enrolledOn),
        keepUntil: await keptUntil(tx, permit),
      },
      "enrol",
    );
  });
}

/** 登记未解决 by the head of the office, with the reason; next year's case names this one. */
export async function giveUp(permit: Permit<"schooling.giveUp">, input: GiveUp): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadPlacement(tx, permit, input);
    refuseChildsName(permit, underWay.placement, input.note, "note");
    await refuseInLetter(tx, permit, underWay.placement.id);
    await applyMove(tx, permit, underWay.loaded, "giveUp", { note: `${unresolvedWords[input.reason]}。${input.note}` });
    await note(
      tx,
      permit,
      underWay,
      { outcome: "UNRESOLVED", unresolvedReason: input.reason, keepUntil: await keptUntil(tx, permit) },
      "giveUp",
    );
  });
}

async function keptUntil(tx: Tx, permit: Permit): Promise<Date> {
  return dateColumn(addMonths(permit.today, await parameterAt(tx, "schooling.keepMonths", permit.today)));
}

/** 回避: nobody checks the own child's papers. */
export function refuseOwn(permit: Permit, { placement }: UnderWay): void {
  if ([placement.parentId, placement.otherParentId].includes(permit.actor.personId))
    throw new Refusal("这是您自己孩子的事，要由别人办理。");
}

/** Refuses the step while papers are missing, wrong or unseen; the sentence names all of them. */
export async function demandPapers(tx: Tx, permit: Permit, { placement }: UnderWay, step: Step): Promise<void> {
  if (placement.otherParent === null)
    throw new Refusal("请先登记孩子的另一方家长，没有的选“没有”，户口簿和不动产查询要两个人的。");
  const { lines } = await checklistOf(tx, permit, placement);
  const missing = obstacles(lines, step);
  const isUnseen = missing.every(({ state }) => state === "RECEIVED");
  if (missing.length > 0)
    throw new Refusal(
      isUnseen
        ? `还有 ${missing.length} 样没有看过原件：${missing.map(({ kind }) => paperWords[kind] ?? kind).join("、")}。`
        : tellOnce(missing, paperWords, permit.reach.kind === "self" ? undefined : "登记好以后再往下交。"),
    );
}

type Limit = "schooling.unitCheckDays" | "schooling.unionCheckDays" | "schooling.coordinateDays";

/** Working days of a step, by its parameter. */
export async function days(tx: Tx, permit: Permit, limit: Limit): Promise<number> {
  return parameterAt(tx, limit, permit.today);
}

/** Writes beside the move what the placement itself keeps; its own version holds two hands apart. */
export async function note(
  tx: Tx,
  permit: Permit,
  { placement }: UnderWay,
  kept: Prisma.SchoolPlacementUpdateManyMutationInput,
  step: string,
): Promise<void> {
  const { count } = await tx.schoolPlacement.updateMany({
    where: { id: placement.id, version: placement.version },
    data: { ...kept, version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
  await recordAudit(tx, permit, {
    object: "school_placement",
    objectId: placement.id,
    subjectId: placement.parentId,
    detail: { step },
  });
}
