import "server-only";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { definitionOf, type ParameterKey } from "@/lib/parameters/rules";
import type { ParameterChange } from "@/lib/parameters/schema";
import { inForce, receptionTogether, refuseTogether, showValue, valueOf } from "@/lib/parameters/values/rules";
import { actedMeanwhile, Refusal } from "@/lib/refusal";

/**
 * Enters a value of a parameter that counts from a day on; rows that are there stay as they are.
 * Refused: a day before today (what has happened was done by the value of its day), the value that counts anyway,
 * reception values with which no day could be published, and a form whose history has moved on meanwhile.
 * @returns the id of the new row
 */
export async function changeParameter(permit: Permit<"parameters.change">, input: ParameterChange): Promise<string> {
  if (input.validFrom < permit.today) {
    throw new Refusal("生效日期不能早于今天，已经发生的事按当时的数办", "validFrom");
  }
  try {
    return await transact((tx) => enterValue(tx, permit, input));
  } catch (error) {
    // Two people entered the same parameter for the same day; the unique key let one of them in.
    if (isUniqueViolation(error)) throw actedMeanwhile();
    throw error;
  }
}

async function enterValue(tx: Tx, permit: Permit<"parameters.change">, input: ParameterChange): Promise<string> {
  const { key, value, validFrom, reason, isUnverified, seenId } = input;
  const rows = await rowsOf(tx, [key]);
  if (rows.some(({ id }) => id > seenId)) throw actedMeanwhile();
  const before = inForce(rows, validFrom);
  const isSame = (before?.value ?? definitionOf(key).fallback) === value;
  if (isSame && (before?.isUnverified ?? false) === isUnverified) {
    throw new Refusal(`那一天本来就是“${showValue(key, value)}”，不用改`, "value");
  }
  await refuseMisfit(tx, key, value, validFrom);
  const id = newId();
  const revision = 1 + Math.max(0, ...rows.filter((row) => row.validFrom === validFrom).map((row) => row.revision));
  await tx.parameter.create({
    data: {
      id,
      key,
      value,
      validFrom: dateColumn(validFrom),
      revision,
      isUnverified,
      reason,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
  await recordAudit(tx, permit, {
    object: "parameter",
    objectId: id,
    reason,
    fields: [key],
    detail: {
      key,
      validFrom,
      before: showValue(key, before?.value ?? definitionOf(key).fallback),
      after: showValue(key, value),
    },
  });

  return id;
}

/** Checks the reception values of the day and of every later day on which one of them changes. */
async function refuseMisfit(tx: Tx, key: ParameterKey, value: string | number, validFrom: CivilDate): Promise<void> {
  if (!receptionTogether.some((together) => together === key)) return;
  const rows = await rowsOf(tx, receptionTogether);
  const entered = { id: "", key, value, validFrom, revision: Number.MAX_SAFE_INTEGER, isUnverified: false };
  const all = [...rows, entered];
  const days = new Set([validFrom, ...rows.map((row) => row.validFrom).filter((day) => day > validFrom)]);
  for (const day of days) {
    const at = <K extends (typeof receptionTogether)[number]>(wanted: K) =>
      valueOf(
        wanted,
        inForce(
          all.filter((row) => row.key === wanted),
          day,
        )?.value,
      );
    const sentence = refuseTogether({
      "reception.fromTime": at("reception.fromTime"),
      "reception.toTime": at("reception.toTime"),
      "reception.slotMinutes": at("reception.slotMinutes"),
      "reception.walkInReserve": at("reception.walkInReserve"),
      "reception.greenReserve": at("reception.greenReserve"),
      "reception.staffReserve": at("reception.staffReserve"),
      "reception.closesDaysBefore": at("reception.closesDaysBefore"),
      "reception.closesTime": at("reception.closesTime"),
      "reception.reserveDaysBefore": at("reception.reserveDaysBefore"),
      "reception.reserveTime": at("reception.reserveTime"),
    });
    if (sentence) throw new Refusal(day === validFrom ? sentence : `从${day}起：${sentence}`, "value");
  }
}

async function rowsOf(tx: Tx, keys: readonly ParameterKey[]) {
  const rows = await tx.parameter.findMany({
    where: { key: { in: [...keys] } },
    select: { id: true, key: true, value: true, validFrom: true, revision: true, isUnverified: true },
  });

  return rows.map((row) => ({ ...row, validFrom: fromDateColumn(row.validFrom) }));
}
