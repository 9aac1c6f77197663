import type { CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { recordCheck, logContact } from "@/lib/schooling/coordination/commands";
import { passUnion, passUnit, prepare, submit } from "@/lib/schooling/decisions/commands";
import { decideLetter, draftLetter, sendLetter } from "@/lib/schooling/letters/commands";
import { recordPaper } from "@/lib/schooling/materials/commands";
import type { RecordPaper } from "@/lib/schooling/materials/schema";
import { recordOther } from "@/lib/schooling/parents/commands";
import type { RecordOther } from "@/lib/schooling/parents/schema";
import { registerMine } from "@/lib/schooling/registration/commands";
import type { RegisterMine } from "@/lib/schooling/registration/schema";
import { checkCharacter } from "@/lib/people/rules";
import { db } from "@/prisma/client";
import type { AttachmentKind } from "@/prisma/generated/enums";
import { monday, openBureau, permit, type Cast } from "../cases/bureau";
import { anActor, units, type Staff } from "../people/bureau";

export { monday, permit };

export type SchoolCast = Cast & { officer: Staff; otherOfficer: Staff; manager: Staff };

/** The bureau of the case tests with officers of schooling and the head of their office. */
export async function openSchool(): Promise<SchoolCast> {
  const cast = await openBureau();
  const grant = { role: "OFFICER", programme: "schooling", unitIds: [units.personnel] } as const;

  return {
    ...cast,
    officer: await anActor("郑立", [grant]),
    otherOfficer: await anActor("何安", [grant]),
    manager: await anActor("工会主席", [{ ...grant, isManager: true }]),
  };
}

/** A valid number of somebody born that day; the serial keeps several children apart. */
export function idNoOf(birth: CivilDate, serial = 11): string {
  const digits = `129900${birth.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;

  return `${digits}${checkCharacter(digits)}`;
}

/** A child nobody else is called like, so that a leak is seen wherever it happens. */
export const canary = "孔雀蓝莹";

export function aChild(given: Partial<RegisterMine> = {}): RegisterMine {
  return {
    requestKey: newId(),
    schoolStage: "PRIMARY_1",
    childName: canary,
    childId: idNoOf("2021-03-08"),
    dwelling: "RENTED",
    consent: "on",
    ...given,
  };
}

export async function at(caseId: string): Promise<{ caseId: string; version: number }> {
  const { version } = await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } });

  return { caseId, version };
}

export async function stageOf(caseId: string): Promise<string> {
  return (await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } })).stage;
}

export async function placementOf(caseId: string) {
  return db.schoolPlacement.findUniqueOrThrow({ where: { caseId } });
}

const days: Partial<Record<AttachmentKind, Partial<RecordPaper>>> = {
  LEASE_FILING: { from: "2026-11-01", to: "2027-10-31" },
  INSURANCE_PROOF: { from: "2020-01-01", to: "2027-12-31" },
  RESIDENCE_PERMIT: { validUntil: "2027-12-31" },
};
const ofBoth: AttachmentKind[] = ["HOUSEHOLD_BOOK", "ID_CARD", "PROPERTY_QUERY"];
const early: AttachmentKind[] = [
  ...(["RESIDENCE_PERMIT", "HOUSEHOLD_BOOK", "ID_CARD", "CONTRACT", "INSURANCE_PROOF", "VACCINATION"] as const),
  ...(["LEASE_FILING", "PROPERTY_QUERY"] as const),
];

export const aPaper = (caseId: string, kind: AttachmentKind, given: Partial<RecordPaper> = {}): RecordPaper => ({
  caseId,
  kind,
  state: "VERIFIED",
  ...days[kind],
  ...(ofBoth.includes(kind) ? { coversOther: "on" as const } : {}),
  ...given,
});

export async function allPapers(by: Staff, caseId: string, kinds: readonly AttachmentKind[] = early): Promise<void> {
  for (const kind of kinds) await recordPaper(permit(by, "schooling.collect"), aPaper(caseId, kind));
}

/** The other parent, who works elsewhere. */
export const anOther = (caseId: string, given: Partial<RecordOther> = {}): RecordOther => ({
  caseId,
  otherParent: "OUTSIDE",
  otherName: "程孔雀",
  otherIdNo: idNoOf("1990-05-06", 12),
  ...given,
});

export const evidence = () =>
  new File([Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF")], "结果.pdf", {
    type: "application/pdf",
  });

type Stage =
  "REGISTERED" | "PREPARING" | "UNIT_CHECK" | "UNION_CHECK" | "COORDINATING" | "EDU_FIRST" | "EDU_SECOND" | "ASSIGNED";

/** A child of the worker up to the stage; each act by whom the trade gives it to. */
export async function placementAt(cast: SchoolCast, stage: Stage, given: Partial<RegisterMine> = {}): Promise<string> {
  const caseId = await registerMine(permit(cast.worker, "my.schooling"), aChild(given));
  if (stage === "REGISTERED") return caseId;
  await prepare(permit(cast.firstLiaison, "schooling.collect"), await at(caseId));
  await recordOther(permit(cast.worker, "my.schooling"), anOther(caseId));
  if (stage === "PREPARING") return caseId;
  await allPapers(cast.firstLiaison, caseId);
  await submit(permit(cast.worker, "my.schooling"), await at(caseId));
  if (stage === "UNIT_CHECK") return caseId;
  await passUnit(permit(cast.firstLiaison, "schooling.collect"), await at(caseId));
  if (stage === "UNION_CHECK") return caseId;
  await allPapers(cast.officer, caseId, ["EMPLOYMENT_PROOF"]);
  await passUnion(permit(cast.officer, "schooling.review"), await at(caseId));
  if (stage === "COORDINATING") return caseId;
  await throughLetter(cast, [caseId]);
  if (stage === "EDU_FIRST") return caseId;
  await allPapers(cast.officer, caseId, ["BOOKING_SLIP"]);
  await recordCheck(permit(cast.officer, "schooling.review"), {
    ...(await at(caseId)),
    result: "passed",
    checkedOn: monday,
    file: evidence(),
  });
  if (stage === "EDU_SECOND") return caseId;
  await logContact(permit(cast.officer, "schooling.review"), {
    ...(await at(caseId)),
    party: "EDU_BUREAU",
    madeOn: monday,
    content: "说明家长是一线职工",
    result: "统筹安排",
  });
  await recordCheck(permit(cast.officer, "schooling.review"), {
    ...(await at(caseId)),
    result: "passed",
    checkedOn: monday,
    schoolName: "第一小学",
    file: evidence(),
  });

  return caseId;
}

export async function letterAt(id: string): Promise<{ letterId: string; version: number }> {
  const { version } = await db.schoolLetter.findUniqueOrThrow({ where: { id } });

  return { letterId: id, version };
}

export async function throughLetter(cast: SchoolCast, cases: string[]): Promise<string> {
  const id = await draftLetter(permit(cast.officer, "schooling.letter"), { requestKey: newId(), cases });
  await decideLetter(permit(cast.boss, "schooling.approveLetter"), {
    ...(await letterAt(id)),
    decision: "APPROVED",
    opinion: "同意",
  });
  await sendLetter(permit(cast.officer, "schooling.letter"), { ...(await letterAt(id)), sentOn: monday });

  return id;
}
