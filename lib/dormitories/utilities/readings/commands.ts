import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, firstDayOf, formatMonth, fromDateColumn, monthOf, type CivilMonth } from "@/lib/dates";
import { sitesWithin } from "@/lib/dormitories/reach/queries";
import { holdSite, readingBefore } from "@/lib/dormitories/utilities/queries";
import {
  isUnlikely,
  quantity,
  refuseReading,
  usedOf,
  type Reading,
  monthColumn,
} from "@/lib/dormitories/utilities/rules";
import type { EnterReading, ReplaceReading } from "@/lib/dormitories/utilities/schema";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { MeterReading } from "@/prisma/generated/client";
import type { Utility } from "@/prisma/generated/enums";

type Figures = Pick<EnterReading, "shown" | "readOn" | "isChanged" | "oldEnd" | "newStart" | "isTrue" | "note">;
type Place = { siteId: string; utility: Utility; month: CivilMonth };

/**
 * 抄表: what the meter of a site showed for a month. The first reading ever only says where the meter begins.
 * Refused: less than before unless the meter was changed, three times as much unless somebody says that it is true, a day
 * outside the month's beginning and today, a month that was read, settled or overtaken, another warden's site.
 */
export async function enterReading(permit: Permit<"dormitories.meter">, input: EnterReading): Promise<void> {
  try {
    await transact(async (tx) => {
      await holdSite(tx, permit, input.siteId);
      const id = newId();
      await tx.meterReading.create({ data: { id, ...(await reckon(tx, permit, input, input)) } });
      await audit(tx, permit, id, { step: "read", month: input.month });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这个月已经抄过这块表，请刷新页面；抄错了请点「更正」。");
    throw fault;
  }
}

/**
 * 更正: the wrong reading stays with the reason, a new one takes its place, and the month after begins where the new one
 * ends. Refused as `enterReading`, and while this month or the one after is settled: its settlement is reversed first.
 */
export async function replaceReading(permit: Permit<"dormitories.meter">, input: ReplaceReading): Promise<void> {
  await transact(async (tx) => {
    const seen = await tx.meterReading.findFirst({ where: { id: input.readingId, site: sitesWithin(permit) } });
    if (!seen) notFound();
    await holdSite(tx, permit, seen.siteId);
    const { count } = await tx.meterReading.updateMany({
      where: { id: seen.id, replacedAt: null },
      data: { replacedAt: permit.now, replacedReason: input.reason },
    });
    if (count !== 1) throw new Refusal("这条读数刚被别人更正过，请刷新页面。");
    const place = { siteId: seen.siteId, utility: seen.utility, month: monthOf(fromDateColumn(seen.month)) };
    const next = await nextReading(tx, permit, place);
    const id = newId();
    await tx.meterReading.create({ data: { id, ...(await reckon(tx, permit, place, input, next)) } });
    if (next) await chain(tx, permit, next, { previous: input.shown, reason: input.reason });
    await audit(tx, permit, id, { step: "replace", month: place.month }, input.reason);
  });
}

/** The month after begins anew where the corrected one ends. */
async function chain(
  tx: Tx,
  permit: Permit,
  next: MeterReading,
  { previous, reason }: { previous: number; reason: string },
): Promise<void> {
  const month = monthOf(fromDateColumn(next.month));
  await refuseSettled(tx, permit, { siteId: next.siteId, month });
  const { id: _id, replacedAt: _at, replacedReason: _why, ...kept } = next;
  const reading = { previous, shown: next.shown, changed: changedOf(next) };
  const refusal = refuseReading(reading);
  if (refusal) throw new Refusal(`${formatMonth(month)}的读数就比它小了，请先更正后面的月份。`, "shown");
  await tx.meterReading.update({
    where: { id: next.id },
    data: { replacedAt: permit.now, replacedReason: `前一个月更正：${reason}` },
  });
  await tx.meterReading.create({
    data: { ...kept, id: newId(), previous, used: usedOf(reading), createdAt: permit.now },
  });
}

function changedOf({ oldEnd, newStart }: { oldEnd?: number | null | undefined; newStart?: number | null | undefined }) {
  return typeof oldEnd === "number" && typeof newStart === "number" ? { oldEnd, newStart } : undefined;
}

async function reckon(tx: Tx, permit: Permit, place: Place, given: Figures, later?: MeterReading | null) {
  const { siteId, utility, month } = place;
  if (given.readOn > permit.today || given.readOn < firstDayOf(month))
    throw new Refusal(`抄表日期要在${formatMonth(month)}初和今天之间。`, "readOn");
  await refuseSettled(tx, permit, place);
  if (later === undefined && (await nextReading(tx, permit, place)))
    throw new Refusal("后面的月份已经抄过表，不能再往前补，用量已经算在后面那个月里。");
  const before = await readingBefore(tx, permit, place);
  const reading: Reading = {
    previous: before?.shown ?? given.shown,
    shown: given.shown,
    ...(given.isChanged ? { changed: changed(given) } : {}),
  };
  const refusal = refuseReading(reading);
  if (refusal) throw new Refusal(refusal.sentence, refusal.field);
  const used = usedOf(reading);
  if (isUnlikely(used, before?.used) && !given.isTrue)
    throw new Refusal(
      `用了 ${quantity(used)}，是上次 ${quantity(before?.used ?? 0)} 的三倍多，请核对；没有错请勾选「读数没有错」。`,
      "isTrue",
    );

  return {
    bureauId: permit.reach.bureauId,
    siteId,
    utility,
    month: monthColumn(month),
    readOn: dateColumn(given.readOn),
    previous: reading.previous,
    shown: reading.shown,
    oldEnd: reading.changed?.oldEnd ?? null,
    newStart: reading.changed?.newStart ?? null,
    used,
    note: given.note ?? null,
    readById: permit.actor.accountId,
    createdAt: permit.now,
  };
}

function changed({ oldEnd, newStart }: Figures) {
  if (oldEnd === undefined) throw new Refusal("换过表的，请填写旧表的止数。", "oldEnd");
  if (newStart === undefined) throw new Refusal("换过表的，请填写新表的起数。", "newStart");

  return { oldEnd, newStart };
}

async function nextReading(tx: Tx, _permit: Permit, { siteId, utility, month }: Place): Promise<MeterReading | null> {
  return tx.meterReading.findFirst({
    where: { siteId, utility, replacedAt: null, month: { gt: monthColumn(month) } },
    orderBy: { month: "asc" },
  });
}

async function refuseSettled(
  tx: Tx,
  _permit: Permit,
  { siteId, month }: { siteId: string; month: CivilMonth },
): Promise<void> {
  const bill = await tx.utilityBill.findFirst({
    where: { siteId, month: monthColumn(month), reversesId: null, state: { in: ["SETTLED", "CONFIRMED"] } },
  });
  if (!bill) return;
  throw new Refusal(
    bill.state === "SETTLED"
      ? `${formatMonth(month)}已经结算，等人确认；要改读数，请确认人先退回。`
      : `${formatMonth(month)}的结算已经确认；要改读数，请先冲正那份结算。`,
  );
}

async function audit(
  tx: Tx,
  permit: Permit,
  objectId: string,
  detail: { step: string; month: string },
  reason?: string,
): Promise<void> {
  await recordAudit(tx, permit, { object: "meter_reading", objectId, detail, ...(reason ? { reason } : {}) });
}
