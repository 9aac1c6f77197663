import { Button } from "@/components/ui/button";
import { Card, Columns } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Facts } from "@/components/ui/facts";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { viewOwnAccount } from "@/lib/accounts/own/queries";
import { OwnAccountQuery } from "@/lib/accounts/own/schema";
import { endOwnSessionsAction } from "@/lib/accounts/sessions/actions";
import { listOwnSessions, type SessionLine } from "@/lib/accounts/sessions/queries";
import { authorise } from "@/lib/auth/gate";

export const metadata = { title: "我的账号" };

export default async function OwnAccountPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("accounts.own");
  const { changed } = OwnAccountQuery.parse(await searchParams);
  const [account, sessions] = await Promise.all([viewOwnAccount(permit), listOwnSessions(permit)]);

  return (
    <>
      <PageHead
        title="我的账号"
        actions={
          <Button href="/account/password" tone="primary" icon="key">
            改密码
          </Button>
        }
      />
      {changed && (
        <Notice tone="ok" title="密码改好了" live>
          别的地方的登录都已经退出，这里可以接着用。
        </Notice>
      )}
      <Columns
        main={
          <Card title="我在哪些地方登录着" aside={sessions.length > 1 && <EndOthers />}>
            <DataTable
              caption="我的登录"
              rows={sessions}
              rowId={({ id }) => id}
              columns={[
                { label: "设备", cell: ({ device, isThis }) => (isThis ? <b>{device}（就是这里）</b> : device) },
                { label: "登录时间", cell: ({ since }) => since },
                { label: "最近使用", cell: ({ lastSeen }) => lastSeen },
                { label: "退出", hideLabel: true, cell: (session) => <End session={session} /> },
              ]}
            />
          </Card>
        }
        side={
          <Card title="账号">
            <Facts items={[...account]} />
          </Card>
        }
      />
    </>
  );
}

function End({ session }: { session: SessionLine }) {
  if (session.isThis) return null;

  return (
    <Form action={endOwnSessionsAction} id={`end-${session.id}`}>
      <HiddenField name="sessionId" value={session.id} />
      <SubmitButton tone="outline" small label={`让它退出：${session.device}`}>
        让它退出
      </SubmitButton>
    </Form>
  );
}

function EndOthers() {
  return (
    <Form action={endOwnSessionsAction} id="end-others">
      <SubmitButton tone="outline" small>
        只留这里，其他都退出
      </SubmitButton>
    </Form>
  );
}
