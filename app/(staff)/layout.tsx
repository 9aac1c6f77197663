import type { ReactNode } from "react";
import { StaffFrame } from "@/components/shell/staff-frame";
import { currentActor, may, permitIf } from "@/lib/auth/gate";
import { env } from "@/lib/env";
import { officePhone } from "@/lib/office";
import { countTodo } from "@/lib/cases/list/queries";
import { lettersToDecide } from "@/lib/schooling/letters/waiting/queries";
import { navigationFor } from "./navigation";

/** The frame around every staff page. It shows what the person may open and guards nothing: each page asks the gate. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const permit = await permitIf("cases.view");
  const leader = await permitIf("schooling.approveLetter");
  const [cases, letters] = await Promise.all([permit ? countTodo(permit) : 0, leader ? lettersToDecide(leader) : []]);

  return (
    <StaffFrame
      items={navigationFor(actor.grants, cases + letters.length)}
      who={{ name: `${actor.loginName} ${actor.name}`, href: "/account" }}
      signOut="/sign-out"
      phone={officePhone()}
      search={await may("people.view")}
      demo={env.PORTAL_MODE === "demo"}
    >
      {children}
    </StaffFrame>
  );
}
