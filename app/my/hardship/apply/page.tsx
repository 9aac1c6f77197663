import { redirect } from "next/navigation";
import { RadioField, TextArea, TextField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { applyMineAction } from "@/lib/hardship/application/actions";
import { myFile } from "@/lib/hardship/mine/queries";
import { spokenCauses } from "@/lib/hardship/words";
import { MyFrame } from "../../frame";

export const metadata = { title: "申请帮助" };

const causes = optionsOf(spokenCauses);

/** The application in plain words; one page, so that it works without scripts and nothing private stands in an address. */
export default async function ApplyPage() {
  const permit = await authorise("my.hardship");
  const mine = await myFile(permit);
  if (mine && !mine.mayApply) redirect("/my/hardship");

  return (
    <MyFrame back="/my/hardship">
      <WorkerHead title="申请帮助" lead="说四样就行。填完再拍材料。" />
      <Form action={applyMineAction} id="apply">
        <RequestKey />
        <RadioField name="mainCause" label="家里最难的是什么？" options={causes} />
        <TextField name="size" label="家里一共几口人？" hint="吃住在一起的，连您自己" keypad="numeric" unit="人" />
        <TextField
          name="monthlyIncome"
          label="全家一个月大概挣多少？"
          hint="大家的加起来，退休金、低保也算；说个大概，会有人来核实"
          keypad="decimal"
          unit="元"
        />
        <TextArea
          name="story"
          label="说说家里的事"
          hint="只有工会办事的人看得到，班长和单位看不到"
          rows={4}
          maxLength={1000}
        />
        <SubmitButton wide>交上去</SubmitButton>
      </Form>
    </MyFrame>
  );
}
