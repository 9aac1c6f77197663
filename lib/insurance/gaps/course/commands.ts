import "server-only";
import { createHash } from "node:crypto";
import type { Permit } from "@/lib/auth/permit";
import { deriveMove, openCase } from "@/lib/cases/commands";
import { loadCase } from "@/lib/cases/queries";
import { addDays, monthOf } from "@/lib/dates";
import { insurableWithin, owesAll, schemesIn } from "@/lib/insurance/reach/queries";
import { schemes } from "@/lib/insurance/rules";
import { parametersAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import { db, isUniqueViolation, transact } from "@/prisma/client";

/** Cases opened or closed in one go, so that a page never waits for a backlog. */
const atOnce = 20;

type Found = { id: string; unitId: string; before: number };

/**
 * The gap case opens by itself on day 31 for whom nobody has looked into, and closes by the fact of enrolment (or when
 * the person no longer ought to be insured). Run before the gap list; run twice it does nothing more, and of two who
 * come at once one opens it: the request key follows from person and occasion.
 * @returns how many cases opened and closed
 */
export async function settleGaps(permit: Permit): Promise<{ opened: number; closed: number }> {
  const keys = ["insurance.registerDays", "insurance.gapDays"] as const;
  const at = await parametersAt(db, keys, permit.today);
  const month = monthOf(permit.today);
  const [found, done] = await Promise.all([
    db.$queryRaw<Found[]>`
      select p.id, p.unit_id as "unitId", (select count(*)::int from welfare_case c
        where c.person_id = p.id and c.stage_table = 'insurance-gap') as before
      from person p where ${insurableWithin(permit)} and ${owesAll(month)}
        and p.hire_date < ${addDays(permit.today, -at["insurance.registerDays"])}::date
        and not exists (select 1 from gap_note g where g.person_id = p.id)
        and ${schemesIn(month)} < ${schemes.length}
        and not exists (select 1 from welfare_case c where c.person_id = p.id and c.stage_table = 'insurance-gap'
          and c.status in ('open', 'waiting'))
      order by p.id limit ${atOnce}`,
    db.$queryRaw<{ id: string; isFull: boolean }[]>`
      select c.id, ${schemesIn(month)} >= ${schemes.length} as "isFull"
      from welfare_case c join person p on p.id = c.person_id
      where c.bureau_id = ${permit.reach.bureauId}::uuid and c.stage_table = 'insurance-gap'
        and c.status in ('open', 'waiting') and not (${owesAll(month)} and ${schemesIn(month)} < ${schemes.length})
      order by c.id limit ${atOnce}`,
  ]);
  let opened = 0;
  for (const one of found) if (await openGap(permit, one, at["insurance.gapDays"])) opened += 1;
  let closed = 0;
  for (const { id, isFull } of done) if (await closeGap(permit, id, isFull)) closed += 1;

  return { opened, closed };
}

async function openGap(permit: Permit, { id, unitId, before }: Found, limitDays: number): Promise<boolean> {
  try {
    await transact((tx) =>
      openCase(tx, permit, {
        requestKey: keyOf(`${id} ${before}`),
        programme: "insurance",
        table: "insurance-gap",
        topic: "参保登记",
        title: "入职满30天还没有参保",
        content: "社会保险法第五十八条：入职三十日内办理参保。请查明原因，登记责任人和预计解决时间。",
        personId: id,
        unitId,
        source: "CASE",
        complexity: "ORDINARY",
        confidentiality: "ORDINARY",
        greenChannel: false,
        limitDays,
        isDerived: true,
      }),
    );

    return true;
  } catch (fault) {
    if (isUniqueViolation(fault)) return false;
    throw fault;
  }
}

/** The same occasion gives the same key, whoever looks first. */
function keyOf(occasion: string): string {
  const hex = createHash("sha256").update(`insurance gap ${occasion}`).digest("hex");

  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function closeGap(permit: Permit, id: string, isFull: boolean): Promise<boolean> {
  try {
    return await transact(async (tx) => {
      const loaded = await loadCase(tx, permit, id, { isOwnTransaction: true });
      if (!["FOUND", "PURSUED"].includes(loaded.stage)) return false;
      await deriveMove(tx, permit, loaded, isFull ? "insured" : "noLongerOwed");

      return true;
    });
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}
