import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { readCalendar } from "@/lib/calendar/queries";
import { encryptField } from "@/lib/crypto";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { loadNotice } from "@/lib/notices/commands";
import type { CheckObjection, ObjectMine, ObjectTo, SettleObjection } from "@/lib/notices/objections/schema";
import { factsOf, noticeStateOf } from "@/lib/notices/rules";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { ObjectionChannel } from "@/prisma/generated/enums";

/** Objections of one account to one notice; enough for who means it, too few for who wants to block a list. */
const mostOfOne = 3;

/**
 * 登记异议 by an officer or a liaison who took it in, by telephone, at the desk or on paper; anonymous when no name is given.
 * Its entry is frozen from now on, the rest of the list goes on. The same form sent twice is one objection.
 * Refused: a notice that does not run (any more), an entry of another list.
 * @returns the objection's id
 */
export async function objectTo(permit: Permit<"notices.object">, input: ObjectTo): Promise<string> {
  const objector = [input.objector, input.contact].filter(Boolean).join("，");

  return transact((tx) => writeObjection(tx, permit, { ...input, objector: objector || null }));
}

/**
 * 我有意见, from the worker's phone. Without a name those who handle it do not see whose it is.
 * Refused as `objectTo`, and a fourth one to the same notice.
 */
export async function objectMine(permit: Permit<"my.object">, input: ObjectMine): Promise<string> {
  return transact(async (tx) => {
    const mine = await tx.objection.count({
      where: { noticeId: input.noticeId, enteredById: permit.actor.accountId, requestKey: { not: input.requestKey } },
    });
    if (mine >= mostOfOne) throw new Refusal("这份公示您已经提过三条了，还有话要说，请打下面的电话。");
    const objector = input.anonymous === "yes" ? null : `${permit.actor.name}（工号 ${permit.actor.loginName}）`;

    return writeObjection(tx, permit, { ...input, channel: "WORKER", objector });
  });
}

/** 核实: what an officer of the programme found out. Refused: out of reach, settled already, checked already. */
export async function checkObjection(permit: Permit<"notices.check">, input: CheckObjection): Promise<void> {
  await transact(async (tx) => {
    const objection = await loadObjection(tx, permit, input.objectionId);
    if (!permit.reach.programmes.includes(objection.notice.matter)) notFound();
    const { count } = await tx.objection.updateMany({
      where: { id: objection.id, checkedAt: null, outcome: null },
      data: { findings: input.findings, checkedById: permit.actor.accountId, checkedAt: permit.now },
    });
    if (count !== 1) throw new Refusal("这条异议已经核实过了。");
    await auditOf(tx, permit, objection, { step: "check" });
  });
}

/**
 * 维持 or 撤销, by a leader who did not check it. Kept: the entry goes on once the notice has ended. Struck: it never does.
 * Refused: out of reach, not checked yet, settled already, by who checked or entered it.
 */
export async function settleObjection(permit: Permit<"notices.settle">, input: SettleObjection): Promise<void> {
  await transact(async (tx) => {
    const objection = await loadObjection(tx, permit, input.objectionId);
    if (objection.outcome) throw new Refusal("这条异议已经处理过了。");
    if (!objection.checkedAt) throw new Refusal("这条异议还没有核实，请经办人先核实。");
    const own = [objection.checkedById, objection.enteredById];
    if (own.includes(permit.actor.accountId)) throw new Refusal("登记或核实的人不能自己定，请另一位领导来定。");
    const { count } = await tx.objection.updateMany({
      where: { id: objection.id, outcome: null, checkedAt: { not: null } },
      data: {
        outcome: input.outcome,
        reason: input.reason,
        settledById: permit.actor.accountId,
        settledAt: permit.now,
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await auditOf(tx, permit, objection, { step: "settle", outcome: input.outcome }, input.reason);
  });
}

type NewObjection = {
  requestKey: string;
  noticeId: string;
  entryId: string;
  channel: ObjectionChannel;
  content: string;
  objector: string | null;
};

async function writeObjection(tx: Tx, permit: Permit, input: NewObjection): Promise<string> {
  const already = await tx.objection.findFirst({
    where: { requestKey: input.requestKey, enteredById: permit.actor.accountId },
    select: { id: true },
  });
  if (already) return already.id;
  const notice = await loadNotice(tx, permit, input.noticeId);
  const state = noticeStateOf(factsOf(notice), permit.today, await readCalendar(tx));
  if (state === "ENDED") throw new Refusal("公示期已经结束，不能再登记异议；有问题请打公示上的电话。");
  if (state !== "RUNNING") throw new Refusal("这份公示还没有贴出来，或者已经作废。");
  if (!notice.entries.some(({ id }) => id === input.entryId))
    throw new Refusal("名单上没有这一位，请重新选择。", "entryId");
  const id = newId();
  const place = (column: string) => ({ table: "objection", column, rowId: id });
  await tx.objection.create({
    data: {
      id,
      bureauId: notice.bureauId,
      noticeId: notice.id,
      entryId: input.entryId,
      channel: input.channel,
      contentCipher: encryptField(input.content, place("content_cipher")),
      objectorCipher: input.objector && encryptField(input.objector, place("objector_cipher")),
      receivedOn: dateColumn(permit.today),
      enteredById: permit.actor.accountId,
      enteredAt: permit.now,
      requestKey: input.requestKey,
    },
  });
  await recordAudit(tx, permit, {
    object: "public_notice",
    objectId: notice.id,
    channel: input.channel,
    detail: { step: "object", objection: id, isAnonymous: input.objector === null },
  });

  return id;
}

async function loadObjection(tx: Tx, permit: Permit, id: string) {
  const objection = await tx.objection.findFirst({
    where: { id, bureauId: permit.reach.bureauId },
    include: { notice: { select: { id: true, matter: true } } },
  });
  if (!objection) notFound();

  return objection;
}

async function auditOf(
  tx: Tx,
  permit: Permit,
  { id, notice }: { id: string; notice: { id: string } },
  detail: Record<string, string>,
  reason?: string,
): Promise<void> {
  await recordAudit(tx, permit, {
    object: "public_notice",
    objectId: notice.id,
    ...(reason ? { reason } : {}),
    detail: { ...detail, objection: id },
  });
}
