import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { movesFor } from "@/lib/cases/rules";
import { loadCase } from "@/lib/cases/queries";
import { spokenDate } from "@/lib/dates";
import { deadlinesOf, type ChecklistLine } from "@/lib/schooling/checklist/rules";
import { deadlineText, paperWords, whereToGo } from "@/lib/schooling/checklist/words";
import { openChild } from "@/lib/schooling/children/queries";
import { obstacles } from "@/lib/schooling/decisions/rules";
import { checklistOf } from "@/lib/schooling/files/queries";
import { otherOf } from "@/lib/schooling/parents/queries";
import { hasOther, ofBoth } from "@/lib/schooling/parents/rules";
import { wayBack } from "@/lib/schooling/stages/rules";
import { spokenStages } from "@/lib/schooling/stages/words";
import { schoolStageWords } from "@/lib/schooling/words";
import { tableOf } from "@/lib/stages";
import { transact, type Tx } from "@/prisma/client";
import type { SchoolPlacement } from "@/prisma/generated/client";

export type MyChild = Awaited<ReturnType<typeof childOf>>;

/** Children shown at once; a family has not more. */
const MOST = 12;

/**
 * The own children's placements as a parent reads them, newest first: what is missing, by when, where to go. The names are
 * read in clear here, so each is a row of the log like any other look.
 */
export async function myChildren(permit: Permit<"my.schooling">): Promise<MyChild[]> {
  return transact(async (tx) => {
    const placements = await tx.schoolPlacement.findMany({
      where: {
        bureauId: permit.reach.bureauId,
        isLiving: true,
        OR: [{ parentId: permit.reach.personId }, { otherParentId: permit.reach.personId }],
      },
      orderBy: { id: "desc" },
      take: MOST,
      include: { parent: { select: { name: true } } },
    });
    const children: MyChild[] = [];
    for (const placement of placements) children.push(await childOf(tx, permit, placement));

    return children;
  });
}

type Own = SchoolPlacement & { parent: { name: string } };

async function childOf(tx: Tx, permit: Permit<"my.schooling">, { parent, ...placement }: Own) {
  await recordAudit(tx, permit, {
    object: "school_placement",
    objectId: placement.id,
    subjectId: placement.parentId,
    fields: ["child"],
  });
  const child = openChild(permit, placement);
  const isRegistrant = placement.parentId === permit.reach.personId;
  const loaded = await loadCase(tx, permit, placement.caseId, { isOwnTransaction: true });
  const { lines, intake } = await checklistOf(tx, permit, placement);
  const isRunning = ["open", "waiting"].includes(loaded.status);
  const actor = { accountId: permit.actor.accountId, reach: permit.reach };
  const moves = isRegistrant ? movesFor(tableOf(loaded.stageTable).stages, loaded, actor) : [];
  const back = loaded.stage === "RETURNED" ? wayBack[placement.returnedFrom ?? "UNIT_CHECK"] : "submit";
  const wanted = isRunning ? obstacles(lines, "submit") : [];
  const returned = await lastNote(tx, permit, placement.caseId, ["return", "failedReturn"]);
  const answered = await lastNote(tx, permit, placement.caseId, ["giveUp"]);

  return {
    caseId: placement.caseId,
    version: loaded.version,
    name: child?.name ?? "孩子",
    stageWord: schoolStageWords[placement.schoolStage],
    intakeYear: placement.intakeYear,
    ...spokenStages[loaded.stage as keyof typeof spokenStages],
    isRunning,
    /** the one who registered sends papers; the other parent, who works here too, reads along */
    isRegistrant,
    registrant: parent.name,
    other: (await otherOf(tx, permit, placement)).text,
    asksOther: isRunning && isRegistrant && placement.otherParent === null,
    mayWithdraw: moves.includes("withdraw"),
    maySubmit: back !== undefined && moves.includes(back) && wanted.length === 0 && placement.otherParent !== null,
    returnNote: loaded.stage === "RETURNED" ? returned : null,
    answer: loaded.stage === "UNRESOLVED" ? answered : null,
    school: placement.schoolName,
    isHoused: placement.needsCoordination,
    wanted: wanted.map((line) => wantedPaper(line, placement)),
    papers: lines.map(({ kind, state }) => ({ kind, word: paperWords[kind] ?? kind, state })),
    deadlines: isRunning
      ? deadlinesOf(placement, intake.dates)
          .filter(({ by }) => by >= permit.today)
          .map((deadline) => deadlineText(deadline, spokenDate(deadline.by, permit.today)))
      : [],
  };
}

function wantedPaper({ kind, problem }: ChecklistLine, { otherParent }: SchoolPlacement) {
  return {
    kind,
    word: paperWords[kind] ?? kind,
    problem,
    where: whereToGo[kind] ?? null,
    isOfBoth: hasOther(otherParent) && ofBoth.includes(kind),
  };
}

async function lastNote(tx: Tx, _permit: Permit, caseId: string, kinds: string[]): Promise<string | null> {
  const event = await tx.caseEvent.findFirst({
    where: { caseId, kind: { in: kinds } },
    orderBy: { id: "desc" },
    select: { note: true },
  });

  return event?.note ?? null;
}
