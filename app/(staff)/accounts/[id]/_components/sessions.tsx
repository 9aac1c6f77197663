import { Card, Stack } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { endSessionsAction } from "@/lib/accounts/sessions/actions";
import type { SessionLine } from "@/lib/accounts/sessions/queries";

/** Where the account is signed in at this moment. Ending takes effect at the next click of whoever uses it. */
export function Sessions({
  accountId,
  sessions,
  mayEnd,
}: {
  accountId: string;
  sessions: SessionLine[];
  mayEnd: boolean;
}) {
  return (
    <Card title="正在使用">
      <Stack>
        <DataTable
          caption="正在使用的登录"
          rows={sessions}
          rowId={({ id }) => id}
          columns={[
            { label: "设备", cell: ({ device }) => device },
            { label: "登录时间", cell: ({ since }) => since },
            { label: "最近使用", cell: ({ lastSeen }) => lastSeen },
          ]}
          empty={<p className="px-4 py-4 text-ink-2">现在没有人用这个账号。</p>}
        />
        {mayEnd && sessions.length > 0 && (
          <FoldedForm summary="让它们全部退出" look="danger" action={endSessionsAction} id="end-sessions">
            <HiddenField name="accountId" value={accountId} />
            <TextField name="reason" label="原因" hint="例如：手机丢了" />
            <SubmitButton tone="danger">全部退出</SubmitButton>
          </FoldedForm>
        )}
      </Stack>
    </Card>
  );
}
