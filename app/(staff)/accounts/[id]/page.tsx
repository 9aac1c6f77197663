import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card, Columns } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { viewAccount } from "@/lib/accounts/queries";
import { listSessions } from "@/lib/accounts/sessions/queries";
import { authorise, may } from "@/lib/auth/gate";
import { AccountState } from "./_components/account-state";
import { Appointments } from "./_components/appointments";
import { SecretForms } from "./_components/secret-forms";
import { Sessions } from "./_components/sessions";

export const metadata = { title: "账号" };

const tones = { usable: "ok", waiting: "warn", locked: "late", disabled: "neutral" } as const;

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("accounts.view");
  const id = z.uuid().safeParse((await params).id);
  const account = id.success ? await viewAccount(permit, id.data) : undefined;
  if (!account) notFound();
  const sessions = await listSessions(permit, account.id);
  const [mayGrant, mayReset, mayDisable] = [
    await may("accounts.grant"),
    await may("accounts.resetSecret"),
    await may("accounts.disable"),
  ];
  const isOwn = account.personId === permit.actor.personId;

  return (
    <>
      <PageHead
        title={`账号 ${account.loginName}`}
        crumbs={[{ label: "账号", href: "/accounts" }, { label: account.loginName }]}
        actions={
          mayGrant &&
          !isOwn &&
          account.state !== "disabled" &&
          account.kind === "办公室账号" && (
            <Button href={`/accounts/${account.id}/grant`} tone="primary">
              授权
            </Button>
          )
        }
      />
      <IdentityBar
        name={account.name}
        items={[
          account.unit,
          account.kind,
          <Tag key="state" tone={tones[account.state]}>
            {account.stateWord}
          </Tag>,
        ]}
      />
      <Columns
        main={
          <>
            <Appointments lines={account.appointments} mayRevoke={mayGrant && !isOwn} />
            <Sessions accountId={account.id} sessions={sessions} mayEnd={await may("accounts.endSessions")} />
          </>
        }
        side={
          <>
            <AccountState account={account} mayDisable={mayDisable && account.id !== permit.actor.accountId} />
            {mayReset && !isOwn && account.state !== "disabled" && <SecretForms account={account} />}
            {isOwn && <Card title="这是您自己的账号">自己的岗位和密码不能在这里改。密码请到“我的账号”里改。</Card>}
          </>
        }
      />
    </>
  );
}
