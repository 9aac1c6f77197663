import { Card } from "@/components/ui/card";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, Shown, SubmitButton } from "@/components/ui/form";
import type { AccountView } from "@/lib/accounts/queries";
import { resetSecretAction, unlockAction } from "@/lib/accounts/secrets/actions";
import { OwnSecret } from "../../_components/own-secret";

/** 安全管理员: hands out a first secret, which is shown once on this page, and lifts locks. */
export function SecretForms({ account }: { account: AccountView }) {
  return (
    <Card title="初始密码" tone={account.state === "waiting" ? "next" : undefined}>
      <Form action={resetSecretAction} id="reset">
        <p className="text-ink-2">
          发一个随机的初始密码，7天内有效，本人第一次登录要改。原来的密码和正在使用的登录马上作废。
        </p>
        <Shown
          fields={[
            { name: "loginName", label: "登录工号" },
            { name: "secret", label: "初始密码，只显示这一次，请抄给本人" },
          ]}
          seconds={300}
        />
        <HiddenField name="accountId" value={account.id} />
        <TextField name="reason" label="原因" hint="例如：本人到窗口，核对了工作证" />
        <OwnSecret />
        <SubmitButton>发初始密码</SubmitButton>
      </Form>
      {account.state === "locked" && (
        <div className="mt-4">
          <FoldedForm summary="解除锁定" look="button" open action={unlockAction} id="unlock">
            <p className="text-ink-2">输错次数太多被锁了，15分钟后自己会解开；确认是本人可以现在解。密码不变。</p>
            <HiddenField name="accountId" value={account.id} />
            <TextField name="reason" label="原因" hint="例如：本人来电，核对了身份" />
            <SubmitButton tone="outline">解除锁定</SubmitButton>
          </FoldedForm>
        </div>
      )}
    </Card>
  );
}
