import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { CheckboxGroup } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { draftLetterAction } from "@/lib/schooling/letters/actions";
import { readyForLetter } from "@/lib/schooling/letters/ready/queries";
import { schoolStageWords } from "@/lib/schooling/words";

export const metadata = { title: "起草协调函" };

/** Which children stand in the letter: those in 协调中 that are in no other letter. */
export default async function NewLetterPage() {
  const permit = await authorise("schooling.letter");
  const ready = await readyForLetter(permit);

  return (
    <>
      <PageHead
        title="起草协调函"
        sub="领导批准后打印盖章，送区教育局"
        crumbs={[{ label: "总数和协调函", href: "/schooling/totals" }, { label: "起草" }]}
      />
      {ready.length === 0 ? (
        <Empty title="没有等着写函的孩子" action={<Button href="/schooling">回到登记</Button>} />
      ) : (
        <Form action={draftLetterAction}>
          <RequestKey />
          <CheckboxGroup
            name="cases"
            label="写进这份函的"
            options={ready.map((one) => ({
              value: one.caseId,
              label: `${one.parent}的孩子 · ${one.unit} · ${one.intakeYear} 年度${schoolStageWords[one.schoolStage]}`,
              ...(one.needsCoordination ? { hint: "住单位宿舍，需协调" } : {}),
            }))}
          />
          <FormActions>
            <SubmitButton>送领导批准</SubmitButton>
            <TextLink href="/schooling/totals">不写了，返回</TextLink>
          </FormActions>
        </Form>
      )}
    </>
  );
}
