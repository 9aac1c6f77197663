import { DataTable, RowLink } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import type { LikelyDuplicate } from "@/lib/people/records/queries";
import { likenessWords } from "@/lib/people/records/words";
import { personStatusWords, postWords } from "@/lib/people/words";

/** Whom the new person may be; with the same number there is nothing left to create. */
export function Duplicates({ found, isCertain }: { found: LikelyDuplicate[]; isCertain: boolean }) {
  if (found.length === 0) return <Notice tone="ok" title="没有发现相同的人，请继续填写" />;

  return (
    <div className="mb-6 grid gap-3">
      <Notice
        tone={isCertain ? "late" : "warn"}
        title={isCertain ? "这个人已经有档案了，不能重复建档" : "可能已经有档案，请先核对"}
      >
        {isCertain
          ? "请打开原来的档案：调动、再次入职、更正资料都在那里办。"
          : "点开姓名看一看。确实不是同一个人，再往下填。"}
      </Notice>
      <DataTable
        caption="可能相同的人"
        rows={found}
        rowId={({ id }) => id}
        columns={[
          {
            label: "姓名",
            cell: (row) => (
              <RowLink href={`/people/${row.id}`} sub={`工号 ${row.staffNo}`}>
                {row.name}
              </RowLink>
            ),
          },
          { label: "单位", cell: (row) => row.unit },
          { label: "年龄", nowrap: true, cell: (row) => (row.age === null ? "—" : `${row.age} 岁`) },
          { label: "岗位", cell: (row) => postWords[row.postType] },
          { label: "状态", cell: (row) => personStatusWords[row.status] },
          { label: "相同的地方", cell: (row) => row.likeness.map((kind) => likenessWords[kind]).join("；") },
        ]}
      />
    </div>
  );
}
