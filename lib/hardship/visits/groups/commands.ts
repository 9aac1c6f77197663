import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import { loadCampaign, rolesToday } from "@/lib/hardship/visits/groups/queries";
import { mayForm, refuseGroup } from "@/lib/hardship/visits/groups/rules";
import type { PutRows, PutUnit, SaveGroup } from "@/lib/hardship/visits/groups/schema";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";

/**
 * 编组: a leader who leads, an officer, a liaison, the day and the way; with an id, the group is changed.
 * Refused: a campaign that is over, people who are not (or no longer) what they are chosen for, one person twice, a day
 * past or after the festival's block begins, a name that another group has, changed by somebody else meanwhile, a member
 * who belongs to a household of this group.
 * @returns the group's id
 */
export async function saveGroup(permit: Permit<"hardship.organiseVisits">, input: SaveGroup): Promise<string> {
  try {
    return await transact(async (tx) => {
      const campaign = await loadCampaign(tx, permit, input.campaignId);
      const fault = refuseGroup(campaign, input, permit.today);
      if (fault) throw new Refusal(fault.sentence, fault.field);
      await refusePeople(tx, permit, input);
      const id = input.groupId ?? newId();
      await (input.groupId ? changeGroup(tx, input, id) : createGroup(tx, input, id));
      await recordAudit(tx, permit, {
        object: "visit_group",
        objectId: id,
        detail: { step: input.groupId ? "change" : "form", plannedOn: input.plannedOn },
      });

      return id;
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("已经有一组叫这个名字，请换一个。", "name");
    throw fault;
  }
}

/**
 * 按单位编组: every household of a 环卫所 or 科室 that has no group yet goes into this one. A household has one place for its
 * group, so nobody is visited by two. Refused: nothing left to put, a group of another campaign.
 * @returns how many households were put
 */
export async function putUnit(permit: Permit<"hardship.organiseVisits">, input: PutUnit): Promise<number> {
  return transact(async (tx) => {
    const group = await openGroup(tx, permit, input.campaignId, input.groupId);
    const { count } = await tx.visitRow.updateMany({
      where: {
        ...movable(input.campaignId),
        groupId: null,
        OR: [{ unitId: input.unitId }, { unitId: { in: await unitsBelow(tx, permit, input.unitId) } }],
      },
      data: { groupId: group.id },
    });
    if (count === 0) throw new Refusal("这个单位没有还没编组的户了，请刷新页面看看。");
    await refuseOwnHousehold(tx, group);
    await auditPut(tx, permit, group.id, count);

    return count;
  });
}

/**
 * 换组: ticked households go from the group on the screen into another one, or out of it. Refused: one of them has been put
 * elsewhere, signed for or taken off meanwhile; then none is moved.
 */
export async function putRows(permit: Permit<"hardship.organiseVisits">, input: PutRows): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input.campaignId);
    if (!mayForm(campaign.stage)) throw new Refusal("这次慰问已经走访完了，不能再换组。");
    const group = input.groupId === "none" ? null : await openGroup(tx, permit, input.campaignId, input.groupId);
    const rows = [...new Set(input.rows)];
    const { count } = await tx.visitRow.updateMany({
      where: {
        ...movable(input.campaignId),
        id: { in: rows },
        groupId: input.from === "none" ? null : input.from,
      },
      data: { groupId: group?.id ?? null },
    });
    if (count !== rows.length) throw actedMeanwhile();
    if (group) await refuseOwnHousehold(tx, group);
    await auditPut(tx, permit, group?.id ?? input.from, count);
  });
}

const movable = (campaignId: string) => ({ campaignId, isLeftOut: false, takenOffAt: null, signedOn: null });

type Group = { id: string; memberIds: string[] };

async function openGroup(
  tx: Tx,
  permit: Permit<"hardship.organiseVisits">,
  campaignId: string,
  id: string,
): Promise<Group> {
  const campaign = await loadCampaign(tx, permit, campaignId);
  if (!mayForm(campaign.stage)) throw new Refusal("这次慰问已经走访完了，不能再编组。");
  const group = await tx.visitGroup.findFirst({ where: { id, campaignId }, select: { id: true, memberIds: true } });
  if (!group) notFound();

  return group;
}

const rowOf = ({ name, leaderId, officerId, liaisonId, plannedOn, route }: SaveGroup) => ({
  name,
  leaderId,
  memberIds: [leaderId, officerId, liaisonId],
  plannedOn: dateColumn(plannedOn),
  route: route ?? null,
});

async function createGroup(tx: Tx, input: SaveGroup, id: string): Promise<void> {
  await tx.visitGroup.create({ data: { id, campaignId: input.campaignId, ...rowOf(input) } });
}

async function changeGroup(tx: Tx, input: SaveGroup, id: string): Promise<void> {
  const { count } = await tx.visitGroup.updateMany({
    where: { id, campaignId: input.campaignId, version: input.version ?? 0 },
    data: { ...rowOf(input), version: { increment: 1 } },
  });
  if (count !== 1) throw actedMeanwhile();
  await refuseOwnHousehold(tx, { id, memberIds: rowOf(input).memberIds });
}

/** 回避: nobody carries money to the own family. */
async function refuseOwnHousehold(tx: Tx, group: Group): Promise<void> {
  const own = await tx.visitRow.findFirst({
    where: {
      groupId: group.id,
      takenOffAt: null,
      household: {
        OR: [{ headId: { in: group.memberIds } }, { persons: { some: { id: { in: group.memberIds } } } }],
      },
    },
    select: { person: { select: { name: true } } },
  });
  if (own) throw new Refusal(`${own.person.name}这一户是组里人自己家，请把这一户编到别的组。`, "groupId");
}

async function refusePeople(tx: Tx, permit: Permit<"hardship.organiseVisits">, input: SaveGroup): Promise<void> {
  const roles = await rolesToday(tx, permit);
  const holds = (personId: string, role: string) => roles.some((row) => row.personId === personId && row.role === role);
  if (!holds(input.leaderId, "LEADER")) throw new Refusal("带队的要是局领导，请重新选择。", "leaderId");
  if (!holds(input.officerId, "OFFICER")) throw new Refusal("这位不是干事了，请重新选择。", "officerId");
  if (!holds(input.liaisonId, "LIAISON")) throw new Refusal("这位不是联络员了，请重新选择。", "liaisonId");
}

async function unitsBelow(tx: Tx, permit: Permit<"hardship.organiseVisits">, topUnitId: string): Promise<string[]> {
  const units = await tx.orgUnit.findMany({
    where: { bureauId: permit.reach.bureauId, topUnitId },
    select: { id: true },
  });

  return units.map(({ id }) => id);
}

async function auditPut(
  tx: Tx,
  permit: Permit<"hardship.organiseVisits">,
  groupId: string,
  households: number,
): Promise<void> {
  await recordAudit(tx, permit, {
    object: "visit_group",
    objectId: groupId === "none" ? undefined : groupId,
    detail: { step: "put", households },
  });
}
