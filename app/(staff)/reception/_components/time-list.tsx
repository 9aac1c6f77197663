import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Tag } from "@/components/ui/tag";
import type { FreeTime } from "@/lib/reception/bookings/queries";

/** The times that are free for one person, as the desk reads them out on the telephone. */
export function TimeList({ times, hrefOf }: { times: FreeTime[]; hrefOf: (time: FreeTime) => string }) {
  return (
    <DataTable<FreeTime>
      caption="可以约的时间"
      rows={times}
      rowId={({ slotId }) => slotId}
      empty={<Empty title="没有空的时间了">当天直接来现场也会接待。接待办可以在有人的时段加号。</Empty>}
      columns={[
        { label: "时间", nowrap: true, cell: (row) => <RowLink href={hrefOf(row)}>{row.time}</RowLink> },
        { label: "接待领导", cell: (row) => `${row.leaderPost} ${row.leaderName}` },
        { label: "接待室", cell: (row) => row.room },
        { label: "", hideLabel: true, cell: (row) => row.isGreen && <Tag tone="ok">绿色通道</Tag> },
      ]}
    />
  );
}
