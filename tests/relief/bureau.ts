import { listInbox } from "@/lib/cases/list/queries";
import { signOff } from "@/lib/cases/sign-offs/commands";
import { fromDateColumn, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { accept, propose, verify } from "@/lib/relief/handling/commands";
import { approve } from "@/lib/relief/decisions/commands";
import { reportFor } from "@/lib/relief/reports/commands";
import { db } from "@/prisma/client";
import { monday, openBureau, permit, type Cast } from "../cases/bureau";
import { anActor, leader, units, type Staff } from "../people/bureau";

export type ReliefCast = Cast & { officer: Staff; colleague: Staff; chair: Staff; second: Staff };

/** The bureau of the case tests with two officers of relief, the union chair who heads their office, and a leader more. */
export async function openUnion(): Promise<ReliefCast> {
  const cast = await openBureau();
  const grant = { role: "OFFICER", programme: "relief", unitIds: [units.personnel] } as const;

  return {
    ...cast,
    officer: await anActor("刘立", [grant]),
    colleague: await anActor("何平", [grant]),
    chair: await anActor("工会主席", [{ ...grant, isManager: true }]),
    second: await anActor("副局长", [leader], units.bureau),
  };
}

export { monday, permit };
/** The day after `monday`. */
export const tuesday: CivilDate = "2026-10-13";

export function aReport(personId: string, given: object = {}) {
  return {
    requestKey: newId(),
    personId,
    event: "FIRE" as const,
    happenedOn: "2026-10-11",
    story: "厨房着火，屋里的东西都烧了，人没事。",
    asked: 100_000,
    isAnother: undefined,
    ...given,
  };
}

export async function caseRow(id: string) {
  return db.welfareCase.findUniqueOrThrow({ where: { id } });
}

export async function reliefRow(caseId: string) {
  return db.emergencyRelief.findUniqueOrThrow({ where: { caseId } });
}

/** Case and version as the form carries them. */
export async function at(caseId: string): Promise<{ caseId: string; version: number }> {
  return { caseId, version: (await caseRow(caseId)).version };
}

export const look = async (cast: ReliefCast, caseId: string, given: object = {}) => ({
  ...(await at(caseId)),
  firstVerifier: cast.officer.loginName,
  secondVerifier: cast.firstLiaison.loginName,
  verifiedOn: monday,
  found: "屋里家具和衣物全部烧毁，暂住亲戚家。",
  ...given,
});

export const proposal = async (caseId: string, amount: number, given: object = {}) => ({
  ...(await at(caseId)),
  amount,
  payMode: "CASH" as const,
  fund: "UNION" as const,
  note: "情况属实，建议救助",
  ...given,
});

export type Stage = "REPORTED" | "ACCEPTED" | "VERIFIED" | "APPROVAL" | "PAYING" | "SIGNED";

/** A case up to the stage, 1,000 yuan unless told otherwise; each act by whom the trade gives it to. */
export async function reliefAt(cast: ReliefCast, stage: Stage, amount = 100_000, given: object = {}): Promise<string> {
  const caseId = await reportFor(permit(cast.firstLiaison, "relief.report"), aReport(cast.worker.personId, given));
  if (stage === "REPORTED") return caseId;
  await accept(permit(cast.officer, "relief.handle"), await at(caseId));
  if (stage === "ACCEPTED") return caseId;
  await verify(permit(cast.officer, "relief.handle"), await look(cast, caseId));
  if (stage === "VERIFIED") return caseId;
  await propose(permit(cast.officer, "relief.handle"), await proposal(caseId, amount));
  if (stage === "APPROVAL") return caseId;
  const by = amount <= 100_000 ? cast.chair : cast.boss;
  await approve(permit(by, "relief.decide"), { ...(await at(caseId)), amount, note: "同意救助" });
  if (stage === "PAYING") return caseId;
  await signAll(cast, caseId);

  return caseId;
}

/** Everything that waits for a signature of the case is signed for, by transfer, with the colleague at the desk. */
export async function signAll(cast: ReliefCast, caseId: string, on: CivilDate = monday): Promise<void> {
  const rows = await db.signOff.findMany({ where: { caseId, signedOn: null, reversesId: null, reversedBy: null } });
  for (const { id } of rows)
    await signOff(permit(cast.colleague, "cases.signOff", on), {
      signOffId: id,
      receivedBy: "王建国",
      mode: "TRANSFER",
      voucherNo: "GH-1",
      givenBy: [],
      signedOn: on,
    });
}

/** Cases in the box of what somebody has to do. */
export const inbox = async (who: Staff, on = monday) =>
  (await listInbox(permit(who, "cases.view", on), "todo", {})).rows.map(({ id }) => id);

export const stageOf = async (caseId: string) => (await caseRow(caseId)).stage;

/** The day by which the case has to go on. */
export const due = async (caseId: string) => {
  const { dueOn } = await caseRow(caseId);

  return dueOn && fromDateColumn(dueOn);
};

/** A decision as its form sends it. */
export const say = async (caseId: string, amount: number, given: object = {}) => ({
  ...(await at(caseId)),
  amount,
  note: "同意救助",
  ...given,
});
