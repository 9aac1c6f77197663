import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { PickedPerson } from "@/lib/people/queries";
import type { PaperView } from "@/lib/reception/paper/queries";
import { FindPerson } from "../../../_components/find-person";

/** Whose row is it: booked people stand in the order of the sheet, everybody else is searched for. */
export function ChooseVisitor({ view, q, people }: { view: PaperView; q: string | undefined; people: PickedPerson[] }) {
  const here = `/reception/${view.id}/paper`;
  return (
    <>
      <Card title="名单上预约的人">
        <DataTable
          caption="还没有录入的预约"
          rows={view.bookings}
          rowId={({ id }) => id}
          empty={<p className="p-4 text-ink-2">预约的都录完了。</p>}
          columns={[
            { label: "号", nowrap: true, cell: ({ ticketNo }) => ticketNo },
            { label: "时间", nowrap: true, cell: ({ time }) => time },
            { label: "姓名", cell: ({ id, name }) => <RowLink href={`${here}?booking=${id}`}>{name}</RowLink> },
            { label: "单位", cell: ({ unit }) => unit },
          ]}
        />
      </Card>
      <Card title="直接来的人">
        <FindPerson action={here} q={q} people={people} hrefOf={({ id }) => `${here}?person=${id}`} />
        <Button href={`${here}?stranger=1`}>花名册里没有的</Button>
      </Card>
    </>
  );
}

export function KeyedIn({ view }: { view: PaperView }) {
  if (view.keyedIn.length === 0) return null;
  return (
    <Card title={`已经补录 ${view.keyedIn.length} 人`}>
      <ul className="grid gap-1">
        {view.keyedIn.map(({ id, queueNo, name, times, matters }) => (
          <li key={id}>
            {queueNo}号 {name} {times}，{matters} 件事{" "}
            <TextLink href={`/reception/${view.id}/desk/${id}`}>再加一件</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
