import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove, openCase } from "@/lib/cases/commands";
import { caseOfRequest } from "@/lib/cases/queries";
import { personConcerned } from "@/lib/cases/registration/commands";
import { civilOf, dateColumn, type CivilDate, type CivilMonth } from "@/lib/dates";
import { newId } from "@/lib/id";
import { takeEffect } from "@/lib/insurance/changes/effect/commands";
import { codeOf, earliestMonth, isIncrease, refuseCodes, refuseMonth } from "@/lib/insurance/changes/rules";
import { insurableOf, loadChange, type LoadedChange } from "@/lib/insurance/changes/queries";
import type {
  ApproveChange,
  DraftChange,
  EditChange,
  FileChanges,
  RejectChange,
  TouchChange,
} from "@/lib/insurance/changes/schema";
import { lockEnrolments } from "@/lib/insurance/enrolments/commands";
import { refusePeriods } from "@/lib/insurance/enrolments/rules";
import { ratesOf } from "@/lib/insurance/rates/queries";
import { clampBase, owedSchemes } from "@/lib/insurance/rules";
import { parametersAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { InsuranceChange } from "@/prisma/generated/client";

type Content = Pick<DraftChange, "code" | "schemes" | "month" | "wage">;
type Columns = Pick<InsuranceChange, "code" | "schemes" | "month" | "payer" | "wageFen" | "baseFen" | "clamp">;

/**
 * 增员 or 减员 for one person, kept as a draft or handed in at once. The same form sent twice gives the same case.
 * Refused: schemes that the person does not owe, a month past the cut-off day, a period that overlaps, an increase
 * without wage, another form for the person under way.
 * @returns the case id
 */
export async function draftChange(permit: Permit<"insurance.draft">, input: DraftChange): Promise<string> {
  return transact(async (tx) => {
    const already = await caseOfRequest(tx, permit, input.requestKey);
    if (already) return already;
    const columns = await columnsOf(tx, permit, input.personId, input);
    const person = await personConcerned(tx, permit, input.personId);
    await refuseSecond(tx, input.personId);
    const { "insurance.checkDays": limitDays } = await parametersAt(tx, ["insurance.checkDays"], permit.today);
    const loaded = await openCase(tx, permit, {
      requestKey: input.requestKey,
      programme: "insurance",
      table: "insurance",
      topic: input.code === "RESUMED" ? "中断续保" : "参保登记",
      title: `${isIncrease(input.code) ? "增员" : "减员"}申报（${codeOf(input.code)}）`,
      content: `${isIncrease(input.code) ? "增员" : "减员"}，${input.month}。申报内容在社保申报表里。`,
      personId: person.id,
      unitId: person.unitId,
      source: permit.reach.kind === "units" ? "LIAISON" : "DESK",
      complexity: "ORDINARY",
      confidentiality: "ORDINARY",
      greenChannel: person.greenChannel,
      limitDays,
    });
    const id = newId();
    await tx.insuranceChange.create({
      data: {
        id,
        caseId: loaded.id,
        bureauId: permit.reach.bureauId,
        personId: person.id,
        unitId: person.unitId,
        createdAt: permit.now,
        ...columns,
      },
    });
    await audit(tx, permit, { id, personId: person.id }, "draft");
    if (input.then === "submit") await applyMove(tx, permit, loaded, "submit", {});

    return loaded.id;
  });
}

/** One form for a person at a time: two would contradict each other at the insurance office. */
async function refuseSecond(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`;
  const other = await tx.insuranceChange.findFirst({
    where: { personId, case: { status: { in: ["open", "waiting", "answered"] } } },
    select: { case: { select: { number: true } } },
  });
  if (other) throw new Refusal(`这位职工已经有一张表正在办（${other.case.number}），办完再填下一张。`, "personId");
}

/** Everything that the form declares, with the rule's answer to each part of it. */
async function columnsOf(tx: Tx, permit: Permit, personId: string, content: Content): Promise<Columns> {
  const { person, facts } = await insurableOf(tx, permit, personId);
  const at = await parametersAt(tx, ["insurance.overAgeInjury"] as const, permit.today);
  const lateMonth = await monthRefused(tx, permit, content.month, facts.hireDate);
  if (lateMonth) throw new Refusal(lateMonth, "month");
  const owed = owedSchemes(facts, content.month, { isOverAgeOn: at["insurance.overAgeInjury"] === "ON" });
  const wrong = refuseCodes(content, owed);
  if (wrong) throw new Refusal(wrong.sentence, wrong.field);
  const periods = await lockEnrolments(tx, permit, personId);
  const clash = refusePeriods(content, periods);
  if (clash) throw new Refusal(clash, "schemes");
  const payer = person.employmentType === "DISPATCH" ? ("AGENCY" as const) : ("BUREAU" as const);
  const { code, schemes, month } = content;
  if (!isIncrease(code)) return { code, schemes, month, payer, wageFen: null, baseFen: null, clamp: "NONE" };
  const wage = content.wage ?? 0;
  const { baseFen, clamp } = clampBase(wage, (await ratesOf(tx, permit, month)).bounds);

  return { code, schemes, month, payer, wageFen: BigInt(wage), baseFen: BigInt(baseFen), clamp };
}

async function monthRefused(tx: Tx, permit: Permit, month: CivilMonth, hiredOn: CivilDate | null) {
  const keys = ["insurance.cutOffDay", "insurance.registerDays"] as const;
  const at = await parametersAt(tx, keys, permit.today);
  const who = { isOffice: permit.reach.kind === "bureau", registerDays: at["insurance.registerDays"] };
  const earliest = earliestMonth(hiredOn, permit.today, who);

  return refuseMonth(month, permit.today, { cutOffDay: at["insurance.cutOffDay"], earliest });
}

/** Puts the content right while it is ours: a draft, one that came back to the unit, or one the insurance office refused. */
export async function editChange(permit: Permit<"insurance.draft">, input: EditChange): Promise<void> {
  await transact(async (tx) => {
    const { change, loaded } = await loadChange(tx, permit, input);
    if (!["DRAFT", "RETURNED", "REJECTED"].includes(loaded.stage))
      throw new Refusal("已经提交的表不能改，请先退回补正。");
    await tx.insuranceChange.update({
      where: { id: change.id },
      data: await columnsOf(tx, permit, change.personId, input),
    });
    await bump(tx, loaded);
    await audit(tx, permit, change, "edit");
  });
}

/** The content belongs to the case's version: who edits raises it, so that nobody files what they have not seen. */
async function bump(tx: Tx, { id, version }: { id: string; version: number }): Promise<void> {
  const { count } = await tx.welfareCase.updateMany({ where: { id, version }, data: { version: version + 1 } });
  if (count !== 1) throw new Refusal("这件事刚被别人处理过，请刷新页面，看看现在的情况再办。");
}

/** 提交 by the unit. Refused: a month whose cut-off day has passed since the draft. */
export async function submitChange(permit: Permit<"insurance.draft">, input: TouchChange): Promise<void> {
  await transact(async (tx) => {
    const { change, loaded } = await loadChange(tx, permit, input);
    const { facts } = await insurableOf(tx, permit, change.personId);
    const late = await monthRefused(tx, permit, change.month, facts.hireDate);
    if (late) throw new Refusal(late);
    await applyMove(tx, permit, loaded, "submit", {});
    await audit(tx, permit, change, "submit");
  });
}

/**
 * 报送: the forms go to the insurance office together and get one receipt number; all or none.
 * Refused: a day that lies ahead or before the form was made, a form that is not ready or that a colleague filed meanwhile.
 */
export async function fileChanges(permit: Permit<"insurance.check">, input: FileChanges): Promise<void> {
  if (input.filedOn > permit.today) throw new Refusal("报送日期不能晚于今天。", "filedOn");
  const picked = [...new Set(input.picked)].sort().map((one) => {
    const [caseId = "", version = ""] = one.split("|");

    return { caseId, version: Number(version) };
  });
  await transact(
    async (tx) => {
      for (const at of picked) await fileOne(tx, permit, await loadChange(tx, permit, at), input);
    },
    { seconds: 30 },
  );
}

async function fileOne(
  tx: Tx,
  permit: Permit<"insurance.check">,
  { change, loaded }: LoadedChange,
  { receiptNo, filedOn }: FileChanges,
): Promise<void> {
  if (filedOn < civilOf(change.createdAt))
    throw new Refusal(`报送日期不能早于填表的那天（${civilOf(change.createdAt)}）。`, "filedOn");
  await applyMove(tx, permit, loaded, "file", { note: `受理号 ${receiptNo}` });
  await tx.insuranceChange.update({
    where: { id: change.id },
    data: { receiptNo, filedOn: dateColumn(filedOn), filedById: permit.actor.accountId, resultOn: null },
  });
  await audit(tx, permit, change, "file");
}

/** 核准: the insurance office accepted. In force at once when the month has come, else by itself on the first of it. */
export async function approveChange(permit: Permit<"insurance.check">, input: ApproveChange): Promise<void> {
  await transact(async (tx) => {
    const { change, loaded } = await loadChange(tx, permit, input);
    refuseResultDay(permit, change, input.resultOn);
    const approved = await applyMove(tx, permit, loaded, "approve", {
      note: `经办机构 ${input.resultOn} 核准，受理号 ${change.receiptNo ?? ""}。`,
    });
    const dated = await tx.insuranceChange.update({
      where: { id: change.id },
      data: { resultOn: dateColumn(input.resultOn) },
    });
    await audit(tx, permit, change, "approve");
    await takeEffect(tx, permit, { change: dated, loaded: approved });
  });
}

/** 退回 by the insurance office, with everything that is missing at once. */
export async function rejectChange(permit: Permit<"insurance.check">, input: RejectChange): Promise<void> {
  await transact(async (tx) => {
    const { change, loaded } = await loadChange(tx, permit, input);
    refuseResultDay(permit, change, input.resultOn);
    await applyMove(tx, permit, loaded, "reject", { note: input.note });
    await tx.insuranceChange.update({ where: { id: change.id }, data: { resultOn: dateColumn(input.resultOn) } });
    await audit(tx, permit, change, "reject");
  });
}

function refuseResultDay(permit: Permit, { filedOn }: InsuranceChange, resultOn: string): void {
  if (resultOn > permit.today) throw new Refusal("日期不能晚于今天。", "resultOn");
  if (filedOn && dateColumn(resultOn) < filedOn) throw new Refusal("日期不能早于报送日期。", "resultOn");
}

async function audit(
  tx: Tx,
  permit: Permit,
  { id, personId }: { id: string; personId: string },
  step: string,
): Promise<void> {
  await recordAudit(tx, permit, { object: "insurance_change", objectId: id, subjectId: personId, detail: { step } });
}
