import "server-only";
import { transact, type Tx } from "@/prisma/client";
import type { Attendance } from "@/prisma/generated/client";
import type { z } from "zod";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove, openCase, type NewCase } from "@/lib/cases/commands";
import { caseOfRequest, loadCase } from "@/lib/cases/queries";
import { newId } from "@/lib/id";
import type { LoadedDay } from "@/lib/reception/days/commands";
import { isComplaint, missingOf, movesOf } from "@/lib/reception/matters/rules";
import type { FinishVisit, matterFields, RecordMatter } from "@/lib/reception/matters/schema";
import { categories } from "@/lib/reception/matters/words";
import { loadVisit, moveVisit, receivingDay } from "@/lib/reception/queue/commands";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

export type MatterInput = z.output<z.ZodObject<typeof matterFields>>;

/**
 * Records one matter of a talk: the case with its number and clock, its first moves, the detail record, and the end of the
 * talk if that was the last one, all or nothing. Who received stays the owner of the promise (谁接待谁负责).
 * Refused: a visitor who is not in a talk, an answer, unit or accused that is missing, the accused's own unit.
 * The same request key gives the same case.
 * @returns the case's id and number, and the day of the talk
 */
export async function recordMatter(
  permit: Permit<"reception.recordMatter">,
  input: RecordMatter,
): Promise<{ caseId: string; number: string; dayId: string }> {
  return transact(async (tx) => {
    const visit = await loadVisit(tx, permit, input.visitId);
    const day = await receivingDay(tx, permit, visit.dayId);
    if (visit.state !== "IN_MEETING" && visit.state !== "DONE") throw new Refusal("先请他进门，再登记事项。");
    const opened = await openMatter(tx, asOfTalk(permit, day, visit), { visit, day, input });
    if (input.then === "finish" && visit.state === "IN_MEETING") await endTalk(tx, permit, visit, null);
    return { ...opened, dayId: visit.dayId };
  });
}

/**
 * 谈完了. Refused: no matter was recorded and no reason is given, or somebody else closed the talk meanwhile.
 */
export async function finishVisit(
  permit: Permit<"reception.recordMatter">,
  { visitId, noMatterReason }: FinishVisit,
): Promise<{ dayId: string }> {
  return transact(async (tx) => {
    const visit = await loadVisit(tx, permit, visitId);
    await receivingDay(tx, permit, visit.dayId);
    const matters = await tx.receptionMatter.count({ where: { attendanceId: visit.id } });
    if (matters === 0 && noMatterReason === undefined) {
      throw new Refusal("还没有登记事项。请先登记，或者选择为什么没有事项。", "noMatterReason");
    }
    await endTalk(tx, permit, visit, matters === 0 ? (noMatterReason ?? null) : null);
    return { dayId: visit.dayId };
  });
}

/** Opens the case of a matter in the caller's transaction; the paper of a morning is keyed in the same way. */
export async function openMatter(
  tx: Tx,
  permit: Permit<"reception.recordMatter">,
  { visit, day, input }: { visit: Attendance; day: LoadedDay; input: MatterInput },
): Promise<{ caseId: string; number: string }> {
  const before = await caseOfRequest(tx, permit, input.requestKey);
  if (before !== null) return numberOf(tx, permit, before);
  const missing = missingOf(input);
  if (missing) throw new Refusal(`${missing.sentence}。`, missing.field);
  const accused = isComplaint(input) ? await accusedOf(tx, permit, input) : undefined;
  if (input.earlierCaseId !== undefined) await loadCase(tx, permit, input.earlierCaseId);
  let loaded = await openCase(tx, permit, await newCaseOf(tx, permit, { visit, day, input, accused }));
  for (const { move, input: given } of movesOf(input)) loaded = await applyMove(tx, permit, loaded, move, given);
  await tx.receptionMatter.create({
    data: {
      id: newId(),
      caseId: loaded.id,
      dayId: day.id,
      attendanceId: visit.id,
      category: input.category,
      mode: isComplaint(input) ? "ASSIGN" : input.mode,
      instruction: input.instruction ?? null,
      leaderId: visit.leaderId,
      createdAt: permit.now,
    },
  });
  return { caseId: loaded.id, number: loaded.number };
}

