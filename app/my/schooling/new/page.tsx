import { CheckboxField, FieldGroup, RadioField, SelectField, TextField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { registerMineAction } from "@/lib/schooling/registration/actions";
import { dwellingWords, schoolStageWords } from "@/lib/schooling/words";
import { MyFrame } from "../../frame";

export const metadata = { title: "登记孩子上学" };
const grades = [1, 2, 3, 4, 5, 7, 8].map((grade) => ({
  value: String(grade),
  label: grade < 6 ? `小学${"一二三四五"[grade - 1] ?? ""}年级` : `初${"一二"[grade - 7] ?? ""}`,
}));

/** One page in plain words; the guardian's consent is the first thing asked, and without it nothing is kept. */
export default async function NewChildPage() {
  await authorise("my.schooling");

  return (
    <MyFrame back="/my/schooling">
      <WorkerHead title="登记孩子上学" lead="拿出户口簿，照着填。" />
      <Form action={registerMineAction} id="register">
        <RequestKey />
        <Says tone="info" title="先说清楚">
          孩子的姓名、身份证号只有办事的人看得到，谁看过您都能查。只用来办入学，办完过两年就清除。
        </Says>
        <CheckboxField name="consent" label="我是孩子的监护人，同意用孩子的信息办入学" />
        <TextField name="childName" label="孩子叫什么名字？" maxLength={40} />
        <TextField name="childId" label="孩子的身份证号" hint="户口簿上有，18 位" autoComplete="off" />
        <RadioField name="schoolStage" label="上几年级？" options={optionsOf(schoolStageWords)} />
        <RadioField name="dwelling" label="一家人住在哪儿？" options={optionsOf(dwellingWords)} />
        <CheckboxField name="isApart" label="孩子和我不在一本户口簿上" />
        <FieldGroup title="转学的再填这两样" hint="不是转学不用填">
          <SelectField name="grade" label="转到几年级？" options={grades} optional />
          <TextField name="recordNo" label="学籍号" hint="原来学校开的学籍证明上有" optional />
        </FieldGroup>
        <SubmitButton wide>登记</SubmitButton>
      </Form>
    </MyFrame>
  );
}
