import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import { proveSelf } from "@/lib/auth/credentials";
import type { Permit } from "@/lib/auth/permit";
import { mayDo } from "@/lib/auth/verbs";
import { newId } from "@/lib/id";
import { listCalled } from "@/lib/exports/lists/queries";
import { exportName, refuseDecision, VALID_HOURS, type ExportList, type ExportVerb } from "@/lib/exports/rules";
import type { AskExport, DecideExport } from "@/lib/exports/schema";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact } from "@/prisma/client";

/**
 * Asks for a list that a second person must agree to. Nothing is read out. Refused: without fresh proof of identity, and
 * an empty list. The same form sent twice asks once.
 */
export async function askExport<F>(permit: Permit<ExportVerb>, list: ExportList<F>, input: AskExport): Promise<void> {
  await proveSelf(permit, input.ownSecret);
  const filter = list.parse(Object.fromEntries(new URLSearchParams(input.query)));
  const rows = await list.count(permit, filter);
  if (rows === 0) throw new Refusal("现在没有符合条件的行，没有什么可导出的。");
  const filterWords = await list.words(permit, filter);
  const id = newId();
  try {
    await transact(async (tx) => {
      await tx.exportRequest.create({
        data: {
          id,
          bureauId: permit.reach.bureauId,
          list: list.name,
          filter: JSON.parse(JSON.stringify(filter)) as object,
          filterWords,
          reason: input.reason,
          rows,
          askedById: permit.actor.accountId,
          askedByName: permit.actor.name,
          askedAt: permit.now,
          requestKey: input.requestKey,
        },
      });
      await recordAudit(tx, permit, {
        object: "export_request",
        objectId: id,
        reason: input.reason,
        detail: { step: "ask", list: list.name, rows },
      });
    });
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault;
  }
}

/** Agrees to an export or not. Refused: one's own request, a list one may not take out oneself (leaders may), a second decision. */
export async function decideExport(permit: Permit<"exports.decide">, input: DecideExport): Promise<void> {
  await transact(async (tx) => {
    const request = await tx.exportRequest.findFirst({ where: { id: input.id, bureauId: permit.reach.bureauId } });
    if (!request) notFound();
    const { accountId, grants } = permit.actor;
    const list = listCalled(permit, exportName(request.list));
    const decider = { accountId, isLeader: permit.reach.isLeader, mayExport: mayDo(list.verb, grants) };
    const sentence = refuseDecision(request, decider);
    if (sentence) throw new Refusal(sentence);
    if (input.decision === "DECLINED" && !input.note) throw new Refusal("不同意请写明原因，申请人看得到。", "note");
    const { count } = await tx.exportRequest.updateMany({
      where: { id: input.id, state: "ASKED" },
      data: {
        state: input.decision,
        decidedById: accountId,
        decidedByName: permit.actor.name,
        decidedAt: permit.now,
        decisionNote: input.note ?? null,
        validUntil: input.decision === "APPROVED" ? new Date(permit.now.getTime() + VALID_HOURS * 3_600_000) : null,
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, {
      object: "export_request",
      objectId: input.id,
      reason: input.note,
      detail: { step: input.decision, list: request.list, rows: request.rows },
      isNotable: true,
    });
  });
}
