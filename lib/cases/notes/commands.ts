import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { addEvent } from "@/lib/cases/commands";
import type { AddNote, CopyCase, EditCase, Urge } from "@/lib/cases/notes/schema";
import { changedMeanwhile, loadCase } from "@/lib/cases/queries";
import { capacities } from "@/lib/cases/rules";
import { Refusal } from "@/lib/refusal";
import { transact } from "@/prisma/client";

/** Adds a note to the timeline, for colleagues only. Refused: out of reach, a voided or filed case. */
export async function addNote(permit: Permit<"cases.note">, input: AddNote): Promise<void> {
  await transact(async (tx) => {
    const loaded = await loadCase(tx, permit, input.caseId);
    if (["VOID", "ARCHIVED"].includes(loaded.stage)) throw new Refusal("这件事已经归档或作废，不能再加备注。");
    await addEvent(tx, permit, { caseId: loaded.id, kind: "note", note: input.text, isPublic: false });
    await recordAudit(tx, permit, { object: "welfare_case", objectId: loaded.id, subjectId: loaded.personId });
  });
}

/** 催办: a reminder in the timeline. Refused when nobody has to act. */
export async function urgeCase(permit: Permit<"cases.urge">, input: Urge): Promise<void> {
  await transact(async (tx) => {
    const loaded = await loadCase(tx, permit, input.caseId);
    if (loaded.status !== "open") throw new Refusal("这件事现在不在待办中，不用催。");
    await addEvent(tx, permit, { caseId: loaded.id, kind: "urge", note: input.text, isPublic: false });
    await recordAudit(tx, permit, { object: "welfare_case", objectId: loaded.id, subjectId: loaded.personId });
  });
}

/** 督办: a leader puts the case on the own list until it is answered. Refused: settled, or already supervised. */
export async function superviseCase(permit: Permit<"cases.supervise">, input: Urge): Promise<void> {
  await transact(async (tx) => {
    const loaded = await loadCase(tx, permit, input.caseId);
    const { count } = await tx.welfareCase.updateMany({
      where: { id: loaded.id, status: { in: ["open", "waiting"] }, supervisedAt: null },
      data: { supervisedAt: permit.now, supervisedById: permit.actor.accountId, updatedAt: permit.now },
    });
    if (count !== 1) throw new Refusal("这件事已经在督办，或者已经答复了。");
    await addEvent(tx, permit, { caseId: loaded.id, kind: "supervise", note: input.text, isPublic: false });
    await recordAudit(tx, permit, { object: "welfare_case", objectId: loaded.id, subjectId: loaded.personId });
  });
}

/** 抄送 to a colleague by 工号, who can then read the case. Refused: unknown, not staff, a complaint about a person. */
export async function copyCase(permit: Permit<"cases.copy">, input: CopyCase): Promise<void> {
  await transact(async (tx) => {
    const loaded = await loadCase(tx, permit, input.caseId);
    if (loaded.isComplaint) throw new Refusal("投诉事项不能抄送。");
    const account = await tx.account.findFirst({
      where: { loginName: input.loginName, kind: "STAFF", bureauId: loaded.bureauId, disabledAt: null },
      select: {
        id: true,
        person: { select: { name: true } },
        appointments: {
          where: { revokedAt: null, role: { in: ["OFFICER", "LEADER", "LIAISON"] } },
          select: { id: true },
        },
      },
    });
    if (!account || account.appointments.length === 0)
      throw new Refusal("没有找到这个工号的干事或领导，请核对。", "loginName");
    await tx.caseCopy.createMany({
      data: { caseId: loaded.id, accountId: account.id, sentById: permit.actor.accountId, sentAt: permit.now },
      skipDuplicates: true,
    });
    await addEvent(tx, permit, {
      caseId: loaded.id,
      kind: "copy",
      note: `抄送${account.person.name}`,
      isPublic: false,
    });
    await recordAudit(tx, permit, { object: "welfare_case", objectId: loaded.id, subjectId: loaded.personId });
  });
}

/** Corrects what was written down, as long as nobody has answered; the old text stays in the audit row, encrypted. */
export async function editCase(permit: Permit<"cases.edit">, input: EditCase): Promise<void> {
  await transact(async (tx) => {
    const loaded = await loadCase(tx, permit, input.caseId);
    if (loaded.version !== input.version) throw await changedMeanwhile(tx, loaded, input.version);
    const stand = capacities(loaded, { accountId: permit.actor.accountId, reach: permit.reach });
    if (!stand.includes("O")) throw new Refusal("只有项目专员或登记人可以更改内容，您可以加备注。");
    if (!["open", "waiting"].includes(loaded.status))
      throw new Refusal("已经答复或办结，不能再改内容；可以加备注说明。");
    const before = await tx.welfareCase.findUniqueOrThrow({
      where: { id: loaded.id },
      select: { title: true, content: true, demand: true },
    });
    const after = { title: input.title, content: input.content, demand: input.demand ?? null };
    const { count } = await tx.welfareCase.updateMany({
      where: { id: loaded.id, version: loaded.version },
      data: {
        title: after.title,
        content: after.content,
        demand: after.demand,
        version: loaded.version + 1,
        updatedAt: permit.now,
      },
    });
    if (count !== 1) throw await changedMeanwhile(tx, loaded, loaded.version);
    await addEvent(tx, permit, { caseId: loaded.id, kind: "edit", isPublic: false });
    await recordAudit(tx, permit, {
      object: "welfare_case",
      objectId: loaded.id,
      subjectId: loaded.personId,
      fields: ["title", "content", "demand"],
      values: { before, after },
    });
  });
}
