import type { ReactNode } from "react";
import { WorkerFrame } from "@/components/shell/worker-frame";
import { env } from "@/lib/env";
import { officePhone } from "@/lib/office";

/** The frame of every worker page with the office's telephone in it; 换个人 stands on the home page only. */
export function MyFrame({ back, isHome = false, children }: { back?: string; isHome?: boolean; children: ReactNode }) {
  return (
    <WorkerFrame
      phone={officePhone()}
      demo={env.PORTAL_MODE === "demo"}
      {...(back ? { back: { href: back } } : {})}
      {...(isHome ? { changePerson: "/sign-out" } : {})}
    >
      {children}
    </WorkerFrame>
  );
}
