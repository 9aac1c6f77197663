import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterText } from "@/components/ui/filters";
import { Tag } from "@/components/ui/tag";
import type { PickedPerson } from "@/lib/people/queries";

/** First: whose matter is it. Typing and Enter finds, Tab and Enter chooses. */
export function FindPerson({ q, people, page }: { q: string | undefined; people: PickedPerson[]; page: string }) {
  return (
    <>
      <p className="mb-3 text-ink-2">先找到是谁的事：输入姓名、拼音、工号或手机后四位。</p>
      <Filters action={page} clearHref={page}>
        <FilterText name="q" label="职工" value={q} placeholder="姓名、拼音、工号" />
      </Filters>
      {q && (
        <DataTable
          caption="找到的职工"
          rows={people}
          rowId={({ id }) => id}
          empty={
            <Empty picture="search" title="没有找到，换个写法试试">
              可以只写姓，或拼音首字母，或工号后几位。
            </Empty>
          }
          columns={[
            {
              label: "姓名",
              cell: (row) => (
                <RowLink href={`${page}?person=${row.id}`} sub={`工号 ${row.staffNo}`}>
                  {row.name}
                </RowLink>
              ),
            },
            { label: "单位", cell: (row) => row.unit },
            { label: "年龄", nowrap: true, cell: (row) => (row.age === null ? "—" : `${row.age} 岁`) },
            {
              label: "情况",
              cell: (row) => (
                <span className="flex flex-wrap gap-1">
                  {row.flags.isRetired && <Tag>离退休</Tag>}
                  {row.flags.isGreen && <Tag tone="warn">绿色通道</Tag>}
                  {row.flags.aids.length > 0 && <Tag>需要代办</Tag>}
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
