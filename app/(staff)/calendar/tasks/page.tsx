import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { authorise } from "@/lib/auth/gate";
import { listTasks, type TaskLine } from "@/lib/calendar/tasks/queries";
import { taskQuery } from "@/lib/calendar/tasks/schema";
import { formatDate, formatInstant } from "@/lib/dates";
import { programmeWord } from "@/lib/programmes";
import { SettleTask } from "../_components/settle-task";

export const metadata = { title: "日历改动要核对的" };

export default async function TasksPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("calendar.view");
  const { settled } = taskQuery.parse(await searchParams);
  const rows = await listTasks(permit, settled);

  return (
    <>
      <PageHead
        title="日历改动要核对的"
        sub="日历改了，已发布的接待日和正在计算的期限不会自己变，要有人看一遍"
        crumbs={[{ label: "日历", href: "/calendar" }, { label: "要核对的" }]}
      />
      <Tabs
        label="核对"
        items={[
          { href: "/calendar/tasks", label: "要核对的", current: !settled },
          { href: "/calendar/tasks?settled=1", label: "核对过的", current: settled },
        ]}
      />
      <DataTable<TaskLine>
        caption={settled ? "核对过的" : "要核对的"}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          { label: "涉及", cell: (row) => <RowLink href={hrefOf(row)}>{row.summary}</RowLink> },
          { label: "项目", nowrap: true, cell: (row) => programmeWord(row.programme) },
          {
            label: "改动的日子",
            cell: (row) => (
              <>
                {formatDate(row.date)}
                <Sub>{row.reason}</Sub>
              </>
            ),
          },
          { label: "核对", cell: (row) => <SettledOrForm row={row} /> },
        ]}
        empty={<Empty title={settled ? "还没有核对过的" : "没有要核对的"} />}
      />
    </>
  );
}

function SettledOrForm({ row }: { row: TaskLine }) {
  if (row.settledAt)
    return (
      <>
        {row.note}
        <Sub>{formatInstant(row.settledAt)}</Sub>
      </>
    );
  return row.isOwn ? <SettleTask id={row.id} summary={row.summary} /> : <>等项目干事核对</>;
}

function hrefOf({ kind, objectId }: TaskLine): string {
  return kind === "CASE_DUE" ? `/cases/${objectId}` : `/reception/${objectId}`;
}
