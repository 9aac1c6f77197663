import { LedgerTable } from "@/components/case/ledger";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterSelect, FilterUnit } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { authorise, may } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { listSignOffs } from "@/lib/cases/sign-offs/ledger/queries";
import { signOffLedger } from "@/lib/cases/sign-offs/ledger/words";
import { SignOffFilter } from "@/lib/cases/sign-offs/schema";
import { yearOf } from "@/lib/dates";
import { exportHref } from "@/lib/exports/rules";
import { yuan } from "@/lib/money";
import { programmeOptions, signOffHref, yearOptions } from "./address";

export const metadata = { title: "发放签领" };

const tabs = [
  { label: "全部", state: undefined },
  { label: "待签领", state: "waiting" },
  { label: "已签领", state: "signed" },
  { label: "冲正", state: "reversed" },
] as const;

export default async function SignOffsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("cases.viewSignOffs");
  const asked = SignOffFilter.parse(await searchParams);
  const filter = { ...asked, year: asked.year ?? String(yearOf(permit.today)) };
  const { after, ...kept } = filter;
  const [list, units, mayGrant] = await Promise.all([
    listSignOffs(permit, filter),
    handlingUnits(permit),
    may("cases.grant"),
  ]);
  const isFiltered = Boolean(filter.programme ?? filter.unit ?? filter.state ?? filter.campaign ?? filter.person);

  return (
    <>
      <PageHead
        title="发放签领"
        sub="批准了就登记，签了才算发到"
        actions={
          <>
            <Button href={signOffHref("/sign-offs/print", kept)} icon="print">
              打印台账
            </Button>
            {(await may("cases.exportSignOffs")) && <Button href={exportHref("sign-offs", kept)}>导出</Button>}
            <Button href={signOffHref("/sign-offs/sheet", { ...kept, state: "waiting" })} icon="print">
              打印签领表
            </Button>
            {mayGrant && (
              <Button href="/sign-offs/new" tone="primary">
                登记发放
              </Button>
            )}
          </>
        }
      />
      <Tabs
        label="签领"
        items={tabs.map(({ label, state }) => ({
          label,
          href: signOffHref("/sign-offs", { ...kept, state }),
          current: filter.state === state,
        }))}
      />
      <Filters
        action="/sign-offs"
        clearHref="/sign-offs"
        keep={{ state: filter.state, campaign: filter.campaign, person: filter.person }}
      >
        <FilterSelect
          name="programme"
          label="项目"
          {...(filter.programme ? { value: filter.programme } : {})}
          options={programmeOptions(permit.reach.programmes)}
          all="全部项目"
        />
        <FilterUnit value={filter.unit} units={units} />
        <FilterSelect name="year" label="年份" value={filter.year} options={yearOptions(permit.today)} all="今年" />
      </Filters>
      <LedgerTable
        ledger={signOffLedger}
        rows={list.rows}
        rowId={({ id }) => id}
        href={({ id }) => `/sign-offs/${id}`}
        total={yuan(list.totalFen)}
        footer={
          <Pager
            total={`共 ${list.count > 10_000 ? "10,000+" : list.count} 条，合计 ${yuan(list.totalFen)} 元，新的在前`}
            {...(after ? { previousHref: signOffHref("/sign-offs", kept), previousLabel: "回到第一页" } : {})}
            nextHref={list.next && signOffHref("/sign-offs", { ...kept, after: list.next })}
          />
        }
        empty={
          isFiltered ? (
            <Empty picture="search" title="没有符合条件的记录" action={<Button href="/sign-offs">清空筛选</Button>} />
          ) : (
            <Empty title="这一年还没有发放记录">慰问金、物品、床位批准以后会自动登记到这里。</Empty>
          )
        }
      />
    </>
  );
}
