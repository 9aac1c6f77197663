import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import { namesOf, type Claimant } from "@/lib/dormitories/houses/rules";
import type { BuildSite, ChangeSite, CloseSite, ReopenSite } from "@/lib/dormitories/houses/sites/schema";
import { dwellingOf } from "@/lib/dormitories/rules";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { DormSite, Prisma } from "@/prisma/generated/client";

/** 新建宿舍点. Refused: a name that another one has, days to come, a warden whom nobody knows. @returns the site's id */
export async function buildSite(permit: Permit<"dormitories.build">, input: BuildSite): Promise<string> {
  return naming(async (tx) => {
    const id = newId();
    const { bureauId } = permit.reach;
    const last = await tx.dormSite.aggregate({ where: { bureauId }, _max: { sortNo: true } });
    await tx.dormSite.create({
      data: {
        id,
        bureauId,
        sortNo: (last._max.sortNo ?? 0) + 1,
        ...(await columnsOf(tx, permit, input)),
        createdById: permit.actor.accountId,
        createdAt: permit.now,
      },
    });
    await recordAudit(tx, permit, { object: "dorm_site", objectId: id, detail: { step: "build" } });

    return id;
  });
}

/**
 * 修改宿舍点. With another name or address, the address of everybody who lives there changes in the roster too.
 * Refused: as `buildSite`, somebody was faster.
 */
export async function changeSite(permit: Permit<"dormitories.build">, input: ChangeSite): Promise<void> {
  await naming(async (tx) => {
    const site = await loadSite(tx, permit, input);
    await write(tx, permit, site, await columnsOf(tx, permit, input));
    const hasMoved = site.name !== input.name || site.address !== input.address;
    const residents = hasMoved ? await rewriteAddresses(tx, permit, { siteId: site.id }) : 0;
    await recordAudit(tx, permit, { object: "dorm_site", objectId: site.id, detail: { step: "change", residents } });
  });
}

/** 关闭宿舍点. Refused: somebody lives there or has a bed kept (named), closed already, somebody was faster. */
export async function closeSite(permit: Permit<"dormitories.build">, input: CloseSite): Promise<void> {
  await transact(async (tx) => {
    const site = await loadSite(tx, permit, input);
    if (site.closedOn) throw new Refusal("这处宿舍已经关了。");
    const people = await claimantsAt(tx, permit, { siteId: site.id });
    if (people.length > 0)
      throw new Refusal(`这处宿舍还有${namesOf(people)}。请先给他们调宿或者办退宿，人都走了再关。`);
    await write(tx, permit, site, { closedOn: dateColumn(permit.today) });
    await recordAudit(tx, permit, {
      object: "dorm_site",
      objectId: site.id,
      detail: { step: "close" },
      reason: input.reason,
    });
  });
}

/** 重新启用 of a closed site. Refused: it is open, somebody was faster. */
export async function reopenSite(permit: Permit<"dormitories.build">, input: ReopenSite): Promise<void> {
  await transact(async (tx) => {
    const site = await loadSite(tx, permit, input);
    if (!site.closedOn) throw new Refusal("这处宿舍本来就开着。");
    await write(tx, permit, site, { closedOn: null });
    await recordAudit(tx, permit, { object: "dorm_site", objectId: site.id, detail: { step: "reopen" } });
  });
}

/** A name stands once in the bureau. */
async function naming<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transact(run);
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault;
    throw new Refusal("已经有叫这个名称的宿舍了（关了的也算），请换一个名称。", "name");
  }
}

async function columnsOf(tx: Tx, permit: Permit, input: BuildSite) {
  if (input.openedOn > permit.today) throw new Refusal("启用日期不能晚于今天，启用那天再登记。", "openedOn");
  if (input.fireCheckedOn && input.fireCheckedOn > permit.today)
    throw new Refusal("消防验收的日期不能晚于今天。", "fireCheckedOn");
  const warden = input.wardenNo
    ? await tx.person.findFirst({
        where: { bureauId: permit.reach.bureauId, staffNo: input.wardenNo, status: { in: ["ACTIVE", "OFF_POST"] } },
        select: { id: true },
      })
    : null;
  if (input.wardenNo && !warden) throw new Refusal("没有这个工号的在岗职工，请核对管理员。", "wardenNo");

  return {
    name: input.name,
    address: input.address,
    source: input.source,
    openedOn: dateColumn(input.openedOn),
    fireCheckedOn: input.fireCheckedOn ? dateColumn(input.fireCheckedOn) : null,
    area: input.area,
    facilities: [...new Set(input.facilities)],
    wardenId: warden?.id ?? null,
  };
}

/**
 * The site as the form saw it, locked until the end: who claims a bed of it meanwhile waits, or was before.
 * Outside the bureau it is not found.
 */
export async function loadSite(
  tx: Tx,
  permit: Permit,
  { siteId, version }: { siteId: string; version?: number },
): Promise<DormSite> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select id from dorm_site where id = ${siteId}::uuid and bureau_id = ${permit.reach.bureauId}::uuid for update`;
  if (!found) notFound();
  const site = await tx.dormSite.findUniqueOrThrow({ where: { id: found.id } });
  if (version !== undefined && site.version !== version)
    throw new Refusal("这处宿舍刚被别人改过，请刷新页面，看看现在的情况再改。");

  return site;
}

async function write(tx: Tx, _permit: Permit, site: DormSite, data: Prisma.DormSiteUncheckedUpdateManyInput) {
  const { count } = await tx.dormSite.updateMany({
    where: { id: site.id, version: site.version },
    data: Object.assign(data, { version: site.version + 1 }),
  });
  if (count !== 1) throw actedMeanwhile();
}

/** Everybody with a claim on a bed there, in the order of the house. */
export async function claimantsAt(
  tx: Tx,
  _permit: Permit,
  at: Prisma.DormBedWhereInput,
): Promise<(Claimant & { leavingOn: string | null })[]> {
  const stays = await tx.bedStay.findMany({
    where: { bed: at, state: { in: ["HELD", "LIVING"] } },
    orderBy: [{ bed: { room: { name: "asc" } } }, { bed: { label: "asc" } }],
    include: { person: { select: { name: true } }, bed: { include: { room: { select: { name: true } } } } },
  });

  return stays.map(({ person, bed, state, leavingOn }) => ({
    name: person.name,
    label: `${bed.room.name}室${bed.label}`,
    isLiving: state === "LIVING",
    leavingOn: leavingOn && fromDateColumn(leavingOn),
  }));
}

/** Writes where they live into the roster for everybody who sleeps there. @returns how many they are */
export async function rewriteAddresses(
  tx: Tx,
  permit: Permit,
  at: { siteId: string } | { id: string },
): Promise<number> {
  const rooms = await tx.dormRoom.findMany({
    where: at,
    include: { site: true, beds: { select: { stays: { where: { state: "LIVING" }, select: { personId: true } } } } },
  });
  let residents = 0;
  for (const { site, beds, ...room } of rooms) {
    const living = beds.flatMap(({ stays }) => stays.map(({ personId }) => personId));
    if (living.length === 0) continue;
    const { count } = await tx.person.updateMany({
      where: { id: { in: living } },
      data: { address: dwellingOf(site, room), version: { increment: 1 }, updatedAt: permit.now },
    });
    residents += count;
  }

  return residents;
}
