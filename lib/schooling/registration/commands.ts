import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { applyMove, openCase } from "@/lib/cases/commands";
import { caseOfRequest } from "@/lib/cases/queries";
import { personConcerned } from "@/lib/cases/registration/commands";
import { blindIndex } from "@/lib/crypto";
import { addMonths, dateColumn, parseCivil } from "@/lib/dates";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import { checkIdNo } from "@/lib/people/rules";
import { Refusal } from "@/lib/refusal";
import { refuseChildsName, sealChild, type Child } from "@/lib/schooling/children/queries";
import { currentIntake, type Intake } from "@/lib/schooling/intakes/queries";
import type { EndPlacement, RegisterFor, RegisterMine } from "@/lib/schooling/registration/schema";
import { dwellingOf, isTransfer, refuseAge, refuseTooOld, refuseTransfer } from "@/lib/schooling/rules";
import type { At } from "@/lib/schooling/schema";
import { loadPlacement, refuseInLetter } from "@/lib/schooling/files/queries";
import { schoolStageWords } from "@/lib/schooling/words";
import { nameless, readUpload, withUpload, type Upload } from "@/lib/uploads";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";
import type { CaseSource, ConsentMode } from "@/prisma/generated/enums";

type Registering = Permit<"schooling.register"> | Permit<"my.schooling">;
type Consent = { mode: ConsentMode; on: string; paper?: { upload: Upload; storedName: string } };
type Told = Omit<RegisterFor, "consentOn" | "consentFile">;

/**
 * 「孩子上学」 on the phone. Refused without the guardian's consent (nothing of the child is stored), and as `open` below.
 * @returns the case id
 */
export async function registerMine(permit: Permit<"my.schooling">, input: RegisterMine): Promise<string> {
  if (input.consent !== "on") throw new Refusal("您是孩子的监护人，同意我们用孩子的信息办入学，才能登记。", "consent");
  const told = { ...input, personId: permit.reach.personId };

  return inOne(() =>
    transact((tx) => open(tx, permit, told, { consent: { mode: "ONLINE", on: permit.today }, source: "WORKER" })),
  );
}

/**
 * The liaison of the unit or the officer registers a child for a parent. Refused without the signed consent on file, a day
 * of consent that is to come, and as `open`. @returns the case id
 */
export async function registerFor(permit: Permit<"schooling.register">, input: RegisterFor): Promise<string> {
  const { consentFile, consentOn, ...told } = input;
  if (!consentFile || consentFile.size === 0)
    throw new Refusal("先请监护人在同意书上签字，拍照上传，再登记孩子的信息。", "consentFile");
  if (!consentOn || parseCivil(consentOn) === undefined) throw new Refusal("请填写监护人哪天签的同意书。", "consentOn");
  if (consentOn > permit.today) throw new Refusal("同意书的日期不能晚于今天。", "consentOn");
  const upload = nameless(await readUpload(consentFile));
  const source: CaseSource = permit.reach.kind === "units" ? "LIAISON" : "DESK";

  return inOne(() =>
    withUpload(upload, (storedName) =>
      transact((tx) =>
        open(tx, permit, told, { consent: { mode: "PAPER", on: consentOn, paper: { upload, storedName } }, source }),
      ),
    ),
  );
}

/** Two people who register one child at the same moment: the unique key lets one in, the other gets the sentence. */
async function inOne<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (fault) {
    if (isUniqueViolation(fault)) throw registeredAlready();
    throw fault;
  }
}

const registeredAlready = () => new Refusal("这个孩子本年度已经登记过了，一个孩子一个年度只登记一次。", "childId");

/**
 * One case per child and intake. The same form sent twice gives the same case.
 * Refused: a person out of reach or no longer here, an ID number that cannot be right, a child too young for the intake
 * (with the day and the year for which it is old enough), a transfer without grade and register number, a child that is
 * registered already.
 */
async function open(
  tx: Tx,
  permit: Registering,
  told: Told,
  { consent, source }: { consent: Consent; source: CaseSource },
): Promise<string> {
  const already = await caseOfRequest(tx, permit, told.requestKey);
  if (already) return already;
  const person = await personConcerned(tx, permit, told.personId);
  const home = await tx.person.findUniqueOrThrow({ where: { id: person.id }, select: { status: true, address: true } });
  if (["DECEASED", "LEFT", "TRANSFERRED_OUT"].includes(home.status))
    throw new Refusal("这位职工已经不在本单位了，不能登记。", "personId");
  const intake = await currentIntake(permit, tx);
  const child = childOf(told, intake, permit.today);
  const childIdIndex = blindIndex(child.idNo);
  const twice = await tx.schoolPlacement.count({ where: { childIdIndex, intakeYear: intake.year, isLiving: true } });
  if (twice > 0) throw registeredAlready();
  const sourceCaseId = await lastYears(tx, permit, told.sourceCaseId, childIdIndex);
  const loaded = await openCase(tx, permit, {
    requestKey: told.requestKey,
    programme: "schooling",
    table: "schooling",
    topic: topicOf(told.schoolStage),
    title: `随迁子女入学（${intake.year} 年度，${schoolStageWords[told.schoolStage]}）`,
    content: "外来务工人员随迁子女申请入学。孩子的信息加密保存在入学档案里。",
    personId: person.id,
    unitId: person.unitId,
    source,
    sourceCaseId,
    complexity: "ORDINARY",
    confidentiality: "RESTRICTED",
    greenChannel: person.greenChannel,
    limitDays: await parameterAt(tx, "schooling.contactDays", permit.today),
  });
  await store(tx, permit, {
    caseId: loaded.id,
    person,
    intake,
    child,
    childIdIndex,
    told,
    consent,
    address: home.address,
  });

  return loaded.id;
}

