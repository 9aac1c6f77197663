import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { formatDate } from "@/lib/dates";
import { openAgainAction } from "@/lib/dormitories/houses/actions";
import type { roomToChange } from "@/lib/dormitories/houses/queries";
import { closureWords } from "@/lib/dormitories/words";

type Closure = Awaited<ReturnType<typeof roomToChange>>["past"][number];

/** Every repair of the room and its beds, the running ones to be opened again. */
export function Closures({ past }: { past: Closure[] }) {
  return (
    <Card title="维修和停用">
      <DataTable
        caption="维修和停用"
        rows={past}
        rowId={(row) => row.id}
        columns={[
          { label: "哪里", nowrap: true, cell: (row) => row.where },
          { label: "种类", nowrap: true, cell: (row) => closureWords[row.kind] },
          {
            label: "哪天到哪天",
            cell: (row) => `${formatDate(row.from)} 到 ${row.to ? formatDate(row.to) : "重新开放为止"}`,
          },
          { label: "修什么", cell: (row) => row.reason },
          { label: "现在", cell: (row) => <Now row={row} /> },
        ]}
        empty="没有维修、停用过"
      />
    </Card>
  );
}

function Now({ row }: { row: Closure }) {
  if (!row.isRunning) return row.wasOpened ? "提前开放了" : "修完了";

  return (
    <Form action={openAgainAction} id={`open-${row.id}`}>
      <HiddenField name="closureId" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
      <SubmitButton small tone="outline">
        重新开放
      </SubmitButton>
    </Form>
  );
}
