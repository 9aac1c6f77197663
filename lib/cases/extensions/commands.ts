import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { extendedDue } from "@/lib/cases/clock/rules";
import { readClockworks } from "@/lib/cases/clock/queries";
import { addEvent } from "@/lib/cases/commands";
import type { AskExtension, DecideExtension } from "@/lib/cases/extensions/schema";
import { changedMeanwhile, loadCase } from "@/lib/cases/queries";
import { capacities } from "@/lib/cases/rules";
import { dateColumn, formatDay, fromDateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact } from "@/prisma/client";

/**
 * The handling unit asks for more time: once, before expiry, with a reason that the worker reads (domain.md §12).
 * Refused: not the handling unit, no running clock, already expired, more days than the parameter allows, asked before.
 */
export async function askExtension(permit: Permit<"cases.askExtension">, input: AskExtension): Promise<void> {
  try {
    await transact(async (tx) => {
      const loaded = await loadCase(tx, permit, input.caseId);
      if (loaded.version !== input.version) throw await changedMeanwhile(tx, loaded, input.version);
      const actor = { accountId: permit.actor.accountId, reach: permit.reach };
      if (!capacities(loaded, actor).includes("H")) throw new Refusal("只有承办单位可以申请延期，请联系承办单位。");
      if (loaded.status !== "open" || !loaded.dueOn) throw new Refusal("这件事现在没有在计时，不用延期。");
      if (loaded.dueOn < permit.today) throw new Refusal("已经超期，不能再申请延期，请尽快答复职工。");
      const { calendar, limits } = await readClockworks(tx, permit.today);
      if (input.days > limits.extension) throw new Refusal(`最多延长 ${limits.extension} 个工作日，请改小。`, "days");
      const newDueOn = extendedDue(calendar, loaded.dueOn, input.days);
      const id = newId();
      await tx.extension.create({
        data: {
          id,
          caseId: loaded.id,
          oldDueOn: dateColumn(loaded.dueOn),
          newDueOn: dateColumn(newDueOn),
          days: input.days,
          reason: input.reason,
          askedById: permit.actor.accountId,
          askedAt: permit.now,
        },
      });
      const note = `申请延长 ${input.days} 个工作日，到 ${formatDay(newDueOn)}。原因：${input.reason}`;
      await addEvent(tx, permit, { caseId: loaded.id, kind: "extensionAsked", note, isPublic: false });
      await recordAudit(tx, permit, {
        object: "extension",
        objectId: loaded.id,
        subjectId: loaded.personId,
        detail: { days: input.days },
      });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这件事已经申请过延期，只能延一次。");
    throw fault;
  }
}

/**
 * A leader decides. Refused: the one who asked, an expired due date, a case that went on meanwhile.
 * Approval moves the due date to the one that was asked for; the worker reads the reason.
 */
export async function decideExtension(permit: Permit<"cases.decideExtension">, input: DecideExtension): Promise<void> {
  await transact(async (tx) => {
    const loaded = await loadCase(tx, permit, input.caseId);
    const extension = await tx.extension.findFirst({
      where: { id: input.extensionId, caseId: loaded.id, state: "ASKED" },
    });
    if (!extension) throw actedMeanwhile();
    if (extension.askedById === permit.actor.accountId) throw new Refusal("申请人不能自己批准，请另一位领导批。");
    const isApproved = input.decision === "APPROVED";
    const oldDueOn = fromDateColumn(extension.oldDueOn);
    if (!isApproved && !input.note) throw new Refusal("请写明为什么不同意，承办单位看得到。", "note");
    if (isApproved && oldDueOn < permit.today) throw new Refusal("原期限已过，不能再批延期，请选择不同意并督办。");
    const decided = await tx.extension.updateMany({
      where: { id: extension.id, state: "ASKED" },
      data: {
        state: input.decision,
        decidedById: permit.actor.accountId,
        decidedAt: permit.now,
        decisionNote: input.note ?? null,
      },
    });
    if (decided.count !== 1) throw actedMeanwhile();
    if (isApproved) {
      const moved = await tx.welfareCase.updateMany({
        where: { id: loaded.id, status: "open", dueOn: extension.oldDueOn, version: loaded.version },
        data: {
          dueOn: extension.newDueOn,
          limitDays: loaded.limitDays + extension.days,
          version: loaded.version + 1,
          updatedAt: permit.now,
        },
      });
      if (moved.count !== 1) throw actedMeanwhile();
    }
    await addEvent(tx, permit, {
      caseId: loaded.id,
      kind: isApproved ? "extensionApproved" : "extensionRefused",
      note: isApproved
        ? `延到 ${formatDay(fromDateColumn(extension.newDueOn))} 前答复。原因：${extension.reason}`
        : input.note,
      isPublic: isApproved,
    });
    await recordAudit(tx, permit, {
      object: "extension",
      objectId: loaded.id,
      subjectId: loaded.personId,
      detail: { decision: input.decision },
    });
  });
}
