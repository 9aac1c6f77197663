import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { applyMove, openCase } from "@/lib/cases/commands";
import { caseOfRequest } from "@/lib/cases/queries";
import type { OpenCase } from "@/lib/cases/schema";
import { ageOn, fromDateColumn } from "@/lib/dates";
import { parameterAt } from "@/lib/parameters/queries";
import { programmeOf } from "@/lib/programmes";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/**
 * 登记一件事: opens a case for a person, and when the clerk names a handling unit, accepts and assigns it in the same
 * transaction. The same form sent twice gives the same case.
 * Refused: a person or unit out of reach, an unknown programme or topic.
 * @returns the case id
 */
export async function registerCase(permit: Permit<"cases.open">, input: OpenCase): Promise<string> {
  return transact(async (tx) => {
    const already = await caseOfRequest(tx, permit, input.requestKey);
    if (already) return already;
    const person = await personConcerned(tx, permit, input.personId);
    const [programme = "", topic = ""] = input.subject.split("|");
    const topics: readonly string[] | undefined = programmeOf(programme)?.topics;
    if (!topics?.includes(topic)) throw new Refusal("请从列出的事项里选一个。", "subject");
    const isLiaison = permit.reach.kind === "units";
    const opened = await openCase(tx, permit, {
      requestKey: input.requestKey,
      programme,
      topic,
      title: input.title,
      content: input.content,
      demand: input.demand,
      personId: person.id,
      unitId: person.unitId,
      source: isLiaison ? "LIAISON" : input.source,
      sourceCaseId: input.sourceCaseId,
      complexity: input.complexity,
      confidentiality: input.confidentiality,
      greenChannel: person.greenChannel,
    });
    if (!input.handlerUnitId || isLiaison) return opened.id;
    await assertUnit(tx, permit, input.handlerUnitId);
    const accepted = await applyMove(tx, permit, opened, "accept", {});
    await applyMove(tx, permit, accepted, "assign", {
      handlerUnitId: input.handlerUnitId,
      complexity: input.complexity,
    });

    return opened.id;
  });
}

/** The person a case is about, within reach; 绿色通道 by age or by flag (domain.md §12). */
export async function personConcerned(
  tx: Tx,
  permit: Permit,
  personId: string,
): Promise<{ id: string; unitId: string; greenChannel: boolean; name: string }> {
  const person = await tx.person.findFirst({
    where: {
      id: personId,
      bureauId: permit.reach.bureauId,
      ...(permit.reach.kind === "units" ? { unitId: { in: [...permit.reach.unitIds] } } : {}),
      ...(permit.reach.kind === "self" ? { id: permit.reach.personId } : {}),
    },
    select: { id: true, unitId: true, name: true, birthDate: true, needsGreenChannel: true },
  });
  if (!person) throw new Refusal("没有找到这位职工，请重新选择。", "personId");
  const greenAge = await parameterAt(tx, "cases.greenAge", permit.today);
  const age = person.birthDate ? ageOn(fromDateColumn(person.birthDate), permit.today) : 0;

  return {
    id: person.id,
    unitId: person.unitId,
    name: person.name,
    greenChannel: person.needsGreenChannel || age >= greenAge,
  };
}

async function assertUnit(tx: Tx, permit: Permit, unitId: string): Promise<void> {
  const found = await tx.orgUnit.findFirst({
    where: { id: unitId, bureauId: permit.reach.bureauId, validTo: null },
    select: { id: true },
  });
  if (!found) throw new Refusal("没有这个承办单位，请重新选择。", "handlerUnitId");
}
