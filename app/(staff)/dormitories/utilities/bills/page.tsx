import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterSelect } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { formatMonth, yearOf } from "@/lib/dates";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { listBills, type BillLine } from "@/lib/dormitories/utilities/bills/queries";
import { meteredSites } from "@/lib/dormitories/utilities/queries";
import { BillFilter } from "@/lib/dormitories/utilities/schema";
import { billWords } from "@/lib/dormitories/utilities/words";
import { yuan } from "@/lib/money";
import { DormitoryTabs } from "../../_components/tabs";

export const metadata = { title: "水电费结算" };

const page = "/dormitories/utilities/bills";
const stateOptions = [
  { value: "confirmed", label: "已确认" },
  { value: "settled", label: "等确认" },
  { value: "reversed", label: "冲正的" },
];

export default async function BillsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.living");
  const filter = BillFilter.parse(await searchParams);
  const { after: _, ...kept } = filter;
  const [list, sites] = await Promise.all([listBills(permit, filter), meteredSites(permit)]);
  const years = Array.from({ length: 5 }, (_, i) => String(yearOf(permit.today) - i));

  return (
    <>
      <PageHead
        title="水电费结算"
        crumbs={[
          { label: "职工宿舍", href: "/dormitories" },
          { label: "水电费", href: "/dormitories/utilities" },
          { label: "结算" },
        ]}
      />
      <DormitoryTabs at="/dormitories/utilities" />
      <Filters action={page} clearHref={page}>
        <FilterSelect name="site" label="宿舍" value={filter.site} options={sites} all="全部宿舍" />
        <FilterSelect
          name="year"
          label="年份"
          value={filter.year}
          options={years.map((year) => ({ value: year, label: `${year}年` }))}
          all="全部年份"
        />
        <FilterSelect name="state" label="状态" value={filter.state} options={stateOptions} all="全部" />
      </Filters>
      <DataTable
        caption="水电费结算"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "宿舍和月份",
            cell: (row) => (
              <RowLink
                href={hrefWith(`/dormitories/utilities/${row.siteId}`, { month: row.month })}
                sub={formatMonth(row.month)}
              >
                {row.site}
              </RowLink>
            ),
          },
          { label: "现在", cell: (row) => <State row={row} /> },
          { label: "住过", align: "right", cell: ({ heads, nights }) => `${heads} 人 ${nights} 晚` },
          { label: "总费用", align: "right", cell: ({ costFen }) => yuan(costFen) },
          { label: "住户分摊", align: "right", cell: ({ sharedFen }) => yuan(sharedFen) },
        ]}
        total={["合计（全部页）", "", "", yuan(list.total.costFen), yuan(list.total.sharedFen)]}
        empty={<Empty picture="search" title="没有这样的结算" />}
        footer={
          <KeysetPager
            total={`共 ${list.total.bills} 份，新的月份在前`}
            list={list}
            firstHref={hrefWith(page, kept)}
            hrefOf={(after) => hrefWith(page, { ...kept, after: after })}
          />
        }
      />
    </>
  );
}

function State({ row }: { row: BillLine }) {
  return (
    <>
      <Tag tone={row.state === "CONFIRMED" ? "ok" : row.state === "SETTLED" ? "warn" : "neutral"}>
        {row.isCounter ? `冲正，${billWords[row.state]}` : billWords[row.state]}
      </Tag>
      {row.reason && <Sub>{row.reason}</Sub>}
    </>
  );
}
