import { LedgerTable } from "@/components/case/ledger";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterDate, FilterUnit } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { authorise, may } from "@/lib/auth/gate";
import type { Permit } from "@/lib/auth/permit";
import { monthOf } from "@/lib/dates";
import { exportHref } from "@/lib/exports/rules";
import { declaredMonth, listBases, listForms, listPayments } from "@/lib/insurance/ledgers/queries";
import { baseLedger, formLedger, ledgerHref, ledgerNames, paymentLedger } from "@/lib/insurance/ledgers/rules";
import { LedgerFilter } from "@/lib/insurance/ledgers/schema";
import { unitsToChoose } from "@/lib/insurance/reach/queries";
import { SectionTabs } from "../_components/section-tabs";

export const metadata = { title: "社保台账" };

const shown = ["3", "4", "5"] as const;
const files = { 3: "insurance-forms", 4: "insurance-bases", 5: "insurance-payments" } as const;
const page = "/insurance/ledgers";

/** ③ ④ ⑤: the month's forms as they are filed, bases and payments; ① and ② are under 统计. */
export default async function LedgersPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.view");
  const asked = LedgerFilter.parse(await searchParams);
  const no = shown.find((one) => one === asked.no) ?? "3";
  const first = no === "3" ? await declaredMonth(permit) : monthOf(permit.today);
  const filter = { ...asked, no, month: asked.month ?? first };
  const { after: _, ...kept } = filter;
  const [units, mayPrint] = await Promise.all([unitsToChoose(permit), may("insurance.export")]);

  return (
    <>
      <PageHead
        title={ledgerNames[no]}
        sub={
          no === "3" ? "增员在前，减员在后；身份证号打码；给经办机构的那一份，在打印页写明用途后印全号。" : undefined
        }
        actions={
          mayPrint && (
            <>
              <Button href={ledgerHref(`${page}/print`, kept)} icon="print">
                打印
              </Button>
              <Button href={exportHref(files[no], { month: filter.month, unit: filter.unit })}>导出Excel</Button>
            </>
          )
        }
      />
      <SectionTabs current="/insurance/ledgers" />
      <Tabs
        label="台账"
        items={shown.map((one) => ({
          href: ledgerHref(page, { no: one, unit: filter.unit }),
          label: ledgerNames[one],
          current: one === no,
        }))}
      />
      <Filters action={page} clearHref={ledgerHref(page, { no })} keep={{ no }}>
        <FilterDate name="month" label="月份" value={filter.month} type="month" />
        <FilterUnit value={filter.unit} units={units} />
      </Filters>
      <Rows permit={permit} filter={filter} />
    </>
  );
}

async function Rows({ permit, filter }: { permit: Permit<"insurance.view">; filter: LedgerFilter }) {
  const empty = <Empty title="这个月没有记录" />;
  const footer = ({ rows, next, hasBefore }: { rows: unknown[]; next: string | null; hasBefore: boolean }) => (
    <Pager
      total={`本页 ${rows.length} 人`}
      {...(hasBefore
        ? { previousHref: ledgerHref(page, { ...filter, after: undefined }), previousLabel: "回到第一页" }
        : {})}
      nextHref={next ? ledgerHref(page, { ...filter, after: next }) : null}
    />
  );
  const toPerson = ({ id }: { id: string }) => `/insurance/people/${id}`;
  const idOf = ({ id }: { id: string }) => id;
  if (filter.no === "4") {
    const list = await listBases(permit, filter);

    return (
      <LedgerTable
        ledger={baseLedger}
        rows={list.rows}
        rowId={idOf}
        href={toPerson}
        footer={footer(list)}
        empty={empty}
      />
    );
  }
  if (filter.no === "5") {
    const list = await listPayments(permit, filter);

    return (
      <LedgerTable
        ledger={paymentLedger}
        rows={list.rows}
        rowId={idOf}
        href={toPerson}
        footer={footer(list)}
        empty={empty}
      />
    );
  }
  const list = await listForms(permit, filter);

  return (
    <LedgerTable
      ledger={formLedger}
      rows={list.rows}
      rowId={({ caseId }) => caseId}
      href={({ caseId }) => `/insurance/changes/${caseId}`}
      footer={footer(list)}
      empty={empty}
    />
  );
}
