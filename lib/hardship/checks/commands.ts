import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove } from "@/lib/cases/commands";
import { encryptField } from "@/lib/crypto";
import { dateColumn } from "@/lib/dates";
import type { RecordDocuments, ReportVisit, StartVisit } from "@/lib/hardship/checks/schema";
import { loadUnderWay, type UnderWay } from "@/lib/hardship/files/queries";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/**
 * Ticks the papers that are here and those whose original was seen; a tick is not taken back, a wrong one is a matter for
 * the home check. Refused: a case that is decided, out of reach, somebody was faster.
 */
export async function recordDocuments(permit: Permit<"hardship.check">, input: RecordDocuments): Promise<void> {
  await transact(async (tx) => {
    const { loaded, assessment } = await loadUnderWay(tx, permit, input);
    if (!["open", "waiting"].includes(loaded.status)) throw new Refusal("已经办完了，材料不能再改。");
    const seen = new Set(input.seen);
    for (const kind of new Set([...input.received, ...input.seen])) {
      const check = seen.has(kind)
        ? { originalSeen: true, checkedById: permit.actor.accountId, checkedOn: dateColumn(permit.today) }
        : {};
      await tx.hardshipDocument.upsert({
        where: { assessmentId_kind: { assessmentId: assessment.id, kind } },
        create: { id: newId(), assessmentId: assessment.id, kind, receivedOn: dateColumn(permit.today), ...check },
        update: check,
      });
    }
    await audit(tx, permit, { loaded, assessment }, "documents");
  });
}

/** Two are sent to the household. Refused: not in 申请, out of reach. */
export async function startVisit(permit: Permit<"hardship.check">, input: StartVisit): Promise<void> {
  await transact(async (tx) => {
    const { loaded } = await loadUnderWay(tx, permit, input);
    await applyMove(tx, permit, loaded, "visit", {});
  });
}

/**
 * What two persons saw at the household's home; the case goes on to the officer.
 * Refused: fewer than two, unknown or the same 工号, somebody of the household itself, a day to come, a report that the
 * household has not signed.
 */
export async function reportVisit(permit: Permit<"hardship.check">, input: ReportVisit): Promise<void> {
  await transact(async (tx) => {
    const { loaded, assessment, file } = await loadUnderWay(tx, permit, input);
    if (input.visitedOn > permit.today) throw new Refusal("入户日期不能晚于今天。", "visitedOn");
    if (!input.isSigned) throw new Refusal("请让户主在核查表上签字或按手印，再登记。", "isSigned");
    const visitorIds = await visitorsOf(tx, permit, input.visitors, file.householdId);
    const id = newId();
    await tx.homeVerification.create({
      data: {
        id,
        assessmentId: assessment.id,
        visitedOn: dateColumn(input.visitedOn),
        visitorIds,
        observedCipher: encryptField(input.observed, {
          table: "home_verification",
          column: "observed_cipher",
          rowId: id,
        }),
        isSigned: true,
        agrees: input.agrees === "yes",
        recordedById: permit.actor.accountId,
        recordedAt: permit.now,
      },
    });
    await applyMove(tx, permit, loaded, "report", {
      limitDays: await parameterAt(tx, "hardship.assessDays", permit.today),
    });
    await audit(tx, permit, { loaded, assessment }, "homeCheck");
  });
}

async function visitorsOf(tx: Tx, permit: Permit, typed: string, householdId: string): Promise<string[]> {
  const numbers = [...new Set(typed.split(/[^0-9A-Za-z]+/).filter(Boolean))];
  if (numbers.length < 2) throw new Refusal("入户核查要两个人去，请填写两位的工号。", "visitors");
  const people = await tx.person.findMany({
    where: {
      staffNo: { in: numbers },
      bureauId: permit.reach.bureauId,
      status: { in: ["ACTIVE", "OFF_POST", "RETIRED"] },
    },
    select: { id: true, staffNo: true, householdId: true },
  });
  const unknown = numbers.find((number) => !people.some(({ staffNo }) => staffNo === number));
  if (unknown) throw new Refusal(`没有工号 ${unknown} 的人，请核对。`, "visitors");
  if (people.some((person) => person.householdId === householdId))
    throw new Refusal("这一户自己的人不能核查自己家，请换人去。", "visitors");

  return people.map(({ id }) => id);
}

async function audit(
  tx: Tx,
  permit: Permit,
  { loaded, assessment }: Pick<UnderWay, "loaded" | "assessment">,
  step: string,
): Promise<void> {
  await recordAudit(tx, permit, {
    object: "hardship_file",
    objectId: assessment.fileId,
    subjectId: loaded.personId,
    detail: { step },
  });
}
