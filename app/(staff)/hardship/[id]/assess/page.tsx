import { notFound } from "next/navigation";
import { z } from "zod";
import { CheckboxField, FieldGroup, HiddenField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { saveFactsAction } from "@/lib/hardship/decisions/actions";
import { factsForm } from "@/lib/hardship/decisions/rules";
import { viewFile } from "@/lib/hardship/files/view/queries";
import { carWords, causeWords, housingWords, schoolFeeWords } from "@/lib/hardship/words";

export const metadata = { title: "核实收入和条件" };
const money = { keypad: "decimal", unit: "元", width: "short" } as const;

/** What the officer has established; the income test is reckoned when it is saved. */
export default async function AssessPage({ params }: { params: Promise<{ id: string }> }) {
  await authorise("hardship.assess");
  const viewing = await authorise("hardship.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { file, current, head, running } = await viewFile(viewing, id.data);
  if (running.loaded.stage !== "REVIEW") notFound();

  return (
    <>
      <PageHead
        title="核实收入和条件"
        sub={`${head.name}，${head.unit}。保存后按今天的标准测算。`}
        crumbs={[
          { label: "困难帮扶", href: "/hardship" },
          { label: file.number, href: `/hardship/${file.id}` },
          { label: "核实" },
        ]}
      />
      <Form action={saveFactsAction} look="grid" values={factsForm(current)}>
        <HiddenField name="fileId" value={file.id} />
        <HiddenField name="caseId" value={running.loaded.id} />
        <HiddenField name="version" value={String(running.loaded.version)} />
        <HiddenField name="seen" value={String(current.version)} />
        <SelectField name="mainCause" label="主要致困原因" options={optionsOf(causeWords)} />
        <SelectField name="secondCause" label="次要致困原因" options={optionsOf(causeWords)} optional />
        <TextField name="income" label="家庭年总收入" hint="全家一年，不是一个月" {...money} />
        <TextField name="size" label="一起生活的人数" keypad="numeric" unit="人" width="short" />
        <TextField name="medical" label="一年自付医疗" {...money} />
        <TextField name="education" label="一年教育支出" {...money} />
        <TextField name="disability" label="一年残疾支出" {...money} />
        <TextField name="accidentCost" label="一次性花费（意外、大病）" {...money} />
        <TextField name="dwellings" label="几套住房" keypad="numeric" unit="套" width="short" />
        <SelectField name="housing" label="住房类型" options={optionsOf(housingWords)} />
        <TextField name="area" label="建筑面积" keypad="numeric" unit="平方米" width="short" optional />
        <SelectField name="cars" label="小汽车" options={optionsOf(carWords)} />
        <SelectField name="schoolFee" label="孩子上学" options={optionsOf(schoolFeeWords)} />
        <TextField name="health" label="健康状况" hint="加密保存，不填就保留原来的" maxLength={200} optional />
        <FieldGroup title="有下面的情况就勾上">
          <CheckboxField name="isDisaster" label="遭受灾害或严重意外" defaultChecked={current.isDisaster} />
          <CheckboxField name="hasBusiness" label="有经营用房或雇人经营" defaultChecked={current.hasBusiness} />
          <CheckboxField name="isSingleParent" label="单亲" defaultChecked={current.isSingleParent} />
          <CheckboxField name="noneEmployed" label="零就业家庭" defaultChecked={current.noneEmployed} />
        </FieldGroup>
        <FormActions>
          <SubmitButton>保存并测算</SubmitButton>
          <TextLink href={`/hardship/${file.id}`}>返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