/**
 * The same right, as of the talk: what is recorded on a later day (from paper, or by a clerk who was too busy) is dated
 * and answered when it was said, not when it was typed.
 */
export function asOfTalk(
  permit: Permit<"reception.recordMatter">,
  day: LoadedDay,
  visit: Attendance,
): Permit<"reception.recordMatter"> {
  const at = visit.endedAt ?? visit.startedAt;
  if (at === null || permit.today <= day.actualOn) return permit;
  return { ...permit, now: at, today: day.actualOn };
}

type Accused = NonNullable<NewCase["accused"]>;

async function newCaseOf(
  tx: Tx,
  permit: Permit<"reception.recordMatter">,
  given: { visit: Attendance; day: LoadedDay; input: MatterInput; accused: Accused | undefined },
): Promise<NewCase> {
  const { visit, day, input, accused } = given;
  return {
    requestKey: input.requestKey,
    programme: accused ? "discipline" : "reception",
    topic: categories[input.category],
    title: input.title,
    content: input.content,
    demand: input.demand,
    personId: visit.personId,
    visitorName: visit.personId === null || visit.relation !== "SELF" ? visit.visitorName : undefined,
    visitorPhone: visit.phone ?? undefined,
    unitId: visit.unitId ?? (await ownUnit(tx, permit)),
    source: "RECEPTION",
    sourceCaseId: input.earlierCaseId,
    promisedById: visit.leaderId ?? undefined,
    complexity: input.complexity,
    confidentiality: input.confidentiality,
    greenChannel: visit.green,
    accused,
    completeOn: day.actualOn,
  };
}

/** Unit of a visitor whom no roster knows: the office that took the matter in (首问负责). */
async function ownUnit(tx: Tx, { actor, reach }: Permit): Promise<string> {
  const [office] = reach.officeUnitIds;
  if (office !== undefined) return office;
  const { unitId } = await tx.person.findUniqueOrThrow({ where: { id: actor.personId }, select: { unitId: true } });
  return unitId;
}

async function accusedOf(tx: Tx, permit: Permit<"reception.recordMatter">, input: MatterInput): Promise<Accused> {
  if (input.accusedStaffNo) {
    const person = await tx.person.findFirst({
      where: { staffNo: input.accusedStaffNo.toUpperCase(), bureauId: permit.reach.bureauId },
      select: { id: true, unitId: true },
    });
    if (!person) throw new Refusal("没有这个工号，请核对；不知道就只选单位。", "accusedStaffNo");
    return { personId: person.id, unitId: person.unitId };
  }
  const unit = await tx.orgUnit.findFirst({
    where: { id: input.accusedUnitId ?? "", bureauId: permit.reach.bureauId },
    select: { id: true },
  });
  if (!unit) throw new Refusal("没有这个单位，请重新选。", "accusedUnitId");
  return { personId: null, unitId: unit.id };
}

async function endTalk(
  tx: Tx,
  permit: Permit<"reception.recordMatter">,
  visit: Attendance,
  noMatterReason: string | null,
): Promise<void> {
  if (!(await moveVisit(tx, permit, visit, "finish", { endedAt: permit.now, noMatterReason }))) throw actedMeanwhile();
}

async function numberOf(
  tx: Tx,
  permit: Permit<"reception.recordMatter">,
  caseId: string,
): Promise<{ caseId: string; number: string }> {
  const { number } = await tx.welfareCase.findFirstOrThrow({
    where: { id: caseId, bureauId: permit.reach.bureauId },
    select: { number: true },
  });
  await recordAudit(tx, permit, { object: "welfare_case", objectId: caseId, detail: { repeated: true } });
  return { caseId, number };
}
