import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { listAttachments } from "@/lib/cases/attachments/queries";
import { formatInstant, fromDateColumn } from "@/lib/dates";
import { rowsWithin } from "@/lib/hardship/visits/records/queries";
import { refuseRow, rowStateOf, signedDay, type RowFacts } from "@/lib/hardship/visits/records/rules";
import { maskPhone } from "@/lib/masks";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

export type RowView = Awaited<ReturnType<typeof viewRow>>;

/**
 * The page of one household of a campaign: who goes, what it gets, what happened there so far. Address, telephone and how
 * the family is come by `revealVisit` only. Out of reach, or a household of another campaign: not found.
 */
export async function viewRow(permit: Permit<"hardship.recordVisit">, of: { campaignId: string; rowId: string }) {
  const row = await db.visitRow.findFirst({
    where: { AND: [{ id: of.rowId, campaignId: of.campaignId }, rowsWithin(permit)] },
    include: parts,
  });
  if (!row) notFound();
  const granted = await grantedOf(row.signOffId);
  const names = await namesOf([
    ...(row.group?.memberIds ?? []),
    ...row.records.flatMap(({ visitors }) => visitors.map(({ personId }) => personId)),
  ]);
  const [papers, pictures, need] = await Promise.all([
    granted ? listAttachments(permit, { owner: "sign_off", ownerId: granted.id }) : [],
    listAttachments(permit, { owner: "visit_row", ownerId: row.id }),
    row.needCaseId
      ? db.welfareCase.findUnique({ where: { id: row.needCaseId }, select: { id: true, number: true, title: true } })
      : null,
  ]);

  return {
    ...standingOf(row, granted),
    group: row.group && {
      id: row.group.id,
      name: row.group.name,
      route: row.group.route,
      members: row.group.memberIds.map((id) => ({ id, name: names.get(id) ?? "" })),
    },
    records: row.records.map((record) => recordOf(record, names)),
    need,
    attachments: [...papers, ...pictures],
    isOfficer: permit.reach.programmes.includes("hardship"),
    isMine: row.group?.memberIds.includes(permit.actor.personId) ?? false,
  };
}

const parts = {
  campaign: { select: { name: true, stage: true, goods: true, finishBy: true } },
  group: { select: { id: true, name: true, route: true, memberIds: true, plannedOn: true } },
  person: { select: { name: true, mobile: true, unit: { select: { name: true } } } },
  records: { orderBy: { id: "desc" }, take: 20, include: { visitors: true } },
} as const satisfies Prisma.VisitRowInclude;

type Row = Prisma.VisitRowGetPayload<{ include: typeof parts }>;

type Granted = Awaited<ReturnType<typeof grantedOf>>;

async function grantedOf(signOffId: string | null) {
  return signOffId
    ? db.signOff.findUnique({
        where: { id: signOffId },
        include: { reversedBy: { select: { id: true, reason: true } } },
      })
    : null;
}

/** What is planned for the household, what it was granted, and how it stands with both. */
function standingOf(row: Row, granted: Granted) {
  const facts = factsOf(row, granted);

  return {
    id: row.id,
    version: row.version,
    campaign: { id: row.campaignId, name: row.campaign.name, finishBy: facts.finishBy, stage: row.campaign.stage },
    orderNo: row.orderNo,
    name: row.person.name,
    unit: row.person.unit.name,
    maskedPhone: row.person.mobile ? maskPhone(row.person.mobile) : "没有登记电话",
    plannedGoods: row.campaign.goods,
    amountFen: granted?.amountFen ?? row.amountFen,
    state: rowStateOf(facts),
    fault: refuseRow(facts)?.sentence ?? grantFault(granted),
    takenOffReason: row.takenOffReason,
    plannedOn: dayOf(row.plannedAgainOn ?? row.group?.plannedOn ?? null),
    hasCondition: row.conditionCipher !== null,
    signOff: granted && {
      id: granted.id,
      signedOn: dayOf(granted.signedOn),
      receivedBy: granted.receivedBy,
      reversed: granted.reversedBy?.reason ?? null,
    },
  };
}

function grantFault(granted: Granted): string | undefined {
  if (!granted) return "这一户还没有批准发放，暂时不能登记走访。";

  return granted.reversedBy ? "这笔发放已经冲正，要重新发放以后才能签领。" : undefined;
}

function factsOf(row: Row, granted: Granted): RowFacts {
  return {
    stage: row.campaign.stage,
    isLeftOut: row.isLeftOut,
    takenOff: row.takenOffAt !== null,
    signedOn: signedDay(granted),
    notMetReason: row.notMetReason,
    memberIds: row.group?.memberIds ?? [],
    finishBy: fromDateColumn(row.campaign.finishBy),
  };
}

function recordOf(record: Row["records"][number], names: ReadonlyMap<string, string>) {
  const told = (personId: string) => names.get(personId) ?? "";

  return {
    id: record.id,
    outcome: record.outcome,
    visitedOn: fromDateColumn(record.visitedOn),
    notMetReason: record.notMetReason,
    note: record.note,
    goods: record.goods,
    recorded: `${formatInstant(record.recordedAt)} ${record.recordedByName}`,
    visitors: record.visitors.map(({ personId }) => told(personId)),
    givers: record.visitors
      .filter(({ isGiver }) => isGiver)
      .map(({ personId, confirmedAt, deniedReason }) => ({
        name: told(personId),
        confirmed: confirmedAt && formatInstant(confirmedAt),
        deniedReason,
      })),
  };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });

  return new Map(people.map(({ id, name }) => [id, name]));
}

function dayOf(column: Date | null): string | null {
  return column && fromDateColumn(column);
}
