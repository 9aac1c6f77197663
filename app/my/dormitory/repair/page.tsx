import { redirect } from "next/navigation";
import { CheckboxField, RadioField, TextArea } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { myDormitory } from "@/lib/dormitories/mine/queries";
import { reportFaultAction } from "@/lib/dormitories/repairs/actions";
import { repairWords } from "@/lib/dormitories/words";
import { MyFrame } from "../../frame";

export const metadata = { title: "宿舍东西坏了" };

const kinds = optionsOf(repairWords);

/** A repair in one screen; the room is the worker's own. */
export default async function MyRepairPage() {
  const permit = await authorise("my.dormitory");
  const mine = await myDormitory(permit);
  if (!mine.stay?.isLiving) redirect("/my/dormitory");

  return (
    <MyFrame back="/my/dormitory">
      <WorkerHead title="宿舍东西坏了" lead={mine.stay.where} />
      <Form action={reportFaultAction} id="repair">
        <RequestKey />
        <RadioField name="kind" label="哪里坏了？" options={kinds} />
        <TextArea name="text" label="说说怎么坏的" rows={3} maxLength={300} />
        <FileField
          name="file"
          label="拍一张坏的地方"
          accept="image/jpeg,image/png,image/webp"
          hint="只拍坏的地方，别拍到人；不拍也能报"
          optional
        />
        <CheckboxField
          name="isUrgent"
          label="停水、停电、没暖气，或者闻到煤气味"
          hint="勾了就当紧急的办，一天一夜以内来修"
        />
        <SubmitButton wide>报修</SubmitButton>
      </Form>
    </MyFrame>
  );
}
