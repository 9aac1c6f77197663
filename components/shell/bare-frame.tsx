import { DemoBanner } from "@/components/ui/notice";
import { dialable } from "@/lib/dial";
import { portalName } from "@/lib/office";
import type { ReactNode } from "react";
import { ContrastSwitch, SizeSwitch } from "./reading-switch";
import { SkipLink } from "./skip-link";

const quiet = "text-info underline underline-offset-3";

/** A page without navigation: signing in, something went wrong, paper. `wide` gives it the whole width. */
export function BareFrame({
  children,
  phone,
  wide,
  demo,
}: {
  children: ReactNode;
  phone: string;
  wide?: boolean;
  demo?: boolean;
}) {
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <div className="band no-print" />
      {demo && <DemoBanner />}
      <header className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line bg-surface px-6 py-3 max-phone:px-4">
        <a href="/" className="text-head font-bold text-ink no-underline">
          {portalName}
        </a>
        <div className="flex gap-4">
          <SizeSwitch largest="huge" look={quiet} />
          <ContrastSwitch look={quiet} />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 py-8 print:p-0 ${wide ? "" : "max-w-prose"}`}
      >
        {children}
      </main>
      <footer className="no-print px-6 py-4 text-center text-note text-ink-3">
        有事打电话{" "}
        <a href={`tel:${dialable(phone)}`} className="text-ink-2 num">
          {phone}
        </a>
      </footer>
    </div>
  );
}
