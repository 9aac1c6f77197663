import { DataTable, RowLink } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { KeptUnit } from "@/lib/people/units/queries";
import { sphereWords, unitTypeWords } from "@/lib/people/units/words";

/** Units as rows, the depth shown by a mark before the name; the number of people is a count and no list. */
export function UnitRows({ caption, rows }: { caption: string; rows: (KeptUnit & { depth: number })[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          label: "单位",
          cell: (row) => (
            <>
              {row.depth > 0 && <span aria-hidden="true">{"　".repeat(row.depth - 1)}└ </span>}
              <RowLink href={`/units/${row.id}`}>{row.name}</RowLink> {row.validTo && <Tag>已撤销</Tag>}
            </>
          ),
        },
        { label: "编码", nowrap: true, cell: (row) => <span className="num">{row.code}</span> },
        { label: "类型", cell: (row) => unitTypeWords[row.type] },
        { label: "属于", cell: (row) => sphereWords[row.sphere] },
        { label: "负责人", cell: (row) => row.head },
        { label: "本级人数", align: "right", cell: (row) => row.people },
      ]}
    />
  );
}
