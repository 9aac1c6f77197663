import { CheckboxField, DateField, RadioField, TextArea, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { spokenDate } from "@/lib/dates";
import { mayBeTwice } from "@/lib/relief/mine/queries";
import { reportMineAction } from "@/lib/relief/reports/actions";
import { spokenReliefEvents } from "@/lib/relief/words";
import { uploadAccept } from "@/lib/uploads";
import { MyFrame } from "../../frame";

export const metadata = { title: "告诉工会" };

/** One page in plain words, so that it works without scripts and nothing private stands in an address. */
export default async function ReportPage() {
  const permit = await authorise("my.relief");
  const twice = await mayBeTwice(permit, permit.reach.personId);

  return (
    <MyFrame back="/my/relief">
      <WorkerHead title="告诉工会" lead="说四样就行，有单子就拍一张。" />
      {twice.map((one) => (
        <Says key={one.number} tone="warn" title="这件事可能已经报告过了">
          {`${one.event}，${spokenDate(one.happened, permit.today)}，编号 ${one.number}。是同一件事就不用再说了。`}
        </Says>
      ))}
      <Form action={reportMineAction} id="report">
        <RequestKey />
        <RadioField name="event" label="出了什么事？" options={optionsOf(spokenReliefEvents)} />
        <DateField name="happenedOn" label="哪天出的事？" max={permit.today} defaultValue={permit.today} />
        <TextField name="asked" label="大概需要多少钱？" hint="说个大概，会有人去看看再定" keypad="decimal" unit="元" />
        <TextArea
          name="story"
          label="说说是怎么回事"
          hint="只有工会办事的人看得到，班长和单位看不到"
          rows={4}
          maxLength={1000}
        />
        <FileField
          name="file"
          label="单子、照片"
          accept={uploadAccept}
          hint="火灾证明、诊断书、医药费单子都行；没有也能交"
          optional
        />
        {twice.length > 0 && <CheckboxField name="isAnother" label="不是同一件事，是另一件事" />}
        <SubmitButton wide>交上去</SubmitButton>
      </Form>
    </MyFrame>
  );
}
