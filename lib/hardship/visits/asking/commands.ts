import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { openCase } from "@/lib/cases/commands";
import { recuse } from "@/lib/cases/recusals/commands";
import { loadGranted, loadSignOff, type LoadedSignOff } from "@/lib/cases/sign-offs/queries";
import { encryptField } from "@/lib/crypto";
import { dateColumn } from "@/lib/dates";
import { handsOf } from "@/lib/hardship/visits/asking/queries";
import { isAsked, mayAsk, type Hands } from "@/lib/hardship/visits/asking/rules";
import type { AnswerReceipt, RecordCheck } from "@/lib/hardship/visits/asking/schema";
import { isGreen } from "@/lib/hardship/visits/records/needs/commands";
import { newId } from "@/lib/id";
import { yuan } from "@/lib/money";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { CaseSource } from "@/prisma/generated/enums";

/**
 * 收到了 / 没收到: the household's own word about what was signed for in its name. 没收到 opens a case that those who gave
 * and who wrote it down neither see nor handle. 收到了 may still become 没收到; the other way round the case decides.
 * Refused: somebody else's or not a campaign's (not found), nothing signed yet, said 没收到 before.
 */
export async function answerReceipt(permit: Permit<"my.answerReceipt">, input: AnswerReceipt): Promise<void> {
  await transact(async (tx) => {
    const signOff = await loadSignOff(tx, permit, input.signOffId);
    await lockSignOff(tx, signOff.id);
    if (signOff.campaignId === null || signOff.programme !== "hardship") notFound();
    await refuseFiled(tx, signOff.campaignId, "这次慰问已经归档。钱没收到，请打下面的电话。");
    if (signOff.signedOn === null || signOff.isReversed) throw new Refusal("这一笔还没有签收，等签收了再说收到没有。");
    const before = await tx.receiptAnswer.findFirst({ where: { signOffId: signOff.id }, orderBy: { id: "desc" } });
    if (before?.requestKey === input.requestKey) return;
    if (before && !before.hasReceived) throw new Refusal("您说过没收到，已经有人在查。有变化请打下面的电话。");
    const id = newId();
    const hasReceived = input.answer === "yes";
    const words = input.words ?? "";
    const caseId = hasReceived ? null : await openSearch(tx, permit, signOff, { words, source: "WORKER" });
    await tx.receiptAnswer.create({
      data: {
        id,
        signOffId: signOff.id,
        requestKey: input.requestKey,
        personId: permit.reach.personId,
        hasReceived,
        wordsCipher: words ? encryptField(words, { table: "receipt_answer", column: "words_cipher", rowId: id }) : null,
        caseId,
        answeredAt: permit.now,
      },
    });
    await recordAudit(tx, permit, {
      object: "receipt_answer",
      objectId: id,
      subjectId: signOff.personId,
      detail: { hasReceived },
      isNotable: !hasReceived,
    });
  });
}

/**
 * 抽查回访: what the household said on the telephone. 没收到 opens a case as above, unless the household's own word has
 * opened one. Refused: asked by somebody who gave, went along or wrote it down; nothing signed; reached before.
 */
export async function recordCheck(permit: Permit<"hardship.askReceipt">, input: RecordCheck): Promise<void> {
  await transact(async (tx) => {
    const row = await tx.visitRow.findFirst({
      where: { id: input.rowId, campaignId: input.campaignId, campaign: { bureauId: permit.reach.bureauId } },
      select: { id: true, personId: true, signOffId: true },
    });
    if (!row?.signOffId) notFound();
    const signOff = await loadGranted(tx, permit, row.signOffId);
    await lockSignOff(tx, signOff.id);
    await refuseFiled(tx, input.campaignId, "这次慰问已经归档，不再回访。");
    if (signOff.signedOn === null || signOff.isReversed) throw new Refusal("这一户还没有签领，不用回访。");
    const hands = await handsOf(tx, permit, signOff);
    if (!mayAsk(hands, permit.actor)) throw new Refusal("这一户是您去走访或者登记的，要由没有经手的人打电话问。");
    const before = await tx.receiptCheck.findFirst({
      where: { rowId: row.id, signOffId: signOff.id, OR: answered(input) },
    });
    if (before?.requestKey === input.requestKey) return;
    if (before) throw new Refusal("这一户刚有人问过了，不用再问；请刷新页面看看。");
    await writeCheck(tx, permit, input, signOff);
  });
}

