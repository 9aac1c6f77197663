import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex } from "@/lib/crypto";
import { checkIdNo } from "@/lib/people/rules";
import { Refusal } from "@/lib/refusal";
import { openChild } from "@/lib/schooling/children/queries";
import { findPlacement, refuseSettled } from "@/lib/schooling/files/queries";
import { sealOutsider, type Outsider } from "@/lib/schooling/parents/queries";
import { refuseAsParent } from "@/lib/schooling/parents/rules";
import type { RecordOther } from "@/lib/schooling/parents/schema";
import { transact, type Tx } from "@/prisma/client";
import type { SchoolPlacement } from "@/prisma/generated/client";

/** What is kept of the other parent: a second worker, or somebody else, or that there is none. */
type Other = { workerId: string } | { outsider: Outsider } | null;

/**
 * Keeps who the child's other parent is. With somebody else than before, the papers of both parents have to be brought
 * again for the new one. Refused: out of reach, a settled case, a worker whose name and 工号 do not belong together, a
 * number that cannot be right or is the child's or the parent's own.
 */
export async function recordOther(
  permit: Permit<"my.schooling"> | Permit<"schooling.collect">,
  input: RecordOther,
): Promise<void> {
  await transact(async (tx) => {
    const placement = await findPlacement(tx, permit, input.caseId);
    await refuseSettled(tx, permit, placement);
    const other = await told(tx, permit, placement, input);
    const workerId = other && "workerId" in other ? other.workerId : null;
    const outsider = other && "outsider" in other ? other.outsider : null;
    await tx.schoolPlacement.update({
      where: { id: placement.id },
      data: {
        otherParent: workerId ? "WORKER" : outsider ? "OUTSIDE" : "NONE",
        otherParentId: workerId,
        ...sealOutsider(permit, outsider, placement.id),
        version: { increment: 1 },
      },
    });
    await tx.schoolMaterial.updateMany({
      where: { placementId: placement.id, coversOther: true },
      data: { coversOther: false, version: { increment: 1 } },
    });
    await recordAudit(tx, permit, {
      object: "school_placement",
      objectId: placement.id,
      subjectId: placement.parentId,
      detail: { step: "other", other: input.otherParent },
    });
  });
}

async function told(tx: Tx, permit: Permit, placement: SchoolPlacement, input: RecordOther): Promise<Other> {
  if (input.otherParent === "NONE") return null;
  if (!input.otherName) throw new Refusal("请填写另一方家长的姓名。", "otherName");

  return input.otherParent === "WORKER"
    ? colleague(tx, permit, placement, input)
    : outsiderOf(tx, permit, placement, { ...input, otherName: input.otherName });
}

/** A second worker of the bureau; the name has to be the one that belongs to the 工号, so that nobody is named by mistake. */
async function colleague(tx: Tx, permit: Permit, placement: SchoolPlacement, input: RecordOther): Promise<Other> {
  if (!input.otherStaffNo) throw new Refusal("请填写另一方家长的工号。", "otherStaffNo");
  const found = await tx.person.findFirst({
    where: { bureauId: permit.reach.bureauId, staffNo: input.otherStaffNo, name: input.otherName ?? "" },
    select: { id: true, status: true },
  });
  if (!found || ["DECEASED", "LEFT", "TRANSFERRED_OUT"].includes(found.status))
    throw new Refusal("工号和姓名对不上，请核对。不在本局上班的，请选“在别处”。", "otherStaffNo");
  if (found.id === placement.parentId) throw new Refusal("这是登记的家长自己，请填另一方家长。", "otherStaffNo");

  return { workerId: found.id };
}

async function outsiderOf(
  tx: Tx,
  permit: Permit,
  placement: SchoolPlacement,
  input: RecordOther & { otherName: string },
): Promise<Other> {
  if (!input.otherIdNo) throw new Refusal("请填写另一方家长的身份证号，网上预约要用。", "otherIdNo");
  const check = checkIdNo(input.otherIdNo, permit.today);
  if (!check.ok) throw new Refusal(`${check.sentence}。`, "otherIdNo");
  const index = blindIndex(check.idNo);
  const parent = await tx.person.findUniqueOrThrow({
    where: { id: placement.parentId },
    select: { idNoIndex: true },
  });
  if (index === placement.childIdIndex) throw new Refusal("这是孩子自己的身份证号，请填另一方家长的。", "otherIdNo");
  if (index === parent.idNoIndex) throw new Refusal("这是登记的家长自己的身份证号，请填另一方家长的。", "otherIdNo");
  const child = openChild(permit, placement);
  const tooYoung = child && refuseAsParent(check.birthDate, child.birth);
  if (tooYoung) throw new Refusal(tooYoung, "otherIdNo");

  return { outsider: { name: input.otherName, idNo: check.idNo, phone: input.otherPhone ?? null } };
}
