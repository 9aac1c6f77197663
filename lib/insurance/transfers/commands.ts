import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove, openCase } from "@/lib/cases/commands";
import { caseOfRequest } from "@/lib/cases/queries";
import { personConcerned } from "@/lib/cases/registration/commands";
import { dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { loadTransfer } from "@/lib/insurance/transfers/queries";
import type { MoveTransfer, OpenTransfer } from "@/lib/insurance/transfers/schema";
import { schemeWords } from "@/lib/insurance/words";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { InsuranceTransfer } from "@/prisma/generated/client";

/**
 * 转移接续: opened when the officer hands the application to the insurance office. The same form sent twice gives the
 * same case. Refused: a transfer of the same scheme that is still under way.
 * @returns the case id
 */
export async function openTransfer(permit: Permit<"insurance.transfer">, input: OpenTransfer): Promise<string> {
  return transact(async (tx) => {
    const already = await caseOfRequest(tx, permit, input.requestKey);
    if (already) return already;
    const person = await personConcerned(tx, permit, input.personId);
    await tx.$queryRaw`select id from person where id = ${person.id}::uuid for update`;
    const other = await tx.insuranceTransfer.findFirst({
      where: { personId: person.id, scheme: input.scheme, case: { status: { in: ["open", "waiting"] } } },
      select: { case: { select: { number: true } } },
    });
    if (other) throw new Refusal(`这位职工的${schemeWords[input.scheme]}正在转移（${other.case.number}）。`, "scheme");
    const loaded = await openCase(tx, permit, {
      requestKey: input.requestKey,
      programme: "insurance",
      table: "insurance-transfer",
      topic: "转移接续",
      title: `${schemeWords[input.scheme]}保险关系转移接续`,
      content: `从${input.fromPlace}转到${input.toPlace}。`,
      personId: person.id,
      unitId: person.unitId,
      source: "DESK",
      complexity: "COMPLEX",
      confidentiality: "ORDINARY",
      greenChannel: person.greenChannel,
    });
    const { requestKey: _, ...given } = input;
    const id = newId();
    await tx.insuranceTransfer.create({
      data: {
        ...given,
        id,
        caseId: loaded.id,
        bureauId: permit.reach.bureauId,
        unitId: person.unitId,
        appliedOn: dateColumn(permit.today),
        createdAt: permit.now,
      },
    });
    await audit(tx, permit, { id, personId: person.id }, "apply");

    return loaded.id;
  });
}

const columns = { accept: "acceptedOn", sendLetter: "letterOn", atOrigin: "originOn", fundsIn: "fundsOn" } as const;

/** One step of the outside offices. Refused: a day that lies ahead or before the step before, funds without an amount. */
export async function moveTransfer(permit: Permit<"insurance.transfer">, input: MoveTransfer): Promise<void> {
  if (input.on > permit.today) throw new Refusal("日期不能晚于今天。", "on");
  await transact(async (tx) => {
    const { transfer, loaded } = await loadTransfer(tx, permit, input);
    if (dateColumn(input.on) < latestDay(transfer)) throw new Refusal("日期不能早于上一步。", "on");
    if (input.move === "fundsIn" && !input.amount) throw new Refusal("请填写到账金额。", "amount");
    await applyMove(tx, permit, loaded, input.move, { note: input.on });
    if (input.move !== "finish")
      await tx.insuranceTransfer.update({
        where: { id: transfer.id },
        data: {
          [columns[input.move]]: dateColumn(input.on),
          ...(input.move === "fundsIn" && input.amount ? { amountFen: BigInt(input.amount) } : {}),
        },
      });
    await audit(tx, permit, transfer, input.move);
  });
}

function latestDay({ appliedOn, acceptedOn, letterOn, originOn, fundsOn }: InsuranceTransfer): Date {
  return [acceptedOn, letterOn, originOn, fundsOn].reduce<Date>(
    (latest, day) => (day && day > latest ? day : latest),
    appliedOn,
  );
}

async function audit(
  tx: Tx,
  permit: Permit,
  { id, personId }: { id: string; personId: string },
  step: string,
): Promise<void> {
  await recordAudit(tx, permit, { object: "insurance_transfer", objectId: id, subjectId: personId, detail: { step } });
}
