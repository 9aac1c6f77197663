import { TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { changePasswordAction } from "@/lib/accounts/own/actions";
import { authorise } from "@/lib/auth/gate";

export const metadata = { title: "改密码" };

export default async function PasswordPage() {
  const permit = await authorise("accounts.own");
  const isFirst = permit.actor.mustChange;

  return (
    <>
      <PageHead
        title="改密码"
        {...(isFirst ? {} : { crumbs: [{ label: "我的账号", href: "/account" }, { label: "改密码" }] })}
      />
      {isFirst && (
        <div className="mb-4">
          <Notice tone="warn" title="先把初始密码换成自己的">
            初始密码别人也看到过。换好以后才能打开别的页面。
          </Notice>
        </div>
      )}
      <Form action={changePasswordAction}>
        <TextField
          name="currentSecret"
          label={isFirst ? "初始密码" : "现在用的密码"}
          type="password"
          autoComplete="current-password"
          width="medium"
        />
        <TextField
          name="newSecret"
          label="新密码"
          hint="至少8位，不要求大小写和符号。想一句自己记得住、别人猜不到的话最好，汉字也行；不要用姓名、工号、生日。"
          type="password"
          autoComplete="new-password"
          width="medium"
        />
        <TextField
          name="againSecret"
          label="再输一遍新密码"
          type="password"
          autoComplete="new-password"
          width="medium"
        />
        <FormActions>
          <SubmitButton>改密码</SubmitButton>
          {!isFirst && <TextLink href="/account">不改了，返回</TextLink>}
        </FormActions>
      </Form>
    </>
  );
}
