import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { authorise, may } from "@/lib/auth/gate";
import { civilOf, formatDate, fromDateColumn } from "@/lib/dates";
import { stageWords } from "@/lib/dormitories/application/words";
import { listWishes } from "@/lib/dormitories/list/queries";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { WishFilter } from "@/lib/dormitories/list/schema";
import { exportHref } from "@/lib/exports/rules";
import { viewLine } from "@/lib/dormitories/view/queries";
import { reasonWords } from "@/lib/dormitories/words";
import { Line } from "./_components/line";
import { DormitoryTabs } from "../_components/tabs";

export const metadata = { title: "住宿申请和轮候" };

const page = "/dormitories/applications";
const tabWords = { waiting: "轮候名单", checking: "单位审核", offered: "拟分配和已分配", ended: "办完的" } as const;

export default async function WishesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.line");
  const filter = WishFilter.parse(await searchParams);
  const isLine = filter.tab === "waiting";
  // the line first: it settles what follows from the date, and the counts are read after it
  const line = await viewLine(permit);
  const [list, mayApply, mayExport] = await Promise.all([
    listWishes(permit, filter),
    may("dormitories.apply"),
    may("dormitories.export"),
  ]);

  return (
    <>
      <PageHead
        title="住宿申请和轮候"
        sub="先职工后领导，先基层后机关，先退休后在职；再看困难程度、交齐的先后。"
        actions={
          <>
            {isLine && mayExport && <Button href={exportHref("dormitory-line", {})}>导出Excel</Button>}
            {isLine && (
              <Button href="/dormitories/waiting/print" icon="print">
                打印轮候名单
              </Button>
            )}
            {mayApply && (
              <Button href="/dormitories/new" tone="primary">
                代职工申请
              </Button>
            )}
          </>
        }
      />
      <DormitoryTabs at={page} />
      <Tabs
        label="申请"
        items={(Object.keys(tabWords) as (keyof typeof tabWords)[]).map((tab) => ({
          href: hrefWith(page, { tab }),
          label: tabWords[tab],
          count: list.counts[tab],
          current: tab === filter.tab,
        }))}
      />
      {isLine ? <Line line={line} filter={filter} today={permit.today} /> : <Wishes list={list} filter={filter} />}
    </>
  );
}

/** The line as it stands: place, who, for which kind of bed, and the six keys that made the place. */
function Wishes({ list, filter }: { list: Awaited<ReturnType<typeof listWishes>>; filter: WishFilter }) {
  return (
    <DataTable
      caption="住宿申请"
      rows={list.rows}
      rowId={({ id }) => id}
      columns={[
        {
          label: "职工",
          cell: (row) => (
            <RowLink href={`/dormitories/cases/${row.caseId}`} sub={row.number}>
              {row.name}
            </RowLink>
          ),
        },
        { label: "单位", cell: (row) => row.unit },
        { label: "原因", cell: (row) => reasonWords[row.reason] },
        { label: "办到哪一步", nowrap: true, cell: (row) => stageWords[row.stage as keyof typeof stageWords] },
        { label: "申请", nowrap: true, cell: (row) => formatDate(civilOf(row.appliedOn)) },
        { label: "期限", nowrap: true, cell: (row) => (row.dueOn ? formatDate(fromDateColumn(row.dueOn)) : "—") },
      ]}
      empty={<Empty title="没有这样的申请" />}
      footer={
        <KeysetPager
          total={`共 ${list.counts[filter.tab]} 件，新的在前`}
          list={list}
          firstHref={hrefWith(page, { tab: filter.tab })}
          hrefOf={(after) => hrefWith(page, { tab: filter.tab, after: after })}
        />
      }
    />
  );
}
