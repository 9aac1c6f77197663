import { portalName } from "@/lib/office";
import { Icon } from "@/components/ui/icon";
import { DemoBanner } from "@/components/ui/notice";
import type { ReactNode } from "react";
import { CallBar } from "./call-bar";
import { ContrastSwitch, SizeSwitch } from "./reading-switch";
import { SkipLink } from "./skip-link";

type WorkerFrameProps = {
  phone: string;
  back?: { href: string; label?: string };
  changePerson?: string | (() => Promise<void>);
  demo?: boolean;
  children: ReactNode;
};

const pill =
  "min-h-[2.2rem] rounded-full border border-control bg-surface px-4 text-note font-normal whitespace-nowrap text-ink hover:border-ink";
const quiet = "min-h-[2.2rem] px-2 text-note text-ink-2 underline underline-offset-3";

/**
 * A worker's page: one column, one question, the telephone always at the bottom. `back` stands where the thumb expects it;
 * `changePerson` (换个人) ends this sign-in, because phones are shared.
 */
export function WorkerFrame({ phone, back, changePerson, demo, children }: WorkerFrameProps) {
  return (
    <div className="worker mx-auto flex min-h-screen max-w-column flex-col bg-paper phone:border-x phone:border-line">
      <SkipLink />
      <div className="band" />
      {demo && <DemoBanner />}
      <header className="no-print flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line bg-surface px-4 py-2 font-bold">
        {back ? (
          <a
            href={back.href}
            className="-ml-2 inline-flex min-h-[2.6rem] items-center gap-1 pr-2 text-ink no-underline"
          >
            <Icon name="back" />
            {back.label ?? "返回"}
          </a>
        ) : (
          <span className="inline-flex min-h-[2.6rem] items-center">{portalName}</span>
        )}
        <SizeSwitch largest="huge" look={pill} />
      </header>
      <main id="main" tabIndex={-1} className="flex-1 px-4 pt-5 pb-7">
        {children}
      </main>
      <div className="no-print flex flex-wrap items-center justify-between gap-x-4 px-2 pb-3">
        <ContrastSwitch look={quiet} />
        {changePerson && (
          <form action={changePerson} method={typeof changePerson === "string" ? "post" : undefined}>
            <button className={quiet}>换个人</button>
          </form>
        )}
      </div>
      <CallBar phone={phone} />
    </div>
  );
}
