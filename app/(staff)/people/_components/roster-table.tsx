import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub, type Column } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { formatMonth, type CivilDate } from "@/lib/dates";
import type { Roster, RosterRow } from "@/lib/people/roster/queries";
import { countWords, permitWords, rosterHref, tabCount } from "@/lib/people/roster/rules";
import type { RosterFilter } from "@/lib/people/roster/schema";
import { employmentWords, hukouScopeWords, personStatusWords, postWords, sexWords } from "@/lib/people/words";

type Props = { roster: Roster; filter: RosterFilter; today: CivilDate };

/** Names as links, what tells two people of one name apart, and nothing of class 2. */
export function RosterTable({ roster, filter, today }: Props) {
  const { tab, ...rest } = filter;
  const isFiltered = Object.values(rest).some(Boolean);

  return (
    <DataTable
      caption="职工名册"
      rows={roster.rows}
      rowId={({ id }) => id}
      columns={columnsOf(filter, today)}
      empty={
        isFiltered ? (
          <Empty
            picture="search"
            title="没有符合条件的人"
            action={<Button href={rosterHref({ tab })}>清空筛选</Button>}
          />
        ) : (
          <Empty title="这里还没有人" />
        )
      }
      footer={
        <Pager
          total={`共 ${countWords(tabCount(roster.tally, tab))} 人，按姓名拼音排序`}
          previousHref={roster.before && rosterHref(filter, { before: roster.before })}
          nextHref={roster.after && rosterHref(filter, { after: roster.after })}
        />
      }
    />
  );
}

function columnsOf({ list }: RosterFilter, today: CivilDate): Column<RosterRow>[] {
  return [
    {
      label: "姓名",
      nowrap: true,
      cell: (row) => (
        <RowLink href={`/people/${row.id}`} sub={`工号 ${row.staffNo}`}>
          {row.name}
        </RowLink>
      ),
    },
    {
      label: "单位",
      cell: ({ unit }) => (
        <>
          {unit.top}
          {unit.below && <Sub>{unit.below}</Sub>}
        </>
      ),
    },
    {
      label: "性别年龄",
      nowrap: true,
      cell: (row) => [row.sex && sexWords[row.sex], row.age && `${row.age} 岁`].filter(Boolean).join(" "),
    },
    { label: "岗位", cell: (row) => postWords[row.postType] },
    { label: "用工形式", cell: (row) => employmentWords[row.employmentType] },
    lastColumn(list, today),
    { label: "情况", cell: (row) => <Marks row={row} /> },
  ];
}

function lastColumn(list: RosterFilter["list"], today: CivilDate): Column<RosterRow> {
  if (list === "retiring")
    return { label: "预计退休", nowrap: true, cell: ({ retires }) => retires && formatMonth(retires) };
  if (list === "permits") {
    return {
      label: "居住证",
      nowrap: true,
      cell: ({ permitExpiry }) =>
        permitExpiry && (
          <>
            {permitExpiry}
            <Sub>{permitWords(permitExpiry, today)}</Sub>
          </>
        ),
    };
  }

  return { label: "户籍", cell: (row) => hukouScopeWords[row.hukouScope] };
}

function Marks({ row }: { row: RosterRow }) {
  return (
    <span className="flex flex-wrap gap-1">
      {row.status !== "ACTIVE" && <Tag>{personStatusWords[row.status]}</Tag>}
      {row.isLeader && <Tag tone="info">领导</Tag>}
      {row.isGreen && <Tag tone="warn">绿色通道</Tag>}
    </span>
  );
}
