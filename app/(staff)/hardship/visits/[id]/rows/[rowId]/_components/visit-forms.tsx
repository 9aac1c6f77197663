import { SignaturePad } from "@/components/case/signature-pad";
import { Card } from "@/components/ui/card";
import {
  CheckboxField,
  DateField,
  FieldGroup,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
} from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { StaySignedIn } from "@/components/ui/stay-signed-in";
import { Tabs } from "@/components/ui/tabs";
import type { Permit } from "@/lib/auth/permit";
import { recordVisitAction } from "@/lib/hardship/visits/records/actions";
import type { RowView } from "@/lib/hardship/visits/records/view/queries";
import { needOptions, signChoices } from "@/lib/hardship/visits/records/words";
import { uploadAccept } from "@/lib/uploads";
import type { SignMode } from "@/prisma/generated/enums";
import { NotMetForm } from "./not-met-form";
import { WhoWent } from "./who-went";

const fileLabels = {
  FINGERPRINT: "按了手印的签收单（拍照）",
  PHOTO: "交到手上的现场照片",
  TRANSFER: "转账凭证照片",
} as const;
const photoHint = "不超过 10 MB；照片里的位置信息会自动去掉";

/** 走访签领, a form for each way to sign, so that nobody reads fields that do not concern him; below it 没见到人. */
export function VisitForms({ row, mode, permit }: { row: RowView; mode: SignMode; permit: Permit }) {
  const address = `/hardship/visits/${row.campaign.id}/rows/${row.id}`;

  return (
    <>
      <Card title="见到人了：登记签领" tone="next" id="sign">
        <Tabs
          label="先选怎么签的，再往下填"
          items={signChoices.map(({ mode: one, label }) => ({
            label,
            href: `${address}?mode=${one}#sign`,
            current: one === mode,
          }))}
        />
        <StaySignedIn />
        <Form action={recordVisitAction} key={mode} steady>
          <RequestKey />
          <HiddenField name="campaignId" value={row.campaign.id} />
          <HiddenField name="rowId" value={row.id} />
          <HiddenField name="version" value={String(row.version)} />
          <HiddenField name="mode" value={mode} />
          <WhoWent row={row} permit={permit} isCash={mode !== "TRANSFER"} />
          <TextField name="receivedBy" label="领取人姓名" defaultValue={row.name} width="medium" maxLength={30} />
          <TextField
            name="relation"
            label="是本人的什么人"
            hint="本人领不用填；别人代领要填，例如 妻子、儿子"
            width="short"
            optional
          />
          <Evidence mode={mode} />
          <DateField name="visitedOn" label="哪天去的" defaultValue={permit.today} max={permit.today} />
          <Besides goods={row.plannedGoods} />
          <FormActions>
            <SubmitButton>确认已领，记下来</SubmitButton>
          </FormActions>
        </Form>
      </Card>
      <NotMetForm row={row} permit={permit} />
    </>
  );
}

function Evidence({ mode }: { mode: SignMode }) {
  if (mode === "SIGNATURE") return <SignaturePad name="drawn" label="领取人签字" />;

  return (
    <>
      {mode === "TRANSFER" && <TextField name="voucherNo" label="转账凭证号" width="medium" maxLength={60} />}
      <FileField
        name="file"
        label={fileLabels[mode]}
        accept={uploadAccept}
        hint={photoHint}
        capture
        optional={mode === "TRANSFER"}
      />
    </>
  );
}

function Besides({ goods }: { goods: string | null }) {
  return (
    <FieldGroup title="顺便记一记" hint="可以不填">
      <TextField name="goods" label="留下的慰问品" defaultValue={goods} width="medium" maxLength={100} optional />
      <TextArea
        name="condition"
        label="家里近来怎么样"
        hint="加密保存，只有帮扶专员说明原因才能看；不写病名"
        rows={3}
        maxLength={1000}
        optional
      />
      <SelectField name="need" label="家里提出要办的事" blank="没有提" options={needOptions()} optional />
      <TextField name="needContent" label="要办什么" hint="会转给管这件事的人去办" maxLength={500} optional />
      <FileField name="photo" label="照片" accept={uploadAccept} hint={photoHint} optional />
      <CheckboxField name="hasConsent" label="照片上的人都同意留存" hint="拍到了人或家里就要勾；不拍孩子" />
    </FieldGroup>
  );
}
