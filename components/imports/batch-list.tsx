import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import type { BatchLine } from "@/lib/imports/queries";
import { importStateWords } from "@/lib/imports/words";

const tones = {
  READING: "info",
  CHECKED: "warn",
  WRITING: "info",
  DONE: "ok",
  UNDONE: "neutral",
  DROPPED: "neutral",
  FAILED: "late",
} satisfies Record<BatchLine["state"], Tone>;

type BatchListProps = {
  batches: BatchLine[];
  titles: Readonly<Record<string, string>>;
  /** where the register's imports live */
  at: string;
};

/** The latest sheets, whoever uploaded them. */
export function BatchList({ batches, titles, at }: BatchListProps) {
  return (
    <DataTable
      caption="最近的导入"
      rows={batches}
      rowId={({ id }) => id}
      empty={<Empty title="还没有导入过">先下载模板，填好后在上面上传。</Empty>}
      columns={[
        {
          label: "文件",
          cell: ({ id, fileName, register }) => (
            <RowLink href={`${at}/${id}`} sub={titles[register]}>
              {fileName}
            </RowLink>
          ),
        },
        { label: "状态", nowrap: true, cell: ({ state }) => <Tag tone={tones[state]}>{importStateWords[state]}</Tag> },
        { label: "新增", align: "right", cell: ({ counts }) => counts.NEW },
        { label: "有变化", align: "right", cell: ({ counts }) => counts.CHANGED },
        { label: "有错误", align: "right", cell: ({ counts }) => counts.WRONG },
        { label: "上传人", cell: ({ createdBy }) => createdBy },
        { label: "上传时间", nowrap: true, cell: ({ createdAt }) => createdAt },
      ]}
    />
  );
}
