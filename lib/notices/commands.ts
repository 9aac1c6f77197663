import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { mayDo } from "@/lib/auth/verbs";
import { readCalendar } from "@/lib/calendar/queries";
import { addWorkingDays } from "@/lib/calendar/rules";
import { dateColumn, yearOf } from "@/lib/dates";
import { newId } from "@/lib/id";
import { noticesWithin } from "@/lib/notices/queries";
import { isMasked, refusePublicText, refuseRemark } from "@/lib/notices/rules";
import type { NewNotice, PublishNotice, VoidNotice } from "@/lib/notices/schema";
import { parameterAt } from "@/lib/parameters/queries";
import { programmeOf } from "@/lib/programmes";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/**
 * Drafts a notice in the transaction of the programme that needs it; the list is frozen from here on.
 * Refused: an empty list, a name that is not masked, an ID number, card or mobile number anywhere in the text.
 * The same object twice breaks a unique key: ask `noticeFor` first.
 * @param input entries with masked names (lib/masks) and amounts in 分
 * @returns id and number (GS-year)
 */
export async function draftNotice(tx: Tx, permit: Permit, input: NewNotice): Promise<{ id: string; number: string }> {
  if (!programmeOf(input.matter)) throw new Refusal("没有这个服务项目，请重新选择。", "matter");
  if (input.entries.length === 0) throw new Refusal("名单是空的，不能公示。", "lines");
  refuseUnfit(input);
  const id = newId();
  const number = await nextNumber(tx, permit);
  await tx.publicNotice.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      number,
      matter: input.matter,
      objectId: input.objectId ?? null,
      title: input.title,
      text: input.text,
      place: input.place,
      phone: input.phone,
      draftedById: permit.actor.accountId,
      draftedAt: permit.now,
    },
  });
  await tx.noticeEntry.createMany({
    data: input.entries.map((entry, index) => ({
      id: newId(),
      noticeId: id,
      key: entry.key,
      place: index + 1,
      maskedName: entry.maskedName,
      unit: entry.unit,
      amountFen: entry.amountFen === undefined ? null : BigInt(entry.amountFen),
      note: entry.note ?? null,
    })),
  });
  await recordAudit(tx, permit, {
    object: "public_notice",
    objectId: id,
    detail: { step: "draft", number, matter: input.matter, entries: input.entries.length },
  });

  return { id, number };
}

/**
 * 发布: the notice hangs from today and runs the promised working days from tomorrow on. By a leader or the head of the
 * programme's office, never by who drafted it and never with the own name on it.
 * Refused: out of reach, published or voided already, the wrong hand, somebody else was faster.
 */
export async function publishNotice(permit: Permit<"notices.publish">, input: PublishNotice): Promise<void> {
  await transact(async (tx) => {
    const notice = await loadNotice(tx, permit, input.noticeId);
    if (notice.voidedAt) throw new Refusal("这份公示已经作废。");
    if (notice.publishedOn) throw new Refusal("这份公示已经发布了。");
    const sentence = refusePublication(permit, notice);
    if (sentence) throw new Refusal(sentence);
    await hang(tx, permit, notice, input.version);
  });
}

/**
 * Publishes the drafted notice of a programme's object in the transaction of the decision that it follows from: who
 * agrees to a list agrees to its notice. Who may not publish (the drafter, somebody on the list, no right to it) leaves
 * it for another, and the decision stands. Refused: somebody else was faster.
 * @returns whether it hangs now
 */
export async function publishWith(
  tx: Tx,
  permit: Permit,
  { matter, objectId }: { matter: string; objectId: string },
): Promise<boolean> {
  const notice = await tx.publicNotice.findFirst({
    where: { bureauId: permit.reach.bureauId, matter, objectId, voidedAt: null, publishedOn: null },
    include: { entries: { select: { id: true, key: true } } },
  });
  if (!notice || !mayDo("notices.publish", permit.actor.grants)) return false;
  if (refusePublication(permit, notice)) return false;
  await hang(tx, permit, notice, notice.version);

  return true;
}

type DraftedNotice = { id: string; number: string; matter: string; draftedById: string; entries: { key: string }[] };

