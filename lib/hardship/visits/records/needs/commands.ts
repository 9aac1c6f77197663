import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { openCase } from "@/lib/cases/commands";
import { ageOn, fromDateColumn } from "@/lib/dates";
import type { LoadedRow } from "@/lib/hardship/visits/records/queries";
import type { Need } from "@/lib/hardship/visits/records/needs/rules";
import { newId } from "@/lib/id";
import { parameterAt } from "@/lib/parameters/queries";
import type { Tx } from "@/prisma/client";

/**
 * Opens the case of what the household asks for, in the transaction of the visit, linked to the household's file where it
 * has one: the officer of that programme goes on with it.
 * @returns the case's id
 */
export async function openNeed(tx: Tx, permit: Permit, row: LoadedRow, need: Need): Promise<string> {
  const assessment = row.fileId
    ? await tx.hardshipAssessment.findFirst({
        where: { fileId: row.fileId },
        orderBy: { id: "desc" },
        select: { caseId: true },
      })
    : null;
  const opened = await openCase(tx, permit, {
    requestKey: newId(),
    programme: need.programme,
    topic: need.topic,
    title: `走访时提出：${need.topic}`,
    content: `${need.content}\n（${row.campaignName}，第 ${row.orderNo} 户，走访时由家里提出）`,
    personId: row.personId,
    unitId: row.unitId,
    source: "VISIT",
    sourceCaseId: assessment?.caseId,
    complexity: "ORDINARY",
    confidentiality: "ORDINARY",
    greenChannel: await isGreen(tx, permit, row.personId),
  });

  return opened.id;
}

/** 绿色通道 of somebody whose case is opened here, by age or by flag (domain guide §12). */
export async function isGreen(tx: Tx, permit: Permit, personId: string): Promise<boolean> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { birthDate: true, needsGreenChannel: true },
  });
  const greenAge = await parameterAt(tx, "cases.greenAge", permit.today);

  return (
    person.needsGreenChannel ||
    (person.birthDate !== null && ageOn(fromDateColumn(person.birthDate), permit.today) >= greenAge)
  );
}
