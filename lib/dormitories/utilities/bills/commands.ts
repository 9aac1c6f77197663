import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, firstDayOf, formatMonth, lastDayOf, monthOf, type CivilMonth } from "@/lib/dates";
import { stayFacts } from "@/lib/dormitories/board/rules";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { holdSite, metersDue, tariffsOf } from "@/lib/dormitories/utilities/queries";
import {
  daysIn,
  nightsIn,
  nightsOfMonth,
  settlementOf,
  type Meter,
  monthColumn,
} from "@/lib/dormitories/utilities/rules";
import type { RefuseBill, ReverseBill, SettleMonth, TouchBill } from "@/lib/dormitories/utilities/schema";
import { utilityWords } from "@/lib/dormitories/utilities/words";
import { newId } from "@/lib/id";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { MeterReading, UtilityBill } from "@/prisma/generated/client";

type Resident = { personId: string; nights: number; place: string };

/**
 * 结算 of one site and month: what the meters cost, what of it is above the free quantity, and everybody's share by nights.
 * Refused: the month is not over, a meter was not read (all of them named), settled already, another warden's site.
 * @returns the bill's id
 */
export async function settleMonth(permit: Permit<"dormitories.settle">, input: SettleMonth): Promise<string> {
  if (input.month >= monthOf(permit.today)) throw new Refusal("这个月还没过完，过完了再结算。", "month");
  const id = newId();
  try {
    await transact(async (tx) => {
      const site = await holdSite(tx, permit, input.siteId);
      const readings = await readingsFor(tx, permit, input);
      const residents = await residentsOf(tx, permit, input);
      const tariffs = await tariffsOf(tx, permit, input.month);
      const meters = readings.map(({ id: readingId, utility, used }) => ({
        readingId,
        utility,
        used,
        ...tariffs[utility],
      }));
      const settled = settlementOf(meters, residents, daysIn(input.month));
      await writeBill(tx, permit, { id, siteId: site.id, month: input.month, ...settled });
      await audit(tx, permit, id, { step: "settle", month: input.month });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal(`${formatMonth(input.month)}已经结算过了，请刷新页面看结果。`);
    throw fault;
  }

  return id;
}

async function readingsFor(tx: Tx, permit: Permit, { siteId, month }: SettleMonth): Promise<MeterReading[]> {
  const due = await metersDue(tx, permit, { siteId, month });
  const readings = await tx.meterReading.findMany({
    where: { siteId, month: monthColumn(month), replacedAt: null },
  });
  const missing = due.filter((utility) => !readings.some((one) => one.utility === utility));
  if (due.length === 0) throw new Refusal("这个宿舍还没有抄过表，请先抄表。");
  if (missing.length > 0)
    throw new Refusal(`还没有抄：${missing.map((one) => utilityWords[one].name).join("、")}。抄齐了再结算。`);

  return readings;
}

/** Whoever slept in the house in the month, with the nights and where last. */
async function residentsOf(tx: Tx, _permit: Permit, { siteId, month }: SettleMonth): Promise<Resident[]> {
  const stays = await tx.bedStay.findMany({
    where: {
      siteId,
      state: { in: ["LIVING", "LEFT"] },
      inOn: { lte: dateColumn(lastDayOf(month)) },
      OR: [{ outOn: null }, { outOn: { gt: dateColumn(firstDayOf(month)) } }],
    },
    orderBy: [{ inOn: "asc" }, { id: "asc" }],
    include: { bed: { include: { room: true } } },
  });
  const days = nightsOfMonth(month);
  const found = new Map<string, Resident>();
  for (const stay of stays) {
    const nights = nightsIn(stayFacts(stay), days);
    if (nights === 0) continue;
    const before = found.get(stay.personId)?.nights ?? 0;
    const place = `${stay.bed.room.building}${stay.bed.room.name}室${stay.bed.label}床`;
    found.set(stay.personId, { personId: stay.personId, nights: before + nights, place });
  }

  return [...found.values()];
}

type Meters = (Meter & { readingId: string })[];
type NewBill = { id: string; siteId: string; month: CivilMonth } & ReturnType<
  typeof settlementOf<Meters[number], Resident>
>;

async function writeBill(tx: Tx, permit: Permit, { id, month, lines, shares, ...bill }: NewBill): Promise<void> {
  await tx.utilityBill.create({
    data: {
      id,
      ...bill,
      bureauId: permit.reach.bureauId,
      month: monthColumn(month),
      settledById: permit.actor.accountId,
      settledAt: permit.now,
    },
  });
  await tx.utilityBillLine.createMany({
    data: lines.map(({ freeUnits: _, ...line }) => ({ id: newId(), billId: id, ...line })),
  });
  await tx.utilityShare.createMany({ data: shares.map((share) => ({ id: newId(), billId: id, ...share })) });
}

/** 确认 by somebody else than who settled; a counter entry takes its bill out. Refused: the own settlement, not waiting. */
export async function confirmBill(permit: Permit<"dormitories.confirm">, input: TouchBill): Promise<void> {
  await transact(async (tx) => {
    const bill = await loadBill(tx, permit, input, "SETTLED");
    if (bill.settledById === permit.actor.accountId) throw new Refusal("这是您自己结算的，要由另一个人确认。");
    await change(tx, permit, bill, {
      state: "CONFIRMED",
      confirmedById: permit.actor.accountId,
      confirmedAt: permit.now,
    });
    if (bill.reversesId) {
      const { count } = await tx.utilityBill.updateMany({
        where: { id: bill.reversesId, state: "CONFIRMED" },
        data: { state: "REVERSED", version: { increment: 1 } },
      });
      if (count !== 1) throw actedMeanwhile();
    }
    await audit(tx, permit, bill.id, { step: "confirm" });
  });
}

/** 退回 instead of confirming, with what is wrong; the month can be settled anew. Refused: the own settlement. */
export async function refuseBill(permit: Permit<"dormitories.confirm">, input: RefuseBill): Promise<void> {
  await transact(async (tx) => {
    const bill = await loadBill(tx, permit, input, "SETTLED");
    if (bill.settledById === permit.actor.accountId) throw new Refusal("这是您自己结算的，要由另一个人确认或退回。");
    await change(tx, permit, bill, { state: "VOID", reason: input.reason });
    await audit(tx, permit, bill.id, { step: "refuse" }, input.reason);
  });
}

/**
 * 冲正 of a confirmed settlement: a counter entry with the same sums below zero, to be confirmed by somebody else.
 * Refused: not confirmed, a counter entry itself, reversed already. @returns the counter entry's id
 */
export async function reverseBill(permit: Permit<"dormitories.settle">, input: ReverseBill): Promise<string> {
  const id = newId();
  try {
    await transact(async (tx) => {
      const bill = await loadBill(tx, permit, input, "CONFIRMED");
      if (bill.reversesId) throw new Refusal("这份本身是冲正，不能再冲正，请重新结算。");
      await writeCounter(tx, permit, { id, bill, reason: input.reason });
      await audit(tx, permit, id, { step: "reverse" }, input.reason);
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这份结算已经有冲正了，请刷新页面。");
    throw fault;
  }

  return id;
}

/** The same rows below zero. */
async function writeCounter(
  tx: Tx,
  permit: Permit,
  { id, bill, reason }: { id: string; bill: UtilityBill; reason: string },
): Promise<void> {
  const { lines, shares } = await tx.utilityBill.findUniqueOrThrow({
    where: { id: bill.id },
    include: { lines: true, shares: true },
  });
  await tx.utilityBill.create({
    data: {
      id,
      bureauId: bill.bureauId,
      siteId: bill.siteId,
      month: bill.month,
      nights: bill.nights,
      heads: bill.heads,
      costFen: -bill.costFen,
      sharedFen: -bill.sharedFen,
      settledById: permit.actor.accountId,
      settledAt: permit.now,
      reversesId: bill.id,
      reason,
    },
  });
  const counter = (fen: bigint) => -fen;
  await tx.utilityBillLine.createMany({
    data: lines.map((line) => ({
      ...line,
      id: newId(),
      billId: id,
      costFen: counter(line.costFen),
      sharedFen: counter(line.sharedFen),
    })),
  });
  await tx.utilityShare.createMany({
    data: shares.map((share) => ({
      ...share,
      id: newId(),
      billId: id,
      electricityFen: counter(share.electricityFen),
      waterFen: counter(share.waterFen),
      gasFen: counter(share.gasFen),
      heatingFen: counter(share.heatingFen),
      totalFen: counter(share.totalFen),
    })),
  });
}

/** 已贴到门口, today. Refused: not confirmed, a counter entry, posted already, another warden's site. */
export async function postBill(permit: Permit<"dormitories.meter">, input: TouchBill): Promise<void> {
  await transact(async (tx) => {
    const bill = await loadBill(tx, permit, input, "CONFIRMED");
    if (bill.reversesId || bill.postedOn) throw new Refusal("这份不用再贴了，请刷新页面。");
    await change(tx, permit, bill, { postedOn: dateColumn(permit.today) });
    await audit(tx, permit, bill.id, { step: "post" });
  });
}

/** A settlement within reach as the form saw it; outside it is not found. */
async function loadBill(tx: Tx, permit: Permit, at: TouchBill, state: UtilityBill["state"]): Promise<UtilityBill> {
  const bill = await tx.utilityBill.findFirst({ where: { id: at.billId, site: sitesWithin(permit) } });
  if (!bill) notFound();
  if (bill.version !== at.version || bill.state !== state)
    throw new Refusal("这份结算刚被别人办过，请刷新页面，看看现在的情况再办。");

  return bill;
}

type Change = Partial<Pick<UtilityBill, "state" | "confirmedById" | "confirmedAt" | "postedOn" | "reason">>;

async function change(tx: Tx, _permit: Permit, bill: UtilityBill, data: Change): Promise<void> {
  const { count } = await tx.utilityBill.updateMany({
    where: { id: bill.id, version: bill.version },
    data: {
      state: data.state ?? bill.state,
      confirmedById: data.confirmedById ?? bill.confirmedById,
      confirmedAt: data.confirmedAt ?? bill.confirmedAt,
      postedOn: data.postedOn ?? bill.postedOn,
      reason: data.reason ?? bill.reason,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw actedMeanwhile();
}

async function audit(
  tx: Tx,
  permit: Permit,
  objectId: string,
  detail: Record<string, string>,
  reason?: string,
): Promise<void> {
  await recordAudit(tx, permit, { object: "utility_bill", objectId, detail, ...(reason ? { reason } : {}) });
}
