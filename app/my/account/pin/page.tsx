import { TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Says, WorkerHead } from "@/components/ui/worker";
import { changePinAction } from "@/lib/accounts/own/actions";
import { authorise } from "@/lib/auth/gate";
import { MyFrame } from "../../frame";

export const metadata = { title: "改密码" };

export default async function MyPinPage() {
  const permit = await authorise("accounts.own");
  const isFirst = permit.actor.mustChange;

  return (
    <MyFrame {...(isFirst ? {} : { back: "/my/account" })}>
      <WorkerHead title="改密码" lead="密码是6位数字" />
      {isFirst && (
        <Says tone="warn" title="先换成自己的密码">
          别人给您的那6位数字，别人也看到过。换好了再往下用。
        </Says>
      )}
      <Form action={changePinAction}>
        <TextField
          name="currentSecret"
          label={isFirst ? "别人给您的6位数字" : "现在用的6位数字"}
          type="password"
          keypad="numeric"
          autoComplete="current-password"
        />
        <TextField
          name="newSecret"
          label="新的6位数字"
          hint="不要用生日、手机号，也不要用123456、888888这样好猜的"
          type="password"
          keypad="numeric"
          maxLength={6}
          autoComplete="new-password"
        />
        <TextField
          name="againSecret"
          label="再输一遍"
          type="password"
          keypad="numeric"
          maxLength={6}
          autoComplete="new-password"
        />
        <FormActions>
          <SubmitButton wide>改好了</SubmitButton>
        </FormActions>
      </Form>
    </MyFrame>
  );
}
