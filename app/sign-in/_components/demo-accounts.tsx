import type { DemoAccount, DemoList } from "@/lib/accounts/demo/queries";
import { demoSecrets } from "@/lib/accounts/demo/words";

/** In a demonstration every role is one click away: each entry is a form with the public secret of the demo. */
export function DemoAccounts({ csrfToken, groups }: { csrfToken: string; groups: DemoList[] }) {
  return (
    <section aria-labelledby="demo" className="min-w-0">
      <h2 id="demo" className="text-title">
        换个身份看看
      </h2>
      <p className="mt-1 text-ink-2">
        点一个人就用他的身份进来。手工输也行：办公室人员的是 <b className="num">{demoSecrets.STAFF}</b>，职工的是{" "}
        <b className="num">{demoSecrets.WORKER}</b>。
      </p>
      {groups.map(({ group, title, accounts }) => (
        <div key={group} className="mt-4">
          <h3 className="mb-1 text-head">{title}</h3>
          <ul className="grid grid-cols-1 gap-2 phone:grid-cols-2">
            {accounts.map((account) => (
              <li key={account.loginName}>
                <DemoEntry csrfToken={csrfToken} account={account} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function DemoEntry({ csrfToken, account }: { csrfToken: string; account: DemoAccount }) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className="h-full">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value="/" />
      <input type="hidden" name="loginName" value={account.loginName} />
      <input type="hidden" name="secret" value={account.secret} />
      <button className="h-full w-full rounded-sheet border border-line bg-surface px-3 py-2 text-left hover:border-signal hover:bg-signal-wash">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <b className="num">{account.loginName}</b>
          <b>{account.name}</b>
          <span className="text-note text-ink-3">{account.post}</span>
        </span>
        <span className="block text-note text-ink-2">{account.can}</span>
      </button>
    </form>
  );
}
