import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { applyMove } from "@/lib/cases/commands";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { refuseChildsName } from "@/lib/schooling/children/queries";
import { days, demandPapers, note } from "@/lib/schooling/decisions/commands";
import { refuseWithoutContact } from "@/lib/schooling/decisions/rules";
import type { LogContact, RecordCheck } from "@/lib/schooling/decisions/schema";
import { loadPlacement, type UnderWay } from "@/lib/schooling/files/queries";
import { nameless, readUpload, withUpload, type Upload } from "@/lib/uploads";
import { transact, type Tx } from "@/prisma/client";

/** 协调记录: with whom, what was said, what came of it. Refused: a day to come, a text that names the child. */
export async function logContact(permit: Permit<"schooling.review">, input: LogContact): Promise<void> {
  await transact(async (tx) => {
    const underWay = await loadPlacement(tx, permit, input);
    const { placement } = underWay;
    if (input.madeOn > permit.today) throw new Refusal("联系的日期不能晚于今天。", "madeOn");
    refuseChildsName(permit, placement, input.content, "content");
    refuseChildsName(permit, placement, input.result, "result");
    await tx.schoolContact.create({
      data: {
        id: newId(),
        placementId: placement.id,
        party: input.party,
        madeOn: dateColumn(input.madeOn),
        content: input.content,
        result: input.result,
        recordedById: permit.actor.accountId,
        recordedAt: permit.now,
      },
    });
    await note(tx, permit, underWay, {}, "contact");
  });
}

/**
 * The result of 现场初审 or 复审 with its evidence. Passed at the first, the second is waited for; passed at the second, the
 * school is noted. Refused: no evidence, a day to come, papers missing or run out between the checks, no contact logged before a
 * school is noted, a failure without its reason.
 */
export async function recordCheck(permit: Permit<"schooling.review">, input: RecordCheck): Promise<void> {
  if (!input.file || input.file.size === 0) throw new Refusal("请上传现场审核的结果，照片或 PDF 都行。", "file");
  const upload = nameless(await readUpload(input.file));
  await withUpload(upload, (storedName) =>
    transact(async (tx) => {
      const underWay = await loadPlacement(tx, permit, input);
      const { loaded, placement } = underWay;
      if (input.checkedOn > permit.today) throw new Refusal("审核日期不能晚于今天。", "checkedOn");
      refuseChildsName(permit, placement, input.note, "note");
      if (input.result === "passed") await demandPapers(tx, permit, underWay, "firstCheck");
      const isAssigned = loaded.stage === "EDU_SECOND" && input.result === "passed";
      if (isAssigned) await demandSchool(tx, permit, underWay, input);
      await keepEvidence(tx, permit, underWay, input, { upload, storedName });
      await applyMove(tx, permit, loaded, isAssigned ? "assigned" : input.result, {
        note: isAssigned ? `已安排：${input.schoolName ?? ""}` : input.note,
        limitDays: await days(tx, permit, "schooling.coordinateDays"),
      });
      await note(
        tx,
        permit,
        underWay,
        {
          ...(isAssigned ? { schoolName: input.schoolName ?? null } : {}),
          ...(input.result === "failedReturn" ? { returnedFrom: loaded.stage } : {}),
        },
        "check",
      );
    }),
  );
}

async function demandSchool(tx: Tx, permit: Permit, { placement }: UnderWay, input: RecordCheck): Promise<void> {
  if (!input.schoolName) throw new Refusal("请填写安排的学校。", "schoolName");
  refuseChildsName(permit, placement, input.schoolName, "schoolName");
  const sentence = refuseWithoutContact(await tx.schoolContact.count({ where: { placementId: placement.id } }));
  if (sentence) throw new Refusal(sentence);
}

async function keepEvidence(
  tx: Tx,
  permit: Permit,
  { loaded, placement }: UnderWay,
  input: RecordCheck,
  kept: { upload: Upload; storedName: string },
): Promise<void> {
  const attachmentId = await recordAttachment(
    tx,
    permit,
    {
      owner: "school_placement",
      ownerId: placement.id,
      programme: "schooling",
      personId: placement.parentId,
      unitId: placement.unitId,
      kind: "CHECK_EVIDENCE",
      hasConsent: true,
    },
    kept,
  );
  await tx.schoolCheck.create({
    data: {
      id: newId(),
      placementId: placement.id,
      round: loaded.stage === "EDU_SECOND" ? "SECOND" : "FIRST",
      checkedOn: dateColumn(input.checkedOn),
      isPassed: input.result === "passed",
      note: input.note ?? null,
      attachmentId,
      recordedById: permit.actor.accountId,
      recordedAt: permit.now,
    },
  });
}