/** Why this person may not publish the draft; undefined when nothing speaks against it. */
function refusePublication({ actor, reach }: Permit, notice: DraftedNotice): string | undefined {
  const mayPublish = reach.isLeader || reach.manages.includes(notice.matter);
  if (!mayPublish) return "公示要由局领导或这个科室的负责人发布。";
  if (notice.draftedById === actor.accountId) return "起草的人不能自己发布，请另一位领导或负责人来发布。";

  return notice.entries.some(({ key }) => key === reach.personId) ? "名单里有您本人，请另一位领导来发布。" : undefined;
}

async function hang(tx: Tx, permit: Permit, notice: DraftedNotice, version: number): Promise<void> {
  const workingDays = await parameterAt(tx, "notices.workingDays", permit.today);
  const endsOn = addWorkingDays(await readCalendar(tx), permit.today, workingDays);
  const { count } = await tx.publicNotice.updateMany({
    where: { id: notice.id, version, publishedOn: null, voidedAt: null },
    data: {
      publishedById: permit.actor.accountId,
      publishedOn: dateColumn(permit.today),
      workingDays,
      endsOn: dateColumn(endsOn),
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw actedMeanwhile();
  await recordAudit(tx, permit, {
    object: "public_notice",
    objectId: notice.id,
    detail: { step: "publish", number: notice.number, endsOn, workingDays },
  });
}

/**
 * 作废, with a reason: an officer of the programme takes back a draft, a leader also what hangs already. Its number is
 * not used again. Refused: out of reach, voided already, a published one by anybody but a leader.
 */
export async function voidNotice(permit: Permit<"notices.void">, input: VoidNotice): Promise<void> {
  await transact(async (tx) => {
    const notice = await loadNotice(tx, permit, input.noticeId);
    if (notice.voidedAt) throw new Refusal("这份公示已经作废了。");
    if (notice.publishedOn && !permit.reach.isLeader) throw new Refusal("已经贴出去的公示，只有局领导可以作废。");
    if (!permit.reach.isLeader && !permit.reach.programmes.includes(notice.matter)) notFound();
    const { count } = await tx.publicNotice.updateMany({
      where: { id: notice.id, version: input.version, voidedAt: null },
      data: {
        voidedAt: permit.now,
        voidedById: permit.actor.accountId,
        voidReason: input.reason,
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, {
      object: "public_notice",
      objectId: notice.id,
      reason: input.reason,
      detail: { step: "void", number: notice.number },
    });
  });
}

/** A notice within reach with the keys of its list; anything else is not found. */
export async function loadNotice(tx: Tx, permit: Permit, id: string) {
  const notice = await tx.publicNotice.findFirst({
    where: { AND: [{ id }, noticesWithin(permit)] },
    include: { entries: { select: { id: true, key: true } } },
  });
  if (!notice) notFound();

  return notice;
}

function refuseUnfit({ title, text, place, entries }: NewNotice): void {
  const unmasked = entries.find(({ maskedName }) => !isMasked(maskedName));
  if (unmasked) throw new Error("a notice was handed an unmasked name");
  const texts = [title, text, place, ...entries.map(({ unit }) => unit)].map(refusePublicText);
  const remarks = entries.map(({ note }) => (note ? refuseRemark(note) : undefined));
  const sentence = [...texts, ...remarks].find((one) => one !== undefined);
  if (sentence) throw new Refusal(sentence);
}

/** `GS-2026-0001` (domain guide §0.3): a counter row per year, raised in the drafting transaction, never reused. */
async function nextNumber(tx: Tx, permit: Permit): Promise<string> {
  const period = String(yearOf(permit.today));
  const key = { bureauId: permit.reach.bureauId, prefix: "GS", period };
  await tx.caseCounter.createMany({ data: { ...key, lastNo: 0 }, skipDuplicates: true });
  const { lastNo } = await tx.caseCounter.update({
    where: { bureauId_prefix_period: key },
    data: { lastNo: { increment: 1 } },
    select: { lastNo: true },
  });

  return `GS-${period}-${String(lastNo).padStart(4, "0")}`;
}
