import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { formatInstant } from "@/lib/dates";
import { maskIdNo, maskPhone } from "@/lib/masks";
import { pageSize } from "@/lib/paging";
import { loadPart } from "@/lib/people/parts/queries";
import { textsOf, type Texts } from "@/lib/people/parts/rules";
import { proposableFields, proposedParts, type Payload } from "@/lib/people/proposals/rules";
import type { ProposalFilter } from "@/lib/people/proposals/schema";
import { db, transact, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { ProposalKind, ProposalState } from "@/prisma/generated/enums";

export type ProposalLine = {
  id: string;
  kind: ProposalKind;
  state: ProposalState;
  summary: string;
  unit: string;
  proposedBy: string;
  at: string;
  note: string | null;
};

export type ProposalList = {
  rows: ProposalLine[];
  counts: Record<ProposalState, number>;
  after: string | null;
};

/** Proposals in reach: 人事科 the bureau's, a liaison those of the own units, everybody else none. */
function proposalsWithin({ reach }: Permit): Prisma.Sql {
  const bureau = Prisma.sql`o.bureau_id = ${reach.bureauId}::uuid`;
  if (reach.programmes.includes("people")) return bureau;

  return Prisma.sql`(${bureau} and o.unit_id = any(${[...reach.unitIds]}::uuid[]))`;
}

/** One tab of the proposals, newest first, with the count of every tab; one statement. */
export async function listProposals(
  permit: Permit<"people.view">,
  { tab, after }: ProposalFilter,
): Promise<ProposalList> {
  const within = proposalsWithin(permit);
  const from = after ? Prisma.sql`and o.id < ${after}::uuid` : Prisma.empty;
  type Row = Omit<ProposalLine, "at"> & { at: string };
  const [found] = await db.$queryRaw<{ counts: Partial<ProposalList["counts"]> | null; rows: Row[] | null }[]>`
    select
      (select json_object_agg(c.state, c.n) from (
        select o.state, count(*)::int as n from person_proposal o where ${within} group by o.state) c) as counts,
      (select json_agg(r) from (
        select o.id, o.kind, o.state, o.summary, o.decision_note as note, o.created_at as at, p.name as "proposedBy",
          case when top.id is null or top.id = u.id then u.name else top.name || ' ' || u.name end as unit
        from person_proposal o join org_unit u on u.id = o.unit_id left join org_unit top on top.id = u.top_unit_id
          join account a on a.id = o.proposed_by_id join person p on p.id = a.person_id
        where ${within} and o.state = ${tab}::"ProposalState" ${from} order by o.id desc limit ${pageSize + 1}) r) as rows`;
  const rows = found?.rows ?? [];
  const shown = rows.slice(0, pageSize);

  return {
    rows: shown.map((row) => ({ ...row, at: formatInstant(new Date(row.at)) })),
    counts: { PENDING: 0, ACCEPTED: 0, RETURNED: 0, WITHDRAWN: 0, ...found?.counts },
    after: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

export type LoadedProposal = {
  id: string;
  kind: ProposalKind;
  state: ProposalState;
  summary: string;
  personId: string | null;
  unitId: string;
  proposedById: string;
  payload: Payload;
  createdAt: Date;
  decisionNote: string | null;
};

/** Loads a proposal in reach; what is outside is not found. */
export async function loadProposal(tx: Tx, permit: Permit, id: string): Promise<LoadedProposal> {
  const { reach } = permit;
  const row = await tx.personProposal.findFirst({
    where: {
      id,
      bureauId: reach.bureauId,
      ...(reach.programmes.includes("people") ? {} : { unitId: { in: [...reach.unitIds] } }),
    },
  });
  if (!row) notFound();
  const { payloadCipher, ...rest } = row;
  const place = { table: "person_proposal", column: "payload_cipher", rowId: row.id };

  return { ...rest, payload: JSON.parse(decryptField(payloadCipher, place)) as Payload };
}

export type ShownProposal = Omit<LoadedProposal, "payload"> & {
  payload: Payload;
  /** what is on file now for the fields that a change would touch; only for those who decide */
  current: Texts;
  mayDecide: boolean;
  isOwn: boolean;
};

/**
 * A proposal to read. 人事科 sees everything, with an audit row written first; the liaison sees what was sent, but the ID
 * number, phone and address masked: who enters them cannot read them again.
 */
export async function readProposal(permit: Permit<"people.view">, id: string): Promise<ShownProposal> {
  return transact(async (tx) => {
    const proposal = await loadProposal(tx, permit, id);
    const decides = permit.reach.programmes.includes("people");
    const isOwn = proposal.proposedById === permit.actor.accountId;
    const shown = { ...proposal, mayDecide: decides && !isOwn && proposal.state === "PENDING", isOwn };
    if (!decides) return { ...shown, payload: masked(proposal.payload), current: {} };
    await recordAudit(tx, permit, { object: "person_proposal", objectId: id, subjectId: proposal.personId });
    const isChange = proposal.payload.kind === "CHANGE" && proposal.personId !== null;

    return { ...shown, current: isChange ? await currentOf(tx, permit, proposal) : {} };
  });
}

/**
 * A proposed new person for the form that makes the record: open, by somebody else, with an audit row written first.
 * Anything else is not found.
 */
export async function readNewcomer(
  permit: Permit<"people.create">,
  id: string,
): Promise<Extract<Payload, { kind: "NEW_PERSON" }>["input"]> {
  return transact(async (tx) => {
    const { payload, state, proposedById } = await loadProposal(tx, permit, id);
    const isOpen = state === "PENDING" && proposedById !== permit.actor.accountId;
    if (payload.kind !== "NEW_PERSON" || !isOpen) notFound();
    await recordAudit(tx, permit, { object: "person_proposal", objectId: id, detail: { step: "open" } });

    return payload.input;
  });
}

async function currentOf(tx: Tx, permit: Permit, { payload, personId }: LoadedProposal): Promise<Texts> {
  if (payload.kind !== "CHANGE" || personId === null) return {};
  const texts: Texts = {};
  for (const { part } of proposedParts(payload.input)) {
    const loaded = await loadPart(tx, permit, personId, part);
    Object.assign(texts, textsOf(loaded.texts, proposableFields[part]));
  }

  return texts;
}

function masked(payload: Payload): Payload {
  const hidden = "（已填写）";
  if (payload.kind === "NEW_PERSON") {
    const { idNo, mobile, ...rest } = payload.input;

    return {
      kind: "NEW_PERSON",
      input: { ...rest, idNo: maskIdNo(idNo), ...(mobile ? { mobile: maskPhone(mobile) } : {}) },
    };
  }
  if (payload.kind === "EVENT") return payload;
  const { mobile, address, residencePermitNo, ...rest } = payload.input;

  return {
    kind: "CHANGE",
    input: {
      ...rest,
      ...(mobile ? { mobile: maskPhone(mobile) } : {}),
      ...(address ? { address: hidden } : {}),
      ...(residencePermitNo ? { residencePermitNo: hidden } : {}),
    },
  };
}
