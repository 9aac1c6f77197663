import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { openCase } from "@/lib/cases/commands";
import { caseOfRequest } from "@/lib/cases/queries";
import { personConcerned } from "@/lib/cases/registration/commands";
import { dateColumn } from "@/lib/dates";
import type { RecordRepair, ReportFault } from "@/lib/dormitories/repairs/schema";
import { keepPhoto, withPhotos, type Photo } from "@/lib/dormitories/photos/commands";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { heatingSeason } from "@/lib/dormitories/utilities/queries";
import { isHeated } from "@/lib/dormitories/utilities/rules";
import { repairWords } from "@/lib/dormitories/words";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/**
 * 报修 from the room in which the worker lives; urgent (water, power, heating cut off, gas) has its hours, to the minute,
 * the rest its working days. The same form sent twice gives the same case. Refused: who lives in no dormitory.
 * @returns the case id
 */
export async function reportFault(permit: Permit<"my.dormitory">, { file, ...input }: ReportFault): Promise<string> {
  return withPhotos(permit, [file], ([photo]) => transact((tx) => report(tx, permit, input, photo)));
}

async function report(
  tx: Tx,
  permit: Permit<"my.dormitory">,
  input: Omit<ReportFault, "file">,
  photo: Photo | undefined,
): Promise<string> {
  const already = await caseOfRequest(tx, permit, input.requestKey);
  if (already) return already;
  const person = await personConcerned(tx, permit, permit.reach.personId);
  const stay = await tx.bedStay.findFirst({
    where: { personId: person.id, state: "LIVING" },
    include: { site: true, bed: { include: { room: true } } },
  });
  if (!stay) throw new Refusal("您现在不住职工宿舍。别的东西坏了，请在「我的事」里找联络员说。");
  const isCold = input.kind === "HEATING" && isHeated(permit.today, await heatingSeason(tx, permit, permit.today));
  const isUrgent = input.isUrgent === "on" || isCold;
  const hours = await parameterAt(tx, "dormitories.urgentHours", permit.today);
  const limitDays = isUrgent ? Math.ceil(hours / 24) : await parameterAt(tx, "dormitories.repairDays", permit.today);
  const where = `${stay.site.name}${stay.bed.room.building}${stay.bed.room.name}室`;
  const loaded = await openCase(tx, permit, {
    requestKey: input.requestKey,
    programme: "dormitories",
    topic: "宿舍维修",
    title: `${isUrgent ? "【紧急】" : ""}${where}：${repairWords[input.kind]}`,
    content: input.text,
    personId: person.id,
    unitId: person.unitId,
    source: "WORKER",
    complexity: "SIMPLE",
    confidentiality: "ORDINARY",
    greenChannel: isUrgent || person.greenChannel,
    limitDays,
  });
  const ticketId = await ticketFor(tx, permit, {
    caseId: loaded.id,
    siteId: stay.siteId,
    roomId: stay.bed.roomId,
    kind: input.kind,
    hours: isUrgent ? hours : null,
  });
  await keepPhoto(tx, permit, photo, {
    owner: "repair_ticket",
    ownerId: ticketId,
    personId: person.id,
    unitId: person.unitId,
    hasConsent: true,
  });

  return loaded.id;
}

type NewTicket = { caseId: string; siteId: string; roomId: string; kind: ReportFault["kind"]; hours: number | null };

/** @param hours until an urgent one has to be done; null for an ordinary one */
async function ticketFor(tx: Tx, permit: Permit, { hours, ...of }: NewTicket): Promise<string> {
  const id = newId();
  const { personId } = permit.reach;
  await tx.repairTicket.create({
    data: {
      id,
      caseId: of.caseId,
      siteId: of.siteId,
      roomId: of.roomId,
      reporterId: personId,
      kind: of.kind,
      isUrgent: hours !== null,
      dueAt: hours === null ? null : new Date(permit.now.getTime() + hours * 3_600_000),
      createdAt: permit.now,
    },
  });
  const detail = { isUrgent: hours !== null };
  await recordAudit(tx, permit, { object: "repair_ticket", objectId: id, subjectId: personId, detail });

  return id;
}

/**
 * Writes down who repaired it, when and for how much. The resident accepts it afterwards on the phone.
 * Refused: the resident as repairer (验收人不能是维修人), nobody with that 工号, a day to come, out of reach.
 */
export async function recordRepair(permit: Permit<"dormitories.repair">, input: RecordRepair): Promise<void> {
  await transact(async (tx) => {
    const ticket = await tx.repairTicket.findFirst({
      where: { id: input.ticketId, site: sitesWithin(permit) },
    });
    if (!ticket) notFound();
    if (input.doneOn > permit.today) throw new Refusal("修好的日子不能晚于今天。", "doneOn");
    const repairer = await tx.person.findFirst({
      where: { bureauId: permit.reach.bureauId, staffNo: input.repairerNo },
      select: { id: true },
    });
    if (!repairer) throw new Refusal("没有这个工号，请核对是谁修的。", "repairerNo");
    if (repairer.id === ticket.reporterId)
      throw new Refusal("报修的职工要验收，不能同时是维修人，请填真正修的人。", "repairerNo");
    const { count } = await tx.repairTicket.updateMany({
      where: { id: ticket.id, version: input.version },
      data: {
        repairerId: repairer.id,
        costFen: BigInt(input.cost),
        doneOn: dateColumn(input.doneOn),
        version: { increment: 1 },
      },
    });
    if (count !== 1) throw actedMeanwhile();
    await recordAudit(tx, permit, {
      object: "repair_ticket",
      objectId: ticket.id,
      subjectId: ticket.reporterId,
      detail: { step: "repair", costFen: input.cost },
    });
  });
}
