import type { ReactNode } from "react";
import { CheckboxField, CheckboxGroup, DateField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { optionsOf } from "@/components/ui/option";
import type { PartName } from "@/lib/people/parts/rules";
import { careWords, fieldWords } from "@/lib/people/parts/words";
import {
  aidWords,
  hukouScopeWords,
  hukouTypeWords,
  mobileOwnerWords,
  politicalWords,
  sexWords,
} from "@/lib/people/words";
import type { IdType } from "@/prisma/generated/enums";
const label = (field: string) => fieldWords[field] ?? field;
const levels = ["一级", "二级", "三级", "四级"].map((value) => ({ value, label: value }));

/** The fields of one section, in the order in which a clerk reads them off the paper. */
export function PartFields({ part, idType, hasCard }: { part: PartName; idType: IdType; hasCard: string | null }) {
  return {
    basic: <Basic idType={idType} />,
    hukou: <Hukou />,
    contact: <Contact />,
    bank: <Bank tail={hasCard} />,
    union: <Union />,
    care: <Care />,
  }[part] satisfies ReactNode;
}

function Basic({ idType }: { idType: IdType }) {
  return (
    <>
      <TextField name="name" label={label("name")} hint="少数民族姓名中间用“·”" width="medium" />
      <SelectField name="politicalStatus" label={label("politicalStatus")} options={optionsOf(politicalWords)} />
      <TextField name="ethnicity" label={label("ethnicity")} width="short" optional />
      <DateField
        name="archiveBirthDate"
        label={label("archiveBirthDate")}
        hint="和身份证不一致时才填，退休以档案为准"
        optional
      />
      {idType === "OTHER" && (
        <>
          <RadioField name="sex" label={label("sex")} options={optionsOf(sexWords)} look="row" />
          <DateField name="birthDate" label={label("birthDate")} />
        </>
      )}
    </>
  );
}

function Hukou() {
  return (
    <>
      <RadioField name="hukouScope" label={label("hukouScope")} options={optionsOf(hukouScopeWords)} look="row" />
      <RadioField name="hukouType" label={label("hukouType")} options={optionsOf(hukouTypeWords)} look="row" />
      <TextField name="hukouAddress" label={label("hukouAddress")} optional />
      <TextField name="residencePermitNo" label={label("residencePermitNo")} width="medium" optional />
      <DateField name="residencePermitExpiry" label={label("residencePermitExpiry")} optional />
    </>
  );
}

function Contact() {
  return (
    <>
      <TextField name="mobile" label={label("mobile")} type="tel" keypad="tel" width="medium" optional />
      <SelectField
        name="mobileOwner"
        label={label("mobileOwner")}
        options={optionsOf(mobileOwnerWords)}
        hint="填了手机号就要选"
        optional
      />
      <TextField name="address" label={label("address")} optional />
      <TextField name="emergencyName" label={label("emergencyName")} width="medium" optional />
      <TextField name="emergencyRelation" label={label("emergencyRelation")} width="short" optional />
      <TextField
        name="emergencyPhone"
        label={label("emergencyPhone")}
        type="tel"
        keypad="tel"
        width="medium"
        optional
      />
      <CheckboxGroup name="literacyAids" label={label("literacyAids")} options={optionsOf(aidWords)} optional />
    </>
  );
}

function Bank({ tail }: { tail: string | null }) {
  return (
    <>
      <TextField name="bankName" label={label("bankName")} width="medium" optional />
      <TextField
        name="bankCard"
        label={label("bankCard")}
        hint={tail ? `现登记的尾号是 ${tail}，不改就空着` : "对照本人的卡填写"}
        keypad="numeric"
        width="medium"
        optional
      />
    </>
  );
}

function Union() {
  return (
    <>
      <CheckboxField name="unionMember" label={label("unionMember")} />
      <DateField name="unionJoinedOn" label={label("unionJoinedOn")} optional />
    </>
  );
}

function Care() {
  return (
    <>
      <CheckboxGroup
        name="flags"
        label={label("flags")}
        hint="勾选任何一项就进入绿色通道；别的科室只看到“绿色通道”，看不到原因"
        options={optionsOf(careWords)}
        optional
      />
      <SelectField name="disabilityLevel" label={label("disabilityLevel")} options={levels} blank="没有" optional />
    </>
  );
}
