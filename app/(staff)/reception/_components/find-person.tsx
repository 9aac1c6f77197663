import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterText } from "@/components/ui/filters";
import { Tag } from "@/components/ui/tag";
import type { PickedPerson } from "@/lib/people/queries";

type Props = {
  /** page that searches itself again */
  action: string;
  q: string | undefined;
  people: PickedPerson[];
  hrefOf: (person: PickedPerson) => string;
  keep?: Record<string, string | undefined>;
};

/** Whom is it about: typing and Enter finds, Tab and Enter chooses. */
export function FindPerson({ action, q, people, hrefOf, keep }: Props) {
  return (
    <>
      <Filters action={action} clearHref={action} {...(keep ? { keep } : {})}>
        <FilterText name="q" label="职工" {...(q ? { value: q } : {})} placeholder="姓名、拼音、工号" />
      </Filters>
      {q && (
        <DataTable<PickedPerson>
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
                <RowLink href={hrefOf(row)} sub={`工号 ${row.staffNo}`}>
                  {row.name}
                </RowLink>
              ),
            },
            { label: "单位", cell: (row) => row.unit },
            { label: "年龄", nowrap: true, cell: (row) => (row.age === null ? "—" : `${row.age} 岁`) },
            { label: "情况", cell: (row) => <PersonTags person={row} /> },
          ]}
        />
      )}
    </>
  );
}

export function PersonTags({ person }: { person: PickedPerson }) {
  return (
    <span className="flex flex-wrap gap-1">
      {person.flags.isRetired && <Tag>离退休</Tag>}
      {person.flags.isGreen && <Tag tone="ok">绿色通道</Tag>}
      {person.flags.aids.length > 0 && <Tag>需要代办</Tag>}
    </span>
  );
}
