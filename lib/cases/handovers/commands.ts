import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { addEvent } from "@/lib/cases/commands";
import type { DecideHandOver, OfferHandOver } from "@/lib/cases/handovers/schema";
import { changedMeanwhile, loadCase } from "@/lib/cases/queries";
import { capacities, isBarredUnit } from "@/lib/cases/rules";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact } from "@/prisma/client";

/**
 * 转给别的单位: the clock goes on and the case stays where it is until the other side accepts (首问负责).
 * Refused: not the handling unit or the programme's officer, the same unit, the accused's unit, an open offer.
 */
export async function offerHandOver(permit: Permit<"cases.handOver">, input: OfferHandOver): Promise<void> {
  try {
    await transact(async (tx) => {
      const loaded = await loadCase(tx, permit, input.caseId);
      if (loaded.version !== input.version) throw await changedMeanwhile(tx, loaded, input.version);
      const stand = capacities(loaded, { accountId: permit.actor.accountId, reach: permit.reach });
      if (!stand.includes("H") && !stand.includes("O")) throw new Refusal("只有承办单位可以转给别的单位。");
      if (!["ASSIGNED", "IN_PROGRESS", "REOPENED"].includes(loaded.stage))
        throw new Refusal("这件事现在不在办理中，不能转。");
      if (input.toUnitId === loaded.handlerUnitId) throw new Refusal("已经是这个单位在办，请选别的单位。", "toUnitId");
      if (isBarredUnit(loaded, input.toUnitId)) throw new Refusal("投诉不能交给被投诉人所在的单位办理。", "toUnitId");
      const unit = await tx.orgUnit.findFirst({
        where: { id: input.toUnitId, bureauId: permit.reach.bureauId, validTo: null },
        select: { name: true },
      });
      if (!unit) throw new Refusal("没有这个单位，请重新选择。", "toUnitId");
      await tx.handOver.create({
        data: {
          id: newId(),
          caseId: loaded.id,
          fromUnitId: loaded.handlerUnitId,
          fromId: permit.actor.accountId,
          toUnitId: input.toUnitId,
          reason: input.reason,
          offeredAt: permit.now,
        },
      });
      await addEvent(tx, permit, {
        caseId: loaded.id,
        kind: "handOver",
        note: `转给${unit.name}：${input.reason}`,
        isPublic: false,
      });
      await recordAudit(tx, permit, { object: "hand_over", objectId: loaded.id, subjectId: loaded.personId });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("已经转出去了，正在等对方接收。");
    throw fault;
  }
}

/**
 * The other side accepts (and is the handling unit from now on) or returns with a reason.
 * Refused: somebody of another unit, an offer that is no longer open, a return without reason.
 */
export async function decideHandOver(permit: Permit<"cases.decideHandOver">, input: DecideHandOver): Promise<void> {
  await transact(async (tx) => {
    const loaded = await loadCase(tx, permit, input.caseId);
    const offer = await tx.handOver.findFirst({ where: { id: input.handOverId, caseId: loaded.id, state: "OFFERED" } });
    if (!offer) throw actedMeanwhile();
    if (![...permit.reach.officeUnitIds, ...permit.reach.unitIds].includes(offer.toUnitId)) {
      throw new Refusal("这件事没有转给您的单位，不能替别的单位接收。");
    }
    const isAccepted = input.decision === "ACCEPTED";
    if (!isAccepted && !input.note) throw new Refusal("请写明为什么退回。", "note");
    const decided = await tx.handOver.updateMany({
      where: { id: offer.id, state: "OFFERED" },
      data: {
        state: input.decision,
        decidedById: permit.actor.accountId,
        decidedAt: permit.now,
        decisionNote: input.note ?? null,
      },
    });
    if (decided.count !== 1) throw actedMeanwhile();
    if (isAccepted) {
      const taken = await tx.welfareCase.updateMany({
        where: { id: loaded.id, version: loaded.version },
        data: {
          handlerUnitId: offer.toUnitId,
          handlerId: permit.actor.accountId,
          version: loaded.version + 1,
          updatedAt: permit.now,
        },
      });
      if (taken.count !== 1) throw actedMeanwhile();
    }
    const kind = isAccepted ? "handOverAccepted" : "handOverReturned";
    await addEvent(tx, permit, { caseId: loaded.id, kind, note: input.note, isPublic: false });
    await recordAudit(tx, permit, {
      object: "hand_over",
      objectId: loaded.id,
      subjectId: loaded.personId,
      detail: { decision: input.decision },
    });
  });
}
