import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterSelect, FilterText } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { authorise, may } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { listStays } from "@/lib/dormitories/list/queries";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { StayFilter } from "@/lib/dormitories/list/schema";
import { stayTabWords } from "@/lib/dormitories/list/words";
import { sitesToWish } from "@/lib/dormitories/mine/queries";
import { exportHref } from "@/lib/exports/rules";
import { DormitoryTabs } from "../_components/tabs";

export const metadata = { title: "入住登记" };

const page = "/dormitories/residents";
const sexes = { MALE: "男", FEMALE: "女" } as const;

export default async function ResidentsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.view");
  const filter = StayFilter.parse(await searchParams);
  const { after: _, ...kept } = filter;
  const [list, sites, mayExport] = await Promise.all([
    listStays(permit, filter),
    sitesToWish(permit),
    may("dormitories.export"),
  ]);

  return (
    <>
      <PageHead
        title="入住登记"
        actions={
          <>
            {mayExport && <Button href={exportHref("dormitory-residents", kept)}>导出Excel</Button>}
            <Button href={hrefWith("/dormitories/residents/print", { site: filter.site })} icon="print">
              打印台账
            </Button>
          </>
        }
      />
      <DormitoryTabs at={page} />
      <Tabs
        label="住宿"
        items={(Object.keys(stayTabWords) as (keyof typeof stayTabWords)[]).map((tab) => ({
          href: hrefWith(page, { ...kept, tab }),
          label: stayTabWords[tab],
          count: list.counts[tab],
          current: tab === filter.tab,
        }))}
      />
      <Filters action={page} clearHref={page} keep={{ tab: filter.tab }}>
        <FilterText name="q" label="职工" value={filter.q} placeholder="姓名或工号" />
        <FilterSelect name="site" label="宿舍" value={filter.site} options={sites} all="全部宿舍" />
      </Filters>
      <DataTable
        caption="入住登记"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "职工",
            cell: (row) => (
              <RowLink href={`/dormitories/${row.siteId}?bed=${row.bedId}#bed`} sub={row.staffNo}>
                {row.name}
              </RowLink>
            ),
          },
          { label: "单位", cell: (row) => row.unit },
          { label: "性别", nowrap: true, cell: (row) => (row.sex ? sexes[row.sex] : "—") },
          {
            label: "床位",
            cell: (row) => (
              <>
                {row.site}
                <Sub>{row.bed}</Sub>
              </>
            ),
          },
          { label: "入住", nowrap: true, cell: (row) => formatDate(row.inOn) },
          {
            label: filter.tab === "left" ? "退宿" : "打算搬走",
            nowrap: true,
            cell: (row) => (row.outOn ? formatDate(row.outOn) : row.leavingOn ? formatDate(row.leavingOn) : "—"),
          },
        ]}
        empty={<Empty picture="search" title="没有这样的住宿记录" action={<Button href={page}>看在住的</Button>} />}
        footer={
          <KeysetPager
            total={`共 ${list.counts[filter.tab]} 人，后登记的在前`}
            list={list}
            firstHref={hrefWith(page, kept)}
            hrefOf={(after) => hrefWith(page, { ...kept, after: after })}
          />
        }
      />
    </>
  );
}
