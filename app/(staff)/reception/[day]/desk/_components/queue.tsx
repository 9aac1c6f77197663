import { DataTable } from "@/components/ui/data-table";
import { HiddenField, SelectField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { callOneAction, leaveVisitAction } from "@/lib/reception/queue/actions";
import type { DeskView, Visit } from "@/lib/reception/queue/desk/queries";
import { Act } from "./doors";

/** Who waits, in the order in which they will be called; anybody can be called out of turn by number. */
export function Queue({ desk }: { desk: DeskView }) {
  return (
    <DataTable<Visit>
      caption="等候的人"
      rows={desk.queue}
      rowId={({ id }) => id}
      empty={<p className="p-4 text-ink-2">没有人在等。</p>}
      columns={[
        { label: "号", nowrap: true, cell: ({ queueNo }) => <strong className="text-head num">{queueNo}</strong> },
        {
          label: "姓名",
          cell: (row) => (
            <>
              {row.name} <span className="text-ink-2">{row.unit}</span>
              {row.partySize > 1 && <span className="text-ink-2"> 共 {row.partySize} 人</span>}
            </>
          ),
        },
        {
          label: "怎么排",
          cell: (row) => (
            <span className="flex flex-wrap gap-1">
              {row.bookedTime && <Tag tone="info">约 {row.bookedTime}</Tag>}
              {row.isGreen && <Tag tone="ok">绿色通道</Tag>}
              {row.isParked && <Tag tone="warn">过号 {row.missedCalls} 次</Tag>}
            </span>
          ),
        },
        { label: "到的时间", nowrap: true, cell: ({ arrived }) => arrived },
        {
          label: "叫号",
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              <CallTo desk={desk} visit={row} />
              <Act action={leaveVisitAction} visitId={row.id} label="走了" />
            </span>
          ),
        },
      ]}
    />
  );
}

/** Out of turn: to the only door at once, otherwise one says to which. */
function CallTo({ desk, visit }: { desk: DeskView; visit: Visit }) {
  const [only, ...others] = desk.hosts;
  if (!only) return null;
  if (others.length === 0)
    return <Act action={callOneAction} visitId={visit.id} leaderId={only.leaderId} label="叫号" />;
  return (
    <FoldedForm summary="提前叫号" action={callOneAction} formLook="inline">
      <HiddenField name="visitId" value={visit.id} />
      <SelectField
        name="leaderId"
        label="到哪位领导"
        options={desk.hosts.map(({ leaderId, name }) => ({ value: leaderId, label: name }))}
      />
      <SubmitButton small tone="outline">
        叫号
      </SubmitButton>
    </FoldedForm>
  );
}
