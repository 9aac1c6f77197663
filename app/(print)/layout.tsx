import type { ReactNode } from "react";
import { BareFrame } from "@/components/shell/bare-frame";
import { env } from "@/lib/env";
import { officePhone } from "@/lib/office";

/** Around print pages: nothing but the paper and, on screen, the bar above it. */
export default function PrintLayout({ children }: { children: ReactNode }) {
  return (
    <BareFrame phone={officePhone()} wide demo={env.PORTAL_MODE === "demo"}>
      {children}
    </BareFrame>
  );
}