const answered = ({ requestKey }: RecordCheck) => [{ result: { not: "UNREACHED" as const } }, { requestKey }];

async function writeCheck(
  tx: Tx,
  permit: Permit<"hardship.askReceipt">,
  input: RecordCheck,
  signOff: LoadedSignOff,
): Promise<void> {
  const id = newId();
  const said = await tx.receiptAnswer.findFirst({ where: { signOffId: signOff.id }, orderBy: { id: "desc" } });
  const words = input.note ?? "";
  const caseId =
    input.result === "NOT_RECEIVED"
      ? (said?.caseId ?? (await openSearch(tx, permit, signOff, { words, source: "PHONE" })))
      : null;
  await tx.receiptCheck.create({
    data: {
      id,
      rowId: input.rowId,
      signOffId: signOff.id,
      requestKey: input.requestKey,
      result: input.result,
      noteCipher: words ? encryptField(words, { table: "receipt_check", column: "note_cipher", rowId: id }) : null,
      caseId,
      askedById: permit.actor.accountId,
      askedAt: permit.now,
    },
  });
  await recordAudit(tx, permit, {
    object: "receipt_check",
    objectId: id,
    subjectId: signOff.personId,
    detail: { result: input.result },
    isNotable: input.result === "NOT_RECEIVED",
  });
}

/**
 * The case of money that did not arrive. It goes to the officers of hardship as far as one of them had no hand in it, else
 * to 纪检; whoever had a hand in it is kept away.
 */
async function openSearch(
  tx: Tx,
  permit: Permit,
  signOff: LoadedSignOff,
  { words, source }: { words: string; source: CaseSource },
): Promise<string> {
  const hands = await handsOf(tx, permit, signOff);
  const programme = (await hasFreeOfficer(tx, permit, hands)) ? "hardship" : "discipline";
  const personId = signOff.personId;
  const told = words ? `本人说：${words}` : "本人没有多说。";
  const opened = await openCase(tx, permit, {
    requestKey: newId(),
    programme,
    topic: programme === "hardship" ? "走访慰问" : "管理作风投诉",
    title: `说没有收到${signOff.what}`,
    content: `登记在 ${signOff.signedOn ?? ""} 签领${signOff.what} ${yuan(signOff.amountFen)} 元，现在说没有收到。${told}`,
    personId,
    unitId: signOff.unitId,
    source,
    complexity: "ORDINARY",
    confidentiality: "ORDINARY",
    greenChannel: personId !== null && (await isGreen(tx, permit, personId)),
  });
  await recuse(tx, permit, opened.id, hands);

  return opened.id;
}

async function hasFreeOfficer(tx: Tx, permit: Permit, hands: Hands): Promise<boolean> {
  const today = dateColumn(permit.today);
  const free = await tx.account.count({
    where: {
      bureauId: permit.reach.bureauId,
      disabledAt: null,
      id: { notIn: [...hands.accountIds] },
      personId: { notIn: [...hands.personIds] },
      appointments: {
        some: {
          role: "OFFICER",
          programme: "hardship",
          revokedAt: null,
          validFrom: { lte: today },
          OR: [{ validTo: null }, { validTo: { gte: today } }],
        },
      },
    },
  });

  return free > 0;
}

async function refuseFiled(tx: Tx, campaignId: string, sentence: string): Promise<void> {
  const { stage } = await tx.visitCampaign.findUniqueOrThrow({ where: { id: campaignId }, select: { stage: true } });
  if (!isAsked(stage)) throw new Refusal(sentence);
}

/** Two words about the same money at the same moment follow each other. */
async function lockSignOff(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select id from sign_off where id = ${id}::uuid for update`;
}
