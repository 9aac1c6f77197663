import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { settleNotices } from "@/lib/cases/derived/commands";
import { missingDocuments } from "@/lib/hardship/decisions/rules";
import { standingOf } from "@/lib/hardship/files/queries";
import { documentWords, levelWords } from "@/lib/hardship/words";
import { fromDateColumn, spokenDate } from "@/lib/dates";
import { tableOf } from "@/lib/stages";
import { transact, type Tx } from "@/prisma/client";
import type { AttachmentKind } from "@/prisma/generated/enums";

export type MyFile = {
  number: string;
  isOnFile: boolean;
  level: string | null;
  reviewSpoken: string | null;
  mayApply: boolean;
  case: {
    id: string;
    version: number;
    short: string;
    says: string;
    isRunning: boolean;
    mayWithdraw: boolean;
    answer: string | null;
    returnNote: string | null;
  } | null;
  /** the assessment that papers belong to while it is open; null when none is wanted */
  papersFor: string | null;
  papers: { kind: AttachmentKind; word: string; isHere: boolean }[];
};

/** The own household's file as the worker sees it, whichever of two spouses looks; null when there is none. */
export async function myFile(permit: Permit<"my.hardship">): Promise<MyFile | null> {
  await settleNotices(permit);

  return transact(async (tx) => {
    const own = await tx.person.findUniqueOrThrow({
      where: { id: permit.reach.personId },
      select: { householdId: true },
    });
    const file = own.householdId ? await findFile(tx, permit, own.householdId) : null;
    const last = file?.assessments[0];
    if (!file || !last) return null;
    const table = tableOf(last.case.stageTable);
    const spoken = table.spokenStages[last.case.stage];
    const isRunning = ["open", "waiting"].includes(last.case.status);
    const isApplication = last.kind === "APPLICATION";
    const standing = await standingOf(tx, permit, file.headId);
    const missing = isApplication && isRunning ? missingDocuments(last, last.documents, standing) : [];

    return {
      number: file.number,
      isOnFile: file.state === "ON_FILE",
      level: file.state === "ON_FILE" && file.level ? levelWords[file.level] : null,
      reviewSpoken: file.reviewDueOn ? spokenDate(fromDateColumn(file.reviewDueOn), permit.today) : null,
      mayApply: !["ON_FILE", "APPLYING"].includes(file.state),
      case: {
        id: last.case.id,
        version: last.case.version,
        short: spoken?.short ?? "",
        says: spoken?.says ?? "",
        isRunning,
        mayWithdraw: isApplication && isRunning && last.case.personId === permit.reach.personId,
        answer: last.case.status === "open" ? null : last.case.answer,
        returnNote: last.case.stage === "RETURNED" ? (last.case.events[0]?.note ?? null) : null,
      },
      papersFor: isApplication && isRunning ? last.id : null,
      papers: [
        ...missing.map((kind) => ({ kind, isHere: false })),
        ...last.documents.map(({ kind }) => ({ kind, isHere: true })),
      ].map(({ kind, isHere }) => ({ kind, isHere, word: documentWords[kind] ?? kind })),
    };
  });
}

async function findFile(tx: Tx, permit: Permit, householdId: string) {
  return tx.hardshipFile.findFirst({
    where: { householdId, bureauId: permit.reach.bureauId },
    include: {
      assessments: {
        orderBy: { id: "desc" },
        take: 1,
        include: {
          documents: true,
          case: { include: { events: { where: { kind: "return" }, orderBy: { id: "desc" }, take: 1 } } },
        },
      },
    },
  });
}
