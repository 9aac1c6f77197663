"use client";

import { buttonLook } from "@/components/ui/button-look";
import { Trouble } from "@/components/ui/trouble";
import { useSyncExternalStore } from "react";

/** A page broke. The number is the one under which the log keeps the fault; the telephone is read from the root of the page. */
export function FaultReport({ error, retry }: { error: unknown; retry: () => void }) {
  const phone = useSyncExternalStore(never, readPhone, () => null);
  return (
    <Trouble
      picture="cone"
      title="系统出了点问题"
      phone={phone}
      incident={digestOf(error)}
      actions={
        <>
          <button type="button" onClick={() => retry()} className={buttonLook({ tone: "primary" })}>
            再试一次
          </button>
          <a href="/" className={buttonLook()}>
            回到首页
          </a>
        </>
      }
    >
      <p>不是您操作错了。刚才那一步可能没有存上，请再试一次，或者回到首页看一看。</p>
      <p>还是不行，就打电话，把下面的编号告诉我们，我们查得到。</p>
    </Trouble>
  );
}

/** The fault with a page around it, where no frame is left standing. */
export function FaultPage(props: { error: unknown; retry: () => void }) {
  return (
    <>
      <div className="band" />
      <header className="border-b border-line bg-surface px-6 py-3 max-phone:px-4">
        <a href="/" className="text-head font-bold text-ink no-underline">
          环卫职工之家
        </a>
      </header>
      <main id="main" className="mx-auto w-full max-w-prose px-4 py-8">
        <FaultReport {...props} />
      </main>
    </>
  );
}

const never = () => () => undefined;

function readPhone(): string | null {
  return document.documentElement.dataset.phone ?? null;
}

function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
