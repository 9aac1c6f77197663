import { DateField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { enterGrantAction } from "@/lib/cases/sign-offs/actions";
import { signOffKindWords } from "@/lib/cases/sign-offs/words";
import { programmeOptions } from "../address";

export const metadata = { title: "登记发放" };

const kinds = optionsOf(signOffKindWords);

export default async function NewSignOffPage() {
  const permit = await authorise("cases.grant");
  const held = programmeOptions(permit.reach.programmes);

  return (
    <>
      <PageHead
        title="登记发放"
        sub="批准发给一位职工的钱、物品、床位或名额；本人签领以后才算发到。"
        crumbs={[{ label: "发放签领", href: "/sign-offs" }, { label: "登记发放" }]}
      />
      <Form action={enterGrantAction} look="grid">
        <TextField name="staffNo" label="职工工号" width="short" autoComplete="off" />
        <SelectField name="programme" label="服务项目" options={held} defaultValue={held[0]?.value} />
        <RadioField name="kind" label="发的是什么" options={kinds} look="row" defaultValue="MONEY" />
        <TextField name="what" label="发放内容" hint="例如 春节慰问金、米面油一份" maxLength={40} />
        <TextField name="amount" label="金额" unit="元" keypad="decimal" width="short" hint="物品可以不填" optional />
        <TextField name="quantity" label="数量" keypad="numeric" width="short" defaultValue="1" />
        <DateField name="grantedOn" label="批准日期" defaultValue={permit.today} max={permit.today} />
        <FormActions>
          <SubmitButton>登记</SubmitButton>
          <TextLink href="/sign-offs">不登了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
