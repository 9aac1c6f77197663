import "server-only";
import { appointmentWord } from "@/lib/accounts/words";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant } from "@/lib/dates";
import { db } from "@/prisma/client";

/** The own account in words: 工号, unit, roles, since when the secret counts. */
export async function viewOwnAccount(permit: Permit<"accounts.own">): Promise<{ label: string; value: string }[]> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: permit.actor.accountId },
    select: {
      loginName: true,
      passwordSetAt: true,
      person: { select: { name: true, unit: { select: { name: true } } } },
    },
  });
  const roles = permit.actor.grants
    .filter(({ role }) => role !== "WORKER")
    .map(({ role, programme }) => appointmentWord(role, programme, null));

  return [
    { label: "登录工号", value: account.loginName },
    { label: "姓名", value: account.person.name },
    { label: "单位", value: account.person.unit.name },
    ...(roles.length > 0 ? [{ label: "岗位", value: roles.join("、") }] : []),
    { label: "上次改密码", value: account.passwordSetAt ? formatInstant(account.passwordSetAt) : "还没有改过" },
  ];
}
