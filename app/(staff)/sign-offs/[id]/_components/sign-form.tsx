import { SignaturePad } from "@/components/case/signature-pad";
import { Card } from "@/components/ui/card";
import { CheckboxField, DateField, FieldGroup, HiddenField, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Tabs } from "@/components/ui/tabs";
import type { Permit } from "@/lib/auth/permit";
import { signOffAction } from "@/lib/cases/sign-offs/actions";
import type { SignOffView } from "@/lib/cases/sign-offs/view/queries";
import { signModeWords } from "@/lib/cases/sign-offs/words";
import { uploadAccept } from "@/lib/uploads";
import type { SignMode } from "@/prisma/generated/enums";

const modes = Object.keys(signModeWords) as SignMode[];
const fileLabels = {
  FINGERPRINT: "按了手印的签收单",
  PHOTO: "现场照片",
  TRANSFER: "转账凭证照片",
  SIGNATURE: "",
} as const;

/** 登记签领, a form for each way to sign, so that nobody reads fields that do not concern him. */
export function SignForm({ row, mode, permit }: { row: SignOffView; mode: SignMode; permit: Permit }) {
  const isCash = row.kind === "MONEY" && mode !== "TRANSFER";
  const open = modes.filter((one) => one !== "TRANSFER" || row.kind === "MONEY");

  return (
    <Card title="登记签领" tone="next" id="sign">
      <Tabs
        label="怎么签的"
        items={open.map((one) => ({
          label: signModeWords[one],
          href: `/sign-offs/${row.id}?mode=${one}#sign`,
          current: one === mode,
        }))}
      />
      <Form action={signOffAction} key={mode}>
        <HiddenField name="signOffId" value={row.id} />
        <HiddenField name="mode" value={mode} />
        <TextField name="receivedBy" label="领取人姓名" defaultValue={row.name.replace("（户）", "")} width="short" />
        <TextField
          name="relation"
          label="是本人的什么人"
          hint="本人来领不用填；别人代领必须填，例如 妻子、儿子、班长"
          width="short"
          optional
        />
        {isCash && (
          <FieldGroup title="发放人" hint="现金由两个人一起发">
            <TextField name="firstGiver" label="第一位的工号" defaultValue={permit.actor.loginName} width="short" />
            <TextField name="secondGiver" label="第二位的工号" width="short" />
          </FieldGroup>
        )}
        {mode === "TRANSFER" && <TextField name="voucherNo" label="转账凭证号" width="medium" maxLength={60} />}
        {mode === "SIGNATURE" ? (
          <SignaturePad name="drawn" label="领取人签字" />
        ) : (
          <FileField
            name="file"
            label={fileLabels[mode]}
            accept={uploadAccept}
            hint="拍照或扫描，不超过 10 MB；照片里的位置信息会自动去掉"
            {...(mode === "TRANSFER" ? { optional: true } : {})}
          />
        )}
        {mode === "PHOTO" && <CheckboxField name="hasConsent" label="照片上的人同意留存" />}
        <DateField
          name="signedOn"
          label="签领日期"
          defaultValue={permit.today}
          max={permit.today}
          min={row.grantedOn}
        />
        <FormActions>
          <SubmitButton>确认已领</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
