import "server-only";
import {
  demoGroupWords,
  demoProgrammeWords,
  demoRoleWords,
  demoSecrets,
  type DemoGroup,
} from "@/lib/accounts/demo/words";
import type { Role } from "@/lib/auth/verbs";
import { env } from "@/lib/env";
import { db } from "@/prisma/client";

export type DemoAccount = { loginName: string; name: string; post: string; can: string; secret: string };
export type DemoList = { group: DemoGroup; title: string; accounts: DemoAccount[] };

const order = ["worker", "officer", "liaison", "leader", "administrator"] as const satisfies readonly DemoGroup[];

/**
 * The accounts that the sign-in page of a demonstration offers with one click, by group. Nobody has to be signed in for
 * it, so it answers nothing at all outside demo mode.
 */
export async function listDemoAccounts(): Promise<DemoList[]> {
  if (env.PORTAL_MODE !== "demo") return [];
  const rows = await db.account.findMany({
    where: { isDemo: true, disabledAt: null, passwordHash: { not: null } },
    orderBy: { loginName: "asc" },
    take: 60,
    select: {
      loginName: true,
      kind: true,
      appointments: { where: { revokedAt: null }, orderBy: { id: "asc" }, select: { role: true, programme: true } },
      person: { select: { name: true, status: true, postTitle: true, unit: { select: { name: true } } } },
    },
  });
  const all = rows.map(({ loginName, kind, appointments, person }) => {
    const [first] = appointments;
    const role: Role = kind === "WORKER" ? "WORKER" : (first?.role ?? "OFFICER");
    const post = kind === "WORKER" && person.status === "RETIRED" ? "退休职工" : (person.postTitle ?? person.unit.name);
    const charges = appointments
      .map(({ programme }) => demoProgrammeWords[programme])
      .filter((word) => word !== undefined);
    const can = charges.join("；") || demoRoleWords[role];

    return { group: groupOf(role), account: { loginName, name: person.name, post, can, secret: demoSecrets[kind] } };
  });

  return order
    .map((group) => ({
      group,
      title: demoGroupWords[group],
      accounts: all.filter((one) => one.group === group).map(({ account }) => account),
    }))
    .filter(({ accounts }) => accounts.length > 0);
}

function groupOf(role: Role): DemoGroup {
  const groups: Partial<Record<Role, DemoGroup>> = {
    WORKER: "worker",
    OFFICER: "officer",
    LIAISON: "liaison",
    WARDEN: "liaison",
    LEADER: "leader",
  };

  return groups[role] ?? "administrator";
}
