import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { keepPhoto, withPhotos } from "@/lib/dormitories/photos/commands";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import type { AcceptFor, AcceptMine } from "@/lib/dormitories/repairs/acceptance/schema";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { RepairTicket } from "@/prisma/generated/client";

type Accepting = Permit<"dormitories.repair"> | Permit<"my.dormitory">;

/** 验收 by the resident on the own phone. Refused: somebody else's, nothing repaired yet, accepted already. */
export async function acceptMine(permit: Permit<"my.dormitory">, input: AcceptMine): Promise<void> {
  await transact(async (tx) => {
    const ticket = await loadRepaired(tx, permit, input);
    await accept(tx, permit, ticket, { acceptedById: permit.reach.personId, acceptanceId: null });
  });
}

/**
 * 验收 at the door with a signature. Refused: by the repairer, without a signature, nobody with that 工号, nothing repaired
 * yet, accepted already, out of reach.
 */
export async function acceptFor(permit: Permit<"dormitories.repair">, input: AcceptFor): Promise<void> {
  const { drawn, file } = input;
  const signed = drawn ? new File([Buffer.from(drawn.slice(drawn.indexOf(",") + 1), "base64")], "验收签字.png") : file;
  if (!signed || signed.size === 0) throw new Refusal("要有验收人的签字：在屏幕上签，或者在纸上签了拍照上传。", "file");
  await withPhotos(permit, [signed], ([photo]) =>
    transact(async (tx) => {
      const ticket = await loadRepaired(tx, permit, input);
      const acceptor = await tx.person.findFirst({
        where: { bureauId: permit.reach.bureauId, staffNo: input.acceptorNo },
        select: { id: true, unitId: true },
      });
      if (!acceptor) throw new Refusal("没有这个工号，请核对是谁验收的。", "acceptorNo");
      if (acceptor.id === ticket.repairerId) throw new Refusal("修的人不能自己验收，请换一个人签字。", "acceptorNo");
      const acceptanceId = await keepPhoto(tx, permit, photo, {
        owner: "repair_acceptance",
        ownerId: ticket.id,
        personId: acceptor.id,
        unitId: acceptor.unitId,
        kind: "SIGNATURE",
        hasConsent: true,
      });
      await accept(tx, permit, ticket, { acceptedById: acceptor.id, acceptanceId });
    }),
  );
}

/** A ticket within reach that was repaired and that nobody accepted yet, as the form saw it. */
async function loadRepaired(tx: Tx, permit: Accepting, at: AcceptMine): Promise<RepairTicket> {
  const own = permit.reach.kind === "self" ? { reporterId: permit.reach.personId } : {};
  const ticket = await tx.repairTicket.findFirst({ where: { id: at.ticketId, site: sitesWithin(permit), ...own } });
  if (!ticket) notFound();
  if (!ticket.repairerId) throw new Refusal("还没有登记是谁修好的，登记以后再验收。");
  if (ticket.acceptedById) throw new Refusal("已经验收过了，请刷新页面。");
  if (ticket.version !== at.version) throw actedMeanwhile();

  return ticket;
}

async function accept(
  tx: Tx,
  permit: Accepting,
  ticket: RepairTicket,
  by: { acceptedById: string; acceptanceId: string | null },
): Promise<void> {
  const { count } = await tx.repairTicket.updateMany({
    where: { id: ticket.id, version: ticket.version, acceptedById: null },
    data: { ...by, acceptedAt: permit.now, version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
  await recordAudit(tx, permit, {
    object: "repair_ticket",
    objectId: ticket.id,
    subjectId: ticket.reporterId,
    detail: { step: "accept" },
  });
}
