import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import type { PaperLine } from "@/lib/hardship/visits/groups/papers/rules";
import { loadCampaign } from "@/lib/hardship/visits/groups/queries";
import { signed } from "@/lib/hardship/visits/records/queries";
import { signedDay } from "@/lib/hardship/visits/records/rules";
import { maskPhone } from "@/lib/masks";
import { transact, type Tx } from "@/prisma/client";

type GroupPaper = {
  campaign: { id: string; name: string; goods: string | null };
  group: { name: string; leader: string; members: string[]; plannedOn: CivilDate | null; route: string | null };
  rows: PaperLine[];
};

/** Households of one group that one print holds at most; a group has a day or two. */
const mostPrinted = 300;

/**
 * 走访路线单 and 签领表 of one group, in the order of the list, with its audit row, because a print leaves the portal. Only
 * for whoever goes along and the officers of hardship; else not found. Addresses are printed only when asked for, and the
 * log says so.
 */
export async function groupPaper(
  permit: Permit<"hardship.recordVisit">,
  of: { campaignId: string; groupId: string; withAddress: boolean },
): Promise<GroupPaper> {
  return transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, of.campaignId);
    const group = await tx.visitGroup.findFirst({ where: { id: of.groupId, campaignId: of.campaignId } });
    const goesAlong = group?.memberIds.includes(permit.actor.personId) ?? false;
    if (!group || !(goesAlong || permit.reach.programmes.includes("hardship"))) notFound();
    await recordAudit(tx, permit, {
      object: "visit_group",
      objectId: group.id,
      detail: { step: "print" },
      ...(of.withAddress ? { reason: "打印走访路线单", fields: ["address", "mobile"], isNotable: true } : {}),
    });
    const names = await membersOf(tx, group.memberIds);

    return {
      campaign,
      group: {
        name: group.name,
        leader: names.get(group.leaderId ?? "") ?? "",
        members: group.memberIds.map((id) => names.get(id) ?? ""),
        plannedOn: group.plannedOn && fromDateColumn(group.plannedOn),
        route: group.route,
      },
      rows: await linesOf(tx, group.id, of.withAddress),
    };
  });
}

async function membersOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });

  return new Map(people.map(({ id, name }) => [id, name]));
}

async function linesOf(tx: Tx, groupId: string, withAddress: boolean): Promise<PaperLine[]> {
  const rows = await tx.visitRow.findMany({
    where: { groupId, isLeftOut: false, takenOffAt: null },
    orderBy: [{ orderNo: "asc" }, { id: "asc" }],
    take: mostPrinted,
    include: {
      person: {
        select: {
          name: true,
          staffNo: true,
          mobile: true,
          address: withAddress,
          status: true,
          unit: { select: { name: true } },
        },
      },
    },
  });

  const grants = await tx.signOff.findMany({
    where: { id: { in: rows.map(({ signOffId }) => signOffId).filter((id) => id !== null) } },
    select: { id: true, ...signed },
  });
  const granted = new Map(grants.map((one) => [one.id, one]));

  return rows.map(({ person, ...row }) => ({
    orderNo: row.orderNo,
    name: person.name,
    staffNo: person.staffNo,
    unit: person.unit.name,
    isRetired: row.isRetired ?? person.status === "RETIRED",
    level: row.level,
    amountFen: Number(row.amountFen),
    signedOn: signedDay(granted.get(row.signOffId ?? "") ?? null),
    notMetReason: row.notMetReason,
    phone: person.mobile ? (withAddress ? person.mobile : maskPhone(person.mobile)) : "",
    address: person.address ?? null,
  }));
}
