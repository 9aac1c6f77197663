import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { newId } from "@/lib/id";
import { findDifferences, type Difference } from "@/lib/insurance/differences/queries";
import { formFor, formHref, sidesOf, takenOver } from "@/lib/insurance/differences/rules";
import type { ResolveDifferences } from "@/lib/insurance/differences/schema";
import { lockEnrolments } from "@/lib/insurance/enrolments/commands";
import { ratesOf } from "@/lib/insurance/rates/queries";
import { yuan } from "@/lib/money";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";

/**
 * Decides differences of a month, all or none, and keeps what both sides said on that day. 以经办机构为准 of a base writes
 * a new base from that month on, beside the old one; of people and schemes it changes nothing and leads on to the form.
 * Refused: a difference that is gone, one that a colleague decided meanwhile, 以经办机构为准 for whom the roster does not know.
 * @returns the address of the form when one is to be made next
 */
export async function resolveDifferences(
  permit: Permit<"insurance.compare">,
  input: ResolveDifferences,
): Promise<string | undefined> {
  const picked = new Map(
    [...input.picked].sort().map((one) => [one.slice(0, one.indexOf("|")), Number(one.slice(one.indexOf("|") + 1))]),
  );
  const found = await transact(
    async (tx) => {
      const differences = await findDifferences(permit, input.month, [...picked.keys()], tx);
      if (differences.length !== picked.size)
        throw new Refusal("勾选的差异有的已经没有了，可能刚改正过，请刷新页面再办。");
      for (const one of differences) await decide(tx, permit, input, { one, seen: picked.get(one.key) ?? 0 });

      return differences;
    },
    { seconds: 30 },
  );
  const [only] = found;
  if (found.length !== 1 || !only?.personId || input.resolution !== "THEIRS" || only.kind === "BASE") return undefined;

  return formHref(only.personId, formFor(only.ours, only.theirs));
}

async function decide(
  tx: Tx,
  permit: Permit<"insurance.compare">,
  input: ResolveDifferences,
  { one, seen }: { one: Difference; seen: number },
): Promise<void> {
  if (input.resolution === "THEIRS" && one.personId === null)
    throw new Refusal(`花名册里没有${one.name}，不能以经办机构为准。请先请人事科登记，或者选去函核实。`, "resolution");
  const id = await writeNote(tx, permit, input, { one, seen });
  await recordAudit(tx, permit, {
    object: "difference_note",
    objectId: id,
    subjectId: one.personId,
    reason: input.note,
    detail: { step: "resolve", month: input.month },
    values: { ...sidesOf(one), kind: one.kind, resolution: input.resolution },
  });
  if (input.resolution === "THEIRS" && one.kind === "BASE") await takeBase(tx, permit, input, one);
}

async function writeNote(
  tx: Tx,
  permit: Permit<"insurance.compare">,
  { month, resolution, note }: ResolveDifferences,
  { one, seen }: { one: Difference; seen: number },
): Promise<string> {
  const { bureauId } = permit.reach;
  const at = { bureauId, month, subjectId: one.subjectId, kind: one.kind };
  const said = {
    ...sidesOf(one),
    resolution,
    note,
    decidedById: permit.actor.accountId,
    decidedAt: permit.now,
  };
  if (seen > 0) {
    const { count } = await tx.differenceNote.updateMany({
      where: { ...at, version: seen },
      data: { ...said, version: seen + 1 },
    });
    if (count !== 1) throw actedMeanwhile();

    return (await tx.differenceNote.findFirstOrThrow({ where: at, select: { id: true } })).id;
  }
  const id = newId();
  try {
    await tx.differenceNote.create({ data: { id, ...at, ...said, personId: one.personId, name: one.name } });
  } catch (fault) {
    throw isUniqueViolation(fault) ? actedMeanwhile() : fault;
  }

  return id;
}

/** Their base holds from the month of the list; what was declared before stays on record beside it. */
async function takeBase(
  tx: Tx,
  permit: Permit<"insurance.compare">,
  { month, note }: ResolveDifferences,
  { personId, theirs }: Difference,
): Promise<void> {
  if (!personId || !theirs?.baseFen) return;
  await lockEnrolments(tx, permit, personId);
  const [before, { bounds }] = await Promise.all([
    tx.contributionBase.findFirst({
      where: { personId, fromMonth: { lte: month } },
      orderBy: [{ fromMonth: "desc" }, { id: "desc" }],
    }),
    ratesOf(tx, permit, month),
  ]);
  const { wageFen, baseFen, clamp } = takenOver(before && Number(before.wageFen), theirs.baseFen, bounds);
  const id = newId();
  await tx.contributionBase.create({
    data: {
      id,
      bureauId: permit.reach.bureauId,
      personId,
      fromMonth: month,
      wageFen: BigInt(wageFen),
      source: "OFFICE",
      baseFen: BigInt(baseFen),
      clamp,
      createdById: permit.actor.accountId,
      createdAt: permit.now,
    },
  });
  await recordAudit(tx, permit, {
    object: "contribution_base",
    objectId: id,
    subjectId: personId,
    reason: note,
    fields: ["contributionBase"],
    detail: { step: "takeOver", month },
    values: { before: { base: before ? yuan(before.baseFen) : "" }, after: { base: yuan(baseFen) } },
  });
}
