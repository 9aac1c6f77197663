import { dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import { approveBudget, setBudget } from "@/lib/hardship/campaigns/budget/commands";
import { createCampaign, openSurvey, submitList } from "@/lib/hardship/campaigns/commands";
import { draftListNotice, settleCampaigns } from "@/lib/hardship/campaigns/notice/commands";
import { agreeList } from "@/lib/hardship/campaigns/order/commands";
import { newId } from "@/lib/id";
import { publishNotice } from "@/lib/notices/commands";
import { db } from "@/prisma/client";
import type { HardshipLevel, HardshipState } from "@/prisma/generated/enums";
import { aPerson, bureauId, units } from "../../people/bureau";
import { permit, type HardshipCast } from "../bureau";

/** Before the Spring Festival of 2026 (02-17): the notice of 2026-01-12 ends on 01-19. */
export const [surveyDay, budgetDay, noticeDay, visitDay]: CivilDate[] = [
  "2026-01-05",
  "2026-01-09",
  "2026-01-12",
  "2026-01-20",
];

type Given = Parameters<typeof aPerson>[0];

/** A household with its head, and a file when it has a state. */
export async function aHousehold(
  given: Given & { level?: HardshipLevel; state?: HardshipState; number?: string } = {},
) {
  const { level, state, number, ...person } = given;
  const head = await aPerson(person);
  const householdId = newId();
  await db.household.create({ data: { id: householdId, bureauId, headId: head.id } });
  await db.person.update({ where: { id: head.id }, data: { householdId } });
  if (state) await aFile(head, householdId, { state, level, number });

  return { ...head, householdId };
}

async function aFile(
  head: { id: string; staffNo: string },
  householdId: string,
  { state, level, number }: { state: HardshipState; level?: HardshipLevel; number?: string },
): Promise<void> {
  const own = number ?? `KN-2025-${head.staffNo}`;
  const caseId = newId();
  const creator = newId();
  await db.welfareCase.create({
    data: {
      id: caseId,
      bureauId,
      number: own,
      programme: "hardship",
      topic: "困难申请",
      title: "困难申请",
      content: "困难申请",
      personId: head.id,
      unitId: units.firstTeam,
      source: "LIAISON",
      stageTable: "hardship",
      stage: "ON_FILE",
      status: "closed",
      clockFrom: dateColumn("2025-03-03"),
      limitDays: 5,
      outcome: "RESOLVED",
      answer: "在档",
      answeredAt: instantAt("2025-04-01", "09:00"),
      firstAnsweredOn: dateColumn("2025-04-01"),
      closedAt: instantAt("2025-04-01", "09:00"),
      createdById: creator,
      createdAt: instantAt("2025-03-03", "09:00"),
      requestKey: newId(),
    },
  });
  await db.hardshipFile.create({
    data: {
      id: caseId,
      bureauId,
      householdId,
      headId: head.id,
      unitId: units.firstTeam,
      number: own,
      state,
      level: level ?? null,
      mainCause: "LOW_INCOME",
      onFileSince: dateColumn("2025-04-01"),
      createdById: creator,
      assessments: {
        create: { id: newId(), caseId, kind: "APPLICATION", applicantId: head.id, mainCause: "LOW_INCOME" },
      },
    },
  });
}

export async function campaignRow(id: string) {
  return db.visitCampaign.findUniqueOrThrow({ where: { id } });
}

/** Campaign and version as the form carries them. */
export async function seen(id: string): Promise<{ campaignId: string; version: number }> {
  return { campaignId: id, version: (await campaignRow(id)).version };
}

export async function seenRow(id: string): Promise<{ rowId: string; version: number }> {
  return { rowId: id, version: (await db.visitRow.findUniqueOrThrow({ where: { id } })).version };
}

export const funds = (union: number) => ({ union: union * 100, administration: 0, superior: 0, donation: 0 });

type Reached = "DRAFT" | "SURVEY" | "LIST_REVIEW" | "BUDGET" | "NOTICE" | "RUNNING" | "VISITING";

/** The campaign of 2026 up to the stage, each step by whom the trade gives it to. */
export async function campaignAt(cast: HardshipCast, stage: Reached, union = 79_000): Promise<string> {
  const id = await createCampaign(permit(cast.officer, "hardship.planVisits", surveyDay), {
    year: 2026,
    standard: 50_000,
    goods: "米、面、油",
  });
  const plan = (on = surveyDay) => permit(cast.officer, "hardship.planVisits", on);
  if (stage === "DRAFT") return id;
  await openSurvey(plan(), await seen(id));
  if (stage === "SURVEY") return id;

  return onFrom(cast, id, stage, union);
}

/** The same from 摸底 on, with whatever is on the list by then. */
export async function onFrom(cast: HardshipCast, id: string, stage: Reached, union = 79_000): Promise<string> {
  const plan = (on = surveyDay) => permit(cast.officer, "hardship.planVisits", on);
  await submitList(plan(), { ...(await seen(id)), withoutReports: "on" });
  if (stage === "LIST_REVIEW") return id;
  await agreeList(permit(cast.manager, "hardship.agreeVisits", surveyDay), { ...(await seen(id)), note: "同意名单" });
  if (stage === "BUDGET") return id;
  await setBudget(plan(budgetDay), { ...(await seen(id)), ...funds(union) });
  await approveBudget(permit(cast.boss, "hardship.approveVisits", budgetDay), {
    ...(await seen(id)),
    note: "同意",
  });
  if (stage === "NOTICE") return id;
  const noticeId = await draftListNotice(plan(noticeDay), await seen(id));
  const notice = await db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } });
  await publishNotice(permit(cast.manager, "notices.publish", noticeDay), { noticeId, version: notice.version });
  if (stage === "RUNNING") return id;
  await settleCampaigns(permit(cast.officer, "hardship.view", visitDay));

  return id;
}
