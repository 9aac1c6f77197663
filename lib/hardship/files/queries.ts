import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { loadCase, type LoadedCase } from "@/lib/cases/queries";
import { fromDateColumn } from "@/lib/dates";
import { filesOpenTo, filesWithin } from "@/lib/hardship/reach/queries";
import type { Measures, Standing } from "@/lib/hardship/rules";
import { parametersAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import type { Tx } from "@/prisma/client";
import type { HardshipAssessment, HardshipFile } from "@/prisma/generated/client";

/** A case under way with its assessment and file, as the commands need them. */
export type UnderWay = { loaded: LoadedCase; assessment: HardshipAssessment; file: HardshipFile };

/**
 * Loads what a command on a case touches, within the permit's reach; outside it is not found.
 * Refused: somebody changed the case since the version on the screen.
 */
export async function loadUnderWay(
  tx: Tx,
  permit: Permit,
  { caseId, version }: { caseId: string; version: number },
): Promise<UnderWay> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select a.id from hardship_assessment a join hardship_file f on f.id = a.file_id
    where a.case_id = ${caseId}::uuid and ${filesOpenTo(permit)}`;
  if (!found) notFound();
  const { file, ...assessment } = await tx.hardshipAssessment.findUniqueOrThrow({
    where: { id: found.id },
    include: { file: true },
  });
  const loaded = await loadCase(tx, permit, caseId, { isOwnTransaction: true });
  if (loaded.version !== version) throw new Refusal("这件事刚被别人处理过，请刷新页面，看看现在的情况再办。");

  return { loaded, assessment, file };
}

/** A file within reach for a command on the file itself. */
export async function loadFile(tx: Tx, permit: Permit, id: string): Promise<HardshipFile> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select f.id from hardship_file f where f.id = ${id}::uuid and ${filesWithin(permit)}`;
  if (!found) notFound();

  return tx.hardshipFile.findUniqueOrThrow({ where: { id } });
}

/** The dated parameters of the income test. */
export async function measuresOn(tx: Tx, permit: Permit): Promise<Measures> {
  const keys = ["hardship.dibaoLine", "hardship.relativeMultiple", "hardship.accidentShare"] as const;
  const values = await parametersAt(tx, keys, permit.today);

  return {
    lineFen: BigInt(values["hardship.dibaoLine"]) * 100n,
    multiple: values["hardship.relativeMultiple"],
    accidentShare: values["hardship.accidentShare"],
  };
}

/** What the migrants' conditions ask about the head of the file. */
export async function standingOf(tx: Tx, _permit: Permit, personId: string): Promise<Standing> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { hukouScope: true, hireDate: true, unionMember: true },
  });

  return {
    isMigrant: person.hukouScope === "OUTSIDE",
    hiredOn: person.hireDate ? fromDateColumn(person.hireDate) : null,
    isUnionMember: person.unionMember,
  };
}
