import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BareFrame } from "@/components/shell/bare-frame";
import { listDemoAccounts } from "@/lib/accounts/demo/queries";
import { currentActor } from "@/lib/auth/gate";
import { safePath } from "@/lib/auth/paths";
import { SignInQuery } from "@/lib/auth/schema";
import { csrfToken } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { officePhone } from "@/lib/office";
import { AlreadyIn } from "./_components/already-in";
import { DemoAccounts } from "./_components/demo-accounts";
import { EntryForm } from "./_components/entry-form";
import { NoCookies } from "./_components/no-cookies";

export const metadata: Metadata = { title: "登录" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { next, callbackUrl, error, keys } = SignInQuery.parse(await searchParams);
  const goal = safePath(callbackUrl ?? next);
  const token = await csrfToken();
  // Once to next-auth, which sets the cookie and comes back with callbackUrl; still none then means cookies are off.
  if (!token && callbackUrl === undefined) redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(goal)}`);
  const [actor, groups] = await Promise.all([currentActor(), listDemoAccounts()]);
  const isDemo = env.PORTAL_MODE === "demo";

  return (
    <BareFrame phone={officePhone()} demo={isDemo} wide>
      {token === null ? (
        <NoCookies phone={officePhone()} />
      ) : (
        <div
          className={`mx-auto grid gap-8 ${groups.length > 0 ? "max-w-page desk:grid-cols-[24rem_minmax(0,1fr)]" : "max-w-column"}`}
        >
          <div className="worker">
            {actor && <AlreadyIn name={actor.name} />}
            <EntryForm
              csrfToken={token}
              goal={goal}
              hasFailed={error !== undefined}
              letters={keys === "letters"}
              phone={officePhone()}
            />
            <p className="mt-5 text-center text-ink-2">有难处，有人听；说好的事，有回音。</p>
          </div>
          {groups.length > 0 && <DemoAccounts csrfToken={token} groups={groups} />}
        </div>
      )}
    </BareFrame>
  );
}