function topicOf(stage: Told["schoolStage"]): string {
  if (isTransfer(stage)) return "转学";

  return stage === "JUNIOR_1" ? "初中入学" : "小学入学";
}

function childOf(told: Told, intake: Intake, today: string): Child {
  const check = checkIdNo(told.childId, today);
  if (!check.ok) throw new Refusal(`${check.sentence}。`, "childId");
  const tooYoung = refuseAge(check.birthDate, intake.year, told.schoolStage, intake.terms);
  if (tooYoung) throw new Refusal(tooYoung, "childId");
  const tooOld = refuseTooOld(check.birthDate, told.schoolStage, intake.dates.ageOn);
  if (tooOld) throw new Refusal(tooOld, "childId");
  const transfer = refuseTransfer({ stage: told.schoolStage, grade: told.grade, recordNo: told.recordNo });
  if (transfer) throw new Refusal(transfer.sentence, transfer.field);

  return {
    name: told.childName,
    idNo: check.idNo,
    birth: check.birthDate,
    sex: check.sex,
    recordNo: told.recordNo ?? null,
    wishes: told.wishes ?? null,
  };
}

/** Last year's case of the same child that came to nothing, so that the new one names it; anybody else's is not found. */
async function lastYears(
  tx: Tx,
  permit: Permit,
  given: string | undefined,
  childIdIndex: string,
): Promise<string | undefined> {
  const before = await tx.schoolPlacement.findFirst({
    where: {
      bureauId: permit.reach.bureauId,
      childIdIndex,
      outcome: "UNRESOLVED",
      ...(given ? { caseId: given } : {}),
    },
    orderBy: { intakeYear: "desc" },
    select: { caseId: true },
  });
  if (given && !before) throw new Refusal("孩子的身份证号和去年那份不一样，请核对。", "childId");

  return before?.caseId;
}

type Opening = {
  caseId: string;
  person: { id: string; unitId: string };
  intake: Intake;
  child: Child;
  childIdIndex: string;
  told: Told;
  consent: Consent;
  address: string | null;
};

async function store(tx: Tx, permit: Permit, opening: Opening): Promise<void> {
  const { caseId, person, intake, child, told, consent } = opening;
  const id = newId();
  const dwelling = dwellingOf(told.dwelling, opening.address);
  const consentAttachmentId = consent.paper
    ? await recordAttachment(
        tx,
        permit,
        {
          owner: "school_placement",
          ownerId: id,
          programme: "schooling",
          personId: person.id,
          unitId: person.unitId,
          kind: "GUARDIAN_CONSENT",
          hasConsent: true,
        },
        consent.paper,
      )
    : null;
  await tx.schoolPlacement.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      caseId,
      parentId: person.id,
      unitId: person.unitId,
      intakeYear: intake.year,
      schoolStage: told.schoolStage,
      grade: told.grade ?? null,
      ...sealChild(permit, child, id),
      childIdIndex: opening.childIdIndex,
      consentOn: dateColumn(consent.on),
      consentMode: consent.mode,
      consentAttachmentId,
      dwelling,
      needsCoordination: dwelling === "DORMITORY",
      isApart: told.isApart === "on",
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
  await recordAudit(tx, permit, {
    object: "school_placement",
    objectId: id,
    subjectId: person.id,
    detail: { step: "register", intake: intake.year, consent: consent.mode },
  });
}

/** 撤回 or 作废 by the office. Refused: after the decision, out of reach, a reason that names the child. */
export async function endPlacement(permit: Permit<"schooling.register">, input: EndPlacement): Promise<void> {
  await endIt(permit, input, input.move, input.note);
}

/** 「不办了」 on the phone, until it is decided. */
export async function withdrawMine(permit: Permit<"my.schooling">, input: At): Promise<void> {
  await endIt(permit, input, "withdraw");
}

async function endIt(permit: Registering, at: At, move: "withdraw" | "void", note?: string): Promise<void> {
  await transact(async (tx) => {
    const { loaded, placement } = await loadPlacement(tx, permit, at);
    refuseChildsName(permit, placement, note, "note");
    await applyMove(tx, permit, loaded, move, { note });
    await release(tx, permit, placement.id);
  });
}

/** The child may be registered again, and its data go when their time is up. */
async function release(tx: Tx, permit: Permit, placementId: string): Promise<void> {
  const keepMonths = await parameterAt(tx, "schooling.keepMonths", permit.today);
  await refuseInLetter(tx, permit, placementId);
  await tx.schoolPlacement.update({
    where: { id: placementId },
    data: { isLiving: false, keepUntil: dateColumn(addMonths(permit.today, keepMonths)), version: { increment: 1 } },
  });
}
