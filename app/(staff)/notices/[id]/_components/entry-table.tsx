import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { yuan } from "@/lib/money";
import type { NoticeSheet } from "@/lib/notices/view/queries";
import { entryStateWords } from "@/lib/notices/words";
import { entryTones } from "../../tones";

/** The list as it hangs, with how it stands with each line. */
export function EntryTable({ notice }: { notice: NoticeSheet }) {
  const hasMoney = notice.entries.some(({ amountFen }) => amountFen !== null);
  const total = ["合计", "", "", ...(hasMoney ? [yuan(notice.totalFen)] : []), "", ""];

  return (
    <DataTable
      caption="公示名单"
      rows={notice.entries}
      rowId={({ id }) => id}
      columns={[
        { label: "序号", cell: (entry) => entry.place },
        { label: "姓名", cell: (entry) => entry.maskedName },
        { label: "单位", cell: (entry) => entry.unit },
        ...(hasMoney
          ? [
              {
                label: "金额（元）",
                align: "right" as const,
                cell: (entry: NoticeSheet["entries"][number]) =>
                  entry.amountFen === null ? "" : yuan(entry.amountFen),
              },
            ]
          : []),
        { label: "备注", cell: (entry) => entry.note ?? "" },
        {
          label: "异议",
          cell: (entry) =>
            entry.state === "CLEAR" ? "无" : <Tag tone={entryTones[entry.state]}>{entryStateWords[entry.state]}</Tag>,
        },
      ]}
      {...(hasMoney ? { total } : {})}
    />
  );
}
