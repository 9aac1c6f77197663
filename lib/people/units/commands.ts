import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { mayHang, sphereOf } from "@/lib/people/units/rules";
import type { AddUnit, ChangeUnit, CloseUnit, MergeUnit, MoveUnit } from "@/lib/people/units/schema";
import { lockTree, openUnit, refuseInUse, unsettled, type TreeUnit } from "@/lib/people/units/tree/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";

/** Adds a unit under another. Refused: a code that exists, a name twice under one superior, a level that cannot hang there. */
export async function addUnit(permit: Permit<"people.changeUnits">, input: AddUnit): Promise<string> {
  const id = newId();
  try {
    await transact(async (tx) => {
      await lockTree(tx, permit);
      const parent = await openUnit(tx, permit, input.parentId);
      refuseHanging(input.type, parent);
      await refuseNamesake(tx, parent.id, input.name);
      await tx.orgUnit.create({
        data: {
          id,
          bureauId: permit.reach.bureauId,
          parentId: parent.id,
          topUnitId: parent.topUnitId ?? id,
          code: input.code,
          name: input.name,
          type: input.type,
          sphere: parent.type === "BUREAU" ? sphereOf(input.type) : parent.sphere,
          head: input.head ?? null,
          phone: input.phone ?? null,
          address: input.address ?? null,
          unionGroup: input.unionGroup ?? null,
          validFrom: dateColumn(input.validFrom),
          createdAt: permit.now,
        },
      });
      await recordAudit(tx, permit, { object: "org_unit", objectId: id, detail: { step: "add", code: input.code } });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这个编码已经用过了，请换一个。", "code");
    throw fault;
  }

  return id;
}

/** Changes name, order and particulars; the code stays for good. Refused for who saved second and for a name twice. */
export async function changeUnit(permit: Permit<"people.changeUnits">, input: ChangeUnit): Promise<void> {
  await transact(async (tx) => {
    await lockTree(tx, permit);
    const unit = await openUnit(tx, permit, input.id);
    if (unit.parentId && unit.name !== input.name) await refuseNamesake(tx, unit.parentId, input.name);
    const { count } = await tx.orgUnit.updateMany({
      where: { id: unit.id, version: input.version },
      data: {
        name: input.name,
        sortNo: input.sortNo,
        head: input.head ?? null,
        phone: input.phone ?? null,
        address: input.address ?? null,
        unionGroup: input.unionGroup ?? null,
        version: input.version + 1,
      },
    });
    if (count !== 1) throw actedMeanwhile();
    const detail = { step: "change", ...(unit.name === input.name ? {} : { from: unit.name, to: input.name }) };
    await recordAudit(tx, permit, { object: "org_unit", objectId: unit.id, detail });
  });
}

/** Hangs a unit with everything below it under another. Refused: under itself, and where its level cannot hang. */
export async function moveUnit(permit: Permit<"people.changeUnits">, input: MoveUnit): Promise<void> {
  await transact(async (tx) => {
    await lockTree(tx, permit);
    const unit = await openUnit(tx, permit, input.id);
    const parent = await openUnit(tx, permit, input.parentId);
    if (unit.parentId === parent.id) throw new Refusal("已经在这个上级下面了。", "parentId");
    await refuseOwnSubtree(tx, unit.id, parent.id, "parentId");
    refuseHanging(unit.type, parent);
    await refuseNamesake(tx, parent.id, unit.name);
    const { count } = await tx.orgUnit.updateMany({
      where: { id: unit.id, version: input.version },
      data: { parentId: parent.id, version: input.version + 1 },
    });
    if (count !== 1) throw actedMeanwhile();
    await settleBelow(tx, unit, parent);
    const detail = { step: "move", from: unit.parentId, to: parent.id };
    await recordAudit(tx, permit, { object: "org_unit", objectId: unit.id, detail });
  });
}

/** 撤销: refused while units, people, open matters or granted roles are there; the message says which and how many. */
export async function closeUnit(permit: Permit<"people.changeUnits">, input: CloseUnit): Promise<void> {
  await transact(async (tx) => {
    await lockTree(tx, permit);
    const unit = await openUnit(tx, permit, input.id);
    await refuseInUse(tx, permit, unit, ["children", "people", "cases", "appointments"]);
    await shut(tx, permit, unit, input.version);
    await recordAudit(tx, permit, {
      object: "org_unit",
      objectId: unit.id,
      reason: input.reason,
      detail: { step: "close" },
    });
  });
}

/**
 * 并入: units below, people (each with a dated event) and open matters go to the other unit, and this one is closed.
 * Refused while roles are granted on it: those are the 安全管理员's to move, never a side effect.
 */
export async function mergeUnit(permit: Permit<"people.changeUnits">, input: MergeUnit): Promise<void> {
  await transact(
    async (tx) => {
      await lockTree(tx, permit);
      const unit = await openUnit(tx, permit, input.id);
      const into = await openUnit(tx, permit, input.intoId);
      if (unit.id === into.id) throw new Refusal("不能并入自己，请选择另一个单位。", "intoId");
      await refuseOwnSubtree(tx, unit.id, into.id, "intoId");
      await refuseInUse(tx, permit, unit, ["appointments"]);
      const children = await tx.orgUnit.findMany({ where: { parentId: unit.id, validTo: null } });
      for (const child of children) {
        refuseHanging(child.type, into);
        await refuseNamesake(tx, into.id, child.name);
        await tx.orgUnit.update({ where: { id: child.id }, data: { parentId: into.id, version: { increment: 1 } } });
        await settleBelow(tx, child, into);
      }
      const people = await movePeople(tx, permit, { unit, into, reason: input.reason });
      const cases = await moveCases(tx, unit.id, into.id);
      await shut(tx, permit, unit, input.version);
      const detail = { step: "merge", into: into.id, units: children.length, people, cases };
      await recordAudit(tx, permit, { object: "org_unit", objectId: unit.id, reason: input.reason, detail });
    },
    { seconds: 60 },
  );
}

async function shut(tx: Tx, { today }: Permit, unit: TreeUnit, version: number): Promise<void> {
  if (unit.type === "BUREAU") throw new Refusal("局不能撤销。");
  const { count } = await tx.orgUnit.updateMany({
    where: { id: unit.id, version, validTo: null },
    data: { validTo: dateColumn(today), version: version + 1 },
  });
  if (count !== 1) throw actedMeanwhile();
}

/** Everybody goes along, those who left too, so that the closed unit holds nobody; only the living get an event. */
async function movePeople(
  tx: Tx,
  permit: Permit<"people.changeUnits">,
  { unit, into, reason }: { unit: TreeUnit; into: TreeUnit; reason: string },
): Promise<number> {
  const people = await tx.person.findMany({
    where: { unitId: unit.id, status: { in: ["ACTIVE", "OFF_POST", "RETIRED"] } },
    select: { id: true },
  });
  await tx.employmentEvent.createMany({
    data: people.map(({ id }) => ({
      id: newId(),
      personId: id,
      kind: "UNIT_CHANGED" as const,
      happenedOn: dateColumn(permit.today),
      fromUnitId: unit.id,
      toUnitId: into.id,
      detail: `单位合并：${reason}`,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    })),
  });
  await tx.person.updateMany({
    where: { unitId: unit.id },
    data: { unitId: into.id, version: { increment: 1 }, updatedAt: permit.now },
  });
  await tx.personToken.updateMany({ where: { unitId: unit.id }, data: { unitId: into.id } });

  return people.length;
}

async function moveCases(tx: Tx, from: string, to: string): Promise<number> {
  const status = { in: unsettled };
  const version = { increment: 1 };
  const handled = await tx.welfareCase.updateMany({
    where: { handlerUnitId: from, status },
    data: { handlerUnitId: to, version },
  });
  await tx.welfareCase.updateMany({ where: { unitId: from, status }, data: { unitId: to, version } });

  return handled.count;
}

/** 科室 or 环卫所 and sphere of everything below follow from where it hangs now. */
async function settleBelow(tx: Tx, unit: { id: string; type: TreeUnit["type"] }, parent: TreeUnit): Promise<void> {
  const top = parent.topUnitId ?? unit.id;
  const sphere = parent.type === "BUREAU" ? sphereOf(unit.type) : parent.sphere;
  await tx.$executeRaw`
    with recursive below as (
      select id from org_unit where id = ${unit.id}::uuid
      union all select c.id from org_unit c join below b on c.parent_id = b.id)
    update org_unit set top_unit_id = ${top}::uuid, sphere = ${sphere}::"Sphere" where id in (select id from below)`;
}

function refuseHanging(type: TreeUnit["type"], parent: TreeUnit): void {
  if (!mayHang(type, parent.type)) {
    throw new Refusal("这一级单位不能放在所选的上级下面：局下设科室和所，所下设队，队下设段，段下设班。", "parentId");
  }
}

async function refuseOwnSubtree(tx: Tx, id: string, targetId: string, field: string): Promise<void> {
  const [inside] = await tx.$queryRaw<{ id: string }[]>`
    with recursive below as (
      select id from org_unit where id = ${id}::uuid
      union all select c.id from org_unit c join below b on c.parent_id = b.id)
    select id from below where id = ${targetId}::uuid`;
  if (inside) throw new Refusal("不能选它自己或它下面的单位。", field);
}

async function refuseNamesake(tx: Tx, parentId: string, name: string): Promise<void> {
  const namesake = await tx.orgUnit.count({ where: { parentId, name, validTo: null } });
  if (namesake > 0) throw new Refusal(`这个上级下面已经有“${name}”了。`, "name");
}
