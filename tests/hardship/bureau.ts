import { applyFor } from "@/lib/hardship/application/commands";
import { recordDocuments, reportVisit, startVisit } from "@/lib/hardship/checks/commands";
import { agree, approve, propose, saveFacts } from "@/lib/hardship/decisions/commands";
import type { SaveFacts } from "@/lib/hardship/decisions/schema";
import { requiredDocuments } from "@/lib/hardship/rules";
import type { CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { monday, openBureau, permit, type Cast } from "../cases/bureau";
import { anActor, units, type Staff } from "../people/bureau";

export type HardshipCast = Cast & { officer: Staff; manager: Staff; otherOfficer: Staff };

/** The bureau of the case tests with an officer of hardship and the head of the union's office. */
export async function openUnion(): Promise<HardshipCast> {
  const cast = await openBureau();
  const grant = { role: "OFFICER", programme: "hardship", unitIds: [units.personnel] } as const;

  return {
    ...cast,
    officer: await anActor("刘立", [grant]),
    otherOfficer: await anActor("何平", [grant]),
    manager: await anActor("工会主席", [{ ...grant, isManager: true }]),
  };
}

export { monday, permit };
export const [homeDay, noticeDay, afterNotice]: CivilDate[] = ["2026-10-14", "2026-10-16", "2026-10-26"];

export function anApplication(personId: string, given: object = {}) {
  return {
    requestKey: newId(),
    personId,
    mainCause: "LOW_INCOME",
    size: 4,
    monthlyIncome: 502_000,
    story: "两个人扫马路，两个孩子上学，老人常年吃药。",
    ...given,
  } as const;
}

/** The case as it is now. */
export async function caseRow(id: string) {
  return db.welfareCase.findUniqueOrThrow({ where: { id } });
}

export async function fileRow(caseId: string) {
  const { file, ...assessment } = await db.hardshipAssessment.findUniqueOrThrow({
    where: { caseId },
    include: { file: true },
  });

  return { file, assessment };
}

/** Case and version as the form carries them. */
export async function at(caseId: string): Promise<{ caseId: string; version: number }> {
  return { caseId, version: (await caseRow(caseId)).version };
}

export async function figures(caseId: string, given: Partial<SaveFacts> = {}): Promise<SaveFacts> {
  const { assessment } = await fileRow(caseId);

  return {
    ...(await at(caseId)),
    fileId: assessment.fileId,
    seen: assessment.version,
    mainCause: "LOW_INCOME",
    income: 6_024_000,
    medical: 1_800_000,
    education: 560_000,
    disability: 0,
    size: 4,
    accidentCost: 0,
    dwellings: 0,
    housing: "RENTED",
    cars: "NONE",
    schoolFee: "PUBLIC",
    ...given,
  };
}

export const visit = async (cast: HardshipCast, caseId: string, given: object = {}) => ({
  ...(await at(caseId)),
  visitedOn: homeDay ?? "",
  visitors: `${cast.firstLiaison.loginName} ${cast.desk.loginName}`,
  observed: "租住一间平房，家具简单，药费单据齐全。",
  agrees: "yes" as const,
  isSigned: "on" as const,
  ...given,
});

/** An application of the worker up to the stage; each act by whom the trade gives it to. */
export async function applicationAt(
  cast: HardshipCast,
  stage: "APPLIED" | "HOME_CHECK" | "REVIEW" | "PROPOSED" | "NOTICE" | "ON_FILE",
  given: object = {},
): Promise<string> {
  const caseId = await applyFor(
    permit(cast.firstLiaison, "hardship.apply"),
    anApplication(cast.worker.personId, given),
  );
  if (stage === "APPLIED") return caseId;
  await startVisit(permit(cast.firstLiaison, "hardship.check"), await at(caseId));
  if (stage === "HOME_CHECK") return caseId;
  await reportVisit(permit(cast.firstLiaison, "hardship.check", homeDay), await visit(cast, caseId));
  if (stage === "REVIEW") return caseId;
  const papers = requiredDocuments(["LOW_INCOME"], { isMigrant: false });
  await recordDocuments(permit(cast.officer, "hardship.check", homeDay), {
    ...(await at(caseId)),
    received: papers,
    seen: papers,
  });
  await saveFacts(permit(cast.officer, "hardship.assess", homeDay), await figures(caseId));
  await propose(permit(cast.officer, "hardship.assess", homeDay), {
    ...(await at(caseId)),
    level: "DEEP",
    note: "情况属实",
  });
  if (stage === "PROPOSED") return caseId;
  await agree(permit(cast.manager, "hardship.agree", noticeDay), { ...(await at(caseId)), note: "同意公示" });
  if (stage === "NOTICE") return caseId;
  await settle(cast, afterNotice ?? "");
  await approve(permit(cast.boss, "hardship.approve", afterNotice), { ...(await at(caseId)), note: "同意建档" });

  return caseId;
}

/** What the first page of the day does with the notices that have ended. */
export async function settle(cast: HardshipCast, on: CivilDate): Promise<number> {
  const { settleNotices } = await import("@/lib/cases/derived/commands");

  return settleNotices(permit(cast.officer, "cases.view", on));
}
