import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/dates";
import type { GroupLine, GroupsView } from "@/lib/hardship/visits/groups/queries";

/** The groups; a click shows the households of one, the papers are for taking along. */
export function GroupTable({ view, current }: { view: GroupsView; current: string }) {
  const base = `/hardship/visits/${view.campaign.id}/groups`;

  return (
    <DataTable
      caption="走访组"
      rows={view.groups}
      rowId={({ id }) => id}
      columns={[
        {
          label: "组",
          cell: (row: GroupLine) => (
            <RowLink href={`${base}?group=${row.id}`} sub={row.route ?? undefined}>
              {row.id === current ? `${row.name}（正在看）` : row.name}
            </RowLink>
          ),
        },
        { label: "带队和组员", cell: (row) => row.members.join("、") },
        { label: "计划日期", nowrap: true, cell: (row) => (row.plannedOn ? formatDay(row.plannedOn) : "—") },
        { label: "户数", align: "right", cell: (row) => row.households },
        {
          label: "打印",
          cell: (row) => (
            <span className="flex flex-wrap gap-x-3">
              <TextLink href={`${base}/${row.id}/route`}>路线单</TextLink>
              <TextLink href={`${base}/${row.id}/sheet`}>签领表</TextLink>
            </span>
          ),
        },
      ]}
      empty={<Empty title="还没有走访组">先编一个组，再把各单位的户编进去。</Empty>}
    />
  );
}
