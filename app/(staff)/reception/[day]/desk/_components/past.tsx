import { Card } from "@/components/ui/card";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { HiddenField, SelectField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { Tag } from "@/components/ui/tag";
import { explainNoShowAction } from "@/lib/reception/queue/actions";
import type { Visit } from "@/lib/reception/queue/desk/queries";
import { noShowReasons, visitWords } from "@/lib/reception/queue/words";

const reasons = optionsOf(noShowReasons);

/** Who has been heard, left, or did not come; further matters of a talk can still be added. */
export function Past({ visits, dayId, isFiled }: { visits: Visit[]; dayId: string; isFiled: boolean }) {
  if (visits.length === 0) return null;
  return (
    <Card title={`已经结束的 ${visits.length} 人`}>
      <DataTable<Visit>
        caption="已经结束的"
        rows={visits}
        rowId={({ id }) => id}
        columns={[
          { label: "号", nowrap: true, cell: ({ queueNo }) => queueNo ?? "—" },
          {
            label: "姓名",
            cell: (row) =>
              row.state === "DONE" ? (
                <RowLink href={`/reception/${dayId}/desk/${row.id}`}>{row.name}</RowLink>
              ) : (
                <>{row.name}</>
              ),
          },
          { label: "单位", cell: ({ unit }) => unit },
          { label: "结果", cell: (row) => <Tag>{visitWords[row.state]}</Tag> },
          { label: "事项", align: "right", cell: ({ matters }) => matters },
          { label: "没来的原因", cell: (row) => row.state === "NO_SHOW" && !isFiled && <WhyAbsent visitId={row.id} /> },
        ]}
      />
    </Card>
  );
}

function WhyAbsent({ visitId }: { visitId: string }) {
  return (
    <Form action={explainNoShowAction} look="inline" done="已记下">
      <HiddenField name="visitId" value={visitId} />
      <SelectField name="reason" label="为什么没来" options={reasons} blank="还不知道" />
      <SubmitButton small tone="outline">
        记下
      </SubmitButton>
    </Form>
  );
}
