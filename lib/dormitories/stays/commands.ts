import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { grant } from "@/lib/cases/sign-offs/commands";
import { addDays, dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { claiming } from "@/lib/dormitories/allotment/holds/commands";
import { endWish } from "@/lib/dormitories/application/commands";
import { freeBeds } from "@/lib/dormitories/board/free/queries";
import { residentsWithin, sitesWithin } from "@/lib/dormitories/reach/queries";
import { stayFacts } from "@/lib/dormitories/board/rules";
import { dwellingOf, hasLapsed, overlap, refuseAway, refuseRoom } from "@/lib/dormitories/rules";
import type { CheckIn, CheckOut, KeepBed, MoveStay, SwapStays, TellLeaving } from "@/lib/dormitories/stays/schema";
import { handoverItems } from "@/lib/dormitories/words";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

const parts = {
  person: { select: { id: true, name: true, sex: true } },
  bed: { include: { room: true } },
  site: true,
  application: true,
} as const;
type Stay = Prisma.BedStayGetPayload<{ include: typeof parts }>;

/** A stay within reach as the form saw it; outside the reach it is not found. */
async function loadStay(
  tx: Tx,
  permit: Permit,
  at: { stayId: string; version: number },
  state: "HELD" | "LIVING",
): Promise<Stay> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select s.id from bed_stay s join person p on p.id = s.person_id where s.id = ${at.stayId}::uuid and ${residentsWithin(permit, Prisma.sql`s.site_id`)}`;
  if (!found) notFound();
  const stay = await tx.bedStay.findUniqueOrThrow({ where: { id: found.id }, include: parts });
  if (stay.version !== at.version || stay.state !== state)
    throw new Refusal("这张床刚被别人办过，请刷新页面，看看现在的情况再办。");

  return stay;
}

/**
 * 办理入住: the person moves in; the address of the roster, the case and the row to be signed are written in the same
 * transaction. Refused: not allotted, a day outside allotment and today, nights that somebody else slept there, another
 * sex, out of reach, somebody was faster. @returns the bed and its site
 */
export async function checkIn(
  permit: Permit<"dormitories.house">,
  input: CheckIn,
): Promise<{ siteId: string; bedId: string }> {
  return claiming(permit, async (tx) => {
    const stay = await loadStay(tx, permit, input, "HELD");
    if (!stay.allottedOn) throw new Refusal("这张床只是拟分配，还没有分下来，不能办入住。");
    if (hasLapsed(stayFacts(stay), permit.today))
      throw new Refusal("已经过了最晚入住的日子，床位要给下一位；还想住，请重新申请。");
    if (input.inOn > permit.today || input.inOn < fromDateColumn(stay.allottedOn))
      throw new Refusal("入住日期要在分到床位那天和今天之间。", "inOn");
    const refusal = refuseRoom(stay.bed.room.use, {
      sex: stay.person.sex,
      isCouple: Boolean(stay.application?.spouseId),
    });
    if (refusal) throw new Refusal(refusal);
    await refuseOverlap(tx, permit, stay, input.inOn);
    const row = await grant(tx, permit, {
      programme: "dormitories",
      kind: "BED",
      what: `床位：${stay.site.name}${stay.bed.room.building}${stay.bed.room.name}室${stay.bed.label}床和交接物品`,
      quantity: 1,
      amountFen: 0,
      grantedOn: permit.today,
      personId: stay.personId,
      isReached: true,
      caseId: stay.application?.caseId,
    });
    await write(tx, permit, stay, {
      version: stay.version + 1,
      state: "LIVING",
      inOn: dateColumn(input.inOn),
      handover: handedOver(input.items),
      meterIn: input.meterIn ?? null,
      depositFen: BigInt(input.deposit),
      signOffId: row.id,
    });
    await writeAddress(tx, permit, stay.personId, dwellingOf(stay.site, stay.bed.room));
    if (stay.application && stay.application.personId === stay.personId) {
      const loaded = await loadCase(tx, permit, stay.application.caseId, { isOwnTransaction: true });
      await applyMove(tx, permit, loaded, "checkIn", {});
      await endWish(tx, permit, stay.application);
    }
    await audit(tx, permit, stay, "checkIn");

    return { siteId: stay.siteId, bedId: stay.bedId };
  });
}

function handedOver(items: readonly string[]): { item: string; qty: number; state: string }[] {
  return handoverItems.map(({ item, qty }) => ({ item, qty, state: items.includes(item) ? "完好" : "没有交" }));
}

/** Nobody's nights lie upon another's, also not those of stays that are over. */
async function refuseOverlap(tx: Tx, _permit: Permit, stay: Stay, inOn: CivilDate): Promise<void> {
  const former = await tx.bedStay.findMany({
    where: { state: "LEFT", OR: [{ bedId: stay.bedId }, { personId: stay.personId }] },
    select: { inOn: true, outOn: true },
  });
  const clashes = former.some(
    (one) =>
      one.inOn &&
      one.outOn &&
      overlap({ inOn, outOn: null }, { inOn: fromDateColumn(one.inOn), outOn: fromDateColumn(one.outOn) }),
  );
  if (clashes) throw new Refusal("这张床或者这个人在那天还有别的入住记录，请核对入住日期。", "inOn");
}

/**
 * 调宿: ends one stay and begins another in one transaction. Refused: a bed that is not free, another sex, the same bed.
 * @returns the site in which the person lives now
 */
export async function moveStay(permit: Permit<"dormitories.house">, input: MoveStay): Promise<string> {
  return claiming(permit, async (tx) => {
    const stay = await loadStay(tx, permit, input, "LIVING");
    const bed = (await freeBeds(tx, permit)).find(({ id }) => id === input.bedId);
    const isOwn = bed && (await tx.dormSite.count({ where: { id: bed.siteId, ...sitesWithin(permit) } })) > 0;
    if (!isOwn) throw new Refusal("这张床现在不空，请另选一张；要和别人对换请用「对换」。", "bedId");
    const refusal = refuseRoom(bed.use, { sex: stay.person.sex, isCouple: false });
    if (refusal) throw new Refusal(refusal, "bedId");
    await endForMove(tx, permit, stay);
    await beginAfterMove(tx, permit, stay, bed.id);

    return bed.siteId;
  });
}

/** 对换: two residents change beds. Refused: another sex, one of them has left or has no bed any more. */
export async function swapStays(permit: Permit<"dormitories.house">, input: SwapStays): Promise<void> {
  await claiming(permit, async (tx) => {
    const one = await loadStay(tx, permit, input, "LIVING");
    const found = await tx.bedStay.findFirst({
      where: { id: input.otherStayId, bureauId: permit.reach.bureauId },
      select: { version: true },
    });
    if (!found || input.otherStayId === one.id) throw new Refusal("请选另一位在住的职工。", "otherStayId");
    const other = await loadStay(tx, permit, { stayId: input.otherStayId, version: found.version }, "LIVING");
    const refusal =
      refuseRoom(other.bed.room.use, { sex: one.person.sex, isCouple: false }) ??
      refuseRoom(one.bed.room.use, { sex: other.person.sex, isCouple: false });
    if (refusal) throw new Refusal(refusal, "otherStayId");
    for (const stay of [one, other]) await endForMove(tx, permit, stay);
    await beginAfterMove(tx, permit, one, other.bedId);
    await beginAfterMove(tx, permit, other, one.bedId);
  });
}

async function endForMove(tx: Tx, permit: Permit, stay: Stay): Promise<void> {
  await write(tx, permit, stay, {
    version: stay.version + 1,
    state: "LEFT",
    outOn: dateColumn(permit.today),
    outReason: "TRANSFER",
  });
  await audit(tx, permit, stay, "transferOut");
}

async function beginAfterMove(tx: Tx, permit: Permit, from: Stay, bedId: string): Promise<void> {
  const bed = await tx.dormBed.findUniqueOrThrow({ where: { id: bedId }, include: { room: true, site: true } });
  const id = newId();
  await tx.bedStay.create({
    data: {
      id,
      bureauId: from.bureauId,
      siteId: bed.siteId,
      bedId,
      personId: from.personId,
      applicationId: from.applicationId,
      state: "LIVING",
      shift: from.shift,
      heldAt: permit.now,
      inOn: dateColumn(permit.today),
      leavingOn: from.leavingOn,
      handover: from.handover ?? [],
      depositFen: from.depositFen,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
  await writeAddress(tx, permit, from.personId, dwellingOf(bed.site, bed.room));
  await audit(tx, permit, { id, personId: from.personId }, "transferIn");
}

/** 留床: away for a while, the bed is kept. Refused: longer than the parameter allows, days the wrong way round. */
export async function keepBed(permit: Permit<"dormitories.house">, input: KeepBed): Promise<void> {
  await transact(async (tx) => {
    const stay = await loadStay(tx, permit, input, "LIVING");
    const most = await parameterAt(tx, "dormitories.awayDays", permit.today);
    const refusal = refuseAway(input.awayFrom, input.awayTo, most);
    if (refusal) throw new Refusal(refusal, "awayTo");
    await write(tx, permit, stay, {
      version: stay.version + 1,
      awayFrom: dateColumn(input.awayFrom),
      awayTo: dateColumn(input.awayTo),
    });
    await audit(tx, permit, stay, "keep");
  });
}

/** 退宿申请: the worker, the unit or the officer says when somebody leaves. Refused: a day that is over. */
export async function tellLeaving(
  permit: Permit<"dormitories.apply"> | Permit<"my.dormitory">,
  input: TellLeaving,
): Promise<void> {
  await transact(async (tx) => {
    const stay = await loadStay(tx, permit, input, "LIVING");
    if (input.leavingOn < permit.today) throw new Refusal("搬走的日子不能早于今天。", "leavingOn");
    if (input.leavingOn > addDays(permit.today, 180))
      throw new Refusal("半年以后的事到时候再说，请填近一点的日子。", "leavingOn");
    await write(tx, permit, stay, { version: stay.version + 1, leavingOn: dateColumn(input.leavingOn) });
    await audit(tx, permit, stay, "leaving");
  });
}

/**
 * 办理退宿: also after a death. The bed is free from that day; the address of the roster becomes the new one.
 * Refused: a day before moving in or after today. @returns the site's id
 */
export async function checkOut(permit: Permit<"dormitories.house">, input: CheckOut): Promise<string> {
  return transact(async (tx) => {
    const stay = await loadStay(tx, permit, input, "LIVING");
    if (!stay.inOn || input.outOn < fromDateColumn(stay.inOn) || input.outOn > permit.today)
      throw new Refusal("退宿日期要在入住那天和今天之间。", "outOn");
    if (input.outReason === "TRANSFER") throw new Refusal("换床请用「调宿」，不用办退宿。", "outReason");
    await write(tx, permit, stay, {
      version: stay.version + 1,
      state: "LEFT",
      outOn: dateColumn(input.outOn),
      outReason: input.outReason,
      meterOut: input.meterOut ?? null,
    });
    await writeAddress(tx, permit, stay.personId, input.outReason === "DECEASED" ? null : (input.address ?? null));
    await audit(tx, permit, stay, "checkOut", { returned: input.items.length });

    return stay.siteId;
  });
}

/** Where somebody lives follows from the bed: schooling and the roster read it from the person. */
async function writeAddress(tx: Tx, permit: Permit, personId: string, address: string | null): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { address, version: { increment: 1 }, updatedAt: permit.now },
  });
  await recordAudit(tx, permit, {
    object: "person",
    objectId: personId,
    subjectId: personId,
    detail: { fields: ["address"] },
  });
}

/** Every change raises the version, so that of two hands the second finds it changed. */
type Change = Prisma.BedStayUpdateManyMutationInput & { version: number };

async function write(tx: Tx, _permit: Permit, stay: Stay, data: Change): Promise<void> {
  const { count } = await tx.bedStay.updateMany({
    where: { id: stay.id, version: stay.version, state: stay.state },
    data,
  });
  if (count !== 1) throw actedMeanwhile();
}

async function audit(
  tx: Tx,
  permit: Permit,
  stay: { id: string; personId: string },
  step: string,
  more: Record<string, number> = {},
): Promise<void> {
  await recordAudit(tx, permit, {
    object: "bed_stay",
    objectId: stay.id,
    subjectId: stay.personId,
    detail: { step, ...more },
  });
}
