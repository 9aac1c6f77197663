import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { claiming, holdBed, releaseBeds } from "@/lib/dormitories/allotment/holds/commands";
import type {
  AskDeviation,
  DecideDeviation,
  FreezeRound,
  TouchRound,
  VoidRound,
} from "@/lib/dormitories/allotment/rounds/schema";
import { freeBeds } from "@/lib/dormitories/board/free/queries";
import { waitingLine, type Entrant } from "@/lib/dormitories/line/queries";
import { shareOutBeds, unknownAttributes } from "@/lib/dormitories/line/rules";
import { refuseRoom } from "@/lib/dormitories/rules";
import { newId } from "@/lib/id";
import { maskName } from "@/lib/masks";
import { draftNotice } from "@/lib/notices/commands";
import { officePhone } from "@/lib/office";
import { parameterAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { AllotmentRound } from "@/prisma/generated/client";

/**
 * 排定: freezes the order of everybody on the waiting list with the six keys as they stand, gives the free beds out in
 * that order and keeps them. Eligibility comes first: sex, lower bunk, wished sites; couples are served outside rounds.
 * Refused: nobody in line, no free bed, an attribute that nobody knows (all named), a bed that another round just took.
 * @returns the round's id; the same form sent twice gives the same round
 */
export async function freezeRound(permit: Permit<"dormitories.allot">, input: FreezeRound): Promise<string> {
  return claiming(permit, async (tx) => {
    const before = await tx.allotmentRound.findUnique({
      where: { requestKey: input.requestKey },
      select: { id: true },
    });
    if (before) return before.id;
    const entrants = (await waitingLine(tx, permit)).filter(({ spouseId }) => !spouseId);
    if (entrants.length === 0) throw new Refusal("轮候名单里没有人（夫妻房单独分配），现在不用做批次。");
    const unknown = unknownAttributes(entrants);
    if (unknown) throw new Refusal(unknown);
    const beds = (await freeBeds(tx, permit, input.siteId)).filter(({ use }) => use === "MALE" || use === "FEMALE");
    if (beds.length === 0) throw new Refusal("没有空床，现在不用做批次。", "siteId");
    const given = shareOutBeds(
      entrants.map((one) => ({
        ...one,
        refuses: (bed: { use: (typeof beds)[number]["use"] }) => refuseRoom(bed.use, { sex: one.sex, isCouple: false }),
      })),
      beds,
    );
    if (![...given.values()].some(Boolean))
      throw new Refusal("空床和轮候的人对不上（性别、下铺、期望的宿舍），没有能分的。");
    const id = newId();
    await tx.allotmentRound.create({
      data: {
        id,
        bureauId: permit.reach.bureauId,
        name: input.name,
        frozenAt: permit.now,
        requestKey: input.requestKey,
        createdById: permit.actor.accountId,
        createdAt: permit.now,
      },
    });
    await tx.roundEntry.createMany({
      data: entrants.map((one, i) => entryRow(id, one, i + 1, given.get(one.id) ?? null)),
    });
    for (const one of entrants) {
      const bed = beds.find((candidate) => candidate.id === given.get(one.id));
      if (bed) await seat(tx, permit, one, bed);
    }
    await audit(tx, permit, id, "freeze");
    return id;
  });
}

function entryRow(roundId: string, one: Entrant, place: number, bedId: string | null) {
  const { id: applicationId, caseId, personId, isLeader, isOffice, isRetired, need, completeAt, caseNumber } = one;

  return {
    id: newId(),
    roundId,
    applicationId,
    caseId,
    personId,
    place,
    isLeader,
    isOffice,
    isRetired,
    need,
    completeAt,
    caseNumber,
    bedId,
  };
}

async function seat(tx: Tx, permit: Permit, one: Entrant, bed: { id: string; siteId: string }): Promise<void> {
  await holdBed(tx, permit, {
    bed,
    personId: one.personId,
    applicationId: one.id,
    shift: one.shift,
    isAllotted: false,
  });
  const loaded = await loadCase(tx, permit, one.caseId, { isOwnTransaction: true });
  await applyMove(tx, permit, loaded, "propose", {
    limitDays: await parameterAt(tx, "dormitories.allotDays", permit.today),
  });
}

/** 不按名次, for a leader to decide. Refused: after submission, one is open already, not of this round. */
export async function askDeviation(permit: Permit<"dormitories.allot">, input: AskDeviation): Promise<void> {
  await transact(async (tx) => {
    const round = await loadRound(tx, permit, input, "FROZEN");
    const entry = await tx.roundEntry.findFirst({ where: { id: input.entryId, roundId: round.id, bedId: null } });
    if (!entry) throw new Refusal("请选一位没有分到床的职工。", "entryId");
    await loadSeated(tx, permit, round.id, input.bedId);
    if ((await tx.roundDeviation.count({ where: { roundId: round.id, state: "ASKED" } })) > 0)
      throw new Refusal("已经有一条调整等领导批，批完再提。");
    await tx.roundDeviation.create({
      data: {
        id: newId(),
        roundId: round.id,
        entryId: entry.id,
        bedId: input.bedId,
        reason: input.reason,
        askedById: permit.actor.accountId,
        askedAt: permit.now,
      },
    });
    await touch(tx, permit, round, {});
    await audit(tx, permit, round.id, "askDeviation", input.reason);
  });
}

/**
 * The leader's decision on a deviation: approved, the bed goes to the person named and the one who had it waits on.
 * Refused: decided already, the leader's own matter, a bed that does not suit.
 */
export async function decideDeviation(permit: Permit<"dormitories.approve">, input: DecideDeviation): Promise<void> {
  await claiming(permit, async (tx) => {
    const round = await loadRound(tx, permit, input, "FROZEN");
    const { count } = await tx.roundDeviation.updateMany({
      where: { id: input.deviationId, roundId: round.id, state: "ASKED" },
      data: { state: input.decision, decidedById: permit.actor.accountId, decidedAt: permit.now },
    });
    if (count !== 1) throw actedMeanwhile();
    const deviation = await tx.roundDeviation.findUniqueOrThrow({ where: { id: input.deviationId } });
    if (input.decision === "APPROVED") await swapSeat(tx, permit, round.id, deviation);
    await touch(tx, permit, round);
    await audit(tx, permit, round.id, input.decision, deviation.reason);
  });
}

async function swapSeat(
  tx: Tx,
  permit: Permit,
  roundId: string,
  to: { entryId: string; bedId: string },
): Promise<void> {
  const from = await loadSeated(tx, permit, roundId, to.bedId);
  const entry = await tx.roundEntry.findUniqueOrThrow({ where: { id: to.entryId }, include: { application: true } });
  if (entry.personId === permit.actor.personId || from.personId === permit.actor.personId)
    throw new Refusal("这里有您自己的申请，要由另一位领导批。");
  const entrant = (await waitingLine(tx, permit)).find(({ id }) => id === entry.applicationId);
  const bed = await tx.dormBed.findUniqueOrThrow({ where: { id: to.bedId }, include: { room: true } });
  if (!entrant) throw new Refusal("这位职工已经不在轮候名单里了。");
  const refusal = refuseRoom(bed.room.use, { sex: entrant.sex, isCouple: false });
  if (refusal) throw new Refusal(refusal);
  if (entrant.isLowerNeeded && bed.tier === "UPPER") throw new Refusal("这位职工要睡下铺，这是上铺，不能调整。");
  await releaseBeds(tx, permit, from.applicationId, { toNobody: true });
  await applyMove(tx, permit, await loadCase(tx, permit, from.caseId, { isOwnTransaction: true }), "putBack", {
    note: "床位按领导批准的调整给了别人，继续排队。",
  });
  await tx.roundEntry.update({ where: { id: from.id }, data: { bedId: null } });
  await tx.roundEntry.update({ where: { id: entry.id }, data: { bedId: bed.id } });
  await seat(tx, permit, entrant, bed);
}

async function loadSeated(tx: Tx, _permit: Permit, roundId: string, bedId: string) {
  const seated = await tx.roundEntry.findFirst({ where: { roundId, bedId } });
  if (!seated) throw new Refusal("请选这一批里已经分出去的床。", "bedId");

  return seated;
}

/**
 * 送负责人: drafts the notice with masked name, unit and site; deviations have their line. Who submits cannot agree.
 * Refused: a deviation still waits for the leader, submitted already.
 */
export async function submitRound(permit: Permit<"dormitories.allot">, input: TouchRound): Promise<void> {
  await transact(async (tx) => {
    const round = await loadRound(tx, permit, input, "FROZEN");
    const deviations = await tx.roundDeviation.findMany({ where: { roundId: round.id } });
    if (deviations.some(({ state }) => state === "ASKED")) throw new Refusal("还有一条调整等领导批，批完再送。");
    const deviated = new Set(deviations.filter(({ state }) => state === "APPROVED").map(({ entryId }) => entryId));
    const seated = await tx.roundEntry.findMany({
      where: { roundId: round.id, bedId: { not: null }, application: { endedAt: null } },
      orderBy: { place: "asc" },
      include: {
        person: { select: { name: true, unit: { select: { name: true } } } },
        bed: { select: { site: { select: { name: true } } } },
      },
    });
    const notice = await draftNotice(tx, permit, {
      matter: "dormitories",
      objectId: round.id,
      title: `职工宿舍床位分配公示（${round.name}）`,
      text: "按「先职工后领导，先基层后机关，先退休后在职」的次序，拟将宿舍床位分给下列职工，现予公示。如有异议，请在公示期内反映。",
      place: "局机关公告栏和各宿舍门口",
      phone: officePhone(),
      entries: seated.map(({ id, caseId, person, bed }) => ({
        key: caseId,
        maskedName: maskName(person.name),
        unit: person.unit.name,
        note: `${bed?.site.name ?? ""}${deviated.has(id) ? "（领导批准，不按名次）" : ""}`,
      })),
    });
    await touch(tx, permit, round, { state: "SUBMITTED", noticeId: notice.id, submittedById: permit.actor.accountId });
    await audit(tx, permit, round.id, "submit");
  });
}

/** 同意公示 by the head of the office; the notice is then published on its own page. Refused: who submitted it. */
export async function agreeRound(permit: Permit<"dormitories.agree">, input: TouchRound): Promise<void> {
  await transact(async (tx) => {
    const round = await loadRound(tx, permit, input, "SUBMITTED");
    if (!permit.reach.manages.includes("dormitories")) throw new Refusal("要由宿舍工作的负责人同意公示。");
    if (round.submittedById === permit.actor.accountId) throw new Refusal("这一批是您送的，要由另一位负责人同意。");
    for (const { caseId } of await tx.roundEntry.findMany({ where: { roundId: round.id, bedId: { not: null } } })) {
      const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
      if (loaded.stage === "PROPOSED") await applyMove(tx, permit, loaded, "publish", {});
    }
    await touch(tx, permit, round, { state: "NOTICE", agreedById: permit.actor.accountId });
    await audit(tx, permit, round.id, "agree");
  });
}

/** 作废 before the notice: back into the line. */
export async function voidRound(permit: Permit<"dormitories.allot">, input: VoidRound): Promise<void> {
  await transact(async (tx) => {
    const round = await loadRound(tx, permit, input, "FROZEN");
    for (const { caseId, applicationId } of await tx.roundEntry.findMany({
      where: { roundId: round.id, bedId: { not: null } },
    })) {
      const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
      if (loaded.stage !== "PROPOSED") continue;
      await applyMove(tx, permit, loaded, "putBack", { note: `批次作废：${input.note}` });
      await releaseBeds(tx, permit, applicationId, { toNobody: true });
    }
    await touch(tx, permit, round, { state: "VOID", voidReason: input.note });
    await audit(tx, permit, round.id, "void", input.note);
  });
}

async function loadRound(
  tx: Tx,
  permit: Permit,
  { roundId, version }: TouchRound,
  state: AllotmentRound["state"],
): Promise<AllotmentRound> {
  const round = await tx.allotmentRound.findFirst({ where: { id: roundId, bureauId: permit.reach.bureauId } });
  if (!round) notFound();
  if (round.version !== version || round.state !== state) throw actedMeanwhile();

  return round;
}

async function touch(
  tx: Tx,
  _permit: Permit,
  round: AllotmentRound,
  change: Partial<AllotmentRound> = {},
): Promise<void> {
  const { count } = await tx.allotmentRound.updateMany({
    where: { id: round.id, version: round.version },
    data: {
      state: change.state ?? round.state,
      noticeId: change.noticeId ?? round.noticeId,
      submittedById: change.submittedById ?? round.submittedById,
      agreedById: change.agreedById ?? round.agreedById,
      voidReason: change.voidReason ?? round.voidReason,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw actedMeanwhile();
}

async function audit(tx: Tx, permit: Permit, objectId: string, step: string, reason?: string): Promise<void> {
  await recordAudit(tx, permit, {
    object: "allotment_round",
    objectId,
    detail: { step },
    ...(reason ? { reason } : {}),
  });
}
