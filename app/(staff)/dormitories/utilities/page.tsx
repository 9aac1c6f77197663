import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterDate } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { Tile, Tiles } from "@/components/ui/tiles";
import { authorise } from "@/lib/auth/gate";
import { formatMonth } from "@/lib/dates";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { meterBoard, type MeterCell, type MeterRow } from "@/lib/dormitories/utilities/board/queries";
import { lastMonth } from "@/lib/dormitories/utilities/queries";
import { quantity, utilities } from "@/lib/dormitories/utilities/rules";
import { MonthQuery } from "@/lib/dormitories/utilities/schema";
import { billWords, utilityWords } from "@/lib/dormitories/utilities/words";
import { yuan } from "@/lib/money";
import { DormitoryTabs } from "../_components/tabs";

export const metadata = { title: "水电费" };

const page = "/dormitories/utilities";

export default async function UtilitiesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.living");
  const { month = lastMonth(permit) } = MonthQuery.parse(await searchParams);
  const rows = await meterBoard(permit, month);
  const due = rows.filter(({ meters }) => meters.some(({ kind }) => kind === "due"));
  const waiting = rows.filter(({ bill }) => bill?.state === "SETTLED");
  const confirmed = rows.flatMap(({ bill }) => (bill?.state === "CONFIRMED" ? [bill] : []));
  const sum = (of: "costFen" | "sharedFen") => confirmed.reduce((all, bill) => all + bill[of], 0n);

  return (
    <>
      <PageHead
        title="水电费"
        sub="每月抄表，超过免费额度的按住宿天数分摊；一人结算，另一人确认，确认以后贴到门口。"
        actions={<Button href={hrefWith(`${page}/bills`, { year: month.slice(0, 4) })}>全年结算</Button>}
      />
      <DormitoryTabs at={page} />
      <Filters action={page} clearHref={page}>
        <FilterDate name="month" label="月份" type="month" value={month} />
      </Filters>
      <Tiles label={`${formatMonth(month)}的水电费`}>
        <Tile label="还没抄齐" value={due.length} unit="处" {...(due.length > 0 ? { tone: "warn" as const } : {})} />
        <Tile label="等人确认" value={waiting.length} unit="处" />
        <Tile label="已确认的总费用" value={yuan(sum("costFen"))} unit="元" />
        <Tile
          label="住户分摊"
          value={yuan(sum("sharedFen"))}
          unit="元"
          definition="超过免费额度的部分，由住户按住宿天数分摊；其余由单位承担。"
        />
      </Tiles>
      <DataTable
        caption={`${formatMonth(month)}的抄表和结算`}
        rows={rows}
        rowId={({ siteId }) => siteId}
        columns={[
          {
            label: "宿舍",
            cell: (row) => <RowLink href={hrefWith(`${page}/${row.siteId}`, { month })}>{row.site}</RowLink>,
          },
          ...utilities.map((utility, i) => ({
            label: `${utilityWords[utility].name}（${utilityWords[utility].unit}）`,
            align: "right" as const,
            cell: (row: MeterRow) => <Used cell={row.meters[i]} />,
          })),
          { label: "结算", nowrap: true, cell: billTag },
          { label: "住户分摊", align: "right", cell: ({ bill }) => (bill ? yuan(bill.sharedFen) : "—") },
        ]}
        empty={<Empty title="没有您管的宿舍" />}
      />
    </>
  );
}

function Used({ cell }: { cell: MeterCell | undefined }) {
  if (!cell || cell.kind === "none") return <span className="text-ink-3">没有表</span>;
  if (cell.kind === "off") return <span className="text-ink-3">不供暖</span>;
  if (cell.kind === "due") return <Tag tone="warn">没抄</Tag>;

  return quantity(cell.used ?? 0);
}

function billTag({ bill }: MeterRow) {
  if (!bill) return <span className="text-ink-3">没有结算</span>;
  if (bill.state === "SETTLED") return <Tag tone="warn">{billWords.SETTLED}</Tag>;

  return <Tag tone="ok">{bill.isPosted ? "已贴到门口" : billWords[bill.state]}</Tag>;
}
