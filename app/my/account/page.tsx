import { Facts } from "@/components/ui/facts";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { Choice, Says, WorkerHead } from "@/components/ui/worker";
import { OwnAccountQuery } from "@/lib/accounts/own/schema";
import { endMySessionsAction } from "@/lib/accounts/sessions/actions";
import { listOwnSessions } from "@/lib/accounts/sessions/queries";
import { authorise } from "@/lib/auth/gate";
import { MyFrame } from "../frame";

export const metadata = { title: "登录密码" };

export default async function MyAccountPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("accounts.own");
  const { changed } = OwnAccountQuery.parse(await searchParams);
  const sessions = await listOwnSessions(permit);

  return (
    <MyFrame back="/my">
      <WorkerHead title="登录密码" lead={`您的工号是 ${permit.actor.loginName}`} />
      {changed && (
        <Says tone="ok" title="密码改好了">
          下次登录用新的6位数字。
        </Says>
      )}
      <Choice href="/my/account/pin" icon="key" title="改密码" sub="6位数字" main />
      <h2 className="mt-6 mb-2 text-head font-bold">这些手机登录了我的账号</h2>
      <ul className="grid gap-3">
        {sessions.map((session) => (
          <li key={session.id} className="rounded-card border-2 border-line bg-surface px-4 py-3">
            <p className="font-bold">{session.isThis ? `${session.device}，就是现在这个` : session.device}</p>
            <Facts
              items={[
                { label: "什么时候登录的", value: session.since },
                { label: "最近一次用", value: session.lastSeen },
              ]}
            />
            {!session.isThis && (
              <div className="mt-3">
                <Form action={endMySessionsAction} id={`end-${session.id}`}>
                  <HiddenField name="sessionId" value={session.id} />
                  <SubmitButton tone="danger" wide label={`不是我的，让它退出：${session.device}`}>
                    不是我的，让它退出
                  </SubmitButton>
                </Form>
              </div>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-5 text-ink-2">手机是借来的？用完按下面的按钮。</p>
      <form method="post" action="/sign-out" className="mt-2">
        <button className="min-h-control w-full rounded-sheet border border-line-strong bg-surface px-4 font-bold text-ink">
          退出，换个人用
        </button>
      </form>
    </MyFrame>
  );
}
