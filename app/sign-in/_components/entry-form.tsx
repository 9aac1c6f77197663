import { BigButton } from "@/components/ui/worker";
import { dialable } from "@/lib/dial";

type EntryFormProps = { csrfToken: string; goal: string; hasFailed: boolean; letters: boolean; phone: string };

/**
 * The one form for everybody, a plain POST that works without scripts. Digits are the phone's first keys, because 工号
 * and the workers' PIN are digits; office people with letters in their password change the keys by a link.
 */
export function EntryForm({ csrfToken, goal, hasFailed, letters, phone }: EntryFormProps) {
  const keys = letters ? undefined : "numeric";

  return (
    <section aria-labelledby="entry" className="rounded-card border-2 border-line bg-surface px-5 py-6 max-phone:px-4">
      <h1 id="entry" className="text-title">
        登录
      </h1>
      <p className="mt-1 text-ink-2">用工号和密码。职工的密码是6位数字。</p>
      {hasFailed && (
        <p
          role="alert"
          id="refused"
          className="mt-4 rounded-sheet border-2 border-late bg-late-wash px-4 py-3 font-bold text-late"
        >
          工号或密码不对，或者试得太多次了。请核对后再试，还不行就打电话{" "}
          <a href={`tel:${dialable(phone)}`} className="whitespace-nowrap text-late num">
            {phone}
          </a>
        </p>
      )}
      <form method="post" action="/api/auth/callback/credentials" className="mt-5 grid gap-5">
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value={goal} />
        <label className="grid gap-1 font-bold">
          工号
          <input
            name="loginName"
            required
            maxLength={40}
            inputMode={keys}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby={hasFailed ? "refused" : undefined}
            className="control w-full font-normal num"
          />
        </label>
        <label className="grid gap-1 font-bold">
          密码
          <input
            name="secret"
            type="password"
            required
            maxLength={200}
            inputMode={keys}
            autoComplete="current-password"
            aria-describedby={hasFailed ? "refused" : undefined}
            className="control w-full font-normal"
          />
        </label>
        <BigButton tone="primary">登录</BigButton>
      </form>
      <div className="mt-5 grid gap-2 text-note">
        {!letters && (
          <a href={`/sign-in?keys=letters&callbackUrl=${encodeURIComponent(goal)}`} className="desk:hidden">
            有字母要输？换成字母键盘
          </a>
        )}
        <details>
          <summary className="text-info underline underline-offset-3">想不起来了，或者第一次用？</summary>
          <ul className="mt-2 grid list-disc gap-1 pl-5 text-ink-2">
            <li>职工：找班长或单位联络员，也可以打下面的电话，给您发一个新的。</li>
            <li>办公室人员：找局里的安全管理员。</li>
            <li>连着输错5次，要等15分钟才能再试。</li>
          </ul>
        </details>
      </div>
    </section>
  );
}
