import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { blindIndex, decryptField } from "@/lib/crypto";
import { careWords, type CareFlag } from "@/lib/people/parts/words";
import type { CareRecord } from "@/lib/people/parts/queries";
import { personWithin } from "@/lib/people/reach/queries";
import { mayReveal, refuseReveal } from "@/lib/people/reveal/rules";
import type { Reveal } from "@/lib/people/reveal/schema";
import { normaliseIdNo } from "@/lib/people/rules";
import { typedIdNo } from "@/lib/people/search/rules";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

/**
 * Shows one sensitive value of one person in clear: audit row with the reason first, then the read, in one transaction.
 * Refused above 60 looks an hour and for what the officer's programmes have no use for; out of reach is not found.
 * @returns the value, or 「没有登记」
 */
export async function reveal(permit: Permit<"people.reveal">, { id, field, reason }: Reveal): Promise<string> {
  return transact(async (tx) => {
    if (!mayReveal(field, permit.reach.programmes)) notFound();
    await spendBudget(tx, permit);
    const isOnFile = (await tx.person.count({ where: { id, ...personWithin(permit) } })) > 0;
    if (!isOnFile) notFound();
    const isNotable = field === "care";
    await recordAudit(tx, permit, {
      object: "person",
      objectId: id,
      subjectId: id,
      reason,
      fields: [field],
      isNotable,
    });

    return (await readClear(tx, id, field)) ?? "没有登记";
  });
}

/** The ID number alone, for callers that need no choice. */
export async function revealIdNo(permit: Permit<"people.reveal">, id: string, reason: string): Promise<string> {
  return reveal(permit, { id, field: "idNo", reason });
}

/**
 * Finds a person by the whole ID number, present or former. Costs one of the sixty looks and an audit row, found or not.
 * @returns the id of the person; refused when nobody has the number
 */
export async function findByIdNo(permit: Permit<"people.reveal">, typed: string): Promise<string> {
  const idNo = typedIdNo(typed) ?? normaliseIdNo(typed);
  const found = await transact(async (tx) => {
    await spendBudget(tx, permit);
    const within = personWithin(permit);
    const idNoIndex = blindIndex(idNo);
    const person = await tx.person.findFirst({
      where: { AND: [within, { OR: [{ idNoIndex }, { oldIdNos: { some: { idNoIndex } } }] }] },
      orderBy: { createdAt: "desc" },
      select: { id: true },
    });
    await recordAudit(tx, permit, {
      object: "person",
      objectId: person?.id,
      subjectId: person?.id,
      fields: ["idNo"],
      detail: { step: "search", found: person ? 1 : 0 },
    });

    return person?.id;
  });
  if (!found) throw new Refusal("没有人登记过这个号码，请核对后再查。", "idNo");

  return found;
}

// The actor's own account row is the lock: two looks at once cannot both be the sixtieth.
async function spendBudget(tx: Tx, { actor, now }: Permit): Promise<void> {
  await tx.$queryRaw`select id from account where id = ${actor.accountId}::uuid for update`;
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const used = await tx.auditEvent.count({
    where: { actorId: actor.accountId, verb: "people.reveal", outcome: "DONE", at: { gt: hourAgo } },
  });
  const sentence = refuseReveal(used);
  if (sentence) throw new Refusal(sentence);
}

async function readClear(tx: Tx, id: string, field: Reveal["field"]): Promise<string | null> {
  const row = await tx.person.findUniqueOrThrow({
    where: { id },
    select: {
      idNoCipher: field === "idNo",
      bankName: field === "bankCard",
      bankCardCipher: field === "bankCard",
      mobile: field === "mobile",
      address: field === "address",
      hukouAddress: field === "address",
      healthFlagsCipher: field === "care",
    },
  });
  const clear = (cipher: string | null | undefined, column: string) =>
    cipher ? decryptField(cipher, { table: "person", column, rowId: id }) : null;
  switch (field) {
    case "idNo":
      return clear(row.idNoCipher, "id_no_cipher");
    case "mobile":
      return row.mobile;
    case "bankCard":
      return [row.bankName, clear(row.bankCardCipher, "bank_card_cipher")].filter(Boolean).join(" ") || null;
    case "address": {
      const { address, hukouAddress } = row;

      return [address && `现住 ${address}`, hukouAddress && `户籍 ${hukouAddress}`].filter(Boolean).join("；") || null;
    }
    case "care":
      return careText(clear(row.healthFlagsCipher, "health_flags_cipher"));
  }
}

function careText(json: string | null): string | null {
  if (json === null) return null;
  const care = JSON.parse(json) as CareRecord;

  return care.map(({ kind, level }) => `${careWords[kind as CareFlag]}${level ? `（${level}）` : ""}`).join("、");
}
