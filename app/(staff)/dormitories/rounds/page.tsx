import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { freezeRoundAction } from "@/lib/dormitories/allotment/rounds/actions";
import { listRounds } from "@/lib/dormitories/allotment/rounds/queries";
import { sitesToWish } from "@/lib/dormitories/mine/queries";
import { roundWords } from "@/lib/dormitories/words";
import { DormitoryTabs } from "../_components/tabs";

export const metadata = { title: "床位批次分配" };

export default async function RoundsPage() {
  const permit = await authorise("dormitories.line");
  const [rounds, sites, mayAllot] = await Promise.all([
    listRounds(permit),
    sitesToWish(permit),
    may("dormitories.allot"),
  ]);

  return (
    <>
      <PageHead title="批次分配" sub="把空床按轮候的次序一次分出去：排定、同意、公示五个工作日，没有异议才分。" />
      <DormitoryTabs at="/dormitories/rounds" />
      {mayAllot && (
        <FoldedForm summary="新做一批" look="button" action={freezeRoundAction} id="freeze">
          <RequestKey />
          <TextField name="name" label="批次名称" hint="例如 11月第2批" width="medium" />
          <SelectField name="siteId" label="分哪里的空床" options={sites} blank="所有宿舍的空床" optional />
          <p>按了以后，名次和六个比较项就固定下来，床位先留出来。</p>
          <SubmitButton>排定名次，留出床位</SubmitButton>
        </FoldedForm>
      )}
      <DataTable
        caption="批次"
        rows={rounds}
        rowId={({ id }) => id}
        columns={[
          { label: "批次", cell: (row) => <RowLink href={`/dormitories/rounds/${row.id}`}>{row.name}</RowLink> },
          { label: "到哪一步", nowrap: true, cell: (row) => <Tag tone="info">{roundWords[row.state]}</Tag> },
          { label: "排定", nowrap: true, cell: (row) => row.frozenAt },
          { label: "排队的人", align: "right", cell: (row) => row.entrants },
          { label: "分到床的", align: "right", cell: (row) => row.seated },
        ]}
        empty={<Empty title="还没有做过批次" />}
      />
    </>
  );
}
