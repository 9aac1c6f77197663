import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { readClockworks } from "@/lib/cases/clock/queries";
import { changedMeanwhile, eventWord, loadCase, type LoadedCase } from "@/lib/cases/queries";
import { movesFor } from "@/lib/cases/rules";
import { formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { legsOf, type Leg } from "@/lib/insurance/transfers/legs/rules";
import type { TransferFilter } from "@/lib/insurance/transfers/schema";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { parameterAt } from "@/lib/parameters/queries";
import { tableOf } from "@/lib/stages";
import { db, type Tx } from "@/prisma/client";
import type { InsuranceTransfer } from "@/prisma/generated/client";
import type { InsuranceScheme } from "@/prisma/generated/enums";

export type TransferLine = {
  id: string;
  caseId: string;
  number: string;
  name: string;
  staffNo: string;
  scheme: InsuranceScheme;
  fromPlace: string;
  toPlace: string;
  stage: string;
  legs: Leg[];
};

const running = ["open", "waiting"] as const;

/** Transfers of the bureau, the newest first. */
export async function listTransfers(
  permit: Permit<"insurance.transfer">,
  { tab, after }: TransferFilter,
): Promise<Page<TransferLine>> {
  const [from] = decodeCursor(after, 1) ?? [];
  const [rows, clock] = await Promise.all([
    db.insuranceTransfer.findMany({
      where: {
        bureauId: permit.reach.bureauId,
        case: { status: tab === "running" ? { in: [...running] } : { notIn: [...running] } },
        ...(from ? { id: { lt: from } } : {}),
      },
      orderBy: { id: "desc" },
      take: pageSize + 1,
      include: {
        person: { select: { name: true, staffNo: true } },
        case: { select: { number: true, stage: true, closedAt: true } },
      },
    }),
    clockOf(permit),
  ]);
  const page = pageOf(rows, ({ id }) => [id], { cursor: after });

  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      caseId: row.caseId,
      number: row.case.number,
      name: row.person.name,
      staffNo: row.person.staffNo,
      scheme: row.scheme,
      fromPlace: row.fromPlace,
      toPlace: row.toPlace,
      stage: row.case.stage,
      legs: clock(row, row.case.closedAt),
    })),
  };
}

async function clockOf(permit: Permit) {
  const [{ calendar }, legDays] = await Promise.all([
    readClockworks(db, permit.today),
    parameterAt(db, "insurance.legDays", permit.today),
  ]);
  const civil = (column: Date | null): CivilDate | null => column && fromDateColumn(column);

  return (row: InsuranceTransfer, closedAt: Date | null) =>
    legsOf(
      {
        appliedOn: fromDateColumn(row.appliedOn),
        letterOn: civil(row.letterOn),
        fundsOn: civil(row.fundsOn),
        closedOn: closedAt && formatInstant(closedAt).slice(0, 10),
      },
      calendar,
      permit.today,
      legDays,
    );
}

/** A transfer for a command. Refused: the case changed since the version on the screen. */
export async function loadTransfer(
  tx: Tx,
  permit: Permit<"insurance.transfer">,
  { caseId, version }: { caseId: string; version: number },
): Promise<{ transfer: InsuranceTransfer; loaded: LoadedCase }> {
  const transfer = await tx.insuranceTransfer.findFirst({ where: { caseId, bureauId: permit.reach.bureauId } });
  if (!transfer) notFound();
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  if (loaded.version !== version) throw await changedMeanwhile(tx, loaded, version);

  return { transfer, loaded };
}

export type TransferView = Awaited<ReturnType<typeof viewTransfer>>;

/** One transfer with its legs and what can be done. */
export async function viewTransfer(permit: Permit<"insurance.transfer">, caseId: string) {
  const transfer = await db.insuranceTransfer.findFirst({
    where: { caseId, bureauId: permit.reach.bureauId },
    include: { person: { select: { id: true, name: true, staffNo: true, unit: { select: { name: true } } } } },
  });
  if (!transfer) notFound();
  const [loaded, { closedAt }, events, clock] = await Promise.all([
    loadCase(db, permit, caseId, { isOwnTransaction: true }),
    db.welfareCase.findUniqueOrThrow({ where: { id: caseId }, select: { closedAt: true } }),
    db.caseEvent.findMany({ where: { caseId }, orderBy: { id: "desc" }, take: 50 }),
    clockOf(permit),
  ]);
  const table = tableOf(loaded.stageTable);

  return {
    loaded,
    person: transfer.person,
    scheme: transfer.scheme,
    fromPlace: transfer.fromPlace,
    toPlace: transfer.toPlace,
    amountFen: transfer.amountFen === null ? null : Number(transfer.amountFen),
    legs: clock(transfer, closedAt),
    stage: table.stageWords[loaded.stage] ?? loaded.stage,
    turn: table.turnWords[loaded.stage] ?? "",
    moves: movesFor(table.stages, loaded, { accountId: permit.actor.accountId, reach: permit.reach }),
    timeline: events.map(({ id, at, actorName, kind, toStage, note }) => ({
      id,
      kind,
      toStage,
      at: formatInstant(at),
      who: actorName,
      what: eventWord(kind, loaded.stageTable),
      note,
    })),
  };
}
