import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { decryptField } from "@/lib/crypto";
import { monthOf, type CivilMonth } from "@/lib/dates";
import { firstMonth } from "@/lib/insurance/changes/rules";
import { insurableWithin, runsIn } from "@/lib/insurance/reach/queries";
import type { BaseLine, FormLine, PaymentLine } from "@/lib/insurance/ledgers/rules";
import { areNumbersOpen } from "@/lib/insurance/ledgers/numbers/queries";
import type { LedgerFilter } from "@/lib/insurance/ledgers/schema";
import { ratesOf } from "@/lib/insurance/rates/queries";
import { contributionsOf } from "@/lib/insurance/rules";
import { maskIdNo } from "@/lib/masks";
import { parameterAt } from "@/lib/parameters/queries";
import { decodeCursor, pageOf, pageSize, type Page } from "@/lib/paging";
import { hukouTypeWords } from "@/lib/people/words";
import { stageWord } from "@/lib/stages";
import { db, transact, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { BaseClamp, ChangeCode, HukouType, InsuranceScheme } from "@/prisma/generated/enums";

/** Rows that one print or file holds at most. */
export const mostPrinted = 6_000;

type Reader = Pick<Tx, "$queryRaw">;

type FormRow = {
  caseId: string;
  personId: string;
  name: string;
  cipher: string | null;
  hukou: HukouType;
  code: ChangeCode;
  baseFen: bigint | null;
  month: CivilMonth;
  receiptNo: string | null;
  stage: string;
  id: string;
};

/** ③ of a month, increases before decreases, ID numbers masked. */
export async function listForms(
  permit: Permit<"insurance.view" | "insurance.export">,
  filter: LedgerFilter,
): Promise<Page<FormLine>> {
  const [side, id] = decodeCursor(filter.after, 2) ?? [];
  const from = side && id ? Prisma.sql`(${isDecrease}, i.id) > (${side === "1"}, ${id}::uuid)` : Prisma.sql`true`;
  const rows = await formRows(db, permit, filter, from, pageSize + 1);
  const page = pageOf(rows, (row) => [isOut(row.code) ? "1" : "0", row.id], { cursor: filter.after });

  return { ...page, rows: page.rows.map((row) => ({ ...formLine(row), idNo: maskIdNo(idNoOf(row)) })) };
}

/**
 * ③ as it goes to the insurance office, ID numbers in clear: the audit row first, in the same transaction.
 * Forms that are drafts, withdrawn or void are not on it.
 */
export async function wholeForm(permit: Permit<"insurance.export">, filter: LedgerFilter): Promise<FormLine[]> {
  return transact(async (tx) => {
    await recordAudit(tx, permit, {
      object: "insurance_ledger",
      detail: { step: "print", ledger: 3, month: filter.month ?? monthOf(permit.today) },
      isNotable: true,
    });
    const rows = await formRows(tx, permit, filter, Prisma.sql`true`, mostPrinted);

    return rows.map((row) => ({ ...formLine(row), idNo: idNoOf(row) }));
  });
}

const isDecrease = Prisma.sql`i.code in ('TO_DISTRICT', 'TO_OUTSIDE', 'SUSPENDED', 'SURRENDERED', 'RETIRED', 'DECEASED')`;
const outs: readonly ChangeCode[] = ["TO_DISTRICT", "TO_OUTSIDE", "SUSPENDED", "SURRENDERED", "RETIRED", "DECEASED"];
const isOut = (code: ChangeCode) => outs.includes(code);

async function formRows(
  reader: Reader,
  permit: Permit<"insurance.view" | "insurance.export">,
  filter: LedgerFilter,
  from: Prisma.Sql,
  limit: number,
): Promise<FormRow[]> {
  const month = filter.month ?? monthOf(permit.today);

  return reader.$queryRaw<FormRow[]>`
    select i.id, i.case_id as "caseId", p.id as "personId", p.name, p.id_no_cipher as cipher,
      p.hukou_type::text as hukou, i.code::text as code, i.base_fen as "baseFen", i.month,
      i.receipt_no as "receiptNo", c.stage
    from insurance_change i join welfare_case c on c.id = i.case_id join person p on p.id = i.person_id
    where ${insurableWithin(permit)} and i.month = ${month} and ${ofUnit(filter, Prisma.sql`i.unit_id`)} and ${from}
      and c.stage not in ('DRAFT', 'RETURNED', 'WITHDRAWN', 'VOID')
    order by ${isDecrease}, i.id limit ${limit}`;
}

/** ③ on paper: masked, until its reader has said what the numbers are for; in clear it is one audit row more. */
export async function printedForm(
  permit: Permit<"insurance.export">,
  filter: LedgerFilter,
): Promise<{ rows: FormLine[]; isClear: boolean }> {
  if (await areNumbersOpen(db, permit, filter.month ?? monthOf(permit.today)))
    return { rows: await wholeForm(permit, filter), isClear: true };
  const rows = await formRows(db, permit, filter, Prisma.sql`true`, mostPrinted);

  return { rows: rows.map((row) => ({ ...formLine(row), idNo: maskIdNo(idNoOf(row)) })), isClear: false };
}

/** The month whose forms are being gathered: the first that can still be declared. */
export async function declaredMonth(permit: Permit<"insurance.view">): Promise<CivilMonth> {
  return firstMonth(permit.today, await parameterAt(db, "insurance.cutOffDay", permit.today));
}

/** How many rows ③ has. */
export async function countForms(
  permit: Permit<"insurance.view" | "insurance.export">,
  filter: LedgerFilter,
): Promise<number> {
  return (await formRows(db, permit, filter, Prisma.sql`true`, mostPrinted)).length;
}

function idNoOf({ cipher, personId }: FormRow): string {
  return cipher ? decryptField(cipher, { table: "person", column: "id_no_cipher", rowId: personId }) : "";
}

function formLine(row: FormRow): FormLine {
  return {
    caseId: row.caseId,
    name: row.name,
    idNo: "",
    hukou: hukouTypeWords[row.hukou],
    code: row.code,
    baseFen: row.baseFen === null ? null : Number(row.baseFen),
    month: row.month,
    // The number of a filing that was sent back says nothing of the next one.
    receiptNo: row.stage === "REJECTED" ? null : row.receiptNo,
    stage: stageWord("insurance", row.stage),
  };
}

/** Narrows to a unit and what lies under it; `column` is the unit of the row. */
function ofUnit({ unit }: LedgerFilter, column: Prisma.Sql): Prisma.Sql {
  return unit
    ? Prisma.sql`${column} in (select id from org_unit where ${unit}::uuid in (id, top_unit_id))`
    : Prisma.sql`true`;
}

type MoneyRow = {
  id: string;
  name: string;
  staffNo: string;
  pinyin: string;
  wageFen: bigint;
  baseFen: bigint;
  clamp: BaseClamp;
  has: InsuranceScheme[];
};

async function moneyRows(
  reader: Reader,
  permit: Permit<"insurance.view" | "insurance.export">,
  filter: LedgerFilter,
  limit: number,
): Promise<MoneyRow[]> {
  const month = filter.month ?? monthOf(permit.today);
  const [pinyin, id] = decodeCursor(filter.after, 2) ?? [];
  const from = pinyin && id ? Prisma.sql`(p.pinyin, p.id) > (${pinyin}, ${id}::uuid)` : Prisma.sql`true`;
  const paysOnly = Prisma.sql`exists (select 1 from enrolment e where e.person_id = p.id and ${runsIn(month)})`;

  return reader.$queryRaw<MoneyRow[]>`
    select p.id, p.name, p.staff_no as "staffNo", p.pinyin, b.wage_fen as "wageFen", b.base_fen as "baseFen",
      b.clamp::text as clamp,
      array(select e.scheme::text from enrolment e where e.person_id = p.id and ${runsIn(month)}) as has
    from person p join lateral (select * from contribution_base b where b.person_id = p.id and b.from_month <= ${month}
      order by b.from_month desc, b.id desc limit 1) b on true
    where ${insurableWithin(permit)} and ${ofUnit(filter, Prisma.sql`p.unit_id`)} and ${from} and ${paysOnly}
    order by p.pinyin, p.id limit ${limit}`;
}

/** ④ of those who are insured in the month, by name. */
export async function listBases(
  permit: Permit<"insurance.view" | "insurance.export">,
  filter: LedgerFilter,
): Promise<Page<BaseLine>> {
  const rows = await moneyRows(db, permit, filter, pageSize + 1);
  const page = pageOf(rows, (row) => [row.pinyin, row.id], { cursor: filter.after });

  return { ...page, rows: page.rows.map(baseLine) };
}

/** ⑤ of the month, by name. */
export async function listPayments(
  permit: Permit<"insurance.view" | "insurance.export">,
  filter: LedgerFilter,
): Promise<Page<PaymentLine>> {
  const month = filter.month ?? monthOf(permit.today);
  const [rows, { rates }] = await Promise.all([
    moneyRows(db, permit, filter, pageSize + 1),
    ratesOf(db, permit, month),
  ]);
  const page = pageOf(rows, (row) => [row.pinyin, row.id], { cursor: filter.after });

  return { ...page, rows: page.rows.map((row) => paymentLine(row, rates)) };
}

/** ④ and ⑤ whole, for paper and Excel, in one audit row: wages leave the portal. */
export async function wholeMoney(
  permit: Permit<"insurance.export">,
  filter: LedgerFilter,
): Promise<{ bases: BaseLine[]; payments: PaymentLine[] }> {
  const month = filter.month ?? monthOf(permit.today);

  return transact(async (tx) => {
    await recordAudit(tx, permit, {
      object: "insurance_ledger",
      detail: { step: "print", ledger: Number(filter.no), month },
      isNotable: true,
    });
    const rows = await moneyRows(tx, permit, { ...filter, after: undefined }, mostPrinted);
    const { rates } = await ratesOf(tx, permit, month);

    return { bases: rows.map(baseLine), payments: rows.map((row) => paymentLine(row, rates)) };
  });
}

/** How many rows ④ and ⑤ have. */
export async function countMoney(
  permit: Permit<"insurance.view" | "insurance.export">,
  filter: LedgerFilter,
): Promise<number> {
  return (await moneyRows(db, permit, { ...filter, after: undefined }, mostPrinted)).length;
}

function baseLine({ id, name, staffNo, pinyin, wageFen, baseFen, clamp }: MoneyRow): BaseLine {
  return { id, name, staffNo, pinyin, wageFen: Number(wageFen), baseFen: Number(baseFen), clamp };
}

function paymentLine(
  { id, name, staffNo, pinyin, baseFen, has }: MoneyRow,
  rates: Awaited<ReturnType<typeof ratesOf>>["rates"],
): PaymentLine {
  return { id, name, staffNo, pinyin, baseFen: Number(baseFen), shares: contributionsOf(Number(baseFen), rates, has) };
}
