import "server-only";
import { randomInt } from "node:crypto";
import type { Installation } from "@/lib/accounts/installation/schema";
import { drawPassword, initialDays } from "@/lib/accounts/secrets/rules";
import { recordInstallation } from "@/lib/audit/commands";
import { prepareSecret } from "@/lib/auth/credentials";
import { roleWords } from "@/lib/auth/words";
import { now } from "@/lib/clock";
import { civilOf, dateColumn } from "@/lib/dates";
import { newId } from "@/lib/id";
import { pinyinKey, tokensOf } from "@/lib/people/search/rules";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";

const roles = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const;
type AdministratorRole = (typeof roles)[number];

/** What the command line prints once; the secrets stand nowhere else. */
export type Installed = { role: string; staffNo: string; name: string; secret: string };

/**
 * Makes the first three administrators of a new portal, for the command line of whoever runs the server; there is
 * nobody yet who could hold a permit. Makes the bureau and the three people too where they are not on file.
 * Refused as soon as one administrator exists: from then on roles are granted in the portal.
 */
export async function installAdministrators(input: Installation): Promise<Installed[]> {
  const secrets = new Map(
    await Promise.all(
      roles.map(async (role) => {
        const secret = drawPassword(randomInt);

        return [role, { secret, stored: await prepareSecret(secret, initialDays) }] as const;
      }),
    ),
  );
  await transact(async (tx) => {
    const existing = await tx.appointment.count({ where: { role: { in: [...roles] }, revokedAt: null } });
    if (existing > 0) throw new Refusal("已经有管理员了，不能再用命令行建。请在网页上由安全管理员授权。");
    const bureauId = await bureauOf(tx, input.bureau);
    for (const role of roles) {
      const made = secrets.get(role);
      if (!made) throw new Error(`no secret for ${role}`);
      const personId = await personOf(tx, bureauId, input[role]);
      await makeAdministrator(tx, { bureauId, personId, role, staffNo: input[role].staffNo, ...made });
    }
  });

  return roles.map((role) => ({ role: roleWords[role], ...input[role], secret: secrets.get(role)?.secret ?? "" }));
}

async function bureauOf(tx: Tx, name: string): Promise<string> {
  const known = await tx.orgUnit.findFirst({ where: { type: "BUREAU", parentId: null }, select: { bureauId: true } });
  if (known) return known.bureauId;
  const id = newId();
  const validFrom = dateColumn(civilOf(now()));
  await tx.orgUnit.create({
    data: { id, bureauId: id, code: "1", name, type: "BUREAU", sphere: "OFFICE", validFrom, sortNo: 1 },
  });

  return id;
}

/** 人事科 completes the record later; until then it says no more than a login needs. */
async function personOf(tx: Tx, bureauId: string, given: { staffNo: string; name: string }): Promise<string> {
  const known = await tx.person.findUnique({ where: { staffNo: given.staffNo }, select: { id: true, name: true } });
  if (known && known.name !== given.name) throw new Refusal(`工号 ${given.staffNo} 是另一个人的，请核对工号和姓名。`);
  if (known) return known.id;
  const id = newId();
  const { staffNo, name } = given;
  await tx.person.create({
    data: {
      id,
      bureauId,
      unitId: bureauId,
      staffNo,
      name,
      pinyin: pinyinKey(name),
      hukouScope: "LOCAL",
      hukouType: "URBAN",
      employmentType: "ESTABLISHED",
      postType: "OFFICE_STAFF",
    },
  });
  const tokens = tokensOf({ name, staffNo });
  await tx.personToken.createMany({
    data: tokens.map((token) => ({ token, personId: id, bureauId, unitId: bureauId })),
  });

  return id;
}

type Maker = {
  bureauId: string;
  personId: string;
  role: AdministratorRole;
  staffNo: string;
  stored: Awaited<ReturnType<typeof prepareSecret>>;
};

async function makeAdministrator(tx: Tx, { bureauId, personId, role, staffNo, stored }: Maker): Promise<void> {
  const id = newId();
  await tx.account.create({
    data: {
      id,
      bureauId,
      personId,
      kind: "STAFF",
      loginName: staffNo,
      passwordHash: stored.hash,
      passwordSetAt: stored.setAt,
      initialUntil: stored.until,
      mustChange: true,
    },
  });
  await tx.appointment.create({
    data: {
      id: newId(),
      accountId: id,
      personId,
      role,
      validFrom: dateColumn(civilOf(now())),
      reason: "系统安装",
    },
  });
  await recordInstallation(tx, { bureauId, accountId: id, personId, role });
}
