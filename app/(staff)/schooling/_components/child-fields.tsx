import { CheckboxField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { optionsOf } from "@/components/ui/option";
import { dwellingWords, schoolStageWords } from "@/lib/schooling/words";
const grades = Array.from({ length: 8 }, (_, i) => ({
  value: String(i + 1),
  label: i < 6 ? `小学${"一二三四五六"[i] ?? ""}年级` : `初${"一二"[i - 6] ?? ""}`,
})).filter(({ value }) => value !== "6");

/** What has to be known of the child; the liaison's and the officer's form. */
export function ChildFields() {
  return (
    <>
      <SelectField name="schoolStage" label="上几年级" options={optionsOf(schoolStageWords)} />
      <TextField name="childName" label="孩子姓名" hint="加密保存，名单上看不到" width="medium" maxLength={40} />
      <TextField
        name="childId"
        label="孩子身份证号"
        hint="户口簿上有；出生日期从里面读"
        width="medium"
        autoComplete="off"
      />
      <RadioField name="dwelling" label="住在哪里" options={optionsOf(dwellingWords)} look="row" />
      <CheckboxField name="isApart" label="孩子和家长不在一本户口簿" hint="要加出生医学证明" />
      <SelectField name="grade" label="转到几年级" options={grades} hint="转学才填" optional />
      <TextField name="recordNo" label="学籍号" hint="转学才填" width="medium" optional />
      <TextField name="wishes" label="想去的学校" hint="最多三所，能不能去由教育局定" optional maxLength={120} />
    </>
  );
}
