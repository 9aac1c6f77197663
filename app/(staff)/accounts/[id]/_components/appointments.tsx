import { Card } from "@/components/ui/card";
import { DataTable, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { revokeRoleAction } from "@/lib/accounts/appointments/actions";
import type { AppointmentLine } from "@/lib/accounts/appointments/queries";
import { OwnSecret } from "../../_components/own-secret";

const states = {
  now: { word: "在岗", tone: "ok" },
  later: { word: "未到开始日期", tone: "info" },
  over: { word: "已到期", tone: "neutral" },
  revoked: { word: "已收回", tone: "neutral" },
} as const;

/** Every role the account has or had. Roles are revoked, never deleted, so that it can be told who was what when. */
export function Appointments({ lines, mayRevoke }: { lines: AppointmentLine[]; mayRevoke: boolean }) {
  return (
    <Card title="岗位">
      <DataTable
        caption="岗位"
        rows={lines}
        rowId={({ id }) => id}
        columns={[
          { label: "岗位", cell: (line) => <Named line={line} /> },
          { label: "起止", cell: ({ from, to }) => `${from} 起${to ? `，到 ${to}` : ""}` },
          { label: "状态", cell: ({ state }) => <Tag tone={states[state].tone}>{states[state].word}</Tag> },
          ...(mayRevoke
            ? [{ label: "收回", hideLabel: true, cell: (line: AppointmentLine) => <Revoke line={line} /> }]
            : []),
        ]}
        empty={<Empty title="还没有岗位，登录以后什么也打不开" />}
      />
    </Card>
  );
}

function Named({ line }: { line: AppointmentLine }) {
  return (
    <>
      {line.word}
      <Sub>{line.revokedWhy ? `收回：${line.revokedWhy}` : line.reason}</Sub>
    </>
  );
}

function Revoke({ line }: { line: AppointmentLine }) {
  if (line.state !== "now" && line.state !== "later") return null;

  return (
    <FoldedForm summary="收回" action={revokeRoleAction} id={`revoke-${line.id}`}>
      <HiddenField name="appointmentId" value={line.id} />
      <TextField name="reason" label="收回的依据或原因" />
      <OwnSecret />
      <SubmitButton tone="danger">收回这个岗位</SubmitButton>
    </FoldedForm>
  );
}
