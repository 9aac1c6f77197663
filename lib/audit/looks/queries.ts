import "server-only";
import { before } from "@/lib/audit/lines/rules";
import { fieldWords } from "@/lib/audit/lines/words";
import { toldWord } from "@/lib/audit/looks/words";
import { deedWord } from "@/lib/audit/words";
import type { Permit } from "@/lib/auth/permit";
import { roleList } from "@/lib/auth/words";
import { civilOf, formatInstant, formatTime, spokenDate, spokenTime } from "@/lib/dates";
import { decodeCursor, pageOf, type Page } from "@/lib/paging";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

const newestFirst: Prisma.AuditEventOrderByWithRelationInput[] = [{ at: "desc" }, { id: "desc" }];
const columns = {
  id: true,
  at: true,
  actorName: true,
  actorRole: true,
  verb: true,
  fields: true,
  reason: true,
} as const;

/** Somebody touched a person's data: who, when, what, why. */
export type Look = { id: string; at: string; who: string; what: string; why: string };

/**
 * 「谁看过我的信息」: everything others did with the own data, newest first, 20 a page. The own acts are left out.
 * @param after cursor of the page before
 */
export async function whoLooked(permit: Permit<"my.whoLooked">, after?: string): Promise<Page<Look>> {
  const [at, id] = decodeCursor(after, 2) ?? [];
  const own = await db.account.findMany({ where: { personId: permit.reach.personId }, select: { id: true } });
  const size = 20;
  const rows = await db.auditEvent.findMany({
    where: {
      subjectId: permit.reach.personId,
      outcome: "DONE",
      actorId: { notIn: own.map((account) => account.id) },
      ...(at && id ? before(at, id) : {}),
    },
    orderBy: newestFirst,
    take: size + 1,
    select: columns,
  });
  const page = pageOf(rows, (row) => [row.at.toISOString(), row.id], { size, cursor: after });

  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      at: `${spokenDate(civilOf(row.at), permit.today)}${spokenTime(formatTime(row.at))}`,
      who: whoOf(row.actorName, row.actorRole),
      what: toldWord(row.verb, row.fields),
      why: row.reason ?? "",
    })),
  };
}

/**
 * 「谁看过」 beside a case or a person: the latest ten who touched it. The caller's page has loaded the thing within
 * reach; a liaison's permit shows only rows about persons of the own units.
 */
export async function lookedAt(
  permit: Permit<"cases.view"> | Permit<"people.view">,
  of: { objectId: string } | { subjectId: string },
): Promise<Look[]> {
  if (permit.reach.kind === "none" || permit.reach.kind === "self") return [];
  const isInside = permit.reach.kind === "bureau" || !("subjectId" in of) || (await isOfUnits(permit, of.subjectId));
  if (!isInside) return [];
  const rows = await db.auditEvent.findMany({
    where: { ...of, bureauId: permit.reach.bureauId, outcome: "DONE" },
    orderBy: newestFirst,
    take: 10,
    select: columns,
  });

  return rows.map((row) => ({
    id: row.id,
    at: formatInstant(row.at),
    who: row.actorName,
    what: [deedWord(row.verb), ...row.fields.map((field) => fieldWords[field] ?? field)].join(" "),
    why: row.reason ?? "",
  }));
}

async function isOfUnits(permit: Permit, personId: string): Promise<boolean> {
  return (await db.person.count({ where: { id: personId, unitId: { in: [...permit.reach.unitIds] } } })) > 0;
}

/** The worker reads name and post, not the 工号 in front of the name. */
function whoOf(actorName: string, actorRole: string): string {
  const name = actorName.slice(actorName.indexOf(" ") + 1);
  const role = roleList(actorRole);

  return role ? `${name}（${role}）` : name;
}
