import { DataTable, RowLink, Sub, type Column } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterSelect } from "@/components/ui/filters";
import { KeysetPager } from "@/components/ui/pager";
import { formatDate } from "@/lib/dates";
import { keyHeads } from "@/lib/dormitories/line/rules";
import { hrefWith } from "@/lib/dormitories/list/rules";
import type { WishFilter } from "@/lib/dormitories/list/schema";
import type { viewLine } from "@/lib/dormitories/view/queries";
import { shiftWords, useWords } from "@/lib/dormitories/words";
import { decodeCursor, pageOf, pageSize } from "@/lib/paging";

type LineRow = Awaited<ReturnType<typeof viewLine>>[number];

const page = "/dormitories/applications";
const kinds = (["MALE", "FEMALE", "COUPLE"] as const).map((value) => ({ value, label: `${useWords[value]}床` }));

const lineColumns: Column<LineRow>[] = [
  { label: "名次", align: "right", cell: (row) => row.place },
  {
    label: "职工",
    cell: (row) => (
      <RowLink href={`/dormitories/cases/${row.caseId}`} sub={row.unit}>
        {row.name}
      </RowLink>
    ),
  },
  {
    label: "等什么床",
    nowrap: true,
    cell: (row) => (
      <>
        {row.kind ? `${useWords[row.kind]}床` : "性别未登记"}
        <Sub>{`第 ${row.placeOfKind} 位`}</Sub>
      </>
    ),
  },
  {
    label: "作息",
    cell: (row) => (
      <>
        {shiftWords[row.shift]}
        {row.isLowerNeeded && <Sub>要下铺</Sub>}
      </>
    ),
  },
  ...keyHeads.map((label, i) => ({ label, nowrap: true, cell: (row: LineRow) => row.keys[i] ?? "" })),
];

/** The line as it stands, all of it or who waits for one kind of bed, with the six keys of every place. */
export function Line({ line, filter, today }: { line: LineRow[]; filter: WishFilter; today: string }) {
  const all = line.filter(({ kind }) => filter.kind === undefined || kind === filter.kind);
  const [after] = decodeCursor(filter.after, 1) ?? [];
  const rest = all.filter(({ place }) => place > Number(after ?? 0));
  const shown = pageOf(rest.slice(0, pageSize + 1), ({ place }) => [String(place)], { cursor: filter.after });
  const kept = { tab: filter.tab, kind: filter.kind };

  return (
    <>
      <Filters action={page} clearHref={hrefWith(page, { tab: filter.tab })} keep={{ tab: filter.tab }}>
        <FilterSelect name="kind" label="等什么床" value={filter.kind} options={kinds} all="全部" />
      </Filters>
      <DataTable
        caption="轮候名单"
        rows={shown.rows}
        rowId={({ id }) => id}
        columns={lineColumns}
        empty={<Empty title="现在没有人排队" />}
        footer={
          <KeysetPager
            total={`共 ${all.length} 人，按 ${formatDate(today)} 的情况排`}
            list={shown}
            firstHref={hrefWith(page, kept)}
            hrefOf={(after) => hrefWith(page, { ...kept, after: after })}
          />
        }
      />
    </>
  );
}
