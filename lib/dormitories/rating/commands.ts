import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import { averageTenths, starsOf, starsOn, starValidTo, starWord } from "@/lib/dormitories/rating/rules";
import type { LowerStars, OpenStars, SelfRate, TouchStars } from "@/lib/dormitories/rating/schema";
import { awardOf } from "@/lib/dormitories/board/rules";
import { newId } from "@/lib/id";
import { maskName } from "@/lib/masks";
import { draftNotice } from "@/lib/notices/commands";
import { noticeFor } from "@/lib/notices/queries";
import { mayAct } from "@/lib/notices/rules";
import { officePhone } from "@/lib/office";
import { parametersAt } from "@/lib/parameters/queries";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { StarRound } from "@/prisma/generated/client";

/**
 * 开始评比 of a year with the thresholds of today: every open site takes part. Refused: a round of that year exists.
 * @returns the round's id
 */
export async function openStars(permit: Permit<"dormitories.rate">, input: OpenStars): Promise<string> {
  const id = newId();
  try {
    await transact(async (tx) => {
      const keys = ["dormitories.fiveStars", "dormitories.fourStars", "dormitories.threeStars"] as const;
      const values = await parametersAt(tx, keys, permit.today);
      const sites = await tx.dormSite.findMany({ where: { bureauId: permit.reach.bureauId, closedOn: null } });
      await tx.starRound.create({
        data: {
          id,
          bureauId: permit.reach.bureauId,
          year: input.year,
          fiveFrom: values["dormitories.fiveStars"],
          fourFrom: values["dormitories.fourStars"],
          threeFrom: values["dormitories.threeStars"],
          createdById: permit.actor.accountId,
          createdAt: permit.now,
        },
      });
      await tx.starEntry.createMany({ data: sites.map((site) => ({ id: newId(), roundId: id, siteId: site.id })) });
      await audit(tx, permit, id, "open");
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal(`${input.year} 年已经有评比了，一年一次。`, "year");
    throw fault;
  }

  return id;
}

/** 自评 of one site, as the warden reports it. Refused: the round is past inspecting, somebody was faster. */
export async function selfRate(permit: Permit<"dormitories.rate">, input: SelfRate): Promise<void> {
  await transact(async (tx) => {
    const entry = await loadEntry(tx, permit, input);
    if (entry.round.state !== "INSPECTING") throw new Refusal("评比已经汇总，自评不能改。");
    await tx.starEntry.update({
      where: { id: entry.id },
      data: { selfTenths: Math.round(input.points * 10), version: { increment: 1 } },
    });
    await audit(tx, permit, entry.roundId, "selfRate");
  });
}

/**
 * 汇总: averages, stars and vetoes of every site, and the notice of those with a star. Who sums up cannot agree.
 * Refused: a site with fewer than two inspectors (all of them named), summed up already.
 */
export async function sumUpStars(permit: Permit<"dormitories.rate">, input: TouchStars): Promise<void> {
  await transact(async (tx) => {
    const round = await loadRound(tx, permit, input, "INSPECTING");
    const entries = await tx.starEntry.findMany({
      where: { roundId: round.id },
      orderBy: { site: { sortNo: "asc" } },
      include: { inspections: true, site: { include: { warden: { select: { name: true } } } } },
    });
    const short = entries.filter(({ inspections }) => inspections.length < 2).map(({ site }) => site.name);
    if (short.length > 0) throw new Refusal(`每处至少两位检查人，还差：${short.join("、")}。`);
    const rated = [];
    for (const { id, inspections, site } of entries) {
      const average = averageTenths(inspections.map(({ total }) => total)) ?? 0;
      const veto = inspections.find((one) => one.veto)?.veto ?? null;
      const stars = starsOf(average, veto !== null, round);
      await tx.starEntry.update({
        where: { id },
        data: { averageTenths: average, veto, stars, version: { increment: 1 } },
      });
      if (stars > 0) rated.push({ id, stars, site });
    }
    if (rated.length === 0) throw new Refusal("没有一处够得上三星，不用公示。");
    const notice = await draftNotice(tx, permit, {
      matter: "dormitories",
      objectId: round.id,
      title: `${round.year} 年星级宿舍评比公示`,
      text: "经自评和实地检查，拟将下列职工宿舍评为星级宿舍，现予公示。如有异议，请在公示期内反映。",
      place: "局机关公告栏和各宿舍门口",
      phone: officePhone(),
      entries: rated.map(({ id, stars, site }) => ({
        key: id,
        maskedName: maskName(site.warden?.name ?? "管理员"),
        unit: site.name,
        note: starWord(stars),
      })),
    });
    await touch(tx, permit, round, { state: "SUBMITTED", noticeId: notice.id, submittedById: permit.actor.accountId });
    await audit(tx, permit, round.id, "sumUp");
  });
}

/** 同意公示 by the head of the office. Refused: who summed up. */
export async function agreeStars(permit: Permit<"dormitories.agree">, input: TouchStars): Promise<void> {
  await transact(async (tx) => {
    const round = await loadRound(tx, permit, input, "SUBMITTED");
    if (!permit.reach.manages.includes("dormitories")) throw new Refusal("要由宿舍工作的负责人同意公示。");
    if (round.submittedById === permit.actor.accountId) throw new Refusal("评比是您汇总的，要由另一位负责人同意。");
    await touch(tx, permit, round, { state: "NOTICE" });
    await audit(tx, permit, round.id, "agree");
  });
}

/**
 * 授牌 by a leader, from the day after the notice: stars are valid from today. A site with an open or upheld objection
 * gets none. Refused: the notice is not over, who summed up.
 */
export async function awardStars(permit: Permit<"dormitories.approve">, input: TouchStars): Promise<void> {
  await transact(async (tx) => {
    const round = await loadRound(tx, permit, input, "NOTICE");
    if (round.submittedById === permit.actor.accountId) throw new Refusal("评比是您汇总的，要由另一位领导授牌。");
    const notice = await noticeFor(tx, permit, { matter: "dormitories", objectId: round.id });
    if (!notice?.lastDay || permit.today <= notice.lastDay) throw new Refusal("公示还没有结束，结束的第二天才能授牌。");
    const { "dormitories.starMonths": months } = await parametersAt(tx, ["dormitories.starMonths"], permit.today);
    const won = await tx.starEntry.findMany({ where: { roundId: round.id, stars: { gt: 0 } } });
    for (const { id } of won.filter((entry) => mayAct(notice, entry.id, permit.today)))
      await tx.starEntry.update({
        where: { id },
        data: {
          awardedOn: dateColumn(permit.today),
          validTo: dateColumn(starValidTo(permit.today, months)),
          version: { increment: 1 },
        },
      });
    await touch(tx, permit, round, {
      state: "AWARDED",
      awardedById: permit.actor.accountId,
      awardedOn: dateColumn(permit.today),
    });
    await audit(tx, permit, round.id, "award");
  });
}

/** 降星 or 摘牌 by the head of the office after a re-check. Refused: no star in force, not fewer stars than now. */
export async function lowerStars(permit: Permit<"dormitories.agree">, input: LowerStars): Promise<void> {
  await transact(async (tx) => {
    if (!permit.reach.manages.includes("dormitories")) throw new Refusal("要由宿舍工作的负责人降星、摘牌。");
    const entry = await loadEntry(tx, permit, input);
    const now = starsOn(awardOf(entry), permit.today);
    const to = Number(input.stars);
    if (now === 0) throw new Refusal("这处宿舍现在没有星级，不用再降。");
    if (to >= now) throw new Refusal(`现在是${starWord(now)}，只能往下降。`, "stars");
    await tx.starEntry.update({
      where: { id: entry.id },
      data: {
        loweredOn: dateColumn(permit.today),
        loweredTo: to,
        loweredReason: input.reason,
        version: { increment: 1 },
      },
    });
    await audit(tx, permit, entry.roundId, "lower", input.reason);
  });
}

async function loadEntry(tx: Tx, permit: Permit, { entryId, version }: { entryId: string; version: number }) {
  const entry = await tx.starEntry.findFirst({
    where: { id: entryId, round: { bureauId: permit.reach.bureauId } },
    include: { round: true },
  });
  if (!entry) notFound();
  // locked until the end of the transaction: of two hands one finds the version changed
  const { count } = await tx.starEntry.updateMany({ where: { id: entry.id, version }, data: { version } });
  if (count !== 1) throw actedMeanwhile();

  return entry;
}

async function loadRound(
  tx: Tx,
  permit: Permit,
  { roundId, version }: TouchStars,
  state: StarRound["state"],
): Promise<StarRound> {
  const round = await tx.starRound.findFirst({ where: { id: roundId, bureauId: permit.reach.bureauId } });
  if (!round) notFound();
  if (round.version !== version || round.state !== state)
    throw new Refusal("评比刚被别人办过，请刷新页面，看看现在的情况再办。");

  return round;
}

async function touch(tx: Tx, _permit: Permit, round: StarRound, change: Partial<StarRound>): Promise<void> {
  const { count } = await tx.starRound.updateMany({
    where: { id: round.id, version: round.version },
    data: {
      state: change.state ?? round.state,
      noticeId: change.noticeId ?? round.noticeId,
      submittedById: change.submittedById ?? round.submittedById,
      awardedById: change.awardedById ?? round.awardedById,
      awardedOn: change.awardedOn ?? round.awardedOn,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw actedMeanwhile();
}

async function audit(tx: Tx, permit: Permit, objectId: string, step: string, reason?: string): Promise<void> {
  await recordAudit(tx, permit, { object: "star_round", objectId, detail: { step }, ...(reason ? { reason } : {}) });
}
