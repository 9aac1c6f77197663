import { notFound } from "next/navigation";
import { z } from "zod";
import { CheckboxField, DateField, HiddenField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { grantRoleAction } from "@/lib/accounts/appointments/actions";
import { listUnits } from "@/lib/accounts/appointments/queries";
import { viewAccount } from "@/lib/accounts/queries";
import { chargeWords } from "@/lib/accounts/words";
import { authorise } from "@/lib/auth/gate";
import { roleWords } from "@/lib/auth/words";
import { OwnSecret } from "../../_components/own-secret";

export const metadata = { title: "授权" };
const { WORKER: _, ...staffRoles } = roleWords;

export default async function GrantPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("accounts.grant");
  const viewing = await authorise("accounts.view");
  const id = z.uuid().safeParse((await params).id);
  const account = id.success ? await viewAccount(viewing, id.data) : undefined;
  if (!account) notFound();
  const units = await listUnits(permit);

  return (
    <>
      <PageHead
        title={`给 ${account.name} 授权`}
        sub={`${account.loginName}，${account.unit}。现有岗位：${account.roles.join("、") || "没有"}`}
        crumbs={[
          { label: "账号", href: "/accounts" },
          { label: account.loginName, href: `/accounts/${account.id}` },
          { label: "授权" },
        ]}
      />
      <Form action={grantRoleAction} look="grid">
        <HiddenField name="accountId" value={account.id} />
        <SelectField
          name="role"
          label="岗位"
          options={optionsOf(staffRoles)}
          hint="系统管理员、安全管理员、审计员只能专任，不能兼别的"
        />
        <SelectField name="programme" label="分管业务" options={optionsOf(chargeWords)} hint="选“干事”时填" optional />
        <SelectField
          name="unitId"
          label="科室或单位"
          options={units}
          hint="干事填所在科室，联络员填负责的单位（连同下级）"
          optional
        />
        <CheckboxField name="isManager" label="是这项业务的负责人" hint="科长、工会主席：干事提出的，由负责人同意" />
        <DateField name="validFrom" label="从哪天起" defaultValue={permit.today} />
        <DateField name="validTo" label="到哪天止" hint="不填就是长期；管理员岗位不填" optional />
        <TextField name="reason" label="依据或原因" hint="例如：任职文件 2026-18 号" />
        <OwnSecret />
        <FormActions>
          <SubmitButton>授权</SubmitButton>
          <TextLink href={`/accounts/${account.id}`}>不授了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
