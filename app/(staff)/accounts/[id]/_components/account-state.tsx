import { Card, Stack } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { disableAccountAction, enableAccountAction } from "@/lib/accounts/actions";
import type { AccountView } from "@/lib/accounts/queries";

/** How the account stands; 系统管理员 shuts and opens it here. */
export function AccountState({ account, mayDisable }: { account: AccountView; mayDisable: boolean }) {
  const isDisabled = account.state === "disabled";

  return (
    <Card title="状态">
      <Stack>
        <Facts
          items={[
            { label: "现在", value: account.stateWord },
            account.disabledReason ? { label: "停用原因", value: account.disabledReason } : null,
            account.initialUntil ? { label: "初始密码", value: `${account.initialUntil} 前有效` } : null,
            { label: "最近登录", value: account.lastSignIn },
            { label: "建账号", value: account.createdAt },
          ]}
        />
        {mayDisable && (
          <FoldedForm
            summary={isDisabled ? "重新启用" : "停用账号"}
            look={isDisabled ? "button" : "danger"}
            action={isDisabled ? enableAccountAction : disableAccountAction}
            id={isDisabled ? "enable" : "disable"}
          >
            <p className="text-ink-2">
              {isDisabled
                ? "启用以后还不能登录：要请安全管理员重新发初始密码。"
                : "停用以后马上不能登录，正在使用的也立即退出。"}
            </p>
            <HiddenField name="accountId" value={account.id} />
            <TextField name="reason" label="原因" />
            <SubmitButton tone={isDisabled ? "primary" : "danger"}>{isDisabled ? "启用" : "停用"}</SubmitButton>
          </FoldedForm>
        )}
      </Stack>
    </Card>
  );
}
