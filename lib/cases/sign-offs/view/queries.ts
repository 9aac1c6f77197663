import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { listAttachments, type AttachmentLine } from "@/lib/cases/attachments/queries";
import { loadSignOff } from "@/lib/cases/sign-offs/queries";
import { stateOf } from "@/lib/cases/sign-offs/rules";
import { sumsGranted, type Sums } from "@/lib/cases/sign-offs/sums/queries";
import type { SignOffState } from "@/lib/cases/sign-offs/words";
import { formatInstant, fromDateColumn, yearOf, type CivilDate } from "@/lib/dates";
import { transact, type Tx } from "@/prisma/client";
import type { SignMode, SignOffKind } from "@/prisma/generated/enums";

/** The page of one row: what was granted, who signed, what it rests on. */
export type SignOffView = {
  id: string;
  state: SignOffState;
  name: string;
  personId: string | null;
  unit: string;
  programme: string;
  kind: SignOffKind;
  what: string;
  quantity: number;
  amountFen: number;
  grantedOn: CivilDate;
  grantedBy: string;
  receivedBy: string | null;
  relation: string | null;
  mode: SignMode | null;
  voucherNo: string | null;
  givers: string[];
  signedOn: CivilDate | null;
  recorded: string | null;
  reason: string | null;
  reversesId: string | null;
  reversedById: string | null;
  attachments: AttachmentLine[];
  /** everything this household (or person) was granted in the year of the row, 分 */
  year: number;
  sums: Sums;
  mayReverse: boolean;
};

/** One row within reach; anything else is not found. */
export async function viewSignOff(permit: Permit<"cases.viewSignOffs">, id: string): Promise<SignOffView> {
  return transact(async (tx) => {
    const loaded = await loadSignOff(tx, permit, id);
    const row = await tx.signOff.findUniqueOrThrow({
      where: { id },
      include: { unit: { select: { name: true } }, reversedBy: { select: { id: true } } },
    });
    const { names, givers } = await namesOf(tx, row);
    const year = yearOf(loaded.grantedOn);
    const whose = row.householdId ? { householdId: row.householdId, year } : { personId: row.personId ?? "", year };

    return {
      id,
      state: stateOf(loaded),
      name: row.personId ? loaded.name : `${loaded.name}（户）`,
      personId: row.personId,
      unit: row.unit.name,
      programme: row.programme,
      kind: row.kind,
      what: row.what,
      quantity: row.quantity,
      amountFen: Number(row.amountFen),
      grantedOn: fromDateColumn(row.grantedOn),
      grantedBy: names.get(row.grantedById) ?? "",
      receivedBy: row.receivedBy,
      relation: row.relation,
      mode: row.mode,
      voucherNo: row.voucherNo,
      givers,
      signedOn: loaded.signedOn,
      recorded: row.signedAt ? `${formatInstant(row.signedAt)} ${names.get(row.signedById ?? "") ?? ""}` : null,
      reason: row.reason,
      reversesId: row.reversesId,
      reversedById: row.reversedBy?.id ?? null,
      attachments: await listAttachments(permit, { owner: "sign_off", ownerId: id }, tx),
      year,
      sums: await sumsGranted(tx, permit, whose),
      mayReverse: permit.reach.programmes.includes(row.programme) && !loaded.isReversal && !loaded.isReversed,
    };
  });
}

type Named = {
  grantedById: string;
  signedById: string | null;
  firstGiverId: string | null;
  secondGiverId: string | null;
};

async function namesOf(tx: Tx, row: Named): Promise<{ names: Map<string, string>; givers: string[] }> {
  const accounts = await tx.account.findMany({
    where: { id: { in: [row.grantedById, row.signedById].filter((id) => id !== null) } },
    select: { id: true, person: { select: { name: true } } },
  });
  const givers = await tx.person.findMany({
    where: { id: { in: [row.firstGiverId, row.secondGiverId].filter((id) => id !== null) } },
    select: { name: true },
  });

  return {
    names: new Map(accounts.map(({ id, person }) => [id, person.name])),
    givers: givers.map(({ name }) => name),
  };
}
